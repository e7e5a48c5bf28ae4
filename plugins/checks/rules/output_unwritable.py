"""output-unwritable: a file of the site that could not be written.

What it finds: a full disk, or a folder in which you may not write.
Why it matters: the new state of the site is not there; what readers see stays as it was.
What to do: make room, give yourself the right to write there, or name another folder with `--output`.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "output-unwritable"
EXAMPLE = Example("python3 tasks.py build --output /srv/web", "python3 tasks.py build --output output", "command")
RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "settings", firm=True)
