"""field-repeated: one field written twice.

What it finds: the same name twice in the front matter, or twice within one picture, figure or contact.
Why it matters: only one of the two is published; what the other says is lost.
What to do: keep the right one and delete the other, or bring both into one.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "field-repeated"
EXAMPLE = Example("tags: agua\ntags: salud", "tags: agua, salud")
RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "fields", firm=True)
