"""catalogue-unreadable: a language without its words.

What it finds: a language of `LANGUAGES` whose catalogue `theme/translations/…/messages.po` is missing or damaged.
Why it matters: its pages would speak two languages at once.
What to do: copy the catalogue of another language and translate it, or take the language out.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "catalogue-unreadable"
EXAMPLE = Example(
    'LANGUAGES = {"es": ("Español", "es_CL"), "qu": ("Runasimi", "qu_PE")}',
    'LANGUAGES = {"es": ("Español", "es_CL")}',
    "settings",
)
RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "settings", firm=True)
