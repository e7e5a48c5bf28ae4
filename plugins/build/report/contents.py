"""What a report is about: findings, and what is said of the run besides."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from plugins.build.report.summary import Summary
from plugins.build.report.voice import Voice
from plugins.core.diagnostic import Diagnostic
from plugins.core.rule import Rule


class Contents(Struct, frozen=True):
    """`found` in order, said by `voice`; `shown_path` names a file from the current folder, or in full.

    `rules` are all that were asked, by name. `held` are the sentences that name what is not published. `is_whole` says
    that nothing kept the run from looking at everything; `version` is ours.
    """

    found: Sequence[Diagnostic]
    summary: Summary
    voice: Voice
    shown_path: Callable[[str], str]
    rules: Mapping[str, Rule] = {}
    held: Sequence[str] = ()
    is_whole: bool = True
    version: str = ""
