"""What templates may ask for besides their view: a language's dates and numbers, bodies, and `once`."""

from collections.abc import Callable, Hashable, Mapping
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from jinja2.runtime import Macro
from markupsafe import Markup

from plugins.build.template_environment import call_macro
from plugins.core.language import Language
from plugins.core.prose import Prose, resolve
from plugins.languages import formats

# A post makes three (its card under two levels of headline, its date), together 2 KB. Each process makes what lies near
# each other: on a site of ten thousand posts, more than this saves no time and costs 10 MB.
REMEMBERED = 10_000


def filters(language: Language, body: Callable[[str], str]) -> dict[str, Callable[..., Any]]:
    """The filters of templates in `language`; `body` loads a body's HTML by digest."""
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


def once(value: Hashable, macro: Macro, *arguments: Hashable) -> Markup:
    """What `macro` makes of frozen values; a macro of a component knows nothing else, so it may be remembered."""
    if not isinstance(macro, Macro):
        raise TypeError(f"once() takes a macro, not {macro!r}")
    return call_macro(macro, value, *arguments)


def _host(url: str) -> str:
    return urlsplit(url).netloc.removeprefix("www.")


def language_name(names: Mapping[str, str], code: str) -> str:
    """What the language `code` calls itself; `names` are those of the site's."""
    if code in names:
        return names[code]
    try:
        return formats.own_name(code)
    except ValueError:
        return code
