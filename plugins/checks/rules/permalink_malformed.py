"""permalink-malformed: an address that this site cannot have.

What it finds: a `permalink` or `redirect_from` that does not begin with `/`, holds signs that no address takes, or a
placeholder of Jekyll such as `:title`.
Why it matters: the page would stand where no link leads, or could not be written at all.
What to do: write the whole path from `/`; for a placeholder the hint shows it filled in.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "permalink-malformed"
EXAMPLE = Example("permalink: /:year/:title/", "permalink: /2026/agua-limpia/")
RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "fields", fix="unsafe", firm=True)
