"""process-lost: a part of the build that the system has ended.

What it finds: one of the processes that build side by side is gone, most likely for want of memory.
Why it matters: the build could not be finished; the site stays as it was.
What to do: close other programs, or let fewer processes work with `PROCESSES`.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "process-lost"
EXAMPLE = Example("PROCESSES = 16", "PROCESSES = 1", "settings")
RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "settings", firm=True)
