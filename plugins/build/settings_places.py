"""Where in the settings files a setting is written: findings about it stand there."""

import ast
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import cast

from msgspec import Struct, structs

from plugins.core.diagnostic import Diagnostic, Location, Span


class Written(Struct, frozen=True):
    """A file of settings: what gives them their values, and its lines."""

    path: Path
    module: ast.Module
    lines: list[str]

    def place(self, setting: str, piece: str) -> Location | None:
        """Where `setting` gets its value: where `piece` of it stands, if it can be seen, else its name."""
        given = [(node, to) for node in ast.walk(self.module) for to in _targets(node) if _name(to) == setting]
        shown = [part for node, _ in given if (part := _constant(node, piece))] or [to for _, to in given]
        # What is written last counts.
        return Location(str(self.path), self._span(shown[-1])) if shown else None

    def _span(self, node: ast.expr) -> Span:
        end = cast(int, node.end_lineno), cast(int, node.end_col_offset)
        return Span(node.lineno, self._column(node.lineno, node.col_offset), end[0], self._column(*end))

    def _column(self, line: int, offset: int) -> int:
        """`ast` counts bytes from 0, findings count signs from 1."""
        return len(self.lines[line - 1].encode()[:offset].decode()) + 1


def placed(found: Iterable[Diagnostic], file: str) -> Iterator[Diagnostic]:
    """Findings about settings at the place in `file`, or in a file beside it that it imports, that they are about.

    Their `offence` is the name of the setting and, behind a blank, the piece of its value that is wrong. What is
    written nowhere stays at the beginning of `file`.
    """
    files: list[Written] | None = None
    for one in found:
        if files is None:
            files = [*_files(Path(file), set())]
        setting, _, piece = one.offence.partition(" ")
        places = (place for written in files if (place := written.place(setting, piece)))
        yield structs.replace(one, location=next(places, Location(file, one.location.span)))


def _files(file: Path, seen: set[Path]) -> Iterator[Written]:
    """`file` and what it imports from beside it: what is written in it counts before what it imports."""
    seen.add(file)
    with suppress(OSError, ValueError, SyntaxError):
        text = file.read_text("utf-8-sig")
        written = Written(file, ast.parse(text), text.split("\n"))
        yield written
        for node in written.module.body:
            beside = file.parent / f"{node.module}.py" if isinstance(node, ast.ImportFrom) else file
            if beside not in seen and beside.is_file():
                yield from _files(beside, seen)


def _targets(node: ast.AST) -> list[ast.expr]:
    """What `node` gives a value, or, as in `PLUGINS.append("…")`, changes."""
    if isinstance(node, ast.Assign):
        return node.targets
    if isinstance(node, ast.Call):
        return [node.func.value] if isinstance(node.func, ast.Attribute) else []
    return [node.target] if isinstance(node, ast.AnnAssign | ast.AugAssign) else []


def _name(target: ast.expr) -> str:
    """The name that is given a value; of `NAME["key"]`, too."""
    while isinstance(target, ast.Subscript):
        target = target.value
    return target.id if isinstance(target, ast.Name) else ""


def _constant(node: ast.AST, piece: str) -> ast.expr | None:
    """The constant in `node` that says `piece`."""
    parts = (part for part in ast.walk(node) if isinstance(part, ast.Constant) and str(part.value) == piece)
    return next(parts, None) if piece else None
