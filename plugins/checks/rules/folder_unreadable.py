"""folder-unreadable: a folder that is not there or may not be read.

What it finds: a folder of content that does not exist or that you have no right to open.
Why it matters: nothing can be published from it.
What to do: look at its name, and at your rights.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "folder-unreadable"
EXAMPLE = Example("python3 tasks.py build --content contents", "python3 tasks.py build --content content", "command")
RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "settings", firm=True)
