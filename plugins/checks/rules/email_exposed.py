"""email-exposed: the e-mail address of a person in the text.

What it finds: an e-mail address, written or as a link; those of an office (`prensa@…`) and of this site pass.
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
MESSAGE = translatable("“{address}” is somebody's e-mail address, and everybody can read it here.")
HINT = translatable(
    "Ask whether it may stand here: it draws spam and shows where to find a person. "
    "Better is an address of the organisation."
)
ADDRESS = re.compile(
    r"(?<![\w.+/@:-])(?:mailto:)?(?P<all>(?P<name>[\w.+-]{1,64})@(?P<host>(?:[\w-]+\.)+[^\W\d_]{2,24}))(?![\w@-])"
)
# The mailbox of an office: one of these words is in its name.
OFFICES = """
    accesibilidad accessibility admin administracion agenda agua alcalde alcaldesa alcaldia archivo asamblea
    atencion ayuda biblioteca boletin campana campanas campanha canal cartas ciudadania colectivo coletivo
    comite comunicacao comunicacion comunicaciones concejo consejo consultas contact contacto contato
    coordenacao coordinacion correcciones correcoes corrections cursos dados data datos denuncias editor editora
    editorial ejemplo email encuestas equipe equipo escola escuela eventos events example feedback fundacion
    gabinete general hello help hola imprensa info informacion informacoes informes inscricoes inscripciones
    intendente invitaciones legal mail mesa municipio newsletter noreply noticias oficina oirs ola ong open
    opinion ouvidoria participa participacao participacion pedidos postmaster prefeitura prensa press privacidad
    privacidade privacy proyecto proyectos radio recepcion reclamos redacao redaccion registro reporte reportes
    salud saude secretaria security seguranca seguridad senado sindicato socios soporte sugerencias suporte
    support taller talleres team tesoreria tramites transparencia transparency tu turnos usuario usuarios
    vecinos ventas voluntariado voluntarios volunteers web webmaster you
"""
KNOWN = frozenset(OFFICES.split())
PARTS = re.compile(r"[\W\d_]+")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every address of a person in the body, once each."""
    plain = entry.facts.plain
    if "@" not in plain:
        return
    own = entry.norms.siteurl.partition("://")[2].partition("/")[0].lower().removeprefix("www.")
    seen: set[str] = set()
    for match in ADDRESS.finditer(plain):
        address = match["all"].lower()
        if address in seen or _is_office(match["name"].lower(), match["host"].lower(), own):
            continue
        seen.add(address)
        at, message = entry.at(*match.span("all")), Text(MESSAGE, {"address": match["all"]})
        yield Diagnostic(at, NAME, Severity.WARNING, message, Text(HINT), address)


def _is_office(name: str, host: str, own: str) -> bool:
    if own and (host == own or host.endswith(f".{own}")):
        return True
    # An office is often named like its house: `vozciudadana@vozciudadana.example`.
    words = PARTS.split(name)
    is_office = not KNOWN.isdisjoint(words) or not KNOWN.isdisjoint(word.removesuffix("s") for word in words)
    return is_office or (len(name) > 3 and name.replace(".", "") in host.split("."))


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "text", entry=find)
