"""The code of templates: what nearly every page does is written out, where Jinja would call a function of Python's."""

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, optimizeconst

# Jinja names nothing so. An attribute that is not there is Jinja's to find, and so is text that is more than text.
ATTRIBUTE = (
    "(_had if (_had := getattr((_seen := ",
    "), {0!r}, missing)) is not missing else environment.getattr(_seen, {0!r}))",
)
ESCAPED = "(escaped(_said) if type(_said := ", ") is str else escape(_said))"


class PageCode(CodeGenerator):
    """Jinja's code, which prints the same."""

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """Write the value of an attribute."""
        self.write(ATTRIBUTE[0])
        self.visit(node.node, frame)
        self.write(ATTRIBUTE[1].format(node.attr))

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        """Write what gives a component: one that knows nothing of the page is always the same."""
        if node.with_context or not isinstance(node.template, nodes.Const):
            super()._import_common(node, frame)
        else:
            self.write(f"environment.component({node.template.value!r}, {self.name!r})")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if _is_escaped(frame):
            self.write(ESCAPED[0])
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if _is_escaped(frame):
            self.write(ESCAPED[1])
        else:
            super()._output_child_post(node, frame, finalize)


def _is_escaped(frame: Frame) -> bool:
    """Whether all that is printed here is escaped, as it is outside of `{% autoescape %}`."""
    return bool(frame.eval_ctx.autoescape) and not frame.eval_ctx.volatile
