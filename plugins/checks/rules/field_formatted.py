"""field-formatted: Markdown or HTML where plain text is published.

What it finds: in `title`, `intro` or `share_message`: `**bold**`, `[a link](…)`, `<br>` and other tags, `&amp;`.
Why it matters: these are published sign by sign: readers of lists, feeds and networks see stars and brackets.
What to do: write the words alone; what is to be bold or a link belongs into the text.
"""

import re
from collections.abc import Iterator
from html import unescape

from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule
from plugins.core.source import Tree

NAME = "field-formatted"
EXAMPLE = Example("title: Agua **limpia** para todos", "title: Agua limpia para todos")
MESSAGE = translatable("`{field}` is published as it is written, with “{written}”.")
HINT = translatable("Write the words alone: “{plain}”.")
REMOVE = translatable("Write the words alone.")
SIGNS = ("**", "](", "<", "&")
FORMATTED = re.compile(
    r"\*\*(?P<bold>[^\s*][^*\n]{0,200})\*\*"
    r"|(?<!\])\[(?P<text>[^\[\]\n]{1,200})\]\((?:https?:|/|mailto:)[^()\s]{0,300}\)"
    r"|</?(?:a|b|br|div|em|font|h[1-6]|i|p|small|span|strong|u)(?:\s[^<>\n]{0,200})?/?>"
    r"|&(?:amp|quot|apos|nbsp|lt|gt|ndash|mdash|[aeiou]acute|ntilde|ccedil|[ao]tilde|#\d{2,5}|#x[\da-f]{2,5});",
    re.IGNORECASE,
)
LONGEST = 2000
SHOWN = 100


def find(entry: Entry) -> Iterator[Diagnostic]:
    """The title, the intro and each message of `entry`, where they hold signs that say how to show something."""
    front = entry.source.front or {}
    for field in ("title", "intro", "share_message"):
        value = front.get(field)
        keyed: list[tuple[tuple[str, ...], Tree]] = [((field,), value)]
        if isinstance(value, dict):
            keyed = [((field, key), text) for key, text in value.items()]
        for keys, text in keyed:
            if isinstance(text, str) and any(sign in text for sign in SIGNS):
                yield from _in_text(entry, keys, text.strip()[:LONGEST])


def _in_text(entry: Entry, keys: tuple[str, ...], text: str) -> Iterator[Diagnostic]:
    match = FORMATTED.search(text)
    if match:
        plain = " ".join(FORMATTED.sub(_plain, text).split())
        message = Text(MESSAGE, {"field": keys[0], "written": match[0]})
        hint = Text(HINT, {"plain": plain}) if 0 < len(plain) <= SHOWN else Text(REMOVE)
        yield Diagnostic(entry.source.at(*keys), NAME, Severity.WARNING, message, hint, match[0])


def _plain(match: re.Match[str]) -> str:
    if match[0].startswith("&"):
        return unescape(match[0])
    return match["bold"] or match["text"] or (" " if match[0][:3].lower() == "<br" else "")


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "fields", entry=find)
