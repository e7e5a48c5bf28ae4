"""title-capitals: a title all in capitals.

What it finds: a `title` without a small letter in which two words of four letters or more are no known acronyms.
Why it matters: it reads slowly, looks like shouting, and some screen readers spell it letter by letter.
What to do: write it like a sentence; names and acronyms keep their capitals.
"""

import re
from collections.abc import Iterator

from plugins.checks.rules.title_full_stop import STOP
from plugins.core.diagnostic import Diagnostic, Edit, Fix, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule
from plugins.core.written import written

NAME = "title-capitals"
EXAMPLE = Example("title: AGUA LIMPIA PARA TODOS", "title: Agua limpia para todos")
MESSAGE = translatable("The title is all in capitals.")
HINT = translatable("Write it like a sentence: “{title}”. Then give names back their capitals.")
LONG = 4
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# `EE. UU.`, `S. A.`, and the initials of people.
INITIALS = re.compile(r"\b([^\W\d_])\1?\.")
ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
# Of whole sentences and of what follows their end.
FIRST = re.compile(r"(?:^|(?<=[?!…]\s)|(?<=\w{3}\.\s))[^\w]*[^\W\d_]")
ACRONYM = re.compile(
    r"ACNUR|AIDS|ALBA|ALCA|APEC|BID|CAF|CARICOM|CELAC|CEPAL|CIDH|CLACSO|CNTV|COP|COVID|CSV|DDHH|ECLAC|EEUU|FAO|"
    r"FIFA|FLACSO|FMI|FTAA|GAFAM|GPS|HIV|HTML|IBGE|INCRA|INDH|INEGI|IPCC|ISBN|LGBT(?:Q|I|IQ)?|MERCOSU[LR]|NAFTA|NASA|"
    r"NATO|OCDE|OCHA|OEA|OECD|OIT|OMS|ONGS?|ONU(?:SIDA)?|OPAS|OPEP|OPS|OTAN|OXFAM|PDF|PNUD|PNUMA|PYMES?|SAMU|SENAME|"
    r"SIDA|TLCAN|TPP|UNAM|UNASU[LR]|UNDP|UNEP|UNESCO|UNHCR|UNICEF|UNODC|USA(?:ID)?|USB|VIH|WIFI|WWF"
)


def find(entry: Entry) -> Iterator[Diagnostic]:
    """The title of `entry`, if it shouts."""
    title = entry.source.text_of("title")
    if not title.isupper() or sum(_is_shouted(word) for word in WORD.findall(title)) < 2:
        return
    wanted = _without_stop(sentence(title))
    found = written(entry.source, title, "title")
    place = found.place(0, len(title))
    fix = Fix((Edit(found.span_in(*place), wanted),), is_safe=False) if place else None
    hint = Text(HINT, {"title": wanted})
    yield Diagnostic(entry.source.at("title"), NAME, Severity.WARNING, Text(MESSAGE), hint, title, fix)


def _without_stop(title: str) -> str:
    """`title` without the full stop at its end, of which `title-full-stop` would speak next."""
    return STOP.sub(lambda found: found[0][:-1], title)


def _is_shouted(word: str) -> bool:
    return len(word) >= LONG and word.replace("-", "").isalpha() and not _is_acronym(word)


def _is_acronym(word: str) -> bool:
    known = any(ACRONYM.fullmatch(part) for part in word.split("-"))
    return known or any(sign.isdigit() for sign in word) or (len(word) > 1 and ROMAN.fullmatch(word) is not None)


def sentence(title: str) -> str:
    """`title` in small letters but for its acronyms and numbers, and the first letter of each sentence."""
    initials = {initial.start() for initial in INITIALS.finditer(title)}

    def said(word: re.Match[str]) -> str:
        return word[0] if word.start() in initials or _is_acronym(word[0]) else word[0].lower()

    small = WORD.sub(said, title)
    return FIRST.sub(lambda first: first[0].upper(), small)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "titles", entry=find, fix="unsafe")
