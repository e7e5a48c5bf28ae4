"""One Jinja environment for each language: strict, escaping, with that language's texts, dates and numbers."""

import traceback
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from gettext import GNUTranslations
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.filters import FILTERS
from jinja2.tests import TESTS

from plugins.build.failure import BuildError, template_failure
from plugins.build.template_cache import Compiled, TemplateCache
from plugins.build.template_environment import PageEnvironment
from plugins.build.template_filters import REMEMBERED, filters, language_name, once
from plugins.core.language import Language
from plugins.core.output import Inputs


class Templates:
    """The theme's templates, in every language of the site."""

    def __init__(
        self,
        folders: tuple[Path, ...],
        languages: Mapping[str, tuple[Language, GNUTranslations]],
        body: Callable[[str], str],
        host: Environment,
        compiled: Compiled | None = None,
    ) -> None:
        """`body` loads a body's HTML by digest; `host` is Pelican's environment, whose filters and tests are kept.

        With `compiled`, templates are compiled once for many builds.
        """
        self.folders = folders
        self._made_of = (languages, body, host, compiled)
        names = {code: language.name for code, (language, _) in languages.items()}
        remember = lru_cache(maxsize=REMEMBERED, typed=True)(once)
        self.environments: dict[str, PageEnvironment] = {}
        for code, (language, texts) in languages.items():
            made = self.environments[code] = _environment(folders, host, {"once": remember, **filters(language, body)})
            made.globals.update(language_name=partial(language_name, names))
            made.speak(texts, {"page_language": code})
            made.bytecode_cache = TemplateCache(compiled, code, texts) if compiled else None

    def __reduce__(self) -> tuple[Any, ...]:
        """How they travel to another machine; of the host's environment, what Jinja does not bring itself."""
        languages, body, host, compiled = self._made_of
        brought = [_brought(host.filters, FILTERS), _brought(host.tests, TESTS)]
        return _travelled, (self.folders, dict(languages), body, *brought, compiled)

    def render(self, name: str, lang: str, view: Inputs) -> str:
        """The template `name` in `lang`, filled with the fields of `view` and nothing else.

        Raises:
            BuildError: the template is missing, cannot be read, or asks for what the view does not hold.
        """
        fields = {field: getattr(view, field) for field in view.__struct_fields__}
        try:
            return self.environments[lang].get_template(name).render(fields)
        except TemplateSyntaxError as error:
            raise template_failure(f"theme/templates/{error.name or name}", error.lineno, str(error.message)) from error
        except (TemplateError, TypeError, ValueError, AttributeError, KeyError) as error:
            raise self._failure(name, error) from error

    def _failure(self, name: str, error: Exception) -> BuildError:
        frames = traceback.extract_tb(error.__traceback__)
        for frame in reversed(frames):
            for folder in self.folders:
                if frame.filename.startswith(str(folder)):
                    inside = Path(frame.filename).relative_to(folder).as_posix()
                    return template_failure(f"theme/templates/{inside}", frame.lineno or 1, str(error))
        return template_failure(f"theme/templates/{name}", 1, str(error))


class _Loader(FileSystemLoader):
    """Finds templates where a change of them is seen: not what is hidden, or behind a link to a folder."""

    def get_source(self, environment: Environment, template: str) -> Any:
        parts = template.split("/")
        folders = [Path(folder, *parts[:count]) for folder in self.searchpath for count in range(1, len(parts))]
        if any(part.startswith(".") for part in parts) or any(folder.is_symlink() for folder in folders):
            raise TemplateNotFound(template)
        return super().get_source(environment, template)


def _environment(
    folders: tuple[Path, ...], host: Environment, filters: Mapping[str, Callable[..., Any]]
) -> PageEnvironment:
    environment = PageEnvironment(
        loader=_Loader([str(folder) for folder in folders]),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    environment.filters = {**host.filters, **environment.filters, **filters}
    environment.tests = {**host.tests, **environment.tests}
    return environment


def _brought(named: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    return {name: one for name, one in named.items() if known.get(name) is not one}


def _travelled(
    folders: tuple[Path, ...],
    languages: Mapping[str, tuple[Language, GNUTranslations]],
    body: Callable[[str], str],
    filters: Mapping[str, Any],
    tests: Mapping[str, Any],
    compiled: Compiled | None,
) -> Templates:
    host = Environment()
    host.filters.update(filters)
    host.tests.update(tests)
    return Templates(folders, languages, body, host, compiled)
