"""Finds the comments that silence rules: `<!-- pregon: allow RULE (reason) -->`; `# pregon: …` in front matter."""

import re
from collections.abc import Iterator

from plugins.core.silence import Silence
from plugins.core.source import Source, span_in

COMMENT = re.compile(
    r"(?P<open><!--|(?<!\S)\#)[ \t]*pregon:[ \t]*allow[ \t]+"
    # Behind a comma a reason may begin as well: the name of a rule has a hyphen, and ends what it stands in.
    r"(?P<rules>[\w-]+(?:[ \t]*,[ \t]*\w+(?:-\w+)+(?=[ \t]*(?:[,(—–]|-->|$)))*)"
    r"(?P<reason>(?:(?!-->)[^\n])*)(?P<close>-->|$)",
    re.MULTILINE,
)
NAME = re.compile(r"[\w-]+")
# What people write instead.
LIKE = re.compile(
    r"(?P<open><!--|(?<!\S)\#)[ \t]*preg[oó]n(?:[ \t]*:|[ \t]+(?:allow|permit|ignor|silenc|desactiv|disable|deny))"
    r"(?P<told>(?:(?!-->)[^\n]){0,200})",
    re.IGNORECASE,
)
JOINED = re.compile(r"[ \t]+(?:y|e|and|&)[ \t]+\w{1,30}(?:-\w{1,30}){1,5}(?![\w-])", re.IGNORECASE)
AROUND = " \t()—–:,-"


def may_silence(text: str) -> bool:
    """Whether `text` names us at all, which few do."""
    return "regon" in text or "regón" in text or "REGON" in text or "REGÓN" in text


def silences(source: Source, plain: str) -> tuple[Silence, ...]:
    """Every comment of `source` that silences a rule, or was to do so; `plain` is its body with blanks for code."""
    return tuple(_found(source, plain))


def _found(source: Source, plain: str) -> Iterator[Silence]:
    begins = len(source.text) - len(source.body) if source.text.endswith(source.body) else 0
    for match in LIKE.finditer(source.text):
        if not _is_comment(plain, match, begins):
            continue
        known = COMMENT.match(source.text, match.start())
        if known:
            yield from _silences(source, known)
        if known is None or JOINED.match(known["reason"]):
            span = span_in(source.text, match.start(), match.end())
            yield Silence("", match["told"].strip(), span, (span.line,))


def _is_comment(plain: str, match: re.Match[str], begins: int) -> bool:
    """Front matter, and the body that `begins` behind it, each have their own kind of comment."""
    if match.start() < begins:
        return match["open"] == "#"
    return match["open"] == "<!--" and not plain[match.start() - begins : match.start() - begins + 1].isspace()


def _silences(source: Source, match: re.Match[str]) -> Iterator[Silence]:
    span = span_in(source.text, *match.span("rules"))
    start = source.text.rfind("\n", 0, match.start()) + 1
    end = source.text.find("\n", match.end())
    around = source.text[start : match.start()] + source.text[match.end() : end if end >= 0 else len(source.text)]
    lines = (span.line, span.line + 1) if not around.strip() else (span.line,)
    if lines[1:] and source.text[:start].strip(" \t\n") == "---":
        # What is wrong with a file as a whole is said of its first line.
        lines = (*range(1, span.line), *lines)
    for rule in NAME.finditer(source.text, *match.span("rules")):
        yield Silence(rule[0], match["reason"].strip(AROUND), span_in(source.text, *rule.span()), lines)
