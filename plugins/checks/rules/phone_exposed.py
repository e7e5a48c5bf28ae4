"""phone-exposed: a telephone number in the text.

What it finds: a number behind “teléfono”, “WhatsApp”, “call” or the like, one with `+`, `tel:…`, `wa.me/…`.
Why it matters: who campaigns gets threats by telephone too; a number that was published once is never private again.
What to do: name a number of the organisation, or ask the person; who speaks for a case stands in `contacts`.
"""

import re
from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "phone-exposed"
EXAMPLE = Example(
    "Para venir, llama al +56 9 5555 0142 antes del martes.",
    "Para venir, escribe a contacto@correo.example antes del martes.",
    "body",
)
MESSAGE = translatable("“{number}” is a telephone number, and everybody can call it.")
HINT = translatable(
    "Ask whether it may stand here: a number that was published once is never private again. "
    "If it is that of an office, say so in a comment: `{comment}`."
)
COMMENT = "<!-- pregon: allow phone-exposed (oficina) -->"
NUMBER = re.compile(r"[+(\d][\d ().\u00a0/-]{5,19}\d(?!\w)")
WORD = (
    r"tel[eé]fonos?|telefones?|tel|fono|celular(?:es)?|cel|m[oó]vil|whats ?app|wasap|zap|phone|telephone|mobile|cell"
    r"|call|llam(?:a|e|ar|en|ando)(?: al?)?|marca(?:r|ndo)? al?|ligue|liga(?:r)?(?: para)?|n[uú]mero de contacto"
)
LITTLE = r"(?:[ \u00a0](?:al?|n[ºo°.]+|us|at|on|para|no|o|el))?"
# What stands before a number that is a telephone.
NAMED = re.compile(
    rf"(?:\b(?:{WORD})\b[.:]?[ \u00a0]?(?:\([^\W\d]+\))?{LITTLE}[ \u00a0:]{{0,3}}"
    r"|(?:tel:|sms:|wa\.me/|whatsapp\.com/send/?\?phone=))\Z",
    re.IGNORECASE,
)
FURTHEST = 40
# Seven digits, with nothing but such signs among them: few texts have any.
BETWEEN = b" ()./-\xa0"
ONLY_DIGITS = bytes(0x30 if chr(code).isdecimal() else 0x20 for code in range(0x100))
ENOUGH = b"0" * 7
# Dates, amounts and numbers of laws.
DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|(?:(?:19|20)\d\d\W{1,3}){1,3}(?:19|20)\d\d")
AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+")
# Toll-free numbers are nobody's own; in Spain those with 600 are.
FREE = re.compile(r"\(?0?[68]00|\+(?:(?:1|44|351|5[1-8]|5[09]\d)[ ().\u00a0/-]{0,3}0?[68]00|34[ .\u00a0-]?[89]00)")
# A link that says whose number it is.
OFFICE = re.compile(
    r"\[[^\[\]\n]{0,80}\b(?:oficina|oficial|sede|organizaci[oó]n|organização|escritório|office|official|organi[sz]ation)"
    r"\b[^\[\]\n]{0,80}\]\([^()\s]{0,60}\Z",
    re.IGNORECASE,
)


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every telephone number in the body, once a line."""
    plain = entry.facts.plain
    if ENOUGH not in plain.encode("latin-1", "replace").translate(ONLY_DIGITS, BETWEEN):
        return
    seen: set[tuple[int, str]] = set()
    for match in NUMBER.finditer(plain):
        written, number = match[0], _digits(match[0])
        if not _is_phone(number, written) or not _is_named(plain, match) or _is_of_an_office(plain, match):
            continue
        at, message, hint = (
            entry.at(*match.span()),
            Text(MESSAGE, {"number": written}),
            Text(HINT, {"comment": COMMENT}),
        )
        if (at.span.line, number) not in seen:
            seen.add((at.span.line, number))
            yield Diagnostic(at, NAME, Severity.WARNING, message, hint, number)


def _is_named(plain: str, number: re.Match[str]) -> bool:
    """Whether the number has the sign of a country, or what stands before it says what it is."""
    start = number.start()
    before = plain[max(start - FURTHEST, 0) : start]
    if number[0][0] == "+" and not before[-1:].isalnum():
        return True
    return NAMED.search(before) is not None


def _is_of_an_office(plain: str, number: re.Match[str]) -> bool:
    start = number.start()
    return plain.rfind("](", max(start - FURTHEST, 0), start) > 0 and bool(
        OFFICE.search(plain, max(start - 260, 0), start)
    )


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _is_phone(number: str, written: str) -> bool:
    if not 7 <= len(number) <= 15 or FREE.match(written):
        return False
    return not (DATE.fullmatch(written) or AMOUNT.fullmatch(written.lstrip("+")))


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "text", entry=find)
