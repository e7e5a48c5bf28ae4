"""A text between quotes in front matter, so that no sign of it means anything else."""

import re

COMMENT = re.compile(r"(?:^|[ \t]+)#(?=\s|$)")


def quoted(text: str) -> str:
    """`text`, of one line, between double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return f'"{escaped}"'


def before_comment(text: str) -> str:
    """`text` without the comment at its end; `#word` is none: whoever writes it means the word."""
    found = COMMENT.search(text)
    return (text[: found.start()] if found else text).rstrip()
