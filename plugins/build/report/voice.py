"""How a report speaks: the sentences of findings, numbers and rules in the language of who reads it."""

from gettext import NullTranslations

from msgspec import Struct

from plugins.build.speech import rule_speech, speech, spoken
from plugins.checks.about import About, about
from plugins.core.diagnostic import Text
from plugins.core.rule import Rule


class Voice(Struct, frozen=True):
    """A language, its texts for findings and reports (`texts`), and for what rules say of themselves (`pages`)."""

    lang: str
    texts: NullTranslations
    pages: NullTranslations

    def say(self, template: str, **values: str | int) -> str:
        """The sentence for a template of the catalogue."""
        return self.texts.gettext(template).format(**values)

    def said(self, text: Text | None) -> str:
        """The sentence `text`; empty where there is none."""
        return text.said(self.texts.gettext) if text is not None else ""

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
    return Voice(spoken(lang), speech(lang), rule_speech(lang))
