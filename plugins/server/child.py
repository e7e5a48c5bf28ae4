"""The builder's process: orders come in on standard input, replies go out on what was standard output."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, BinaryIO, NoReturn

from msgspec import Struct

from plugins.server.faults import describe
from plugins.server.messages import Order, Places, Result, Wish, decode, encode

if TYPE_CHECKING:
    from plugins.server.builder import Builder

PLUGINS = Path(__file__).parents[1]
# Who saves again within so many seconds is not kept waiting.
REST = 1.0


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
        try:
            for result in _following(orders, builder):
                _send(replies, result)
        except BaseException as error:  # The same, while it builds.
            _send(replies, describe(error, code, wish.log))


def _following(orders: "SimpleQueue[Order]", builder: "Builder") -> Iterator[Result]:
    """What comes of the next order; it may take until there is one."""
    try:
        order = orders.get(timeout=REST)
    except Empty:
        builder.rest()
        order = orders.get()
    yield from builder.build(order)


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
