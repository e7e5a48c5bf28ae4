"""text-unfinished: words that kept a place and were never replaced.

What it finds: in the text, `title` or `intro`: `Lorem ipsum`, `[COMPLETAR]`, `[TK]`, `XXXX`, `TODO:` before a line.
Why it matters: it tells readers that nobody looked at the page before it was published.
What to do: write what belongs there, or delete it; keep the page as a draft (`draft: true`) until then.
"""

import re
from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "text-unfinished"
EXAMPLE = Example(
    "La obra costó [COMPLETAR] y la pagó el municipio.", "La obra costó 12 millones y la pagó el municipio.", "body"
)
MESSAGE = translatable("“{written}” only keeps the place of something that is to be written.")
HINT = translatable("Write what belongs here, or delete it.")
LONGEST = 1000
# Each with the sign that is looked for first. In small letters a bracket is an editor's note; `XXX` is a number, and
# `TODO` a word.
KEPT = (
    (
        "[",
        re.compile(
            r"\[(?:(?:POR |A |SIN )?(?:COMPLETAR|COMPLETE|DEFINIR|CONFIRMAR|PENDIENTE|PENDENTE|REVISAR)|TK|TKTK"
            r"|TB[CDA]|TODO|XX+|(?:INSERTAR|INSERIR|INSERT|FALTA|AGREGAR) [^\[\]\n]{1,60})\](?![(\[:])"
        ),
    ),
    ("XXXX", re.compile(r"(?<![\w*#])X{4,20}(?![\w*])")),
    ("TODO:", re.compile(r"^TODO: .{0,20}", re.MULTILINE)),
    ("orem ipsum", re.compile(r"\b[Ll]orem ipsum\b")),
    ("OREM IPSUM", re.compile(r"\bLOREM IPSUM\b")),
)


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every place of `entry` that waits for its words."""
    if entry.source.front is None:
        return
    for match in _kept(entry.facts.plain):
        message = Text(MESSAGE, {"written": match[0]})
        yield Diagnostic(entry.at(*match.span()), NAME, Severity.WARNING, message, Text(HINT), match[0])
    for field in ("title", "intro"):
        for match in _kept(entry.source.text_of(field)[:LONGEST])[:1]:
            at, message = entry.source.at(field), Text(MESSAGE, {"written": match[0]})
            yield Diagnostic(at, NAME, Severity.WARNING, message, Text(HINT), match[0])


def _kept(text: str) -> list[re.Match[str]]:
    """What waits for its words in `text`, in its order."""
    found = [match for sign, pattern in KEPT if sign in text for match in pattern.finditer(text)]
    return sorted(found, key=lambda match: match.start())


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "text", entry=find)
