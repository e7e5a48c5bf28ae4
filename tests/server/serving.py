"""A site of two files, the server that follows it, and a browser that is a socket."""

import http.client
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from plugins.server.board import Board
from plugins.server.handler import Server
from plugins.server.messages import Wish
from plugins.server.shop import Shop
from plugins.server.supervisor import Stop

Found = TypeVar("Found")

ROOT = Path(__file__).parents[2]
PATIENCE = 20.0
SETTINGS = """PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGIN_PATHS = ["rooms"]
SITENAME = "La Plaza"
SITEURL = "https://example.org/campanas"
TIMEZONE = "America/Santiago"
DEFAULT_LANG = "es"
DEFAULT_PAGINATION = 10
LANGUAGES = {"es": ("Español", "es_CL")}
PLUGINS = ["plugins.generator", "plugins.checks", "plugins.assets", "plugins.pages", "bell"]
"""
BELL = '''"""A room that rings."""

def register():
    pass
'''
POST = """---
title: Agua limpia
date: 2026-03-02 09:00:00 -0300
intro: Lo esencial.
categories: Proyectos
tags: agua
---
{text}
"""
BROKEN = "---\ntitle: Agua: limpia: <b>\n---\nHola.\n"
PATH = "/posts/agua/"


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    text: str
    body: bytes


def ask(port: int, path: str, method: str = "GET", **headers: str) -> Answer:
    """One request, as it is written: nothing in the path is put right."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read()
        return Answer(answer.status, dict(answer.getheaders()), body.decode("utf-8", "replace"), body)
    finally:
        connection.close()


@contextmanager
def news(port: int) -> Iterator[Callable[[], dict[str, object]]]:
    """The stream of events; each call waits for the next one."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", "/__pregon__/events")
    answer = connection.getresponse()

    def following() -> dict[str, object]:
        while True:
            line = answer.readline()
            assert line, "the stream has ended"
            if line.startswith(b"data: "):
                found: dict[str, object] = json.loads(line[6:])
                return found

    try:
        yield following
    finally:
        answer.close()
        connection.close()


@contextmanager
def serving(board: Board) -> Iterator[int]:
    """A server of what the board shows; its port."""
    server = Server("127.0.0.1", 0, board)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server.port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def until(look: Callable[[], Found]) -> Found:
    """The first answer of `look` that is true."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := look():
            return found
        time.sleep(0.01)
    raise AssertionError("it never happened")


class Followed:
    """The tiny site, served from `shop`."""

    def __init__(self, folder: Path) -> None:
        """Its files."""
        self.folder = folder
        self.post = folder / "content" / "posts" / "2026-03-02-agua.md"
        self.settings = folder / "pelicanconf.py"
        self.bell = folder / "rooms" / "bell.py"
        for file, text in ((self.post, POST.format(text="Hola.")), (self.settings, SETTINGS), (self.bell, BELL)):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        (folder / "theme").symlink_to(ROOT / "theme")
        log = folder / "cache" / "error.log"
        self.shop = Shop(Wish(str(self.settings), log=str(log)), 0, folder / "cache")
        self.thread = threading.Thread(target=self.shop.supervisor.run)

    @property
    def port(self) -> int:
        """Where it is served."""
        server = until(lambda: self.shop.server)
        assert server is not None
        return server.port

    def start(self) -> "Followed":
        """Serve; the first build is done when this returns."""
        self.thread.start()
        until(lambda: not self.shop.board.now.building)
        return self

    def close(self) -> None:
        """End it."""
        self.shop.inbox.put(Stop())
        self.thread.join()
        self.shop.close()

    def write(self, text: str) -> None:
        """Save the post with another text."""
        self.post.write_text(POST.format(text=text), "utf-8")

    def page(self, path: str = PATH) -> str:
        """The page as it is served now."""
        return ask(self.port, path).text

    def shows(self, text: str, path: str = PATH) -> bool:
        """Wait until the page holds `text`."""
        return until(lambda: text in self.page(path))
