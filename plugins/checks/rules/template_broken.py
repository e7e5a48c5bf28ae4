"""template-broken: a template of the theme that fails.

What it finds: a name that the page does not have, a bracket that nothing closes, a template that is not there.
Why it matters: the pages that it makes could not be written; the site stays as it was.
What to do: undo the last change to the theme, or correct the line that is named.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "template-broken"
EXAMPLE = Example("<h1>{{ page.titel }}</h1>", "<h1>{{ page.title }}</h1>", "template")
RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "settings", firm=True)
