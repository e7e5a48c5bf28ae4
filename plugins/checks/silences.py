"""Finds the comments that silence a rule: `<!-- pregon: allow RULE (reason) -->`; in front matter, `# pregon: …`."""

import re

from plugins.core.silence import Silence
from plugins.core.source import Source, span_in

MARK = "pregon:"
COMMENT = re.compile(
    r"(?P<open><!--|(?<!\S)\#)[ \t]*pregon:[ \t]*allow[ \t]+(?P<rule>[\w-]+)"
    r"(?P<reason>(?:(?!-->)[^\n])*)(?P<close>-->|$)",
    re.MULTILINE,
)
AROUND = " \t()—–:-"


def silences(source: Source, plain: str) -> tuple[Silence, ...]:
    """Every comment of `source` that silences a rule; `plain` is its body with blanks in place of code."""
    return tuple(_found(source, plain))


def _found(source: Source, plain: str) -> list[Silence]:
    begins = len(source.text) - len(source.body) if source.text.endswith(source.body) else 0
    matches = COMMENT.finditer(source.text)
    return [_silence(source, match) for match in matches if _is_comment(plain, match, begins)]


def _is_comment(plain: str, match: re.Match[str], begins: int) -> bool:
    """Front matter, and the body that `begins` behind it, each have their own kind of comment."""
    if match.start() < begins:
        return match["open"] == "#"
    return match["open"] == "<!--" and not plain[match.start() - begins : match.start() - begins + 1].isspace()


def _silence(source: Source, match: re.Match[str]) -> Silence:
    span = span_in(source.text, *match.span("rule"))
    start = source.text.rfind("\n", 0, match.start()) + 1
    end = source.text.find("\n", match.end())
    around = source.text[start : match.start()] + source.text[match.end() : end if end >= 0 else len(source.text)]
    lines = (span.line, span.line + 1) if not around.strip() else (span.line,)
    if lines[1:] and source.text[:start].strip(" \t\n") == "---":
        # What is wrong with a file as a whole is said of its first line.
        lines = (*range(1, span.line), *lines)
    return Silence(match["rule"], match["reason"].strip(AROUND), span, lines)
