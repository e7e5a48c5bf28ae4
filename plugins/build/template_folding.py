"""Folding: literal texts of a template become its language's while it is compiled, and not on every page."""

import re
from collections.abc import Mapping, Sequence
from gettext import GNUTranslations

from jinja2 import nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

VALUE = re.compile(r"%\((\w+)\)s")
GETTEXT = {"_": "gettext", "gettext": "gettext", "pgettext": "pgettext"}


def folded(tree: nodes.Template, texts: GNUTranslations, constants: Mapping[str, str]) -> nodes.Template:
    """`tree` with the texts of its literal gettext calls in their place, and the values of `constants`.

    It prints what the original prints. A name that the template gives to something else is left alone.
    """
    own = {name.name for name in tree.find_all(nodes.Name) if name.ctx != "load"}
    kept = {name: value for name, value in constants.items() if name not in own}
    made = _Folding(texts, GETTEXT.keys() - own, kept).visit(tree)
    assert isinstance(made, nodes.Template)
    return made


class _Folding(NodeTransformer):
    def __init__(self, texts: GNUTranslations, gettext: set[str], constants: Mapping[str, str]) -> None:
        self.texts, self.gettext, self.constants = texts, gettext, constants

    def visit_ScopedEvalContextModifier(self, node: nodes.Node) -> nodes.Node:
        # Within `{% autoescape %}` a text is not always markup.
        return node

    def visit_Output(self, node: nodes.Output) -> nodes.Node:
        self.generic_visit(node)
        node.nodes = [piece for one in node.nodes for piece in _pieces(one)]
        return node

    def visit_Name(self, node: nodes.Name) -> nodes.Node:
        if node.ctx == "load" and node.name in self.constants:
            return nodes.Const(self.constants[node.name], lineno=node.lineno)
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        self.generic_visit(node)
        text = self._text(node)
        if text is None:
            return node
        line = node.lineno
        if not node.kwargs:
            try:
                return _literal(str(text % {}), line)
            except (TypeError, ValueError, KeyError):
                # It fails as it always did, when it is printed.
                return node
        pairs = [nodes.Pair(nodes.Const(one.key), one.value, lineno=line) for one in node.kwargs]
        return nodes.Mod(_literal(str(text), line), nodes.Dict(pairs, lineno=line), lineno=line)

    def _text(self, node: nodes.Call) -> Markup | None:
        """The text of a gettext call whose msgid (and context) are literal."""
        if not isinstance(node.node, nodes.Name) or node.node.name not in self.gettext:
            return None
        wanted = [one.value for one in node.args if isinstance(one, nodes.Const) and isinstance(one.value, str)]
        name = GETTEXT[node.node.name]
        if len(wanted) != len(node.args) or len(wanted) != (2 if name == "pgettext" else 1):
            return None
        if node.dyn_args is not None or node.dyn_kwargs is not None:
            return None
        return Markup(getattr(self.texts, name)(*wanted))


def _pieces(node: nodes.Expr) -> Sequence[nodes.Expr]:
    """What is printed one after the other in the place of a text with values, when each of them stands in it once."""
    match node:
        case nodes.Mod(left=nodes.MarkSafe(expr=nodes.Const(value=str(text))), right=nodes.Dict(items=pairs)):
            values = {pair.key.value: pair.value for pair in pairs if isinstance(pair.key, nodes.Const)}
            said = VALUE.split(text)
            if sorted(said[1::2]) == sorted(values) and all("%" not in part.replace("%%", "") for part in said[::2]):
                return [
                    values[part] if place % 2 else _literal(part.replace("%%", "%"), node.lineno)
                    for place, part in enumerate(said)
                ]
    return [node]


def _literal(text: str, line: int) -> nodes.Expr:
    return nodes.MarkSafe(nodes.Const(text, lineno=line), lineno=line)
