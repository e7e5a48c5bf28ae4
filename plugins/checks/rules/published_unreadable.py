"""published-unreadable: a damaged record of what was published.

What it finds: a file `.published.json` in the content folder that is cut off, or was changed by hand into something
else; most often version control left both sides of a conflict in it.
Why it matters: nobody would notice that an address is lost which readers have in their messages and bookmarks.
What to do: take the file back as it was when the site was last published; of a conflict, keep the lines of both sides.
"""

from plugins.core.diagnostic import Severity
from plugins.core.published import FILE
from plugins.core.published import RULE as NAME
from plugins.core.rule import Example, Rule

EXAMPLE = Example(
    """{
  "addresses": {
    "/posts/agua-limpia/": "posts/2026-03-02-agua-limpia.md",
  }
}
""",
    """{
  "addresses": {
    "/posts/agua-limpia/": "posts/2026-03-02-agua-limpia.md"
  }
}
""",
    "file",
    FILE,
    beside={
        "posts/2026-03-02-agua-limpia.md": """---
title: Agua limpia para todos
intro: Un barrio entero cuenta lo que pasó con su agua.
categories: Proyectos
---
El agua llegó al barrio el lunes por la mañana, y la gente salió a la calle.
"""
    },
)
# The stages find it, when they read the record.
RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "files", firm=True)
