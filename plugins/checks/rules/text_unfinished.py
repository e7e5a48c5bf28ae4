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
SIGNS = ("[", "XXXX", "TODO:", "orem ipsum", "OREM IPSUM")
# In small letters a bracket is an editor's note. `XXX` is a number, and `TODO` a word.
KEPT = re.compile(
    r"\[(?:(?:POR |A |SIN )?(?:COMPLETAR|COMPLETE|DEFINIR|CONFIRMAR|PENDIENTE|PENDENTE|REVISAR)|TK|TKTK"
    r"|TB[CDA]|TODO|XX+|(?:INSERTAR|INSERIR|INSERT|FALTA|AGREGAR) [^\[\]\n]{1,60})\](?![(\[:])"
    r"|(?<![\w*#])X{4,20}(?![\w*])|^TODO: .{0,20}|\b[Ll]orem ipsum\b|\bLOREM IPSUM\b",
    re.MULTILINE,
)


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every place of `entry` that waits for its words."""
    if entry.source.front is None:
        return
    plain = entry.facts.plain
    if any(sign in plain for sign in SIGNS):
        for match in KEPT.finditer(plain):
            message = Text(MESSAGE, {"written": match[0]})
            yield Diagnostic(entry.at(*match.span()), NAME, Severity.WARNING, message, Text(HINT), match[0])
    for field in ("title", "intro"):
        match_in_field = KEPT.search(entry.source.text_of(field)[:LONGEST])
        if match_in_field:
            at, written = entry.source.at(field), match_in_field[0]
            yield Diagnostic(at, NAME, Severity.WARNING, Text(MESSAGE, {"written": written}), Text(HINT), written)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "text", entry=find)
