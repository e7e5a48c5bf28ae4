"""A page as it is served: it brings the script that listens, and its policy allows that. Files stay as they are."""

import html
import re

# What the server's own script and style need of a page's policy.
NEEDED = ("connect-src", "script-src", "style-src")
SELF, NONE = "'self'", "'none'"
META = re.compile(rb"<meta\b[^>]*content-security-policy[^>]*>", re.IGNORECASE)
CONTENT = re.compile(rb"""(\bcontent\s*=\s*)("[^"]*"|'[^']*')""", re.IGNORECASE)


def adapt(page: bytes, addition: str) -> bytes:
    """`page` with `addition` as the last thing in its body."""
    page = META.sub(lambda found: CONTENT.sub(_policy_attribute, found[0]), page)
    end = page.lower().rfind(b"</body>")
    end = len(page) if end < 0 else end
    return page[:end] + addition.encode("utf-8", "replace") + page[end:]


def _policy_attribute(found: re.Match[bytes]) -> bytes:
    written = html.unescape(found[2][1:-1].decode("utf-8", "replace"))
    value = adapt_policy(written).replace("&", "&amp;").replace('"', "&quot;")
    return found[1] + b'"' + value.encode() + b'"'


def adapt_policy(policy: str) -> str:
    """The policy, which now allows what the server itself adds to a page, and nothing else."""
    directives: dict[str, list[str]] = {}
    for written in policy.split(";"):
        name, *sources = written.split() or [""]
        # Of a directive that is there twice browsers heed the first.
        if name:
            directives.setdefault(name.lower(), sources)
    for name in NEEDED:
        before = directives.get(name, directives.get("default-src"))
        if before is not None and SELF not in before:
            directives[name] = [*(one for one in before if one != NONE), SELF]
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())
