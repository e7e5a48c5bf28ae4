"""The server's hold on the builder's process."""

import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue

from msgspec import Struct

from plugins.server.messages import Order, Reply, Wish, decode_reply, encode

ROOT = Path(__file__).parents[2]
# It stands here, in what is already loaded, so that even a broken `child.py` is reported.
BOOT = """
import sys
sys.path.insert(0, sys.argv[1])
try:
    from plugins.server.child import main
except BaseException as error:
    import json
    place = {"path": getattr(error, "filename", None) or "", "line": getattr(error, "lineno", None) or 1}
    print(json.dumps({"type": "crash", "reason": str(error), **place}), flush=True)
    sys.exit(1)
main(sys.argv[2])
"""


class Said(Struct, frozen=True):
    """A builder's reply."""

    builder: "BuilderProcess"
    reply: Reply


class Ended(Struct, frozen=True):
    """A builder that is no more, and its exit status; below zero: the signal that ended it."""

    builder: "BuilderProcess"
    status: int


class BuilderProcess:
    """One builder, from its start to its end; what it says is put into `inbox`."""

    def __init__(self, wish: Wish, inbox: "SimpleQueue[object]") -> None:
        """Start it. Ctrl+C is the server's to hear: the builder is no part of the terminal's foreground."""
        self._inbox = inbox
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", BOOT, str(ROOT), encode(wish).decode()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            process_group=0 if os.name == "posix" else None,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def pid(self) -> int:
        """Its number in the system."""
        return self._process.pid

    def order(self, order: Order) -> None:
        """Hand it work; if it has ended, its end is already on the way."""
        assert self._process.stdin is not None
        with suppress(OSError, ValueError):
            self._process.stdin.write(encode(order))
            self._process.stdin.flush()

    def stop(self) -> None:
        """End it at once, in whatever it does: the next one compares and repairs what it left half-done."""
        if os.name != "posix":
            self._process.kill()
        elif self._process.poll() is None:
            # It leads a group: whatever it has started ends with it.
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        assert self._process.stdin is not None
        with suppress(OSError):
            self._process.stdin.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as replies:
            for line in replies:
                reply = decode_reply(line)
                if reply is not None:
                    self._inbox.put(Said(self, reply))
        self._inbox.put(Ended(self, self._process.wait()))
