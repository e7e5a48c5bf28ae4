"""How much work a body may make: Markdown looks at a long paragraph again for each thing that it finds in it.

What is counted is signs, not seconds, so that a text is refused on every machine or on none.
"""

# About a second, and a hundred times more than any text that people wrote.
MOST = 1_700_000_000
# Signs that texts inside each other may have together.
HELD = 20_000_000
# Shorter texts cannot come to so much.
SHORT = 2_000
# To ask a processor of blocks takes as long as to copy so many times as much; of those that look at each line, more.
BLOCK = 4
BLOCKS = {"hashheader": 20, "hr": 12, "deflist": 16, "table": 60}
# To walk sign by sign, so many times as much.
WALK = 200
# To look at a run of backticks, as many signs.
RUN = 500
# And to look for an abbreviation, so many times as much.
ABBREVIATION = 20


class TooMuch(Exception):
    """The body makes more work than is done for one."""


class Effort:
    """What is left of the work that may be done for a body."""

    def __init__(self) -> None:
        """All of it."""
        self.left = MOST
        self.held = 0

    def begin(self) -> None:
        """All of it again, for another body."""
        self.left, self.held = MOST, 0

    def hold(self, signs: int) -> None:
        """Keep so many signs in memory, or, less than none, let them go.

        Raises:
            TooMuch: these are more than are kept.
        """
        self.held += signs
        if self.held > HELD:
            raise TooMuch

    def spend(self, signs: int) -> None:
        """Look at so many signs.

        Raises:
            TooMuch: these are more than are left.
        """
        self.left -= signs
        if self.left < 0:
            raise TooMuch
