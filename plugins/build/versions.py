"""What makes two builds differ although their sources do not: the code, the libraries, the theme's templates.

Versions are computed, never numbered by hand.
"""

import os
import sys
import sysconfig
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

SIZE = 16
CODE_ENDINGS = (".py", ".po")


def digest(*parts: bytes) -> bytes:
    """The digest of `parts`, of which none can be taken for part of its neighbour."""
    told = blake2b(digest_size=SIZE)
    for part in parts:
        told.update(len(part).to_bytes(8, "big"))
        told.update(part)
    return told.digest()


def encoded(value: Any) -> bytes:
    """The bytes of a plain value or struct, the same for equal ones."""
    return msgspec.msgpack.encode(value, order="deterministic")


def code_version(folders: Iterable[Path], files: Iterable[Path] = ()) -> bytes:
    """The digest of the code below `folders`, of `files`, of this Python and of the libraries beside it."""
    parts = [sys.version.encode(), *(name.encode() for name in libraries())]
    for folder in sorted(set(folders)):
        for path in sorted(_below(folder, CODE_ENDINGS)):
            parts += [str(path.relative_to(folder)).encode("utf-8", "surrogateescape"), path.read_bytes()]
    parts += [path.read_bytes() for path in sorted(set(files))]
    return digest(*parts)


def libraries() -> Sequence[str]:
    """The names of the installed distributions with their versions."""
    place = sysconfig.get_path("purelib")
    try:
        return sorted(name for name in os.listdir(place) if name.endswith(".dist-info"))
    except OSError:
        return ()


def _below(folder: Path, endings: tuple[str, ...]) -> Iterable[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (Path(place, name) for name in names if name.endswith(endings))


def template_sources(folders: Sequence[Path]) -> dict[str, bytes]:
    """The bytes of every template by name; of two with one name, the first folder's."""
    found: dict[str, bytes] = {}
    for folder in reversed(folders):
        for path in _below(folder, ("",)):
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


def sources_digest(sources: Mapping[str, bytes]) -> bytes:
    """The digest of all templates together."""
    return digest(*(part for name in sorted(sources) for part in (name.encode(), sources[name])))


def closures(sources: Mapping[str, bytes]) -> dict[str, bytes]:
    """The digest of each template with every one that it includes, imports or extends.

    One that cannot be parsed, or chooses another by a value, depends on all.
    """
    from jinja2 import Environment, TemplateError
    from jinja2.meta import find_referenced_templates

    parser = Environment(extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True)
    direct: dict[str, set[str]] = {}
    for name, source in sources.items():
        try:
            found = set(find_referenced_templates(parser.parse(source.decode())))
        except (TemplateError, UnicodeDecodeError):
            found = {None}
        direct[name] = set(sources) if None in found else {other for other in found if other}
    return {name: digest(*_texts(name, direct, sources)) for name in sources}


def _texts(name: str, direct: Mapping[str, set[str]], sources: Mapping[str, bytes]) -> list[bytes]:
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            waiting += direct.get(here, ())
    return [part for one in sorted(seen) for part in (one.encode(), sources.get(one, b""))]
