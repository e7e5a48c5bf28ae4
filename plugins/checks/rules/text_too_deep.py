"""text-too-deep: a text that is nested further than any reader could follow, or opens signs it never closes.

What it finds: a hundred lists, quotes or tags inside each other; hundreds of `[` or `<` without their `]`, `>`.
Why it matters: browsers and the tools behind this page cut off what lies deeper, or need hours for it.
What to do: take the levels apart; put code between lines of three backticks.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "text-too-deep"
EXAMPLE = Example(f"{'>' * 101} El agua llegó al barrio.", "> El agua llegó al barrio.", "body")
RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "text", firm=True)
