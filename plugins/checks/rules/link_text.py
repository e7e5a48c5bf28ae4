"""link-text: a link that does not say where it leads.

What it finds: a link whose whole text is “aquí”, “click here”, “leia mais” or the like.
Why it matters: screen readers list the links of a page; ten times “aquí” lists nothing, and no eye finds it either.
What to do: let the link be the words that name what it leads to: `[las actas de marzo](…)`.
"""

import re
from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "link-text"
EXAMPLE = Example(
    "Las actas se pueden leer [aquí](https://actas.example/marzo).",
    "Se pueden leer [las actas de marzo](https://actas.example/marzo).",
    "body",
)
MESSAGE = translatable("The link “{text}” does not say where it leads.")
HINT = translatable("Let the link be the words that name it: `[the minutes of March]({address})`.")
SIGNS = re.compile(r"[^\w ]+")
VAGUE = frozenset(
    phrase
    for line in (
        "aquí|aqui|acá|aca|ahí|allí|allá|aquí mismo|por aquí|desde aquí|en este sitio|esta página|este sitio",
        "clic|click|clic aquí|click aquí|clic acá|haz clic|haz clic aquí|haz click aquí|haga clic aquí|haga click aquí",
        "hacer clic aquí|hacer click aquí|da clic aquí|dale clic aquí|pincha aquí|pinche aquí|pulsa aquí|entra aquí",
        "ver|ver aquí|ver más|ver mas|ver acá|leer|leer más|leer mas|lee más|seguir leyendo|sigue leyendo|más|mas",
        "más información|mas informacion|más info|mas info|más detalles|saber más|conoce más|esto|este|este enlace",
        "en este enlace|en el enlace|enlace|el enlace|siguiente enlace|este link|en este link|link|el link",
        "here|right here|over here|click|click here|press here|tap here|see here|see more|see|read|read more|more",
        "read on|learn more|find out more|more info|more information|more details|this|this link|the link|this page",
        "este vínculo|this site|this website|website|go|go here|continue reading",
        "cá|aí|ali|aqui mesmo|clique|clique aqui|clica aqui|clicar aqui|veja|veja aqui|veja mais|ver mais|leia",
        "leia aqui|leia mais|ler mais|continue lendo|mais|mais informações|mais detalhes|saiba mais|saber mais",
        "conheça mais|acesse|acesse aqui|isto|isso|neste link|nesse link|o link|link aqui|esse link|este site",
    )
    for phrase in line.split("|")
)
LONGEST = max(map(len, VAGUE)) + 8


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every link whose text would be the same wherever it led."""
    for link in entry.facts.links:
        if not link.text or len(link.text) > LONGEST:
            continue
        text = " ".join(SIGNS.sub(" ", link.text).split()).casefold()
        if text in VAGUE:
            message, hint = Text(MESSAGE, {"text": link.text}), Text(HINT, {"address": link.href})
            at = Location(entry.source.path, link.span)
            yield Diagnostic(at, NAME, Severity.WARNING, message, hint, f"[{link.text}]({link.href})")


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "links", entry=find)
