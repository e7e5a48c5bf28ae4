"""Web addresses in a plain text, found as X finds them, with and without `https://`.

The grammar is that of twitter-text 3.1.0, which X and Mastodon count by. twitter-text is © Twitter, Inc.
and other contributors, under the Apache License, Version 2.0: see `NOTICE.md`.
"""

from collections.abc import Iterator
from functools import cache

import regex
from msgspec import Struct

from plugins.sharing.domains import TOP_LEVEL_DOMAINS

MAX_ADDRESS, MAX_LABEL, MAX_SHORT_CODE = 4096, 63, 40

MARKERS = r"\u202A-\u202E\u061C\u200E\u200F\u2066-\u2069"
NEVER = r"\uFFFE\uFEFF\uFFFF"
SPACES = r"\x09-\x0D\x20\x85\xA0\u1680\u180E\u2000-\u200A\u2028\u2029\u202F\u205F\u3000"
ACCENTED = (
    r"\xC0-\xD6\xD8-\xF6\xF8-\u024F\u0253\u0254\u0256\u0257\u0259\u025B\u0263\u0268\u026F\u0272\u0289\u028B"
    r"\u02BB\u0300-\u036F\u1E00-\u1EFF"
)
LETTERS = rf"a-zA-Z0-9\u0400-\u04FF{ACCENTED}"
DOMAIN_SIGN = rf"[^!'#%&()*+,\\\-./:;<=>?@\[\]^_{{|}}~${SPACES}{NEVER}{MARKERS}]"
PATH_SIGN = rf"[{LETTERS}!*';:=+,.$/%#\[\]\-–_~@|&]"
# One pair of parentheses inside another is still part of an address: Wikipedia has them.
PARENTHESES = rf"\((?:{PATH_SIGN}+|{PATH_SIGN}*\({PATH_SIGN}+\){PATH_SIGN}*)\)"
PATH_PART = rf"(?:{PATH_SIGN}*(?:{PARENTHESES}{PATH_SIGN}*)*[{LETTERS}+\-=_#/]|{PARENTHESES}|@{PATH_SIGN}+/)"
QUERY = r"\?[a-zA-Z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-zA-Z0-9\-_&=#/]"
END_OF_DOMAIN = rf"(?={DOMAIN_SIGN}{{2}})(?:(?i:\L<domains>)(?=[^0-9a-zA-Z@+\-]|$)|(?i:xn--)[\-0-9a-zA-Z]+)"
# Possessive, and no more parts than the DNS allows: a long word without an end must not take minutes.
SUBDOMAIN = rf"{DOMAIN_SIGN}++(?:[_\-]++{DOMAIN_SIGN}++)*+\."
DOMAIN = rf"(?:{SUBDOMAIN}){{0,126}}{DOMAIN_SIGN}++(?:-++{DOMAIN_SIGN}++)*+\.{END_OF_DOMAIN}"


class Found(Struct, frozen=True):
    """Where an address stands in its text; `is_bare` says that it has no `https://`."""

    start: int
    end: int
    is_bare: bool


@cache
def _address() -> regex.Pattern[str]:
    # Compiled at the first use: building the list of domains takes longer than importing this room.
    return regex.compile(
        rf"(?P<before>[^A-Za-z0-9@＠$#＃{NEVER}]|[{MARKERS}]|^)"
        rf"(?P<address>(?P<protocol>(?i:https?)://)?(?P<domain>{DOMAIN})(?::[0-9]+)?"
        rf"(?P<path>/{PATH_PART}*)?(?:{QUERY})?)",
        domains=TOP_LEVEL_DOMAINS,
    )


@cache
def _plain_domain() -> regex.Pattern[str]:
    return regex.compile(rf"(?:[\-a-zA-Z0-9{ACCENTED}]+\.)+{END_OF_DOMAIN}", domains=TOP_LEVEL_DOMAINS)


WORD = regex.compile(rf"[^{SPACES}]++")
SHORT = regex.compile(rf"(?i:https?://t\.co)/(?P<code>[a-zA-Z0-9]+)(?:{QUERY})?")


def addresses(text: str) -> Iterator[Found]:
    """Every web address in `text`, in order."""
    for word in WORD.finditer(text):
        if "." in word[0]:
            # The space before it counts as the sign that has to stand before an address.
            yield from _within(text, max(word.start() - 1, 0), word.end())


def _within(text: str, start: int, end: int) -> Iterator[Found]:
    for match in _address().finditer(text, start, end):
        if not _is_possible(match):
            continue
        if match["protocol"]:
            yield from _whole(match)
        elif match["before"] not in {"-", "_", ".", "/"}:
            yield from _bare(match)


def _is_possible(match: regex.Match[str]) -> bool:
    protocol = match["protocol"] or "https://"
    labels = match["domain"].split(".")
    return len(protocol + match["address"]) <= MAX_ADDRESS and all(_label_fits(label) for label in labels)


def _label_fits(label: str) -> bool:
    """Whether a part of a domain fits into the DNS, which holds 63 bytes of its ASCII form."""
    if len(label) > MAX_LABEL:
        return False
    if label.isascii():
        return True
    return len(b"xn--" + label.encode("punycode", "replace")) <= MAX_LABEL


def _whole(match: regex.Match[str]) -> Iterator[Found]:
    # X's own short addresses end where their code ends, whatever follows.
    short = SHORT.match(match["address"])
    if short is None:
        yield Found(match.start("address"), match.end(), is_bare=False)
    elif len(short["code"]) <= MAX_SHORT_CODE:
        yield Found(match.start("address"), match.start("address") + short.end(), is_bare=False)


def _bare(match: regex.Match[str]) -> Iterator[Found]:
    # Chinese and Japanese are written without spaces: only the Latin part of such a word is the address.
    start = match.start("domain")
    found = [
        Found(start + inner.start(), start + inner.end(), is_bare=True)
        for inner in _plain_domain().finditer(match["domain"])
    ]
    yield from found[:-1]
    # X adds the length of the path to the last one, even where other signs stand between the two.
    path = match.end() - match.end("domain") if match["path"] else 0
    for last in found[-1:]:
        yield Found(last.start, last.end + path, is_bare=True)
