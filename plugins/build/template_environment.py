"""Jinja for one language: what is known before there is a page is worked out when a template is compiled."""

from collections.abc import MutableMapping
from gettext import GNUTranslations
from typing import Any

from jinja2 import Environment, Template
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, Macro
from markupsafe import Markup

from plugins.build.template_folding import folded
from plugins.build.template_writing import marked, written

# What compiled templates hand to every call, for callables that ask for the context. Macros never do.
HANDED = frozenset({"_block_vars", "_loop_vars"})
UNMARKED = EvalContext(Environment(autoescape=False))


def call_macro(macro: Macro, *arguments: Any) -> Markup:
    """What `macro` makes of `arguments`."""
    # Its code has marked its text already: it need not be marked once more.
    return marked(macro(UNMARKED, *arguments))


class PageContext(Context):
    """A context that calls macros at once; Jinja looks at every callable for what it wants to be handed."""

    def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """What `__obj` returns."""
        if type(__obj) is Macro and HANDED.issuperset(kwargs):
            return call_macro(__obj, *args)
        return super().call(__obj, *args, **kwargs)


class PageTemplate(Template):
    """A template whose code writes with our two functions, which give what Jinja's give."""

    @classmethod
    def from_code(cls, *code: Any) -> Template:
        """The template of some code."""
        made = super().from_code(*code)
        # Compiled code finds these by name when it runs.
        made.root_render_func.__globals__.update(escape=written, Markup=marked)
        return made


class PageEnvironment(Environment):
    """An environment whose templates are compiled for one language; `constants` are globals that never change."""

    context_class = PageContext
    template_class = PageTemplate

    def speak(self, texts: GNUTranslations, constants: dict[str, str]) -> None:
        """Take the texts and the constants of the language, before any template is loaded."""
        self.texts, self.constants = texts, constants
        self.globals.update(constants)
        # Added to the environment by the i18n extension when it is made.
        self.install_gettext_translations(texts, newstyle=True)  # type: ignore[attr-defined]

    def compile(self, source: Any, name: str | None = None, filename: str | None = None, *more: Any) -> Any:
        """The code of a template; see `folded`."""
        if isinstance(source, str):
            source = folded(self.parse(source, name, filename), self.texts, self.constants)
        return super().compile(source, name, filename, *more)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template; those without any of their own need no chain of mappings."""
        return super().make_globals(d) if d else self.globals
