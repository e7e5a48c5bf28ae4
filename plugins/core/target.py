"""What an address in a file means: another host, or a place in the content folder."""

import posixpath
import re
from urllib.parse import unquote

SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
PELICAN = re.compile(r"[{|](?:filename|static|attach|index)[|}]")


def is_external(url: str) -> bool:
    """Whether `url` names its own scheme or host."""
    return bool(SCHEME.match(url))


def content_target(path: str, written: str) -> tuple[str, str]:
    """What `written` in the file `path` means: a path that begins with `/` (from the content root), and a fragment.

    `{filename}/a.md` and `/a.md` are read from the content root, anything else beside the file.
    """
    plain, _, fragment = written.partition("#")
    plain = unquote(plain.partition("?")[0])
    match = PELICAN.match(plain)
    if match:
        plain = plain[match.end() :]
    base = "/" + posixpath.dirname(path)
    joined = posixpath.normpath(posixpath.join(base, plain)) if plain else "/" + path
    target = "/" + joined.lstrip("/")
    keeps_slash = plain.endswith("/") and target != "/"
    return (target + "/" if keeps_slash else target), fragment
