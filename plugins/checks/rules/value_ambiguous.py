"""value-ambiguous: a text without quotes that other programs read as something else.

What it finds: in a field that holds a text, a bare `no` or `yes`, a number such as `007`, `1:30` or `+56223456789`,
a day. Fields that take `true`, a number or a date are left alone.
Why it matters: Jekyll, and whatever else reads these files, would show `false`, `7` or `90` to readers.
What to do: put the text between double quotes.
"""

import re
from collections.abc import Iterator

from plugins.checks.scalars import Scalar, is_text, scalars
from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.quoted import quoted
from plugins.core.rule import Example, Rule
from plugins.core.source import Tree

NAME = "value-ambiguous"
EXAMPLE = Example("title: NO", 'title: "NO"')
AS_ANSWER = translatable("Other programs, Jekyll among them, read `{value}` without quotes as `{answer}`.")
AS_NUMBER = translatable("Other programs, Jekyll among them, read `{value}` without quotes as another number.")
AS_DAY = translatable("Other programs, Jekyll among them, read `{value}` without quotes as a moment at midnight.")
HINT = translatable('Put it between double quotes: "{value}".')
ALONE = frozenset(("date", "updated", "start", "end", "highlighted", "published", "draft", "decorative", "layout"))
YES = frozenset(("yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"))
NO = frozenset(("no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"))
DAY = r"\d{4}-\d\d-\d\d"
NUMBER = (
    r"[-+]?(?:0[\d_]+|0x[\da-fA-F_]+|0b[01_]+|\d+_[\d_]*(?:\.\d*)?|[1-9][\d_]*(?::[0-5]?\d)+(?:\.\d*)?"
    r"|\d+\.\d*0|\d+\.\d*[eE][-+]\d+)|\+\d+(?:\.\d*)?"
)
READ = re.compile(rf"{'|'.join(sorted(YES | NO))}|{DAY}|{NUMBER}", re.ASCII)
LONGEST = 40
SHOWN_AS_IT_IS = re.compile(r"[-+]?(?:[1-9]\d*|0)(?:\.\d+)?", re.ASCII)


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every bare text of `entry` that YAML takes for an answer, a number or a day."""
    source = entry.source
    if not source.front or not _may_hold(source.front):
        return
    for scalar in scalars(source):
        if READ.fullmatch(scalar.written) and _holds_text(scalar):
            at = Location(source.path, scalar.span)
            fix = Fix((Edit(scalar.span, quoted(scalar.written)),))
            hint = Text(HINT, {"value": scalar.written})
            yield Diagnostic(at, NAME, Severity.WARNING, _message(scalar.written), hint, scalar.written, fix)


def _may_hold(front: dict[str, Tree]) -> bool:
    """Whether there is a text to look at; nearly all files have none, and this is the quick way to say so."""
    groups: list[dict[str, Tree] | list[Tree]] = [front]
    for group in groups:
        for key, value in group.items() if isinstance(group, dict) else enumerate(group):
            if isinstance(value, str):
                if len(value) < LONGEST and READ.fullmatch(value) and key not in ALONE:
                    return True
            elif value:
                groups.append(value)
    return False


def _holds_text(scalar: Scalar) -> bool:
    is_figure = scalar.keys[-1] == "number" and SHOWN_AS_IT_IS.fullmatch(scalar.written)
    return is_text(scalar.keys) and not is_figure


def _message(value: str) -> Text:
    if value in YES | NO:
        return Text(AS_ANSWER, {"value": value, "answer": "true" if value in YES else "false"})
    return Text(AS_DAY if re.fullmatch(DAY, value) else AS_NUMBER, {"value": value})


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "fields", entry=find, fix="safe")
