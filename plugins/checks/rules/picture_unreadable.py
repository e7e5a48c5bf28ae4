"""picture-unreadable: a picture file that cannot be shown.

What it finds: a damaged file, another kind of file under the name of a picture, a photo in a telephone's own format,
a drawing (SVG) with a program in it.
Why it matters: readers would see an empty frame; or the file would tell where they or the photographer are.
What to do: open it in a picture program and save it again as JPEG or PNG.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "picture-unreadable"
EXAMPLE = Example(
    """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script><path d="M0 0h9"/></svg>""",
    """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>""",
    "file",
    "images/mapa.svg",
)
RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "files", firm=True)
