"""alt-image-of: an alternative text that begins with “Imagen de” or “Foto de”.

What it finds: an `alt` that begins with `Imagen de`, `Foto de`, `Image of`, `Photo of`, `Imagem de` … or is `foto`.
Why it matters: screen readers say “image” by themselves, so that people hear “image, image of a square”.
What to do: delete these words, and begin with what is seen.
"""

import re
from collections.abc import Iterator

from plugins.checks.rules.alt_file_name import is_file_name
from plugins.checks.shown import Shown, shown
from plugins.core.diagnostic import Diagnostic, Edit, Fix, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "alt-image-of"
EXAMPLE = Example(
    """
single_image:
  - img: /images/plaza.jpg
    alt: Foto de una plaza llena de gente
    caption: La plaza de Armas el día de la votación.
""",
    """
single_image:
  - img: /images/plaza.jpg
    alt: Una plaza llena de gente
    caption: La plaza de Armas el día de la votación.
""",
)
MESSAGE = translatable("The `alt` begins with “{words}”: screen readers say that it is a picture by themselves.")
HINT = translatable("Delete these words, and begin with what is seen: “{alt}”.")
HINT_ALONE = translatable("Delete these words, and begin with what is seen.")
WORDS = re.compile(
    r"(?:(?:una|uma|an?)\s+)?(?:im[aá]gen|foto|fotograf[ií]a|imagem)\s+(?P<of>de|del|do|da|dos|das)\s+"
    r"|(?:an?\s+)?(?:image|picture|photo|photograph|pic)\s+of\s+",
    re.IGNORECASE,
)
# A kind of picture, a date, the statue of a saint: there the words say something.
SAYS = re.compile(
    r"\d|(?:familia|família|grupo|archivo|arquivo|perfil|carn[eé]t?|portada|capa|sat[eé]lite|estudio|estúdio|boda|casamento"
    r"|prensa|imprensa|[eé]poca|marca|radar|fondo|fundo|stock|file|god|the (?:year|month|week|day)"
    r"|(?:el |la |o |a )?(?:año|ano|mes|mês|semana|d[ií]a)|(?:la )?virgen|nuestra señora|nossa senhora|cristo|jes[uú]s"
    r"|san(?:t[oa])?|são|dios|deus)\b",
    re.IGNORECASE,
)
ONLY = translatable("The `alt` says only “{alt}”: screen readers say that it is a picture by themselves.")
ONLY_HINT = translatable("Say in a few words what is seen.")
ALONE = re.compile(
    r"(?:(?:la|una|a|uma|an|the)\s+)?(?:im[aá]gen|foto|fotograf[ií]a|imagem|image|picture|photo|photograph)\s*\d{0,4}\.?",
    re.IGNORECASE,
)
ARTICLES = {"del": "El ", "do": "O ", "da": "A ", "dos": "Os ", "das": "As "}


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every alternative text of `entry` that begins by saying that there is a picture."""
    for one in shown(entry):
        words = WORDS.match(one.alt) if one.alt else None
        if words is not None and words.end() < len(one.alt) and not SAYS.match(one.alt, words.end()):
            yield _finding(one, words)
        elif one.alt and ALONE.fullmatch(one.alt) and not is_file_name(one.alt, one.address):
            message = Text(ONLY, {"alt": one.alt})
            yield Diagnostic(one.at("alt"), NAME, Severity.WARNING, message, Text(ONLY_HINT), one.alt)


def _finding(one: Shown, words: re.Match[str]) -> Diagnostic:
    article = ARTICLES.get((words["of"] or "").lower(), "")
    # The sign behind the words changes too, unless an article comes in front of it.
    taken = words[0] if article else one.alt[: words.end() + 1]
    begins = article or taken[-1].upper()
    span = one.begins("alt", taken) if taken[-1].isalpha() or article else None
    fix = Fix((Edit(span, begins),), is_safe=False) if span else None
    rest = begins + one.alt[len(taken) :]
    hint = Text(HINT, {"alt": rest}) if fix and len(rest) <= 80 else Text(HINT_ALONE)
    message = Text(MESSAGE, {"words": words[0].strip()})
    return Diagnostic(one.at("alt"), NAME, Severity.WARNING, message, hint, one.alt, fix)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "pictures", entry=find, fix="unsafe")
