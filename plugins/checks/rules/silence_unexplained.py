"""silence-unexplained: a comment that silences a rule and does not say why.

What it finds: nothing behind the name of the rule in `pregon: allow …`.
Why it matters: next year nobody knows whether that still holds, and nobody dares to touch it.
What to do: write the reason behind the name, in parentheses.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "silence-unexplained"
EXAMPLE = Example(
    """
# pregon: allow title-full-stop
title: Agua limpia para todos.
""",
    """
# pregon: allow title-full-stop (Así se llama la campaña.)
title: Agua limpia para todos.
""",
)
RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "comments")
