"""Names that no field has: the findings of `field-unknown`."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Text, translatable
from plugins.core.source import Source, dotted
from plugins.front_matter.schema import NETWORKS, AnyFields
from plugins.front_matter.synonyms import meant

RULE = "field-unknown"
MESSAGE = translatable("No field is called `{field}`; what it says is not published.")
THERE = translatable("Delete it: `{name}` stands in line {line} already.")
THERE_EMPTY = translatable("Write its value behind `{name}:` in line {line}, and delete this line.")
WITH_CAPITALS = translatable(
    "`{field}` is missing: here it is called `{written}`, and what that says is not published."
)
SMALL = translatable("Write it in small letters: `{name}`.")


def unknown_field(source: Source, names: Sequence[str], keys: tuple[str | int, ...], renamed: set[str]) -> Diagnostic:
    """The field at `keys` is none of `names`. `renamed` are the places that fixes write to; this one's is added."""
    name = str(keys[-1])
    near = meant(name, names)
    hint = Text(translatable("Delete it, or use one of these: {names}."), {"names": ", ".join(names)})
    if near:
        hint = _there(source, (*keys[:-1], near)) or _called(name, near)
    return _finding(source, keys, hint, _renaming(source, keys, near, renamed))


def with_capitals(source: Source, found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """`found`, where a field that is needed and stands there with capitals is one finding, and no two."""
    missing = {one.offence: one for one in found if one.rule == "field-missing" and one.offence not in source.keys}
    united: dict[str, Diagnostic] = {}
    dropped: list[Diagnostic] = []
    for one in found if missing else ():
        name = one.offence.lower()
        is_field = one.rule == RULE and one.location.span == source.keys.get(one.offence)
        if is_field and name != one.offence and name in missing and name not in united:
            message = Text(WITH_CAPITALS, {"field": name, "written": one.offence})
            place = structs.replace(missing[name], location=one.location, message=message, hint=one.hint, fix=one.fix)
            united[name] = place
            dropped.append(one)
    return [united.get(one.offence, one) if one.rule == "field-missing" else one for one in found if one not in dropped]


def _there(source: Source, keys: tuple[str | int, ...]) -> Text | None:
    """What to do with a second name of the field at `keys`, if that stands there."""
    span = source.keys.get(dotted(keys)) or source.keys.get(dotted([key for key in keys if isinstance(key, str)]))
    if span is None:
        return None
    is_full = source.span(*keys) != span
    return Text(THERE if is_full else THERE_EMPTY, {"name": str(keys[-1]), "line": span.line})


def _called(name: str, near: str) -> Text:
    template = SMALL if name.lower() == near else translatable("Did you mean `{name}`?")
    return Text(template, {"name": near})


def network_faults(source: Source, fields: AnyFields) -> Iterator[Diagnostic]:
    """Messages for networks that have no share link: nobody would ever see them."""
    renamed: set[str] = set()
    for network in fields.share_message or {}:
        if network and network not in NETWORKS:
            keys, near = ("share_message", network), meant(network, NETWORKS)
            names = near or ", ".join(NETWORKS)
            hint = Text(translatable("Write one of these: {names}."), {"names": names})
            yield _finding(source, keys, hint, _renaming(source, keys, near, renamed))


def _finding(source: Source, keys: tuple[str | int, ...], hint: Text, fix: Fix | None) -> Diagnostic:
    name = str(keys[-1])
    at = Location(source.path, source.key_span(*keys))
    return Diagnostic(at, RULE, Severity.WARNING, Text(MESSAGE, {"field": name}), hint, name, fix)


def _renaming(source: Source, keys: tuple[str | int, ...], near: str, renamed: set[str]) -> Fix | None:
    """The name that was probably meant, unless it is there already, or another finding's fix writes it."""
    target = (*keys[:-1], near)
    alone = dotted([key for key in target if isinstance(key, str)])
    if not near or dotted(target) in renamed or dotted(target) in source.keys or alone in source.keys:
        return None
    renamed.add(dotted(target))
    return Fix((Edit(source.key_span(*keys), near),), is_safe=False)
