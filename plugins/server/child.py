"""The builder's process: orders come in on standard input, replies go out on what was standard output."""

import os
import signal
import sys
import threading
from io import TextIOWrapper
from pathlib import Path
from queue import SimpleQueue
from typing import BinaryIO, NoReturn

from msgspec import Struct

from plugins.server.faults import describe
from plugins.server.messages import Order, Places, Wish, decode, encode

PLUGINS = Path(__file__).parents[1]


def main(written: str) -> NoReturn:
    """Serve one server until it is gone."""
    wish = decode(written.encode(), Wish)
    assert wish is not None
    replies = _take_standard_output()
    orders: SimpleQueue[Order] = SimpleQueue()
    threading.Thread(target=_listen, args=(_take_standard_input(), orders), daemon=True).start()
    code = [PLUGINS]
    try:
        from plugins.server.builder import Builder

        builder = Builder(wish)
        places = builder.places()
    except BaseException as error:  # A syntax error in any room, a settings file that exits: all is said.
        _send(replies, describe(error, code, wish.log))
        # The ordinary way out would wait for the thread that listens.
        os._exit(1)
    if isinstance(places, Places):
        code = [Path(folder) for folder in places.code]
    _send(replies, places)
    while True:
        order = orders.get()
        try:
            for result in builder.build(order):
                _send(replies, result)
        except BaseException as error:  # The same, while it builds.
            _send(replies, describe(error, code, wish.log))


def _take_standard_output() -> BinaryIO:
    """What the server listens to; from now on whatever is printed goes to the terminal, by standard error."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    # A line at a time, as on the terminal that it goes to.
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace", line_buffering=True)
    return replies


def _send(replies: BinaryIO, message: Struct) -> None:
    replies.write(encode(message))
    replies.flush()


def _take_standard_input() -> BinaryIO:
    """Where orders come from; what a room starts must not read them away."""
    orders = os.fdopen(os.dup(0), "rb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return orders


def _listen(lines: BinaryIO, orders: "SimpleQueue[Order]") -> None:
    """Hand orders over. The end of the input is the end of the server, and ours, in whatever we are doing."""
    for line in lines:
        order = decode(line, Order)
        if order is not None:
            orders.put(order)
    if os.name == "posix" and os.getpgrp() == os.getpid():
        # With all that we have started.
        os.killpg(0, signal.SIGKILL)
    os._exit(0)
