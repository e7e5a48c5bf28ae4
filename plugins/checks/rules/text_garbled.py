"""text-garbled: letters that a program has mistaken for others.

What it finds: signs such as `Ã¡` in the place of `á`, `â€œ` in the place of a quotation mark, and `�`.
Why it matters: readers stumble over every accent, search engines find none of the words, and people doubt the rest.
What to do: write the letters that were meant; save such files as UTF-8 before you copy from them.
"""

from collections.abc import Iterator
from hashlib import sha256

from plugins.checks.garbled import garbled
from plugins.core.diagnostic import Diagnostic, Edit, Fix, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule
from plugins.core.source import Source

NAME = "text-garbled"
BOM = b"\xef\xbb\xbf"
EXAMPLE = Example("El agua llegÃ³ al barrio.", "El agua llegó al barrio.", "body")
MESSAGE = translatable("“{written}” stands here where “{meant}” was meant.")
HINT = translatable("Write “{meant}”, and look at the rest of the line too.")
DELETE = translatable("Delete it.")
SIGNS = translatable("“{written}” stands here where nothing was meant.")
LOST = translatable("A letter was lost here: only “�” is left of it.")
LOST_HINT = translatable("Write the word again as it was.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Each line of the body with garbled letters, and each letter that is lost."""
    plain = entry.facts.plain
    if plain.isascii():
        return
    lines: dict[int, list[tuple[int, int, str]]] = {}
    for start, end, meant in garbled(plain):
        lines.setdefault(plain.rfind("\n", 0, start), []).append((start, end, meant))
    for ones in lines.values():
        start, end, meant = ones[0]
        fix = Fix(tuple(Edit(entry.at(first, last).span, text) for first, last, text in ones), is_safe=False)
        values: dict[str, str | int] = {"written": plain[start:end], "meant": meant}
        message, hint = Text(MESSAGE if meant else SIGNS, values), Text(HINT if meant else DELETE, values)
        yield Diagnostic(entry.at(start, end), NAME, Severity.ERROR, message, hint, _around(plain, start, end), fix)
    place = plain.find("\ufffd") if "\ufffd" in plain and is_as_read(entry.source) else -1
    while place >= 0:
        at = entry.at(place, place + 1)
        yield Diagnostic(at, NAME, Severity.ERROR, Text(LOST), Text(LOST_HINT), _around(plain, place, place + 1))
        place = plain.find("\ufffd", plain.find("\n", place)) if "\n" in plain[place:] else -1


def is_as_read(source: Source) -> bool:
    """Whether the file itself is what `source` holds: what is no text, or no sign, the reader replaces by `�`."""
    texts = (source.text, source.text.replace("\n", "\r\n"))
    return any(sha256(mark + text.encode()).hexdigest() == source.digest for text in texts for mark in (b"", BOM))


def _around(plain: str, start: int, end: int) -> str:
    return plain[max(start - 15, 0) : end + 15].replace("\n", " ")


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "text", entry=find, fix="unsafe")
