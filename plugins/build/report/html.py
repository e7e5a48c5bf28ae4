"""Diagnostics as one page for people who use no terminal: it stands alone, asks for nothing, and runs nothing."""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from plugins.build.report.cells import harmless
from plugins.build.report.contents import Contents
from plugins.build.report.html_view import Lines, pieces, sections
from plugins.core.diagnostic import translatable

FOLDER = Path(__file__).parent / "page"

TEXTS: Mapping[str, str] = {
    "title": translatable("What the check found"),
    "errors": translatable("Errors"),
    "warnings": translatable("Warnings"),
    "fixable": translatable("Repair themselves"),
    "files": translatable("Files looked at"),
    "known": translatable("Known debts"),
    "levels": translatable("An error stops publication; a warning does not."),
    "contents": translatable("In this report"),
    "nothing": translatable("There is nothing to correct."),
    "held": translatable("Not published"),
    "why": translatable("Why it matters, and what to do"),
    "again": translatable("To check again:"),
    "made": translatable("Made by Pregón {version}."),
}


def render_html(contents: Contents, lines: Lines) -> str:
    """All findings, sorted by who can correct them; `lines` are those of each source.

    The document is ASCII: a shell that stores it in another encoding cannot damage it.
    """
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
        lstrip_blocks=True,
    )
    page = environment.get_template("report.html").render(
        lang=contents.voice.lang,
        words={name: contents.voice.say(text, version=contents.version) for name, text in TEXTS.items()},
        style=Markup((FOLDER / "report.css").read_text("ascii")),
        summary=contents.summary,
        sections=sections(contents, lines),
        held=[pieces(harmless(line)) for line in contents.held],
        command=contents.summary.checking,
    )
    return page.encode("ascii", "xmlcharrefreplace").decode("ascii")
