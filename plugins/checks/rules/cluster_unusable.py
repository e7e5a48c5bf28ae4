"""cluster-unusable: machines that are to help and cannot.

What it finds: the machines of `DASK_SCHEDULER` do not answer, lack files or libraries, or are lost during the work.
Why it matters: other machines could make other pages, so the build stops; the site stays as it was.
What to do: do what the message says, or take `DASK_SCHEDULER` out: this machine then builds alone.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "cluster-unusable"
EXAMPLE = Example('DASK_SCHEDULER = "tcp://127.0.0.1:1"', "# This machine builds alone.", "settings")
RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "settings", firm=True)
