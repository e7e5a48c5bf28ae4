"""front-matter-large: front matter that is too long to be read, said before anything is read of it."""

from plugins.core.diagnostic import Diagnostic, Location, Severity, Span, Text, translatable

RULE = "front-matter-large"
MESSAGE = translatable("The front matter has {size} bytes, and {limit} are read at most; this file is not published.")
HINT = translatable(
    "Move long texts below the second `---`, or set a higher `front_matter_bytes` in `CHECK_LIMITS` of the settings."
)


def large(path: str, opening: Span, size: int, limit: int) -> Diagnostic:
    """The front matter that begins at `opening` has more bytes than `limit`."""
    at, values = Location(path, opening), {"size": size, "limit": limit}
    return Diagnostic(at, RULE, Severity.ERROR, Text(MESSAGE, values), Text(HINT), RULE)
