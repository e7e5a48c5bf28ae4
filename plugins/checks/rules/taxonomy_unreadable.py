"""taxonomy-unreadable: a list of categories that cannot be used.

What it finds: what is wrong in `data/taxonomy.yaml`: no list, a category without a name, a `slug` that is no address,
two categories with one `slug`.
Why it matters: the pages of categories would be missing, or two of them would be mixed up.
What to do: write each category as the others are written: a name and, if you like, `slug` and `description`.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "taxonomy-unreadable"
EXAMPLE = Example(
    "categories:\n  - es: {name: Proyectos, slug: Nuestros proyectos}\n",
    "categories:\n  - es: {name: Proyectos, slug: nuestros-proyectos}\n",
    "file",
    "data/taxonomy.yaml",
)
RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "files", firm=True)
