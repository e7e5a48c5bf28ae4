"""field-missing: a field that readers need and that is absent or empty.

What it finds: no title, no date, no intro, no category …, depending on the type; an empty category is a warning.
Why it matters: a post without a title or a date has no place in lists and feeds, and cannot be published.
What to do: write the field; where it is absent, the finding stands at the first `---`. A text behind a `#` goes
between quotes: `check --fix-unsafe` does that.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "field-missing"
EXAMPLE = Example("intro:", "intro: Un barrio entero cuenta lo que pasó con su agua y lo que falta por hacer.")
RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "fields", firm=True)
