"""handle-unknown: the name of the site on a network, written in another way.

What it finds: a name with `@` in a `share_message` that is nearly, but not quite, one of the site's (`SOCIAL_HANDLES`).
Why it matters: those who share it mention somebody else, or nobody, and we never learn of it.
What to do: write the name as it is on that network; names of others pass.
"""

import re
from collections.abc import Iterator, Mapping

from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule
from plugins.core.written import Written, written

NAME = "handle-unknown"
EXAMPLE = Example(
    'share_message: "Treinta frascos y una pregunta que nadie contestó. Lo cuenta @plazabierta #AguaLimpia"',
    'share_message: "Treinta frascos y una pregunta que nadie contestó. Lo cuenta @plaza_abierta #AguaLimpia"',
)
MESSAGE = translatable("`{written}` is not a name of this site, and very like `{name}`.")
HINT = translatable("Write `{name}`, if it is us who are meant.")
HANDLE = re.compile(r"(?<![\w/=.@+-])@(?P<name>\w+(?:[.-]+\w+)*(?:@\w+(?:[.-]+\w+)*)?)")
LOOSE = re.compile(r"[._-]")
# Of a shorter name, a letter more or less makes another one.
SURE, VERY_SURE = 6, 12


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every name in the share messages of `entry` that is nearly one of the site's own."""
    handles = entry.norms.handles
    if not handles:
        return
    for key, text in entry.share_message.items():
        own = _own(handles, key)
        for match in HANDLE.finditer(text) if own and "@" in text else ():
            near = nearest(match["name"], own)
            if near:
                yield _finding(entry, written(entry.source, text, "share_message", key), match, near)


def _own(handles: Mapping[str, str], network: str) -> list[str]:
    """The names that are right in a message for `network`; in the general one, those on all networks."""
    if not network:
        return list(dict.fromkeys(handles.values()))
    return [handles[network]] if network in handles else []


def nearest(name: str, own: list[str]) -> str:
    """The name of `own` that `name` is nearly; empty where it is one of them, or like none."""
    small = name.lower()
    whole = {one.lower() for one in own}
    # On its own server a name is written without it.
    if small in whole or small in {one.partition("@")[0] for one in whole}:
        return ""
    return next((one for one in own if _is_near(small, one.lower())), "")


def _is_near(name: str, own: str) -> bool:
    one, other = LOOSE.sub("", name), LOOSE.sub("", own)
    if one == other:
        return True
    size = min(len(one), len(other))
    allowed = 0 if size < SURE else 1 if size < VERY_SURE else 2
    return abs(len(one) - len(other)) <= allowed and distance(one, other) <= allowed


def distance(one: str, other: str) -> int:
    """How many letters must be added, taken away, changed, or changed for their neighbour, to make `other` of `one`."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        last, before, row = before, row, [number]
        for place, wanted in enumerate(other, 1):
            cost = min(before[place] + 1, row[-1] + 1, before[place - 1] + (letter != wanted))
            if last and place > 1 and letter == other[place - 2] and one[number - 2] == wanted:
                cost = min(cost, last[place - 2] + 1)
            row.append(cost)
    return row[-1]


def _finding(entry: Entry, found: Written, match: re.Match[str], near: str) -> Diagnostic:
    at = Location(entry.source.path, found.span_of(*match.span()))
    values: dict[str, str | int] = {"written": match[0], "name": f"@{near}"}
    place = found.place(*match.span())
    fix = Fix((Edit(found.span_in(*place), f"@{near}"),), is_safe=False) if place else None
    return Diagnostic(at, NAME, Severity.WARNING, Text(MESSAGE, values), Text(HINT, values), match[0], fix)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "sharing", entry=find, fix="unsafe")
