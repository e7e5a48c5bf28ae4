"""silence-unused: a comment that silences nothing.

What it finds: a rule behind `pregon: allow` that finds nothing on this line, nor on the one below where the comment
stands alone.
Why it matters: it would silence the next mistake that comes to stand there, and nobody would notice.
What to do: delete the comment, or move it to the line that it is about.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "silence-unused"
EXAMPLE = Example(
    """
# pregon: allow title-full-stop (Así se llama la campaña.)
title: Agua limpia para todos
""",
    "title: Agua limpia para todos",
)
RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "comments")
