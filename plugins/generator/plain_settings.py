"""Whether settings say all that they depend on: then they are the same for as long as their files are."""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

# What gives the same wherever and whenever it is called, or depends on the environment, which is looked at.
CALLS = re.compile(
    "Path|str|int|float|bool|dict|list|tuple|set|frozenset|len|range|sorted|min|max|sum|zip|enumerate|abs|round"
    "|timedelta|getenv"
)
METHODS = re.compile(
    "get|items|keys|values|update|copy|setdefault|append|extend|insert|join|split|format|l?strip|rstrip|replace|lower"
    "|upper|title|removeprefix|removesuffix|startswith|endswith|with_name|with_suffix|joinpath|as_posix|absolute"
    "|dirname|basename|abspath|normpath"
)
OS = ("os.getenv", "os.environ.get", "os.path.join", "os.path.dirname", "os.path.basename", "os.path.abspath")
# An import that may fail, a file that is opened.
REFUSED = (ast.Try, ast.With, ast.AsyncWith, ast.While, ast.Await, ast.Global, ast.Delete)


def are_plain(files: Iterable[Path]) -> bool:
    """Whether the settings in `files` follow from these files, the libraries and the environment alone."""
    known = set(files)
    return all(_is_plain(file, known) for file in known if file.suffix == ".py")


def _is_plain(file: Path, known: set[Path]) -> bool:
    try:
        tree = ast.parse(file.read_bytes())
    except (OSError, SyntaxError, ValueError):
        return False
    imported = {alias.asname or alias.name.partition(".")[0] for alias in _aliases(tree)}
    return all(_is_allowed(node, imported, known) for node in ast.walk(tree))


def _aliases(tree: ast.AST) -> Iterator[ast.alias]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from node.names


def _is_allowed(node: ast.AST, imported: set[str], known: set[Path]) -> bool:
    if isinstance(node, REFUSED):
        return False
    if isinstance(node, ast.Import):
        return all(_is_known(alias.name, known) for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        return node.level == 0 and _is_known(node.module or "", known)
    if isinstance(node, ast.Call):
        called = node.func
        if isinstance(called, ast.Name):
            return CALLS.fullmatch(called.id) is not None
        if not isinstance(called, ast.Attribute):
            return False
        first: ast.expr = called
        while isinstance(first, ast.Attribute):
            first = first.value
        if isinstance(first, ast.Name) and first.id in imported:
            return ast.unparse(called) in OS
        return METHODS.fullmatch(called.attr) is not None
    return True


def _is_known(module: str, known: set[Path]) -> bool:
    """Whether a change of `module` would be seen."""
    first = module.partition(".")[0]
    if first in sys.stdlib_module_names:
        return True
    file = getattr(sys.modules.get(module), "__file__", None)
    return file is not None and (Path(file) in known or "site-packages" in Path(file).parts)
