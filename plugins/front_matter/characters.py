"""character-unprintable: signs in a file that no page or feed can carry, as they are or as HTML entities."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec import structs

from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Span, Text, translatable
from plugins.core.garbled import garbled
from plugins.core.source import UNPRINTABLE, has_unprintable, span_in

RULE = "character-unprintable"
# A file that is no text at all holds them by the million.
MOST = 20
MESSAGE = translatable("There is a control character here (U+{code}) that no page or feed can carry.")
MORE = translatable("From here on there are {count} more control characters that no page or feed can carry.")
HINT = translatable("Delete it: put the cursor after it and press the backspace key.")
MEANT = translatable("Write “{meant}”, and look at the rest of the line too.")
ESCAPED_HINT = translatable("Between double quotes `\\` and a letter make such a sign: write `/` instead of `\\`.")
MORE_HINT = translatable("This file may be no text at all: open it, and save it anew as text, or delete it.")
# The numbers from 128 to 159 mean signs of Windows in HTML.
ENTITY = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));?")
# What `"\a"`, `"\b"`, `"\e"`, `"\f"` and `"\v"` stand for.
ESCAPED = "\x07\x08\x1b\x0c\x0b"
C1 = range(0x80, 0xA0)
# What ends a line or a page elsewhere stands between two words.
ENDS = "\x0b\x0c\x1c\x1d\x1e\x1f"


def unprintables(path: str, text: str) -> Iterator[Diagnostic]:
    """Each sign in the `text` of the file at `path` that cannot be published; of very many the first ones."""
    written = ((match.span(), match[0]) for match in UNPRINTABLE.finditer(text)) if has_unprintable(text) else ()
    found = iter(chain(written, _entities(text)))
    for number, (place, sign) in enumerate(found):
        at = span_in(text, *place)
        if number < MOST:
            yield _of_a_letter(path, text, place[0], at) or unprintable(path, sign, at, is_alone=True)
        else:
            message = Text(MORE, {"count": 1 + sum(1 for _ in found)})
            yield Diagnostic(Location(path, at), RULE, Severity.ERROR, message, Text(MORE_HINT), "…")


def _of_a_letter(path: str, text: str, place: int, at: Span) -> Diagnostic | None:
    """The finding of a sign that is a part of a garbled letter: `Ã` and U+0081 are `Á`."""
    if ord(text[place]) not in C1:
        return None
    start = max(place - 3, 0)
    for first, last, meant in garbled(text[start : place + 2]):
        if meant and first <= place - start < last:
            fix = Fix((Edit(span_in(text, start + first, start + last), meant),), is_safe=False)
            return structs.replace(unprintable(path, text[place], at), hint=Text(MEANT, {"meant": meant}), fix=fix)
    return None


def _entities(text: str) -> Iterable[tuple[tuple[int, int], str]]:
    for match in ENTITY.finditer(text) if "&" in text and "&#" in text else ():
        code = int(match[1], 16) if match[1] else int(match[2])
        if code not in C1 and code <= 0x10FFFF and UNPRINTABLE.match(chr(code)):
            yield match.span(), chr(code)


def unprintable(path: str, sign: str, span: Span, *, is_alone: bool = False) -> Diagnostic:
    """The finding of one `sign`; where it `is_alone` at `span`, it can be taken out. Those of Windows mean quotes."""
    is_lost = is_alone and ord(sign) not in C1
    fix = Fix((Edit(span, " " if sign in ENDS else ""),)) if is_lost else None
    hint = HINT if is_alone or sign not in ESCAPED else ESCAPED_HINT
    message, offence = Text(MESSAGE, {"code": f"{ord(sign):04X}"}), sign.encode("unicode_escape").decode()
    return Diagnostic(Location(path, span), RULE, Severity.ERROR, message, Text(hint), offence, fix)
