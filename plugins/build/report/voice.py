"""How a report speaks: the sentences of findings, numbers and rules in the language of who reads it."""

from gettext import NullTranslations

from msgspec import Struct

from plugins.build.speech import rule_speech, speech, spoken
from plugins.checks.about import About, about
from plugins.core.diagnostic import Diagnostic, Text
from plugins.core.rule import Rule

# A whole paragraph quoted in a sentence would hide what the sentence says.
LONGEST = 120


class Voice(Struct, frozen=True):
    """A language, and its texts for findings and reports."""

    lang: str
    texts: NullTranslations

    @property
    def pages(self) -> NullTranslations:
        """What rules say of themselves; read only where it is said, which takes a while."""
        return rule_speech(self.lang)

    def say(self, template: str, **values: str | int) -> str:
        """The sentence for a template of the catalogue."""
        return self.texts.gettext(template).format(**values)

    def said(self, text: Text | None) -> str:
        """The sentence `text`; empty where there is none."""
        return text.said(self.texts.gettext) if text is not None else ""

    def told(self, found: Diagnostic) -> list[str]:
        """What is wrong, and then what to do, if it says so. What a remedy quotes is whole: it is to be copied."""
        return [text for text in (self.said(shortened(found.message)), self.said(found.hint)) if text]

    def count(self, forms: tuple[str, str], count: int) -> str:
        """The sentence that counts `count` things."""
        return self.texts.ngettext(*forms, count).format(count=count)

    def about(self, rule: Rule | None) -> About | None:
        """What the page of `rule` says; None for a rule without one."""
        try:
            return about(rule).said(self.pages.gettext) if rule is not None else None
        except ValueError:
            # Somebody else's rule may have none; its findings are reported all the same.
            return None


def voice(lang: str) -> Voice:
    """The voice of a run in `lang`."""
    return Voice(spoken(lang), speech(lang))


def shortened(text: Text, longest: int = LONGEST) -> Text:
    """`text` with what it quotes cut to what can be read."""
    values = {
        name: f"{value[: longest - 1]}…" if isinstance(value, str) and len(value) > longest else value
        for name, value in text.values.items()
    }
    return Text(text.template, values)
