"""field-unknown: a field that does not exist.

What it finds: a name in the front matter that no field of this type has: a slip, or a field of another program.
Why it matters: what stands there is not published: no reader ever sees it, and nobody notices.
What to do: correct the name (the hint says which is nearest), or delete the line.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "field-unknown"
EXAMPLE = Example("autor: Ana Ruiz", "authors: Ana Ruiz")
RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "fields", fix="unsafe")
