"""setting-without-effect: a setting that changes nothing here.

What it finds: a setting of Pelican's that something else stands in for, or a name that nothing reads.
Why it matters: whoever wrote it believes that readers see what they do not see.
What to do: correct its name, or delete it; `docs/developers/pelican.md` says what stands in its place.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "setting-without-effect"
EXAMPLE = Example('SITE_URL = "https://plaza.example"', 'SITEURL = "https://plaza.example"', "settings")
RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "settings")
