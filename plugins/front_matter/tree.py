"""YAML as a tree of texts, with the place of every key and value.

PyYAML's C loader composes, it does not construct: YAML 1.1 would turn `NO` into false, `007` into 7
and `1.10` into 1.1. What a text means is decided by the schema's field.
"""

from collections.abc import Iterator

import yaml
from msgspec import Struct
from yaml import CSafeLoader, MappingNode, Node, ScalarNode, SequenceNode

from plugins.core.diagnostic import Span
from plugins.core.source import UNPRINTABLE, Tree, dotted

MAX_NODES = 20_000
MAX_DEPTH = 40
NULL = "tag:yaml.org,2002:null"

# YAML ends a line at these, editors do not: they come with text that is copied from elsewhere.
LINE_ENDS = {0x85: " ", 0x2028: " ", 0x2029: " "}


class TooDeep(yaml.YAMLError):
    """More nesting, or more values (aliases counted each time), than any front matter needs."""


class Composed(Struct, frozen=True):
    """The tree, where its parts stand, the keys written twice (the second place), and what no page can carry."""

    tree: Tree
    keys: dict[str, Span]
    values: dict[str, Span]
    repeated: tuple[tuple[str, Span], ...]
    unprintable: tuple[tuple[str, Span], ...]


def compose(text: str, first_line: int) -> Composed:
    """Read `text`, whose first line is line `first_line` of the file.

    Raises:
        yaml.YAMLError: it is not YAML, or too deep.
    """
    text = text.translate(LINE_ENDS)
    _refuse_deep(text)
    node = yaml.compose(text, Loader=CSafeLoader)
    walk = _Walk(text, first_line)
    tree = walk.visit(node, ()) if node is not None else {}
    return Composed(tree, walk.keys, walk.values, tuple(walk.repeated), tuple(walk.unprintable))


def _refuse_deep(text: str) -> None:
    # The composer recurses in C, where Python's recursion limit does not reach.
    if len(text) < 2000 and text.count("[") + text.count("{") + text.count("- -") < MAX_DEPTH:
        return
    depth = 0
    for event in yaml.parse(text, Loader=CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise TooDeep(f"more than {MAX_DEPTH} levels")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


class _Walk:
    """One pass over the nodes, collecting places on the way."""

    def __init__(self, text: str, first_line: int) -> None:
        self.text = text
        self.first_line = first_line
        self.keys: dict[str, Span] = {}
        self.values: dict[str, Span] = {}
        self.repeated: list[tuple[str, Span]] = []
        self.unprintable: list[tuple[str, Span]] = []
        self.seen = 0

    def visit(self, node: Node, path: tuple[str | int, ...]) -> Tree:
        self.seen += 1
        if self.seen > MAX_NODES or len(path) > MAX_DEPTH:
            raise TooDeep(f"more than {MAX_NODES} values")
        if isinstance(node, MappingNode):
            if path and isinstance(path[-1], int):
                start = self._span(node)
                self.values[dotted(path)] = Span(start.line, start.column, start.line, start.column + 1)
            return dict(self._pairs(node, path))
        if path and not _is_empty(node):
            self.values[dotted(path)] = self._span(node)
        if isinstance(node, SequenceNode):
            return [self.visit(child, (*path, index)) for index, child in enumerate(node.value)]
        return None if _is_empty(node) else self._text(node)

    def _pairs(self, node: MappingNode, path: tuple[str | int, ...]) -> Iterator[tuple[str, Tree]]:
        known: set[str] = set()
        for key_node, value_node in node.value:
            key = self._text(key_node) if isinstance(key_node, ScalarNode) else "?"
            if key in known:
                self.repeated.append((key, self._span(key_node)))
            known.add(key)
            self.keys[dotted((*path, key))] = self._span(key_node)
            self.values.pop(dotted((*path, key)), None)
            yield key, self.visit(value_node, (*path, key))

    def _text(self, node: Node) -> str:
        """The text of a scalar. An escape in quotes can say what the reader took out of the file."""
        text = str(node.value)
        found = UNPRINTABLE.search(text)
        if found is None:
            return text
        self.unprintable.append((found[0], self._span(node)))
        return UNPRINTABLE.sub("\ufffd", text)

    def _span(self, node: Node) -> Span:
        # For YAML a list ends where the next field begins, for people at its last word.
        start = node.start_mark
        held = self.text[start.index : node.end_mark.index].rstrip()
        breaks, last = held.count("\n"), len(held) - (held.rfind("\n") + 1)
        line = self.first_line + start.line
        return Span(line, start.column + 1, line + breaks, last + 1 + (0 if breaks else start.column))


def _is_empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not node.style and (node.tag == NULL or not node.value)
