"""front-matter-large: front matter that is too long to be read.

What it finds: more than 200,000 bytes between the two lines `---`; `CHECK_LIMITS` can set another limit.
Why it matters: no title or summary needs so much, so something got there by mistake, and readers would not get the
text at all.
What to do: move long texts below the second `---`; or raise `front_matter_bytes` in `CHECK_LIMITS`.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "front-matter-large"
EXAMPLE = Example(
    'CHECK_LIMITS = {"front_matter_bytes": 200}', 'CHECK_LIMITS = {"front_matter_bytes": 200_000}', "settings"
)

# The reader of front matter finds it.
RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "files", firm=True)
