"""email-exposed: the e-mail address of a person in the text.

What it finds: an address such as `ana.rojas@…`, or one at Gmail and the like; those of offices and of this site pass.
Why it matters: machines collect it and send spam, and whoever wants to find or harass that person can.
What to do: name an address of the organisation, or ask the person; who speaks for a case stands in `contacts`.
"""

import re
from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "email-exposed"
EXAMPLE = Example(
    "Quien quiera venir escribe a ana.rojas@correo.example antes del martes.",
    "Quien quiera venir escribe a contacto@correo.example antes del martes.",
    "body",
)
MESSAGE = translatable("“{address}” looks like the e-mail address of a person, and everybody can read it here.")
HINT = translatable(
    "Ask whether it may stand here: it draws spam and shows where to find a person. "
    "Better is an address of the organisation; if it is one, say so in a comment: `{comment}`."
)
COMMENT = "<!-- pregon: allow email-exposed (oficina) -->"
ADDRESS = re.compile(
    r"(?<![\w.+/@:-])(?:mailto:)?(?P<all>(?P<name>[\w.+-]{1,64})@(?P<host>(?:[\w-]+\.)+[^\W\d_]{2,24}))(?![\w@-])"
)
# The mailbox of an office: one of these words is in its name.
OFFICES = """
    accesibilidad accessibility admin administracion agenda agua alcalde alcaldesa alcaldia archivo asamblea
    atencion atendimento ayuda biblioteca boletin campana campanas campanha canal cartas casa centro ciudadania
    club clube colectivo colegio coletivo comite comunicacao comunicacion comunicaciones comunidad comunidade
    concejo consejo consultas contact contacto contato cooperativa coordenacao coordinacion correcciones
    correcoes corrections cultura cursos dados data datos ddhh denuncias doacoes donaciones donations editor
    editora editorial ejemplo email encuestas equipe equipo escola escuela eventos events example feedback
    fundacion gabinete general grupo hello help hola imprensa info informacion informacoes informes inscricoes
    inscripciones intendente invitaciones junta legal liceo mail mesa municipio museo museu museum newsletter
    noreply noticias office oficina oirs ola ong open opinion ouvidoria participa participacao participacion
    pedidos plaza postmaster praca prefeitura prensa press pressoffice privacidad privacidade privacy proyecto
    proyectos radio recepcion reclamos redacao redaccion registro reply reporte reportes sala salud saude
    secretaria security sede seguranca seguridad senado sindicato socios soporte sugerencias suporte support
    taller talleres team teatro tesoreria todas todos tramites transparencia transparency tu turnos usuario
    usuarios vecinos ventas voluntariado voluntarios volunteers web webmaster you
"""
KNOWN = frozenset(OFFICES.split())
LONG = tuple(word for word in OFFICES.split() if len(word) > 4)
# Where people have their own mailboxes.
PEOPLES = re.compile(
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|proton|protonmail|aol|gmx|uol|bol)\."
    r"(?:com?|net|org|me|es|cl|de|br|ar|mx|uk|pt)(?:\.\w\w)?|(?:me|mac)\.com|pm\.me"
)
# Two names, a name and a number, or a name and a year in which people were born.
PERSON = re.compile(
    r"[^\W\d_]{1,20}[._][^\W\d_]{3,20}(?:[._][^\W\d_]{3,20})?\d{0,4}"
    r"|[^\W\d_]{3,20}(?:[._]\d{1,4}|19[4-9]\d|200\d)"
)
PARTS = re.compile(r"[\W\d_]+")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every address of a person in the body, once a line."""
    plain = entry.facts.plain
    if "@" not in plain:
        return
    own = entry.norms.siteurl.partition("://")[2].partition("/")[0].lower().removeprefix("www.")
    seen: set[tuple[int, str]] = set()
    for match in ADDRESS.finditer(plain):
        address, name, host = match["all"].lower(), match["name"].lower(), match["host"].lower()
        if not _is_person(name, host) or _is_office(name, host, own):
            continue
        at, message = entry.at(*match.span("all")), Text(MESSAGE, {"address": match["all"]})
        if (at.span.line, address) not in seen:
            seen.add((at.span.line, address))
            yield Diagnostic(at, NAME, Severity.WARNING, message, Text(HINT, {"comment": COMMENT}), address)


def _is_person(name: str, host: str) -> bool:
    """Whether it has the shape of somebody's own; a name alone is too often that of an office."""
    return PERSON.fullmatch(name) is not None or (PEOPLES.fullmatch(host) is not None and not name.startswith(LONG))


def _is_office(name: str, host: str, own: str) -> bool:
    if own and (host == own or host.endswith(f".{own}")):
        return True
    # An office is often named like its house: `vozciudadana@vozciudadana.example`.
    words = PARTS.split(name)
    is_office = not KNOWN.isdisjoint(words) or not KNOWN.isdisjoint(word.removesuffix("s") for word in words)
    return is_office or (len(name) > 3 and name.replace(".", "") in host.split("."))


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "text", entry=find)
