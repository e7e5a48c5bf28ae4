"""The parts of a field that holds several."""

from collections.abc import Iterator, Mapping

from plugins.core.source import Source, Tree


def items(source: Source, field: str) -> Iterator[tuple[int, Mapping[str, Tree]]]:
    """Every group of names in `field`, and its number; one alone may stand without a list."""
    written = (source.front or {}).get(field)
    for number, item in enumerate(written if isinstance(written, list) else [written]):
        if isinstance(item, dict):
            yield number, item


def text_in(item: Mapping[str, Tree], key: str) -> str:
    """The text that is written for `key`, trimmed; empty where there is none, or something else than a text."""
    value = item.get(key)
    return value.strip() if isinstance(value, str) else ""
