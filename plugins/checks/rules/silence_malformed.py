"""silence-malformed: a comment that was to silence a rule, and is not understood.

What it finds: a comment that begins with `pregon` and goes on otherwise than `: allow RULE`, and rules joined by “and”.
Why it matters: it silences nothing, without a word: the finding stays, and nobody sees what the comment lacks.
What to do: write `pregon: allow RULE (reason)`, with commas between several rules.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "silence-malformed"
EXAMPLE = Example(
    """
# Pregón: permitir title-long (Así se llama la campaña.)
title: Agua limpia para todos
""",
    "title: Agua limpia para todos",
)
RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "comments")
