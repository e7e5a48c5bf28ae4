"""character-unprintable: a control character that no page can carry.

What it finds: signs without a shape that come along with copied text, as themselves or written as `&#7;` or `"\\a"`.
Why it matters: feeds that hold one cannot be read at all, and readers see a box in the middle of a word.
What to do: delete it: put the cursor behind it and press the backspace key.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "character-unprintable"
EXAMPLE = Example(
    "El agua llegó al barrio&#7; el lunes por la mañana, y los vecinos salieron a celebrarlo.",
    "El agua llegó al barrio el lunes por la mañana, y los vecinos salieron a celebrarlo.",
    "body",
)
RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "text", fix="safe", firm=True)
