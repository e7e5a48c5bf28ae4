"""heading-bold: a line in bold in the place of a heading.

What it finds: a short paragraph all in bold, without a stop at its end and with text below it.
Why it matters: who listens to the page, or looks for a part of it, finds headings and no bold lines.
What to do: write `##` and a blank before it, and take the stars away; in a part that has a heading, `###`.
"""

import re
from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Text, translatable
from plugins.core.entry import BodyHeading, Entry
from plugins.core.rule import Example, Rule

NAME = "heading-bold"
EXAMPLE = Example(
    "El barrio se reunió.\n\n**Lo que pedimos**\n\nQue el agua llegue a todas las casas.",
    "El barrio se reunió.\n\n## Lo que pedimos\n\nQue el agua llegue a todas las casas.",
    "body",
)
MESSAGE = translatable("“{text}” looks like a heading and is none: it is only in bold.")
HINT = translatable("Write `{signs} {text}`, without the stars.")
LONGEST = 60
# What stands alone before a sentence to make readers look.
LABEL = re.compile(
    r"(?:muy )?importante|ojo|atenci[oó]n|aviso|nota|urgente|recuerd[ae]n?|important|note|warning|attention|notice"
    r"|urgent|atenção|cuidado|lembrete",
    re.IGNORECASE,
)
BOLD = re.compile(r"(\*{2,3}|_{2,3})([^\n]+)\1")
# A sentence, or the beginning of one, is stressed and no heading; so is a single word before a colon.
SENTENCE = re.compile(r"[.!…;,—–-][»”\"')]?$|^\S+:$")
LIST = re.compile(r"[ \t]*(?:[*+-]|\d+[.)])[ \t]")
# Nobody answers with a list or a player.
NO_ANSWER = re.compile(rf"{LIST.pattern}|<")
# A name stands over a portrait or a signature; what may stand between its words, and words that are in no name.
PARTICLE = re.compile(r" (?:de|del|la|las|los|da|das|do|dos|e|y|van|von|der)(?= )")
NO_NAME = re.compile(
    r"\b(?:[ao]s?|about|an|and|are|como|cómo|con|cuándo|dónde|el|en|for|how|is|las?|los?|next|nos|nuestr[ao]s?|our|para|"
    r"por|qué|que|sobre|the|to|um|uma|una?|us|was|we|what|when|where|who|why|with|you|your)\b",
    re.IGNORECASE,
)
# What follows is no text: a heading, a line, a picture, a table, a quotation, a list of attributes, another in bold.
NO_TEXT = re.compile(r"#|[-*_=]{3,}[ \t]*(?:\n|\Z)|!\[|\||>|<(?:table|figure|img|h\d)|\{|\*\*|__|\[\^")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every paragraph in bold with the place and the shape of a heading; questions with answers are an interview."""
    if not any(not heading.level for heading in entry.facts.headings):
        return
    lines = entry.facts.plain.split("\n")
    first = entry.source.body_line
    found = [one for one in _with_levels(entry) if _is_heading(lines, one[0].span.line - first, one[0].text)]
    questions = [one for one, _ in found if one.text.rstrip("»”\"'").endswith("?")]
    answered = [one for one in questions if not NO_ANSWER.match(_rest(lines, one.span.line - first))]
    if (len(questions) == len(found) < 2) or (len(answered) > 1 and len(answered) * 2 >= len(found)):
        return
    for heading, level in _without_persons(entry, found):
        signs, text = "#" * level, heading.text.rstrip(":")
        message, hint = Text(MESSAGE, {"text": text}), Text(HINT, {"signs": signs, "text": text})
        written = BOLD.fullmatch(entry.source.written(heading.span))
        fix = Fix((Edit(heading.span, f"{signs} {written[2].rstrip(':')}"),), is_safe=False) if written else None
        at = Location(entry.source.path, heading.span)
        yield Diagnostic(at, NAME, Severity.WARNING, message, hint, heading.text, fix)


def _without_persons(entry: Entry, found: list[tuple[BodyHeading, int]]) -> list[tuple[BodyHeading, int]]:
    """Those that are no names, which in English look like headings where there are others in bold."""
    persons = [one for one in found if _is_person(one[0].text)]
    if entry.lang == "en" and len(persons) not in (1, len(found)):
        return found
    return [one for one in found if one not in persons]


def _with_levels(entry: Entry) -> Iterator[tuple[BodyHeading, int]]:
    """Each bold paragraph with the level that a heading in its place has; one that jumps a level counts for nothing."""
    level = 1
    for heading in sorted(entry.facts.headings, key=lambda one: one.span):
        if heading.level:
            level = max(heading.level, 2) if heading.level <= level + 1 else level
        else:
            yield heading, min(level + 1, 6)


def _is_heading(lines: list[str], place: int, text: str) -> bool:
    if len(text) > LONGEST or SENTENCE.search(text) or LABEL.fullmatch(text) or not any(map(str.isalpha, text)):
        return False
    # A line of a poem or an address is not a part of the text.
    if place and lines[place - 1].strip():
        return False
    rest = _rest(lines, place)
    # A sentence may lead to a list.
    if NO_TEXT.match(rest) or (text.endswith(":") and LIST.match(rest)):
        return False
    return lines[place + 1 : place + 2] == [""] and bool(rest.strip())


def _rest(lines: list[str], place: int) -> str:
    return "\n".join(lines[place + 1 : place + 8]).lstrip("\n")


def _is_person(text: str) -> bool:
    """Whether it may be the name of somebody, which is no heading where it is the only thing in bold."""
    name = PARTICLE.sub("", text)
    words = name.split()
    return 2 <= len(words) <= 4 and all(word[0].isupper() for word in words) and not NO_NAME.search(name)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "text", entry=find, fix="unsafe")
