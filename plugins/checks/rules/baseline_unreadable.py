"""baseline-unreadable: a list of known debts that cannot be read.

What it finds: a `.baseline.json` that was damaged, most often when two versions of it were brought together by hand.
Why it matters: all old mistakes are reported again, and the new ones are hard to find among them.
What to do: restore the file as it was; or delete it, and write it anew with `python3 tasks.py check --baseline`.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "baseline-unreadable"
EXAMPLE = Example('{"files": {"posts/2018-12-15-agua.md": {}}\n', '{"files": {}}\n', "file", ".baseline.json")
RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "files", firm=True)
