"""redirect-loop: a former address that is none, because a document stands there.

What it finds: in `redirect_from`, the address of the document itself; and two documents that each name the other's.
Why it matters: an address leads to one place; readers of an old link would come to the wrong document, or nowhere.
What to do: delete the address; where two documents changed places, decide which one each address belongs to.
"""

from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.rule import Example, Rule
from plugins.core.site import Site
from plugins.redirects.circle import circles
from plugins.redirects.former import origin

NAME = "redirect-loop"
EXAMPLE = Example(
    """slug: agua
redirect_from:
  - /posts/agua/
  - /2026/03/agua/""",
    """slug: agua
redirect_from:
  - /2026/03/agua/""",
)
OWN = translatable("`{address}` is where this document stands today: nothing has to be redirected.")
OWN_HINT = translatable("Delete this address from `redirect_from`.")
EACH_OTHER = translatable("This document redirects from the address of `{other}`, and that one from this one's.")
EACH_OTHER_HINT = translatable("Delete it from `redirect_from` in both files; one address leads to one document.")


def find(site: Site) -> Iterator[Diagnostic]:
    """Every former address that leads in a circle; what a page loses by it is an error."""
    for (path, number), owner in circles(site).items():
        document = site.documents[path]
        former = document.redirect_from[number]
        message, hint, severity = Text(OWN, {"address": former}), OWN_HINT, Severity.WARNING
        if owner != path:
            message, hint, severity = Text(EACH_OTHER, {"other": owner}), EACH_OTHER_HINT, Severity.ERROR
        yield Diagnostic(origin(document, number), NAME, severity, message, Text(hint), former)


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "documents", site=find)
