"""hashtag-malformed: a hashtag that networks cut off.

What it finds: a `hashtag` of a campaign with blanks, hyphens or other signs in it, such as `#Agua Para Todos`.
Why it matters: networks end it at the first such sign: `#Agua` leads readers to everything but this campaign.
What to do: write its words together, each with a capital, which screen readers need: `#AguaParaTodos`.
"""

import re
from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Fix, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "hashtag-malformed"
EXAMPLE = Example('hashtag: "#Agua Para Todos"', 'hashtag: "#AguaParaTodos"', path="campaigns/2026-agua-limpia.md")
MESSAGE = translatable("Networks cut the hashtag “{written}” off behind “{kept}”.")
HINT = translatable("Write its words together: `{meant}`.")
# Several of them are whole, each by itself.
WHOLE = re.compile(r"#?\w+|#\w+(?:[ \t,;]+#\w+)*")
KEPT = re.compile(r"#?\w*")
WORD = re.compile(r"\w+")
LONGEST = 100


def find(entry: Entry) -> Iterator[Diagnostic]:
    """The hashtag of a campaign, if it is none."""
    written = entry.source.text_of("hashtag")[:LONGEST] if entry.kind == "campaign" else ""
    words = WORD.findall(written)
    if not words or WHOLE.fullmatch(written):
        return
    meant = "#" + "".join(word[0].upper() + word[1:] for word in words)
    kept, at = KEPT.match(written), entry.source.at("hashtag")
    message = Text(MESSAGE, {"written": written, "kept": kept[0] if kept else ""})
    # Behind a second sign another one begins.
    fix = Fix((entry.source.rewritten(at.span, meant),), is_safe=False) if "#" not in written[1:] else None
    yield Diagnostic(at, NAME, Severity.WARNING, message, Text(HINT, {"meant": meant}), written, fix)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "fields", entry=find, fix="unsafe")
