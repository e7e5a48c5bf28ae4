"""Work that can be done on another machine, and the engine that does it there: what either has to be told."""

import pickle
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from typing import Any, Protocol, TypeVar, runtime_checkable

from msgspec import Struct

R_co = TypeVar("R_co", covariant=True)
Load = Callable[[Any], Any]


class Cluster(Struct, frozen=True):
    """An engine on other machines, by the `address` of its scheduler; `settings` is the file that names it.

    A worker puts `paths` where it looks for modules, must see what is `shared`, and must have loaded the same
    `code` (digests by folder). Functions of the modules `sent` travel whole: workers cannot import those.
    """

    address: str
    settings: str
    paths: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    code: Mapping[str, bytes] = {}
    sent: tuple[str, ...] = ()


@runtime_checkable
class Portable(Protocol[R_co]):
    """Work for `spread` that another machine can do, with the same result."""

    def there(self) -> Callable[[], Load]:
        """What makes, once in each worker, the function that does a load; it has to travel itself."""

    def pack(self, chunk: range) -> tuple[Sequence[Sequence[Any]], R_co]:
        """What of a chunk has to travel, in loads, and what came of the rest of it here."""

    def unpack(self, came: Any) -> R_co:
        """What came of a load; it is finished here."""


class Unfit(Exception):
    """A worker that would make something else than this machine; `kind` says why, `what` names it."""

    def __init__(self, kind: str, what: str, worker: str = "") -> None:
        super().__init__(kind, what, worker)
        self.kind, self.what, self.worker = kind, what, worker


def packed(value: Any, sent: tuple[str, ...] = ()) -> bytes:
    """The bytes of `value`; functions travel by name, those of the modules `sent`, and nameless ones, whole.

    Raises:
        Exception: it cannot travel; whatever its parts raise.
    """
    if not sent:
        try:
            return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        except (pickle.PicklingError, AttributeError, TypeError):
            pass
    import sys

    import cloudpickle

    with ExitStack() as stack:
        for module in (sys.modules[name] for name in sent if name in sys.modules):
            if module.__name__ not in cloudpickle.list_registry_pickle_by_value():
                cloudpickle.register_pickle_by_value(module)
                stack.callback(cloudpickle.unregister_pickle_by_value, module)
        return bytes(cloudpickle.dumps(value))
