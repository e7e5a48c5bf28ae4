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
    "If it is that of an office, let it stand and say so in a comment."
)
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
# Toll-free numbers are nobody's own.
FREE = re.compile(r"\(?0?[68]00")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every telephone number in the body, once each."""
    plain = entry.facts.plain
    if ENOUGH not in plain.encode("latin-1", "replace").translate(ONLY_DIGITS, BETWEEN):
        return
    seen: set[str] = set()
    for match in NUMBER.finditer(plain):
        written, number = match[0], _digits(match[0])
        if number in seen or not _is_phone(number, written) or not _is_named(plain, match):
            continue
        seen.add(number)
        message = Text(MESSAGE, {"number": written})
        yield Diagnostic(entry.at(*match.span()), NAME, Severity.WARNING, message, Text(HINT), number)


def _is_named(plain: str, number: re.Match[str]) -> bool:
    """Whether the number has the sign of a country, or what stands before it says what it is."""
    start = number.start()
    before = plain[max(start - FURTHEST, 0) : start]
    if number[0][0] == "+" and not before[-1:].isalnum():
        return True
    return NAMED.search(before) is not None


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _is_phone(number: str, written: str) -> bool:
    if not 7 <= len(number) <= 15 or FREE.match(written.lstrip("+")):
        return False
    return not (DATE.fullmatch(written) or AMOUNT.fullmatch(written.lstrip("+")))


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "text", entry=find)
