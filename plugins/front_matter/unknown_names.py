"""Names that no field has: the findings of `field-unknown`."""

from collections.abc import Iterator, Sequence

from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Text, translatable
from plugins.core.source import Source, dotted
from plugins.front_matter.schema import NETWORKS, AnyFields
from plugins.front_matter.synonyms import meant

RULE = "field-unknown"
MESSAGE = translatable("No field is called `{field}`; what it says is not published.")


def unknown_field(source: Source, names: Sequence[str], keys: tuple[str | int, ...], renamed: set[str]) -> Diagnostic:
    """The field at `keys` is none of `names`. `renamed` are the places that fixes write to; this one's is added."""
    name = str(keys[-1])
    near = meant(name, names)
    hint = (
        Text(translatable("Did you mean `{name}`?"), {"name": near})
        if near
        else Text(translatable("Delete it, or use one of these: {names}."), {"names": ", ".join(names)})
    )
    return _finding(source, keys, hint, _renaming(source, keys, near, renamed))


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
