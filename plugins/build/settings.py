"""Pelican's settings file, its folders and its plugins: what can be wrong before any content is read."""

import importlib
import os
import sys
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from plugins.build.settings_places import placed
from plugins.core.diagnostic import Diagnostic, Location, Severity, Span, Text, translatable

RULE = "setting-value"
NEEDED = ("plugins.generator", "plugins.checks")
FOLDER = translatable("Name a folder that is there, as it is reached from this file.")
LIST = translatable('Write a list of names: `PLUGINS = ["plugins.generator", "plugins.checks", …]`.')
ADD = translatable("Add its name to the list.")


def load_settings(file: Path, overrides: Mapping[str, Any]) -> tuple[dict[str, Any], Diagnostic | None]:
    """The settings of `file` with `overrides`; a finding when the file, or a folder it names, cannot be used."""
    # Pelican takes a third of a second to import: not before it is needed.
    from pelican.settings import read_settings

    content = overrides.get("PATH")
    if content is not None and not Path(content).is_dir():
        # Pelican would say that no path was given at all.
        return {}, _no_folder(str(content))
    try:
        with _read_anew(file.parent):
            settings = read_settings(str(file), override=dict(overrides))
            return settings, _plugins_fault(settings.get("PLUGINS"), file)
    except SyntaxError as error:
        return {}, _fault(file, error.lineno or 1, error.msg or type(error).__name__)
    except Exception as error:  # The file is Python: anything may be raised in it.
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(file)]
        unfound = None if frames else _unfound(file, overrides)
        line = frames[-1].lineno if frames else 1
        return {}, unfound or _fault(file, line or 1, str(error) or type(error).__name__)


@contextmanager
def _read_anew(folder: Path) -> Iterator[None]:
    """Settings, and what they import from beside them, come from the text that is there now.

    Python takes its compiled copy for today's when second and size are the same.
    """
    for copy in (folder / "__pycache__").glob("*.pyc"):
        copy.unlink(missing_ok=True)
    writes, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        yield
    finally:
        sys.dont_write_bytecode = writes


def _no_folder(content: str) -> Diagnostic:
    return Diagnostic(
        Location(content),
        "folder-unreadable",
        Severity.ERROR,
        Text(translatable("There is no folder `{path}`."), {"path": content}),
        Text(translatable("Name the folder that holds the texts with --content.")),
    )


def _fault(file: Path, line: int, reason: str) -> Diagnostic:
    return Diagnostic(
        Location(str(file), Span(line, 1, line, 1)),
        RULE,
        Severity.ERROR,
        Text(translatable("The settings cannot be read: {reason}."), {"reason": reason.rstrip(".")}),
        Text(translatable("Undo the last change to this file, or correct this line.")),
    )


def _unfound(file: Path, overrides: Mapping[str, Any]) -> Diagnostic | None:
    """A folder that the settings name and that is not there; Pelican says so in English, and not where."""
    from pelican.settings import get_settings_from_file

    with suppress(Exception):  # It has been read once, and may be a program that answers otherwise now.
        written = {**get_settings_from_file(str(file)), **overrides}
        for name in ("PATH", "THEME"):
            if name in written and not Path(file.parent, str(written[name])).is_dir():
                return _impossible(name, written[name], FOLDER, file)
    return None


def _plugins_fault(value: object, file: Path) -> Diagnostic | None:
    """`PLUGINS` that is no list, or without a plugin that this site is nothing without."""
    if not isinstance(value, list | tuple):
        return _impossible("PLUGINS", value, LIST, file)
    for one in value:
        if not isinstance(one, str) and not hasattr(one, "register"):
            return _impossible("PLUGINS", one, LIST, file)
    names = [one if isinstance(one, str) else getattr(one, "__name__", "") for one in value]
    for needed in NEEDED:
        if needed not in names:
            text = Text(
                translatable("`PLUGINS` lacks `{name}`, without which this site is not made."), {"name": needed}
            )
            fault = Diagnostic(Location(str(file)), RULE, Severity.ERROR, text, Text(ADD), "PLUGINS")
            return next(placed((fault,), str(file)))
    return None


def _impossible(name: str, value: object, remedy: str, file: Path) -> Diagnostic:
    text = Text(translatable("The setting `{name}` cannot be `{value}`."), {"name": name, "value": str(value)[:80]})
    fault = Diagnostic(Location(str(file)), RULE, Severity.ERROR, text, Text(remedy), f"{name} {value}")
    return next(placed((fault,), str(file)))


def path_faults(paths: Sequence[str], content: Path) -> Iterator[Diagnostic]:
    """Each of `paths` that names nothing in the folder `content`."""
    for written in paths:
        path = Path(os.path.abspath(written))
        if not os.path.lexists(path):
            text = Text(translatable("There is no file or folder `{path}`."), {"path": written})
        elif content.resolve() in (path.resolve(), *path.resolve().parents) or content in path.parents:
            continue
        else:
            values = {"path": written, "content": str(content)}
            text = Text(translatable("`{path}` does not lie in the content folder `{content}`."), values)
        hint = Text(translatable("Write the path of a file or folder of the content, as seen from here."))
        yield Diagnostic(Location(str(path)), "folder-unreadable", Severity.ERROR, text, hint)


def place_fault(settings: Mapping[str, Any]) -> Diagnostic | None:
    """Folders that lie in one another, or an output that is a file: building would publish or overwrite itself."""
    content, output = Path(settings["PATH"]).resolve(), Path(settings["OUTPUT_PATH"]).resolve()
    hint = Text(translatable("Name a folder of its own with --output, beside the content folder."))
    if content == output or content in output.parents or output in content.parents:
        values = {"content": str(content), "output": str(output)}
        text = Text(translatable("`{content}` and `{output}` lie in one another."), values)
        return Diagnostic(Location(str(output)), RULE, Severity.ERROR, text, hint)
    if output.exists() and not output.is_dir():
        text = Text(translatable("`{output}` is a file, not a folder."), {"output": str(output)})
        return Diagnostic(Location(str(output)), RULE, Severity.ERROR, text, hint)
    return None


def plugin_fault(wanted: Sequence[Any], loaded: Sequence[str], file: Path) -> Diagnostic | None:
    """A plugin of `PLUGINS` in `file` that could not be loaded; Pelican alone would go on without it."""
    for name in wanted:
        if isinstance(name, str) and name not in loaded:
            fault = Diagnostic(
                Location(str(file)),
                RULE,
                Severity.ERROR,
                Text(
                    translatable("The plugin `{name}` cannot be loaded: {reason}."),
                    {"name": name, "reason": _why(name)},
                ),
                Text(translatable("Correct its name in `PLUGINS`, or take it out.")),
                f"PLUGINS {name}",
            )
            return next(placed((fault,), str(file)))
    return None


def _why(name: str) -> str:
    try:
        importlib.import_module(name).register()
    except Exception as error:  # A plugin may raise anything.
        return (str(error) or type(error).__name__).rstrip(".")
    return "?"
