"""share-message-spacing: two words of a share message that stick together.

What it finds: a comma or a colon between two words of a `share_message` without a space after it: `Hola:mundo`.
Why it matters: it looks careless in what others pass on under their own name, and screen readers read one long word.
What to do: put a space after the sign.
"""

import re
from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule
from plugins.core.written import Written, written

NAME = "share-message-spacing"
EXAMPLE = Example(
    'share_message: "Agua limpia:lo que falta,barrio por barrio, para que todos la tengan #AguaLimpia"',
    'share_message: "Agua limpia: lo que falta, barrio por barrio, para que todos la tengan #AguaLimpia"',
)
MESSAGE = translatable("There is no space after the sign in “{words}”.")
HINT = translatable("Write “{words}”.")
LETTER = "A-Za-zÀ-ÖØ-öø-ɏ"
WORD = re.compile(r"\S*[:,]\S*")
# Signs of addresses, names and tags: what a colon or a comma means beside them is their own affair.
OTHERS = frozenset("/@#=\\")
# Nor in codes and `:emoji:`, in `re:publica`, or where a colon makes a word of all genders.
STUCK = re.compile(
    rf"(?<![\w.&%!~+-])(?<!(?<![{LETTER}\"”»’)]):)(?=[{LETTER}]{{2}})(?P<before>[{LETTER}]+[)»”’\"]?[,:])"
    rf"(?!(?:in|innen|as|os)\b|publica\b|[\w-]+(?:\.[\w-]+)*(?:\.[a-z]|[:_]))"
    rf"(?=(?P<after>[¿¡«“\"(]?[{LETTER}]{{2,}}|(?<=,)[yeouYEOU]\b))"
)


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every pair of words without a space between them in the share messages of `entry`."""
    for key, text in entry.share_message.items():
        # Nearly every sign has its space, and to see that is soon done.
        if text.count(",") + text.count(":") > text.count(", ") + text.count(": "):
            matches = list(_stuck(text))
            if matches:
                found = written(entry.source, text, "share_message", key)
                yield from (_finding(entry.source.path, found, match) for match in matches)


def _stuck(text: str) -> Iterator[re.Match[str]]:
    for word in WORD.finditer(text):
        if OTHERS.isdisjoint(word[0]):
            yield from STUCK.finditer(text, *word.span())


def _finding(path: str, found: Written, match: re.Match[str]) -> Diagnostic:
    at = Location(path, found.span_of(match.start(), match.end("after")))
    before, after = match["before"], match["after"]
    message, hint = Text(MESSAGE, {"words": before + after}), Text(HINT, {"words": f"{before} {after}"})
    return Diagnostic(at, NAME, Severity.WARNING, message, hint, before + after, _fix(found, match))


def _fix(found: Written, match: re.Match[str]) -> Fix | None:
    place = found.place(match.start(), match.end("after"))
    # With a space behind it, a colon would make a field of what stands before it.
    quotes = found.quoting() if match["before"].endswith(":") else ()
    if place is None or quotes is None:
        return None
    gap = place[0] + len(match["before"])
    return Fix((*quotes, Edit(found.span_in(gap, gap), " ")))


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "sharing", entry=find, fix="safe")
