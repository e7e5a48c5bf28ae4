"""Comments by which a writer tells one rule to let one line be."""

from msgspec import Struct

from plugins.core.diagnostic import Span


class Silence(Struct, frozen=True, array_like=True):
    """`rule` says nothing on `lines`; `span` is the place of its name in the comment.

    A comment that is not understood is one without a rule, whose `reason` is its text.
    """

    rule: str
    reason: str
    span: Span
    lines: tuple[int, ...]
