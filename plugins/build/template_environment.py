"""Jinja for one language: what is known before there is a page is worked out when a template is compiled."""

from collections.abc import MutableMapping
from gettext import GNUTranslations
from typing import Any

from jinja2 import Environment
from jinja2.runtime import Context, Macro

from plugins.build.template_folding import folded

# What compiled templates hand to every call, for callables that ask for the context. Macros never do.
HANDED = frozenset({"_block_vars", "_loop_vars"})


class PageContext(Context):
    """A context that calls macros at once; Jinja looks at every callable for what it wants to be handed."""

    def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: B902, N805
        """What `__obj` returns."""
        if type(__obj) is Macro and HANDED.issuperset(kwargs):
            return __obj(*args)
        return super().call(__obj, *args, **kwargs)


class PageEnvironment(Environment):
    """An environment whose templates are compiled for one language; `constants` are globals that never change."""

    context_class = PageContext

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
