"""file-large: a file with more bytes than is read of one file.

What it finds: a text of more than 500,000 bytes, or any other file of more than 100,000,000; `CHECK_LIMITS` can set
other limits.
Why it matters: nobody reads or downloads such a page to its end, and a file of that size is mostly there by mistake.
What to do: divide it into several; or raise `file_bytes` (texts) or `media_bytes` (all others) in `CHECK_LIMITS`.
"""

from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.rule import Example, Rule

NAME = "file-large"
EXAMPLE = Example('CHECK_LIMITS = {"file_bytes": 200}', 'CHECK_LIMITS = {"file_bytes": 500_000}', "settings")
MESSAGE = translatable("This file has {size} bytes, and {limit} are read at most; it is not published.")
HINT = translatable("Divide it into several files, or set a higher `{name}` in `CHECK_LIMITS` of the settings.")


def file_large(path: str, size: int, limit: int, name: str) -> Diagnostic:
    """The file at `path` has more bytes than the `limit` of this `name`."""
    message, hint = Text(MESSAGE, {"size": size, "limit": limit}), Text(HINT, {"name": name})
    return Diagnostic(Location(path), NAME, Severity.ERROR, message, hint, path)


# What reads the files finds it.
RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "files", firm=True)
