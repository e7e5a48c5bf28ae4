"""What runs in a worker of a cluster: the same code as here, or none."""

import pickle
import platform
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

from plugins.build.portable import Cluster, Load, Unfit, packed
from plugins.build.versions import code_version, libraries

ROOT = Path(__file__).parents[1]


class Visit(Struct, frozen=True):
    """What a worker is told once: whom it works for, with which Python and libraries, and `there`, packed."""

    cluster: Cluster
    versions: tuple[str, ...]
    there: bytes


def visit_of(cluster: Cluster, there: Callable[[], Load]) -> bytes:
    """What is sent to each worker once.

    Raises:
        Exception: something in it cannot travel.
    """
    return packed(Visit(cluster, versions(), packed(there, cluster.sent)))


def versions() -> tuple[str, ...]:
    """This Python and the libraries beside it."""
    return (f"Python {platform.python_version()}", *(name.removesuffix(".dist-info") for name in libraries()))


def loaded(folders: Mapping[str, bytes]) -> dict[str, bytes]:
    """The digests of the code of `folders` as it was when this process first looked, just before it was loaded."""
    for folder in folders:
        if folder not in _LOADED:
            _LOADED[folder] = code_version([Path(folder)])
    return {folder: _LOADED[folder] for folder in folders}


# A worker lives for many builds: what it has imported stays, whatever becomes of the files.
_LOADED: dict[str, bytes] = {}
# Neither Markdown's parser nor a connection to the store may be shared by two threads.
_own = threading.local()


def visit(name: str, told: bytes, load: bytes) -> bytes:
    """Do a packed load of the work `name`, which `told` describes; its result, packed.

    Raises:
        Unfit: this worker sees other files or has other code.
        Exception: whatever the work raises.
    """
    if getattr(_own, "name", None) != name:
        _own.name, _own.do = None, _fitting(pickle.loads(told))
        _own.name = name
    return packed(_own.do(pickle.loads(load)))


def _fitting(told: Visit) -> Load:
    try:
        return _made(told)
    except Unfit as error:
        from distributed import get_worker

        raise Unfit(error.kind, error.what, get_worker().address) from error


def _made(told: Visit) -> Load:
    for path in told.cluster.shared:
        if not Path(path).exists():
            raise Unfit("unseen", path)
    different = sorted({*versions()} ^ {*told.versions})
    if different:
        raise Unfit("other", different[0])
    ours = loaded(told.cluster.code)
    for folder, digest in told.cluster.code.items():
        if ours[folder] != digest:
            raise Unfit("other", folder)
    if str(ROOT) not in told.cluster.code:
        # It had loaded another project before.
        raise Unfit("other", str(ROOT))
    try:
        there: Callable[[], Load] = pickle.loads(told.there)
    except (ImportError, AttributeError) as error:
        raise Unfit("unloaded", str(error)) from error
    return there()
