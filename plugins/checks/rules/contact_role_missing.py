"""contact-role-missing: a contact that does not say what this person does.

What it finds: a person in the `contacts` of an experience without `role`; an office says by its name what it does.
Why it matters: readers who want to ask something do not know whether this is the person to be asked.
What to do: write in `role` what this person does in the experience.
"""

from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule
from plugins.core.slug import slugify
from plugins.core.source import Source, Tree, dotted

NAME = "contact-role-missing"
EXAMPLE = Example(
    """contacts:
  - name: Ana Ruiz
    email: ana@municipio.example""",
    """contacts:
  - name: Ana Ruiz
    role: Coordinadora de la mesa de agua
    email: ana@municipio.example""",
    path="experiences/2026-03-agua-limpia.md",
)
# The first words of names that are no person's.
OFFICES = frozenset(
    (
        *("area", "centro", "comision", "comite", "coordinacion", "departamento", "direccion", "equipo", "fundacion"),
        *("gobernacion", "instituto", "linea", "mesa", "ministerio", "municipalidad", "municipio", "oficina", "red"),
        *("secretaria", "servicio", "unidad", "comissao", "coordenacao", "diretoria", "fundacao", "gabinete", "linha"),
        *("ouvidoria", "prefeitura", "servico", "agency", "center", "centre", "committee", "department", "foundation"),
        *("coletivo", "colectivo", "colectiva", "junta", "asociacion", "associacao", "sindicato", "radio", "escuela"),
        *("escola", "cooperativa", "comunidad", "comunidade", "universidad", "universidade", "museo", "museu"),
        *("biblioteca", "club", "clube", "corporacion", "corporacao", "consejo", "conselho", "camara", "tribunal"),
        *("defensoria", "ong", "movimiento", "movimento", "agrupacion", "iglesia", "igreja", "association", "union"),
        *("school", "university", "library", "museum", "council"),
        *("help", "institute", "ministry", "municipality", "office", "secretariat", "service", "team", "unit", "the"),
    )
)
MESSAGE = translatable("The contact “{name}” does not say what this person does.")
HINT = translatable("Write a line `role:` below the name.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every contact of `entry` that has a name and no role."""
    if entry.kind != "experience" or entry.source.front is None:
        return
    written = entry.source.front.get("contacts")
    for number, contact in enumerate(written if isinstance(written, list) else [written]):
        name = _name(contact)
        if name and not _says_role(contact) and slugify(name).partition("-")[0] not in OFFICES:
            at = Location(entry.source.path, entry.source.span(*_keys(entry.source, number, contact)))
            yield Diagnostic(at, NAME, Severity.WARNING, Text(MESSAGE, {"name": name}), Text(HINT), name)


def _says_role(contact: Tree) -> bool:
    return isinstance(contact, dict) and bool(contact.get("role"))


def _name(contact: Tree) -> str:
    name = contact.get("name") if isinstance(contact, dict) else contact
    return name.strip() if isinstance(name, str) else ""


def _keys(source: Source, number: int, contact: Tree) -> tuple[str | int, ...]:
    """Where the role is to be written: after its key where there is one, else below the name."""
    if not isinstance(contact, dict):
        return "contacts", number
    name = "role" if "role" in contact else "name"
    listed: tuple[str | int, ...] = ("contacts", number, name)
    return listed if dotted(listed) in source.keys else ("contacts", name)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "fields", entry=find)
