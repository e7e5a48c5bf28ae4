"""One Jinja environment for each language: strict, escaping, with that language's texts, dates and numbers."""

import traceback
from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache, partial
from gettext import GNUTranslations
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.runtime import Macro
from markupsafe import Markup

from plugins.build.failure import BuildError, template_failure
from plugins.build.template_environment import PageEnvironment, call_macro
from plugins.core.language import Language
from plugins.core.output import Inputs
from plugins.core.prose import Prose, resolve
from plugins.languages import formats


# About 1.5 KB each. A card stands on some six pages, and its neighbours in time on most of them.
REMEMBERED = 20_000


class Templates:
    """The theme's templates, in every language of the site."""

    def __init__(
        self,
        folders: tuple[Path, ...],
        languages: Mapping[str, tuple[Language, GNUTranslations]],
        body: Callable[[str], str],
        host: Environment,
    ) -> None:
        """`body` loads a body's HTML by digest; `host` is Pelican's environment, whose filters and tests are kept."""
        self.folders = folders
        once = lru_cache(maxsize=REMEMBERED)(_once)
        self.environments = {
            code: _environment(folders, language, texts, languages, {"once": once, **_filters(language, body)}, host)
            for code, (language, texts) in languages.items()
        }

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


def _environment(
    folders: tuple[Path, ...],
    language: Language,
    texts: GNUTranslations,
    languages: Mapping[str, tuple[Language, GNUTranslations]],
    filters: Mapping[str, Callable[..., Any]],
    host: Environment,
) -> Environment:
    environment = PageEnvironment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
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
    names = {code: other.name for code, (other, _) in languages.items()}
    environment.globals.update(language_name=partial(_language_name, names))
    environment.speak(texts, {"page_language": language.code})
    return environment


def _filters(language: Language, body: Callable[[str], str]) -> dict[str, Callable[..., Any]]:
    locale = language.locale

    def prose(value: Prose) -> Markup:
        # The body went through the allow-list when it was read.
        return Markup(resolve(body(value.digest), value.targets))

    return {
        "prose": prose,
        "day": partial(formats.day, locale=locale),
        "daytime": partial(formats.daytime, locale=locale),
        "machine": formats.machine,
        "number": partial(formats.number, locale=locale),
        "filesize": partial(formats.filesize, locale=locale),
        "country": str,
        "host": _host,
    }


def _once(value: Hashable, macro: Macro, *arguments: Hashable) -> Markup:
    """What `macro` makes of frozen values; a macro of a component knows nothing else, so it may be remembered."""
    if not isinstance(macro, Macro):
        raise TypeError(f"once() takes a macro, not {macro!r}")
    return call_macro(macro, value, *arguments)


def _host(url: str) -> str:
    return urlsplit(url).netloc.removeprefix("www.")


def _language_name(names: Mapping[str, str], code: str) -> str:
    if code in names:
        return names[code]
    try:
        return formats.own_name(code)
    except ValueError:
        return code
