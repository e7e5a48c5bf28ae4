"""silence-refused: a comment that silences what no comment can.

What it finds: the name of a rule behind `pregon: allow` that keeps something from being lost or harming readers.
Why it matters: the comment has no effect, and whoever reads it believes the opposite.
What to do: correct what the rule finds, and delete the comment.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "silence-refused"
EXAMPLE = Example(
    """
# pregon: allow field-repeated (Son dos temas distintos.)
tags: agua, salud
""",
    "tags: agua, salud",
)
RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "comments")
