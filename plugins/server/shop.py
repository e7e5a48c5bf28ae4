"""What stays open while builders come and go: the address, the watched folders, the board."""

import errno
import os
import sys
import threading
from hashlib import sha256
from pathlib import Path
from queue import SimpleQueue

from msgspec import structs

from plugins.server.board import Board
from plugins.server.handler import Server
from plugins.server.messages import Places, Wish
from plugins.server.supervisor import Changed, Supervisor, Target
from plugins.server.watch import Watched, Watcher
from plugins.server.words import ADDRESS, NO_ADDRESS, POLLING, PORT_TAKEN, PORT_WRONG, texts

# So long a builder may wait for the first watch; it takes half a second to import what it needs anyway.
PATIENCE = 3.0


class CannotServe(Exception):
    """The address cannot be opened; the text says what to do."""


class Shop:
    """Everything that one `serve` holds."""

    def __init__(self, wish: Wish, port: int | None, cache: Path) -> None:
        """`port` overrules the settings; below `cache` the site is built."""
        self.board = Board()
        self.board.change(structs.replace(self.board.now, lang=wish.lang))
        self.inbox: SimpleQueue[object] = SimpleQueue()
        self.server: Server | None = None
        self.supervisor = Supervisor(wish, self.inbox, self.board, self.arrange)
        self._wish = wish
        self._port = port
        self._cache = cache
        self._watchers: dict[Watched, Watcher] = {}
        self._noticed = False

    def close(self) -> None:
        """End all threads and the builder."""
        for watcher in self._watchers.values():
            watcher.stop()
        self.supervisor.close()
        if self.server is not None:
            self.server.shutdown()
            self.server.server_close()

    def arrange(self, places: Places | None) -> Target:
        """Open the address the first time; watch what `places` names; the address and the folder of the site.

        Raises:
            CannotServe: the address is taken, or none of this machine.
        """
        if places is not None or not self._watchers:
            self._watch(places or self._usual())
        places = places or self._usual()
        if self.server is None:
            self.server = self._open(places)
            threading.Thread(target=self.server.serve_forever, args=(0.1,), daemon=True).start()
            print(self._say(ADDRESS).format(address=f"{self.address}/"), flush=True)
        # Two sites, or two servers of one site, never build into one folder.
        name = sha256(places.content.encode("utf-8", "surrogateescape")).hexdigest()[:8]
        return self.address, self._cache / f"{self.server.port}-{name}"

    @property
    def address(self) -> str:
        """What people open in a browser."""
        assert self.server is not None
        bind = self.server.bind
        everywhere = bind in ("", "0.0.0.0", "::")
        host = "127.0.0.1" if everywhere else f"[{bind}]" if ":" in bind else bind
        return f"http://{host}:{self.server.port}"

    def _usual(self) -> Places:
        """What is watched while the settings cannot be read."""
        project = Path(self._wish.settings).parent
        content = self._wish.content or str(project / "content")
        folders = (content, str(project / "theme"), str(Path(__file__).parents[1]))
        return Places(content, folders, (), self._wish.lang)

    def _watch(self, places: Places) -> None:
        beside = Watched((Path(self._wish.settings).parent,), deep=False)
        wanted = (Watched(tuple(Path(folder) for folder in places.watched)), beside)
        for watched in [*self._watchers]:
            if watched not in wanted:
                self._watchers.pop(watched).stop()
        for watched in wanted:
            if watched not in self._watchers:
                self._watchers[watched] = Watcher(watched, self._changed, self._notice)
                self._watchers[watched].start()
        # What is saved from here on is heard of; what was saved before, the build will read.
        for watcher in self._watchers.values():
            watcher.ready.wait(PATIENCE)

    def _changed(self, paths: frozenset[str] | None) -> None:
        self.inbox.put(Changed(paths))

    def _notice(self, reason: str) -> None:
        if not self._noticed:
            self._noticed = True
            print(self._say(POLLING).format(reason=reason), file=sys.stderr, flush=True)

    def _open(self, places: Places) -> Server:
        port = places.port if self._port is None else self._port
        if not isinstance(port, int) or not 0 <= port < 65536:
            raise CannotServe(self._say(PORT_WRONG).format(port=port))
        try:
            return Server(places.bind, port, self.board)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                other = port + 1 if port < 65535 else 8000
                raise CannotServe(self._say(PORT_TAKEN).format(port=port, other=other)) from error
            reason = error.strerror or os.strerror(error.errno or 0)
            address = f"{places.bind}:{port}"
            raise CannotServe(self._say(NO_ADDRESS).format(address=address, reason=reason)) from error

    def _say(self, template: str) -> str:
        return texts(self.board.now.lang).gettext(template)
