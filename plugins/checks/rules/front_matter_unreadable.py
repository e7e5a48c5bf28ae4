"""front-matter-unreadable: front matter that cannot be read.

What it finds: no `---` at the top or none that closes; a file that is not UTF-8; a line that breaks all: a second
colon, a text that begins with `@`, a tab at its front, quotes that do not match.
Why it matters: without its front matter a file has no title, no date and no address, and would be lost.
What to do: what the hint says: most often, put the whole text between double quotes.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "front-matter-unreadable"
EXAMPLE = Example(
    """
single_image:
  - img: /images/plaza.jpg
    alt: Una plaza llena de gente
    caption: La plaza el lunes. Foto: Ana Ruiz
""",
    """
single_image:
  - img: /images/plaza.jpg
    alt: Una plaza llena de gente
    caption: "La plaza el lunes. Foto: Ana Ruiz"
""",
)
RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "fields", fix="safe", firm=True)
