"""YAML as a tree of texts, with the place of every key and value.

PyYAML's C loader composes, it does not construct: YAML 1.1 would turn `NO` into false, `007` into 7
and `1.10` into 1.1. What a text means is decided by the schema's field.
"""

from collections.abc import Iterator

import yaml
from msgspec import Struct
from yaml import CSafeLoader, MappingNode, Node, ScalarNode, SequenceNode
from yaml._yaml import CParser

from plugins.core.diagnostic import Span
from plugins.core.norms import Limits
from plugins.core.source import UNPRINTABLE, Tree, has_unprintable
from plugins.front_matter.plain import read_plain

LIMITS = Limits()
# No setting: the composer takes from a stack that ends.
MAX_DEPTH = 40
# Signs in the dotted paths of all values together: a field's name may be as long as the front matter.
MAX_NAMED = 4_000_000
NULL, TEXT = "tag:yaml.org,2002:null", "tag:yaml.org,2002:str"
NULLS = {"", "~", "null", "Null", "NULL"}

# YAML ends a line at these, editors do not: they come with text that is copied from elsewhere.
LINE_ENDS = ("\x85", "\u2028", "\u2029")


class TooDeep(yaml.YAMLError):
    """More nesting, or more values (aliases counted each time), than any front matter needs."""


class Composed(Struct, frozen=True):
    """The tree, where its parts stand, the keys written twice (the second place), and what no page can carry."""

    tree: Tree
    keys: dict[str, Span]
    values: dict[str, Span]
    repeated: tuple[tuple[str, Span], ...]
    unprintable: tuple[tuple[str, Span], ...]


def compose(text: str, first_line: int, most: int = LIMITS.front_matter_values) -> Composed:
    """Read `text`, whose first line is line `first_line` of the file, and which may hold so many values at `most`.

    Raises:
        yaml.YAMLError: it is not YAML, or too deep.
    """
    plain = read_plain(text, first_line)
    if plain is not None:
        return Composed(plain.tree, plain.keys, plain.values, (), ())
    return compose_yaml(text, first_line, most)


def compose_yaml(text: str, first_line: int, most: int = LIMITS.front_matter_values) -> Composed:
    """The same by PyYAML, which reads everything."""
    for sign in LINE_ENDS:
        text = text.replace(sign, " ")
    _refuse_deep(text, most)
    node = _Composer(text).get_single_node()
    walk = _Walk(text, first_line, most)
    tree = walk.visit(node, "", 0) if node is not None else {}
    return Composed(tree, walk.keys, walk.values, tuple(walk.repeated), tuple(walk.unprintable))


def _refuse_deep(text: str, most: int) -> None:
    # The composer recurses in C, where Python's recursion limit does not reach, and a node takes a thousand bytes.
    if len(text) < 2000 and text.count("[") + text.count("{") + text.count("- -") < MAX_DEPTH:
        return
    depth = 0
    for number, event in enumerate(yaml.parse(text, Loader=CSafeLoader)):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        # A field is two events, its name and its value; a list or a group two more.
        if depth > MAX_DEPTH or number > 4 * most:
            raise TooDeep(f"more than {MAX_DEPTH} levels or {most} values")


class _Composer(CParser):
    """Makes nodes that say of a text no more than whether it is empty."""

    def resolve(self, kind: type[Node], value: object, implicit: tuple[bool, bool]) -> str:
        return NULL if kind is ScalarNode and implicit[0] and value in NULLS else TEXT

    def descend_resolver(self, node: Node | None, index: object) -> None:
        """PyYAML asks for it."""

    def ascend_resolver(self) -> None:
        """PyYAML asks for it."""


class _Walk:
    """One pass over the nodes, collecting places on the way."""

    def __init__(self, text: str, first_line: int, most: int) -> None:
        self.text = text
        self.first_line = first_line
        self.most = most
        self.keys: dict[str, Span] = {}
        self.values: dict[str, Span] = {}
        self.repeated: list[tuple[str, Span]] = []
        self.unprintable: list[tuple[str, Span]] = []
        self.seen = self.named = 0
        # An escape in quotes can say what the reader took out of the file.
        self.may_be_unprintable = "\\" in text or has_unprintable(text)

    def visit(self, node: Node, path: str, depth: int, in_list: bool = False) -> Tree:
        self.seen += 1
        self.named += len(path)
        if self.seen > self.most or self.named > MAX_NAMED or depth > MAX_DEPTH:
            raise TooDeep(f"more than {self.most} values")
        if isinstance(node, MappingNode):
            if in_list:
                start = self._span(node)
                self.values[path] = Span(start.line, start.column, start.line, start.column + 1)
            return dict(self._pairs(node, path, depth + 1))
        empty = _is_empty(node)
        if depth and not empty:
            self.values[path] = self._span(node)
        if isinstance(node, SequenceNode):
            return [
                self.visit(child, f"{path}.{index}" if depth else str(index), depth + 1, in_list=True)
                for index, child in enumerate(node.value)
            ]
        return None if empty else self._text(node)

    def _pairs(self, node: MappingNode, path: str, depth: int) -> Iterator[tuple[str, Tree]]:
        known: set[str] = set()
        for key_node, value_node in node.value:
            key = self._text(key_node) if isinstance(key_node, ScalarNode) else "?"
            span = self._span(key_node)
            if key in known:
                self.repeated.append((key, span))
            known.add(key)
            place = f"{path}.{key}" if depth > 1 else key
            self.keys[place] = span
            self.values.pop(place, None)
            yield key, self.visit(value_node, place, depth)

    def _text(self, node: Node) -> str:
        text = str(node.value)
        found = UNPRINTABLE.search(text) if self.may_be_unprintable else None
        if found is None:
            return text
        self.unprintable.append((found[0], self._span(node)))
        return UNPRINTABLE.sub("\ufffd", text)

    def _span(self, node: Node) -> Span:
        # For YAML a list ends where the next field begins, for people at its last word.
        start = node.start_mark
        held = self.text[start.index : node.end_mark.index].rstrip()
        if "\n" not in held:
            line, column = self.first_line + start.line, start.column + 1
            return Span(line, column, line, column + len(held))
        breaks, last = held.count("\n"), len(held) - (held.rfind("\n") + 1)
        line = self.first_line + start.line
        return Span(line, start.column + 1, line + breaks, last + 1)


def _is_empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not node.style and (node.tag == NULL or not node.value)
