"""Hours as people write them behind a date: `9:00 pm`, `a las 19:30`, `9 hrs`, `19h30`."""

import re

from plugins.core.slug import slugify

HOUR = re.compile(
    r"""(?P<day>.*?[^\s,])[\s,]+
    (?P<at>(?:a\s+las?|às|as|à|at)\s+)?
    (?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}(?::\d{2})?))?
    (?:\s*(?P<half>[ap]\.?\s?m\b\.?|(?:de\s+la|da|de)\s+(?:mañana|manhã|madrugada|tarde|noche|noite)))?
    (?:\s*(?P<unit>h|hs|hrs?|horas|hours)\b\.?)?
    (?:\s*(?P<zone>[+-]\d{2}:?\d{2}))?""",
    re.VERBOSE | re.IGNORECASE,
)
MORNING = {hour: hour for hour in range(1, 12)}
LATE = {hour: hour for hour in range(13, 24)}
EVENING = {**{hour: hour + 12 for hour in range(6, 12)}, **LATE}
# What nobody can be sure of, such as twelve at night, is in none of them.
HALVES = {
    "a": {**MORNING, 12: 0},
    "p": {**{hour: hour + 12 for hour in MORNING}, 12: 12, **LATE},
    "manana": MORNING,
    "manha": MORNING,
    "madrugada": MORNING,
    "tarde": {**{hour: hour + 12 for hour in range(1, 9)}, 12: 12, **LATE},
    "noche": EVENING,
    "noite": EVENING,
}


def split_hour(text: str) -> tuple[str, str]:
    """What stands before the hour in `text`, and the hour as it is to be written; nothing where it says none."""
    match = HOUR.fullmatch(text)
    if match is None or not (match["at"] or match["minute"] or match["half"] or match["unit"]):
        return text, ""
    hour = int(match["hour"])
    if match["half"]:
        words = slugify(match["half"])
        halves = HALVES[words[0] if words.endswith("m") else words.rpartition("-")[2]]
        if hour not in halves:
            return text, ""
        hour = halves[hour]
    zone = f" {match['zone']}" if match["zone"] else ""
    return match["day"], f"{hour:02}:{match['minute'] or '00'}{zone}"
