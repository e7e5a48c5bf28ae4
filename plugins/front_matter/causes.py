"""The likely causes why YAML does not parse, each with its place, its remedy and, where that is sure, the edits."""

import re
from collections.abc import Callable

from plugins.core.diagnostic import Edit, Span, Text, translatable
from plugins.core.quoted import before_comment, quoted
from plugins.front_matter.cause import VALUE, Cause, Front
from plugins.front_matter.tree import TooDeep

INNER_COLON = re.compile(r":(?:\s|$)")
UNSPACED = re.compile(r"[ \t]*(?:-[ \t]+)?(?P<key>[A-Za-z_][\w-]*):(?=[^\s/:\d])")
BRACKETED = re.compile(r"(?:\[[^\[\]]*\]|\{[^{}]*\})[ \t]*[^\s,\]}].*")
HASH = re.compile(r"(?<=[\s\[,{])#[^\s#,\]}][^,\]}]*(?<!\s)")
COMMENT = re.compile(r"(?<=[\s\[,{])#")
CLOSING = {"[": "]", "{": "}"}
SPECIAL = "@`%&*!|>,?"
BETWEEN_QUOTES = translatable('Put the whole text between double quotes: "{text}".')
BEGINS = translatable("A text that begins with `{sign}` must stand between quotes.")
HASHED = translatable("The sign `#` of `{text}` makes a comment of the rest of this line.")
TABS = (2, 4, 8, 0)
STARTS = re.compile(r"[ \t]*(?:-[ \t]|[\w-]+:(?:[ \t]|$)|$)")


def likely_cause(front: Front, line: int, error: Exception | None, column: int) -> Cause:
    """Why the reader gave up at `line` and `column` with `error`, or without one found no fields."""
    for number in (line, line - 1):
        for look in CAUSES:
            cause = look(front, number) if 0 < number <= len(front.lines) else None
            if cause is not None:
                return cause
    for number in range(min(line, len(front.lines)), 0, -1):
        cause = _open_bracket(front, number)
        if cause is not None:
            return cause
    return _unknown(front.line(line), line, error, column)


def _unknown(text: str, line: int, error: Exception | None, column: int) -> Cause:
    if error is None:
        return Cause(
            Span(line, 1, line, len(text) + 1),
            Text(
                translatable("The front matter holds no fields: `{text}` has no `name: value`."), {"text": text.strip()}
            ),
            Text(translatable("Write each field on a line of its own, for example `title: My title`.")),
        )
    start = min(column, len(text)) + 1
    span = Span(line, start, line, max(len(text), start) + 1)
    if isinstance(error, TooDeep | RecursionError):
        return Cause(
            span,
            Text(translatable("The front matter is nested far too deep or far too long to be read.")),
            Text(translatable("Keep only the fields that the guide lists.")),
        )
    return Cause(
        span,
        Text(translatable("The front matter cannot be read from here on.")),
        Text(translatable("Look at this line and the one above: quotes, brackets and indentation must match.")),
    )


def _tab(front: Front, number: int) -> Cause | None:
    lead = _lead(front.line(number))
    if "\t" not in lead:
        return None
    edits, spaces = _without_tabs(front, number)
    hint = Text(translatable("Replace the tab with two spaces."))
    if edits and spaces != TABS[0]:
        more = Text(translatable("Replace the tab with {number} spaces."), {"number": spaces})
        hint = more if spaces else Text(translatable("Delete the tab."))
    message = Text(translatable("This line begins with a tab; front matter takes only spaces."))
    return Cause(Span(number, 1, number, lead.rindex("\t") + 2), message, hint, edits)


def _without_tabs(front: Front, number: int) -> tuple[tuple[Edit, ...], int]:
    """How many blanks let all be read, or at least more, in place of a tab; no edits where none do."""
    begun = {line: _lead(front.line(line)) for line in range(front.first_line + 1, front.closing)}
    tabbed = {line: lead for line, lead in begun.items() if "\t" in lead}
    if all(STARTS.match(front.line(line)) for line in tabbed):
        for end in (front.closing, number):
            for spaces in TABS:
                blanks = {line: lead.expandtabs(spaces) for line, lead in tabbed.items()}
                edits = tuple(Edit(Span(line, 1, line, len(tabbed[line]) + 1), text) for line, text in blanks.items())
                if front.helps(edits, end):
                    return edits, spaces
    return (), TABS[0]


def _lead(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _colon(front: Front, number: int) -> Cause | None:
    match = VALUE.match(front.line(number))
    value = before_comment(match["value"]) if match and match["key"] else ""
    if match is None or not value or value[0] in "\"'|>[{&*!" or not INNER_COLON.search(value):
        return None
    message = translatable("A colon inside the text `{text}` makes this line unreadable.")
    return _to_quote(front, number, match.start("value"), value, Text(message, {"text": value}))


def _special(front: Front, number: int) -> Cause | None:
    match = VALUE.match(front.line(number))
    value = before_comment(match["value"]) if match and match.start("value") > len(_lead(match[0])) else ""
    if match is None or not value:
        return None
    if value[0] not in SPECIAL and not value.startswith("- ") and not BRACKETED.fullmatch(value):
        return None
    return _to_quote(front, number, match.start("value"), value, Text(BEGINS, {"sign": value[0]}))


def _to_quote(front: Front, number: int, start: int, value: str, message: Text) -> Cause:
    span = Span(number, start + 1, number, start + len(value) + 1)
    edits = (Edit(span, quoted(value)),)
    sure = not front.is_continued(number) and front.helps(edits, number)
    return Cause(span, message, Text(BETWEEN_QUOTES, {"text": quoted(value)[1:-1]}), edits if sure else ())


def _quote(front: Front, number: int) -> Cause | None:
    text = front.line(number)
    match = VALUE.match(text)
    value = match["value"].strip() if match else ""
    if not value or value[0] not in "\"'":
        return None
    return Cause(
        Span(number, text.index(value) + 1, number, len(text) + 1),
        Text(translatable("The quotes of `{text}` do not match."), {"text": value}),
        Text(
            translatable(
                "Begin and end the text with the same quote; inside it, use the other kind, "
                "or write '' for ' between single quotes."
            )
        ),
    )


def _unspaced(front: Front, number: int) -> Cause | None:
    match = UNSPACED.match(front.line(number))
    if match is None:
        return None
    edits = (Edit(Span(number, match.end() + 1, number, match.end() + 1), " "),)
    return Cause(
        Span(number, match.start("key") + 1, number, match.end() + 1),
        Text(translatable("Behind the colon of `{field}` a blank is missing."), {"field": match["key"]}),
        Text(translatable("Write it so: `{field}: …`."), {"field": match["key"]}),
        edits if front.helps(edits, number) else (),
    )


def _open_bracket(front: Front, number: int) -> Cause | None:
    text = front.line(number)
    match = VALUE.match(text)
    value = match["value"] if match and match["key"] else ""
    sign = value[:1]
    if match is None or sign not in CLOSING or value.count(sign) <= value.count(CLOSING[sign]):
        return _hash_in_brackets(front, number, match.start("value"), value) if match and sign in CLOSING else None
    return Cause(
        Span(number, match.start("value") + 1, number, len(text.rstrip()) + 1),
        Text(translatable("The bracket `{sign}` is opened here and never closed."), {"sign": sign}),
        Text(translatable("Write `{closing}` at the end, or put the text between quotes."), {"closing": CLOSING[sign]}),
    )


def _hash_in_brackets(front: Front, number: int, start: int, value: str) -> Cause | None:
    end = value.rfind(CLOSING[value[0]])
    if "#" not in value[:end] or '"' in value or "'" in value:
        return None
    found = [match for match in HASH.finditer(value, 0, end)]
    edits = tuple(
        Edit(Span(number, start + match.start() + 1, number, start + match.end() + 1), quoted(match[0]))
        for match in found
    )
    if not edits:
        return _hash_before_the_end(number, start, value)
    if not front.helps(edits, number):
        return None
    word = Text(HASHED, {"text": found[0][0]})
    return Cause(edits[0].span, word, Text(BETWEEN_QUOTES, {"text": found[0][0]}), edits)


def _hash_before_the_end(number: int, start: int, value: str) -> Cause | None:
    """What closes the bracket stands in a comment."""
    match = COMMENT.search(value)
    closing = CLOSING[value[0]]
    if match is None or closing in value[: match.start()]:
        return None
    text = value[match.start() :].rstrip()
    place = start + match.start() + 1
    return Cause(
        Span(number, place, number, place + len(text)),
        Text(HASHED, {"text": text}),
        Text(translatable("Write `{closing}` before the `#`."), {"closing": closing}),
    )


CAUSES: tuple[Callable[[Front, int], Cause | None], ...] = (_tab, _colon, _quote, _special, _unspaced)
