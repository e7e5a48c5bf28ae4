"""share-message-address: the address of this site inside a share message.

What it finds: an address of the site itself, with or without `https://`, in a `share_message`.
Why it matters: the link to the page is added when it is shared; with a second one there is less room for words, and the
    networks may show the picture of the wrong page.
What to do: delete the address from the message.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule
from plugins.core.written import Written, written

NAME = "share-message-address"
EXAMPLE = Example(
    'share_message: "Treinta frascos y una pregunta https://plaza.example/posts/agua-limpia/ #AguaLimpia"',
    'share_message: "Treinta frascos y una pregunta #AguaLimpia"',
)
MESSAGE = translatable("`{address}` is an address of this site; the link to the page is added by itself.")
HINT = translatable("Delete the address from the message.")
WORDS = translatable("Delete the address from the message, and the words that lead to it.")
# A blank behind a word, not one at the beginning of a line.
BLANK = re.compile(r"\S $")
# Words that say nothing without the address behind them.
LEADS = re.compile(
    r"(?::|(?<!\w)(?:en|a|de|desde|por|para|con|hacia|sobre|ante|y|e|o|es|in|at|on|to|from|via|by|for|with|and|or|is"
    r"|em|no|na|pelo|pela|com|ao|do|da|é|ou|ver|vea|mira|lee|visita|visite|see|visit|read|veja|leia|acesse))[ \n]*$",
    re.IGNORECASE,
)
AROUND = ("()", "«»", "“”", "[]", "<>")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every address of the site in the share messages of `entry`."""
    host, root = _own(entry.norms.siteurl)
    for key, text in entry.share_message.items():
        if host and host in text.lower():
            for match in _pattern(host, root).finditer(text):
                found = written(entry.source, text, "share_message", key)
                at = Location(entry.source.path, found.span_of(*match.span()))
                message = Text(MESSAGE, {"address": match[0]})
                leads = LEADS.search(text[max(match.start() - 20, 0) : match.start()].rstrip("(«“[<"))
                fix = None if leads else _fix(found, match)
                yield Diagnostic(at, NAME, Severity.WARNING, message, Text(WORDS if leads else HINT), match[0], fix)


@lru_cache(maxsize=8)
def _own(siteurl: str) -> tuple[str, str]:
    """The host of the site, without `www.`, and the path under which it stands there."""
    parts = urlsplit(siteurl)
    return parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/")


@lru_cache(maxsize=8)
def _pattern(host: str, root: str) -> re.Pattern[str]:
    # What ends a sentence, or closes what was opened before, is no part of an address; nor is a comma before a word.
    path = r"(?:[/?#](?:[^\s<>«»“”\",]|,(?=\d))*(?<![.,;:!?…)\]']))?/?"
    return re.compile(
        rf"(?<![\w@./-])(?:https?://)?(?:www\.)?{re.escape(host + root)}(?![\w-]|[.:]\w){path}", re.IGNORECASE
    )


def _fix(found: Written, match: re.Match[str]) -> Fix | None:
    place = found.place(*match.span())
    if place is None or match[0] == found.value:
        return None
    start, end = place
    text = found.text
    if text[start - 1 : start] + text[end : end + 1] in AROUND:
        start, end = start - 1, end + 1
    before, after = text[:start], text[end:]
    if BLANK.search(before):
        start -= 1
    elif after.startswith(" "):
        end += 1
    return Fix((Edit(found.span_in(start, end), ""),), is_safe=False)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "sharing", entry=find, fix="unsafe")
