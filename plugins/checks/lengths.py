"""How long a text is for those who read it."""

from plugins.core.alike import grapheme_length


def count_over(text: str, limit: int) -> int:
    """How many signs `text` has where those are more than `limit`, else 0."""
    # No text has more signs than code points.
    count = grapheme_length(text) if len(text) > limit else 0
    return count if count > limit else 0
