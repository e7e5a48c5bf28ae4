"""date-malformed: a date that is no date, or an impossible one.

What it finds: in `date`, `updated`, `start`, `end` and in the file's name: a sign behind the date, a month 25, a word.
Why it matters: without its date a post has no place in the archive and in the feed, and would be lost.
What to do: write `2026-03-02` or `2026-03-02 09:00:00 -0300`; the hint shows the date without what is too much.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "date-malformed"
EXAMPLE = Example("date: 2026-03-02 09:00:00 -0300)", "date: 2026-03-02 09:00:00 -0300")
RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "fields", fix="safe", firm=True)
