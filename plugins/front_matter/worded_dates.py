"""Dates in words, as people write them in Spanish, English and Portuguese: `2 de marzo de 2026`, `May 2026`."""

import re

from plugins.core.slug import slugify

MONTHS = (
    "enero ene janeiro january jan",
    "febrero feb fevereiro fev february",
    "marzo mar marco march",
    "abril abr april apr",
    "mayo may maio mai",
    "junio jun junho june",
    "julio jul julho july",
    "agosto ago august aug",
    "septiembre setiembre setembro set september sept sep",
    "octubre outubro out october oct",
    "noviembre novembro november nov",
    "diciembre dic dezembro dez december dec",
)
NUMBERS = {name: number for number, names in enumerate(MONTHS, 1) for name in names.split()}
OF = r"(?:\s+(?:de|del|of))?\s+"
DAY = r"(?P<day>\d{1,2})(?:\.?º|st|nd|rd|th)?"
# The month first only as English has it, `March 2, 2026`.
WORDED = re.compile(
    rf"(?:{DAY}{OF})?(?P<month>[^\W\d_]{{3,10}})\.?,?{OF}(?P<year>\d{{4}})"
    rf"|(?P<first>[^\W\d_]{{3,10}})\.?\s+{DAY.replace('day', 'second')},?\s+(?P<last>\d{{4}})",
    re.IGNORECASE,
)
LONGEST = 60


def without_words(text: str) -> str:
    """The date that `text` says in words, as `2026-03-02` or `2026-03`; nothing where it says none."""
    match = WORDED.fullmatch(text.strip()) if len(text) <= LONGEST else None
    month = NUMBERS.get(slugify(match["month"] or match["first"])) if match else None
    if match is None or month is None:
        return ""
    day = match["day"] or match["second"]
    return f"{match['year'] or match['last']}-{month:02}" + (f"-{int(day):02}" if day else "")
