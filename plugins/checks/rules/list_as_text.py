"""list-as-text: several topics, methods, tags or authors that are written as one.

What it finds: `topics` or `methods` in one text with commas; those, `tags` or `authors` in one with semicolons.
Why it matters: all of it becomes one name, which no other document has: nobody finds this one by any of them.
What to do: write a list between brackets; a single name that has commas in it stands between brackets too.
"""

from collections.abc import Iterator, Sequence

from plugins.checks.place import PLAIN
from plugins.core.diagnostic import Diagnostic, Edit, Fix, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.quoted import quoted
from plugins.core.rule import Example, Rule

NAME = "list-as-text"
EXAMPLE = Example("topics: Consumo, Precios", "topics: [Consumo, Precios]", path="experiences/2026-03-agua-limpia.md")
MESSAGE = translatable("“{written}” is published as one name.")
HINT = translatable("Write a list: `{field}: {meant}`; or, if it is one name, `{field}: [{quoted}]`.")
# Tags are split at commas anyway; in the name of an author a comma may stand.
SPLIT = {"topics": ";,", "methods": ";,", "tags": ";", "authors": ";"}
# A list in words goes on behind one of them: it may be one name, such as “Agua, luz y gas”.
JOINED = frozenset(("y", "e", "o", "u", "ou", "and", "or", "et", "&", "+"))
LONGEST = 300


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every field of `entry` in which several names stand as one."""
    for field, signs in SPLIT.items():
        written = entry.source.text_of(field)
        sign = next((sign for sign in signs if sign in written), "")
        if not sign or len(written) > LONGEST or not JOINED.isdisjoint(written.lower().split()):
            continue
        parts = [part.strip() for part in written.split(sign)]
        if len(parts) > 1 and all(parts) and not (field == "tags" and "," in written):
            at, meant = entry.source.at(field), as_list(parts)
            hint = Text(HINT, {"field": field, "meant": meant, "quoted": quoted(written)})
            fix = Fix((Edit(at.span, meant),), is_safe=False)
            yield Diagnostic(at, NAME, Severity.WARNING, Text(MESSAGE, {"written": written}), hint, written, fix)


def as_list(parts: Sequence[str]) -> str:
    """`parts` as a list between brackets."""
    return f"[{', '.join(part if PLAIN.fullmatch(part) else quoted(part) for part in parts)}]"


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "fields", entry=find, fix="unsafe")
