"""stars-shown: words between stars that are published with them.

What it finds: a blank behind the stars that open, or before those that close: `** words **`.
Why it matters: readers see the stars, and nothing in bold.
What to do: take the blanks between the stars and the words away.
"""

import re
from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Edit, Fix, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "stars-shown"
EXAMPLE = Example("El agua vuelve el ** lunes ** a las siete.", "El agua vuelve el **lunes** a las siete.", "body")
MESSAGE = translatable("The stars around “{text}” are published, because there is a blank inside them.")
HINT = translatable("Write `**{text}**`.")
# It may be what stands between two others in bold.
MAY_BE = re.compile(r"\*\*(?:[ \t]++[^*\n]{1,80}|[^\s*][^*\n]{0,80}[ \t])\*\*")
BULLET = re.compile(r"^[ \t>]*+\*(?=[ \t])", re.MULTILINE)
STARS = re.compile(r"\*+")
# A longer stretch, or one with an end of a sentence in it, stands between two signs of something else.
WORDS = re.compile(r"([ \t]*)([^\s.!?;][^\n.!?;]{0,78}?)([ \t]*)")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every pair of stars in paragraphs that have no others than pairs."""
    plain, done = entry.facts.plain, 0
    if "** " not in plain and " **" not in plain:
        return
    for match in MAY_BE.finditer(plain):
        if match.start() < done:
            continue
        start = plain.rfind("\n\n", done, match.start()) + 2 if "\n\n" in plain[done : match.start()] else done
        done = plain.find("\n\n", match.end()) + 1 or len(plain)
        yield from _in_paragraph(entry, start, plain[start:done])


def _in_paragraph(entry: Entry, start: int, text: str) -> Iterator[Diagnostic]:
    text = BULLET.sub(lambda match: match[0][:-1] + " ", text)
    stars = list(STARS.finditer(text))
    if "\\*" in text or len(stars) % 2 or any(len(one[0]) != 2 for one in stars):
        return
    for opening, closing in zip(stars[::2], stars[1::2], strict=True):
        words = WORDS.fullmatch(text, opening.end(), closing.start())
        around = text[max(opening.start() - 1, 0) : opening.start()] + text[closing.end() : closing.end() + 1]
        if words is None or not (words[1] or words[3]) or any(map(str.isalnum, around)):
            continue
        if not any(map(str.isalpha, words[2])):
            continue
        at = entry.at(start + opening.start(), start + closing.end())
        blanks = [words.span(number) for number in (1, 3) if words[number]]
        fix = Fix(tuple(Edit(entry.at(start + first, start + last).span, "") for first, last in blanks), is_safe=False)
        values: dict[str, str | int] = {"text": words[2]}
        yield Diagnostic(at, NAME, Severity.WARNING, Text(MESSAGE, values), Text(HINT, values), words[0], fix)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "text", entry=find, fix="unsafe")
