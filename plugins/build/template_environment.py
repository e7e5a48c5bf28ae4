"""Jinja for one language: what is known before there is a page is worked out when a template is compiled."""

from collections.abc import MutableMapping
from gettext import GNUTranslations
from typing import Any

from jinja2 import Environment, Template
from jinja2.environment import TemplateModule
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup

from plugins.build.template_code import PageCode
from plugins.build.template_folding import folded
from plugins.build.template_writing import escaped, marked, written

# What compiled templates hand to every call, for callables that ask for the context. Macros never do.
HANDED = frozenset({"_block_vars", "_loop_vars"})
UNMARKED = EvalContext(Environment(autoescape=False))
# What Jinja gives a macro for each argument that it has to find a default for.
MISSING = (missing,) * 20


def call_macro(macro: Macro, *arguments: Any) -> Markup:
    """What `macro` makes of `arguments`."""
    lacking = macro._argument_count - len(arguments)
    if not 0 <= lacking <= len(MISSING) or macro.caller or macro.catch_kwargs or macro.catch_varargs:
        # Its code has marked its text already: it need not be marked once more.
        return marked(macro(UNMARKED, *arguments))
    return marked(macro._func(*arguments, *MISSING[:lacking]))


class PageContext(Context):
    """A context that calls macros at once; Jinja looks at every callable for what it wants to be handed."""

    def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """What `__obj` returns."""
        if type(__obj) is Macro and HANDED.issuperset(kwargs):
            return call_macro(__obj, *args)
        return super().call(__obj, *args, **kwargs)


class PageTemplate(Template):
    """A template whose code writes with our functions, which give what Jinja's give."""

    @classmethod
    def from_code(cls, *code: Any) -> Template:
        """The template of some code."""
        made = super().from_code(*code)
        # Compiled code finds these by name when it runs.
        made.root_render_func.__globals__.update(escape=written, escaped=escaped, Markup=marked)
        return made


class PageEnvironment(Environment):
    """An environment whose templates are compiled for one language; `constants` are globals that never change."""

    context_class = PageContext
    template_class = PageTemplate
    code_generator_class = PageCode

    def speak(self, texts: GNUTranslations, constants: dict[str, str]) -> None:
        """Take the texts and the constants of the language, before any template is loaded."""
        self.texts, self.constants = texts, constants
        self._components: dict[str, TemplateModule] = {}
        self.globals.update(constants)
        # Added to the environment by the i18n extension when it is made.
        self.install_gettext_translations(texts, newstyle=True)  # type: ignore[attr-defined]

    def compile(self, source: Any, name: str | None = None, filename: str | None = None, *more: Any) -> Any:
        """The code of a template; see `folded`."""
        if isinstance(source, str):
            source = folded(self.parse(source, name, filename), self.texts, self.constants)
        return super().compile(source, name, filename, *more)

    def component(self, name: str, parent: str) -> TemplateModule:
        """What the template `name` gives to `parent`, which imports it: made once, it knows our globals alone."""
        found = self._components.get(name)
        if found is None:
            found = self._components[name] = self.get_template(name, parent).module
        return found

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template; those without any of their own need no chain of mappings."""
        return super().make_globals(d) if d else self.globals
