"""Answers browsers: files of the site, and under a path of its own the news, the script and what was found."""

import ipaddress
import json
import os
import socketserver
import sys
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socket import AF_INET, AF_INET6
from typing import Any
from urllib.parse import urlsplit

from plugins.server import pages
from plugins.server.adapt import adapt
from plugins.server.board import Board, State
from plugins.server.faults import describe
from plugins.server.files import HTML, Redirect, find, media_type
from plugins.server.words import crash_text

STATIC = Path(__file__).parent / "static"
PLAIN = "text/plain; charset=utf-8"
HEARTBEAT = 15.0
# Idle connections are given up after so many seconds.
PATIENCE = 60


class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    """A thread for each connection; it ends with the process, whatever browsers keep open."""

    daemon_threads = True
    block_on_close = False
    # On Windows this would let two programs share a port.
    allow_reuse_address = os.name == "posix"
    request_queue_size = 64

    def __init__(self, bind: str, port: int, board: Board) -> None:
        """Listen on the address.

        Raises:
            OSError: the address is taken, or is none of this machine.
        """
        self.board = board
        self.bind = bind
        self.address_family = AF_INET6 if ":" in bind else AF_INET
        super().__init__((bind, port), Handler)

    @property
    def port(self) -> int:
        """The port that it really has."""
        return int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away; of a fault of ours, where it is."""
        error = sys.exception()
        if error is not None and not isinstance(error, OSError):
            crash = describe(error, [STATIC.parent], "")
            print(crash_text(crash, self.board.now.lang), file=sys.stderr, flush=True)


class Handler(BaseHTTPRequestHandler):
    """One connection. Only reading is possible."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "Pregon", ""
    disable_nagle_algorithm = True
    wbufsize = -1
    timeout = PATIENCE

    def do_GET(self) -> None:
        """Answer with a page, a file, or the news."""
        if not self._is_for_us():
            self._send(HTTPStatus.MISDIRECTED_REQUEST, PLAIN, b"")
            return
        if {"content-length", "transfer-encoding"} & {name.lower() for name in self.headers}:
            # What nobody reads would be taken for the next request.
            self.close_connection = True
        path = urlsplit("//host/" + self.path.lstrip("/")).path
        if path.startswith(pages.ROOM) or path == pages.ROOM.rstrip("/"):
            self._own(path)
        else:
            self._site(path)

    do_HEAD = do_GET

    def _refuse(self) -> None:
        self.close_connection = True
        self._send(HTTPStatus.METHOD_NOT_ALLOWED, PLAIN, b"", Allow="GET, HEAD")

    do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = _refuse

    def _is_for_us(self) -> bool:
        """Whether the browser means us: a page elsewhere must not read drafts through a name that leads here."""
        with suppress(ValueError):
            host = urlsplit(f"//{self.headers.get('Host', 'localhost')}").hostname or ""
            if host in ("localhost", self.server.bind) or host.endswith(".localhost"):
                return True
            ipaddress.ip_address(host)
            return True
        return False

    def _own(self, path: str) -> None:
        state = self.server.board.now
        if path == pages.EVENTS:
            self._events()
        elif path == pages.ROOM:
            page = pages.findings_page(state, self.server.board.name(state))
            self._send(HTTPStatus.OK, HTML, page.encode(), **{"Content-Security-Policy": pages.POLICY})
        elif path in (pages.SCRIPT, pages.STYLE):
            file = STATIC / path.removeprefix(pages.ROOM)
            self._send(HTTPStatus.OK, media_type(file), file.read_bytes())
        else:
            self._site(path, reserved=True)

    def _site(self, path: str, *, reserved: bool = False) -> None:
        state = self.server.board.now
        found = find(state.output, path) if state.output and not reserved else None
        if isinstance(found, Redirect):
            query = urlsplit(self.path).query
            location = found.location + (f"?{query}" if query else "")
            # Not for good: the next build may have a file there.
            self._send(HTTPStatus.FOUND, PLAIN, b"", Location=location)
            return
        content = _read(found)
        if content is not None and found is not None:
            self._send_file(HTTPStatus.OK, media_type(found), content, state)
            return
        missing = _read(find(state.output, "/404.html")) if state.output else None
        if missing is not None:
            self._send_file(HTTPStatus.NOT_FOUND, HTML, missing, state)
            return
        page = pages.waiting_page(state, self.server.board.name(state))
        policy = {"Content-Security-Policy": pages.POLICY, "Retry-After": "1"}
        self._send(HTTPStatus.SERVICE_UNAVAILABLE, HTML, page.encode(), **policy)

    def _send_file(self, status: HTTPStatus, kind: str, content: bytes, state: State) -> None:
        if kind == HTML:
            content = adapt(content, pages.addition(state, self.server.board.name(state)))
        self._send(status, kind, content)

    def _send(self, status: HTTPStatus, kind: str, content: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self._end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
        self.wfile.flush()

    def _end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()

    def _events(self) -> None:
        """Tell of each new state, until the browser goes away."""
        board = self.server.board
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self._end_headers()
        if self.command == "HEAD":
            return
        self.wfile.write(b"retry: 500\n")
        state = board.now
        self._tell(board, state, None)
        while True:
            news = board.wait(state.number, HEARTBEAT)
            if news is None:
                # Only writing shows whether somebody is still there.
                self.wfile.write(b":\n\n")
                self.wfile.flush()
                continue
            self._tell(board, news, board.touched(state.number, news.number))
            state = news

    def _tell(self, board: Board, state: State, outputs: list[str] | None) -> None:
        news = json.dumps({"version": board.name(state), "outputs": outputs})
        self.wfile.write(f"data: {news}\n\n".encode())
        self.wfile.flush()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the terminal belongs to the builds."""


def _read(file: Path | Redirect | None) -> bytes | None:
    try:
        return file.read_bytes() if isinstance(file, Path) else None
    except OSError:  # A build has just taken it away.
        return None
