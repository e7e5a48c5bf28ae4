"""heading-hashtag: a hashtag that is published as a heading.

What it finds: a line that begins with a hashtag, such as `#AguaLimpia para todos`.
Why it matters: readers see a heading in big letters, and the sign `#` is lost.
What to do: write a backslash before the sign, `\\#AguaLimpia`, or begin the line with another word.
"""

import re
from collections.abc import Iterator

from plugins.checks.rules.heading_title import is_hashtag
from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Span, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "heading-hashtag"
EXAMPLE = Example("#AguaLimpia es de todos.", "\\#AguaLimpia es de todos.", "body")
MESSAGE = translatable("This line begins with a hashtag, and is published as a heading without its sign.")
# Words written as one, or a word and a number.
CAPITAL = re.compile(r"[a-zß-ÿ](?:[A-ZÀ-Þ]|\d)")
HINT = translatable("Write a backslash before it, `\\{word}`; if it is a heading, write `##` and a blank.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every heading of level 1 whose sign is followed by a letter."""
    if "#" not in entry.facts.plain or not any(heading.level == 1 for heading in entry.facts.headings):
        return
    lines = entry.source.lines
    for heading in entry.facts.headings:
        if heading.level == 1 and is_hashtag(lines, heading):
            span, at = heading.span, Location(entry.source.path, heading.span)
            words = lines[span.line - 1][span.column - 1 :].split()
            word, sign = words[0], Span(span.line, span.column, span.line, span.column + 1)
            # Else it may be a heading that lacks its blank.
            is_sure = CAPITAL.search(word) or all(one[0] == "#" for one in words)
            fix = Fix((Edit(sign, "\\#"),), is_safe=False) if is_sure else None
            yield Diagnostic(at, NAME, Severity.WARNING, Text(MESSAGE), Text(HINT, {"word": word}), word, fix)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "text", entry=find, fix="unsafe")
