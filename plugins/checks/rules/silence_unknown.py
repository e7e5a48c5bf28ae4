"""silence-unknown: a comment that silences a rule which does not exist.

What it finds: a name behind `pregon: allow` that no rule has.
Why it matters: the comment has no effect: what it was to silence is reported all the same.
What to do: copy the name from between the brackets of the message; the hint says which is nearest.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "silence-unknown"
EXAMPLE = Example(
    """
single_image:
  - img: /images/plaza.jpg  # pregon: allow alt-mising (La foto se describe en el texto.)
    caption: La plaza el día de la votación.
""",
    """
single_image:
  - img: /images/plaza.jpg  # pregon: allow alt-missing (La foto se describe en el texto.)
    caption: La plaza el día de la votación.
""",
    also=("alt-missing",),
)
RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "comments", fix="unsafe")
