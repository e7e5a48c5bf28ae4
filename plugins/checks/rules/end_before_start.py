"""end-before-start: a campaign that ends before it begins.

What it finds: an `end` that lies before the `start` of a campaign.
Why it matters: readers take the campaign for over, and whoever would have signed does not.
What to do: correct the one that is wrong; take `end` out as long as nobody knows it.
"""

from collections.abc import Iterator

from plugins.checks.moments import is_before
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.document import Campaign
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "end-before-start"
EXAMPLE = Example(
    "start: 2026-03-02\nend: 2025-12-01",
    "start: 2026-03-02\nend: 2026-12-01",
    path="campaigns/2026-agua.md",
)
MESSAGE = translatable("`end` says {end}, which is before the `start`, {start}.")
HINT = translatable("Correct the one that is wrong, or delete `end`.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """The `end` of the campaign of `entry`, if it lies before its `start`."""
    campaign = entry.document
    if not isinstance(campaign, Campaign) or campaign.end is None or not is_before(campaign.end, campaign.start):
        return
    end = entry.source.text_of("end")
    message = Text(MESSAGE, {"end": end, "start": entry.source.text_of("start")})
    yield Diagnostic(entry.source.at("end"), NAME, Severity.WARNING, message, Text(HINT), end)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "titles", entry=find)
