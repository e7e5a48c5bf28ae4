"""Settings that Pelican alone would not understand, or go on without: each is said at its place."""

from pathlib import Path

import pytest

from plugins.build.settings import load_settings
from plugins.core.diagnostic import Span

ROOT = Path(__file__).parents[2]
SOUND = f"""\
PATH = {str(ROOT / "content")!r}
THEME = {str(ROOT / "theme")!r}
PLUGINS = ["plugins.generator", "plugins.checks", "plugins.feeds"]
"""


def test_sound_settings_are_read(tmp_path: Path) -> None:
    file = tmp_path / "pelicanconf.py"
    file.write_text(SOUND, "utf-8")
    settings, fault = load_settings(file, {})
    assert fault is None and settings["PATH"] == str(ROOT / "content")


@pytest.mark.parametrize(
    ("line", "span", "words"),
    [
        ("PLUGINS = None", Span(4, 11, 4, 15), "`PLUGINS` cannot be `None`"),
        ("PLUGINS = []", Span(4, 1, 4, 8), "`PLUGINS` lacks `plugins.generator`"),
        ('PLUGINS.remove("plugins.checks")', Span(4, 1, 4, 8), "`PLUGINS` lacks `plugins.checks`"),
        ("PLUGINS.append(5)", Span(4, 16, 4, 17), "`PLUGINS` cannot be `5`"),
        ('THEME = "tema"', Span(4, 9, 4, 15), "`THEME` cannot be `tema`"),
        ('PATH = "contenido"', Span(4, 8, 4, 19), "`PATH` cannot be `contenido`"),
        ("PATH = 1 / 0", Span(4, 1, 4, 1), "division by zero"),
        ("PATH = (", Span(4, 1, 4, 1), "The settings cannot be read"),
    ],
)
def test_what_cannot_be_used_is_said_at_its_place(line: str, span: Span, words: str, tmp_path: Path) -> None:
    file = tmp_path / "pelicanconf.py"
    file.write_text(f"{SOUND}{line}\n", "utf-8")
    _, fault = load_settings(file, {})
    assert fault is not None and fault.hint is not None and fault.rule == "setting-value"
    assert fault.location.path == str(file) and fault.location.span == span
    assert words in fault.message.said(str)
