"""What the page of a rule says, taken from the docstring of its module, in the reader's language."""

import re
from collections.abc import Callable

from msgspec import Struct

from plugins.core.rule import Rule

PARTS = ("What it finds", "Why it matters", "What to do")
PART = re.compile(rf"^({'|'.join(PARTS)}): +", re.MULTILINE)


class About(Struct, frozen=True):
    """A rule in one clause, and the three parts of its page, each a text of one line with Markdown's backticks."""

    clause: str
    finds: str
    matters: str
    remedy: str

    def said(self, gettext: Callable[[str], str]) -> "About":
        """The same in the language of `gettext`."""
        return About(gettext(self.clause), gettext(self.finds), gettext(self.matters), gettext(self.remedy))


def about(rule: Rule) -> About:
    """What the page of `rule` says, in English.

    Raises:
        ValueError: its docstring has not the form `name: clause.` and the three parts.
    """
    head, *rest = PART.split(rule.about.strip())
    name, _, clause = head.partition(": ")
    if name != rule.name or tuple(rest[::2]) != PARTS:
        raise ValueError(f"{rule.name}: its docstring is `{rule.name}: …` and {', '.join(PARTS)}")
    return About(_line(clause), *(_line(part) for part in rest[1::2]))


def _line(text: str) -> str:
    return " ".join(text.split())
