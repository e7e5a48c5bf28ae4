"""setting-value: a setting that cannot be used.

What it finds: in `pelicanconf.py`, a value of the wrong kind, a name that does not exist, a line that Python refuses.
Why it matters: the site is not built until it is corrected: what readers see stays as it was.
What to do: correct the value; the message names the setting and what it takes.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "setting-value"
EXAMPLE = Example("DEFAULT_PAGINATION = 0", "DEFAULT_PAGINATION = 12", "settings")
RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "settings", firm=True)
