"""field-type: a value that its field does not take.

What it finds: a list where one text belongs, a word where a number belongs, a language or a type that does not exist.
Why it matters: what is meant cannot be told, so the document would be published wrong or not at all.
What to do: write what the message says; it names the values where there are only a few.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "field-type"
EXAMPLE = Example("layout: posts", "layout: post")
RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "fields", fix="unsafe", firm=True)
