"""link-bare: a web address where words should stand.

What it finds: a link whose text is its address, and an address pasted into the text, which is no link at all.
Why it matters: screen readers spell it sign by sign; what was only pasted cannot be clicked.
What to do: write what it leads to, and the address behind it: `[words](address)`; among sources and
in notes `<…>` is fine.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate, chain

from plugins.core.diagnostic import Diagnostic, Location, Severity, Span, Text, translatable
from plugins.core.entry import BodyLink, Entry
from plugins.core.rule import Example, Rule
from plugins.core.video import Reason, why_not

NAME = "link-bare"
EXAMPLE = Example(
    "Las actas están en https://actas.example/marzo desde el lunes.",
    "[Las actas de marzo](https://actas.example/marzo) se pueden leer desde el lunes.",
    "body",
)
TEXT = translatable("The text of this link is its address, which nobody can listen to.")
PASTED = translatable("This address was pasted as it is: readers cannot click it.")
HINT = translatable("Write what it leads to: `[…]({address})`.")
# A name, such as `senado.cl`, can be read out.
ADDRESS = re.compile(r"https?://\S+|www\.[^\s/]+/\S+", re.IGNORECASE)
# What it begins with is looked for at once; not in a tag, another address or the text of a link.
IN_TEXT = re.compile(r"http(?<![<\[\"'=/]http)s?://(?:[^\s<>\])]|\)(?!\[))+")
# With a path: a host alone can be read out.
WWW = re.compile(r"www\.(?<![\w/.@:\[<\"'=-]www\.)(?:[\w-]{1,63}\.){1,5}[^\W\d_]{2,24}/\w[^\s<>\])]*")
SOURCES = re.compile(
    r"^\#{1,6}[ \t]*(?:fuentes|referencias|bibliograf[ií]a|enlaces|documentos|sources|references|links|documents"
    r"|further reading|fontes|referências|bibliografia)\b",
    re.IGNORECASE,
)
DEFINITION = re.compile(r"[ \t>]*\[[^\[\]\n]+\]:")
AROUND = ".,;:!?…)»”\"'*_"


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every address that readers see as such; on a line of its own one that plays a video is none."""
    plays, is_source = _plays(entry), _sources(entry)
    for link in entry.facts.links:
        if ADDRESS.fullmatch(link.text) and link.span.line not in plays and not is_source(link):
            yield _finding(entry, link.span, TEXT, link.href)
    if "://" in entry.facts.plain or "www." in entry.facts.plain:
        yield from _pasted(entry, plays)


def _pasted(entry: Entry, plays: frozenset[int]) -> Iterator[Diagnostic]:
    plain, in_link = entry.facts.plain, None
    for match in chain(IN_TEXT.finditer(plain), WWW.finditer(plain)):
        start = match.start()
        if plain[max(start - 2, 0) : start] == "](":
            continue
        address = match[0].rstrip(AROUND if "(" not in match[0] else AROUND.replace(")", ""))
        at, line = entry.at(start, start + len(address)), plain.rfind("\n", 0, start) + 1
        if DEFINITION.match(plain, line) or at.span.line in plays:
            continue
        in_link = in_link or _in_link(entry)
        if in_link(at.span):
            continue
        yield _finding(entry, at.span, PASTED, address if address[:4] == "http" else f"https://{address}")


def _finding(entry: Entry, span: Span, message: str, address: str) -> Diagnostic:
    hint = Text(HINT, {"address": address})
    return Diagnostic(Location(entry.source.path, span), NAME, Severity.WARNING, Text(message), hint, address)


def _plays(entry: Entry) -> frozenset[int]:
    """The lines with an address that a video stands for, or that `video-address` speaks of."""
    pasted = {one.span.line: one.url for one in reversed(entry.facts.videos) if one.pasted == "line"}
    faults = {line: why_not(url) for line, url in pasted.items()}
    return frozenset(line for line, one in faults.items() if one is None or one.reason is Reason.WRONG_CODE)


def _in_link(entry: Entry) -> Callable[[Span], bool]:
    """What says of a place whether it is a part of a link, whole or broken."""
    links = sorted([one.span for one in entry.facts.links] + [one.span for one in entry.facts.broken_links])
    # How far those reach that begin so early.
    ends = list(accumulate(map(_end, links), max))

    def inside(span: Span) -> bool:
        number = bisect_right(links, span)
        return number > 0 and _end(span) <= ends[number - 1]

    return inside


def _end(span: Span) -> tuple[int, int]:
    return span.end_line, span.end_column


def _sources(entry: Entry) -> Callable[[BodyLink], bool]:
    """What says of a link whether it stands as `<…>` in a note, or in a list of sources, where addresses belong."""
    lines: list[str] = []
    headings: list[int] = []

    def is_source(link: BodyLink) -> bool:
        if link.label != link.address:
            return False
        if not lines:
            lines.extend(entry.facts.plain.split("\n"))
            headings.extend(number for number, line in enumerate(lines) if line.startswith("#"))
        own = min(link.span.line - entry.source.body_line, len(lines) - 1)
        if lines[own].lstrip(" >").startswith("[^"):
            return True
        number = bisect_right(headings, own)
        return number > 0 and SOURCES.match(lines[headings[number - 1]]) is not None

    return is_source


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "links", entry=find)
