"""Every word of the theme goes through gettext, and every catalogue has all of them."""

import io
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes

from pelicanconf import LANGUAGES
from plugins.generator.config import SEGMENTS

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted((ROOT / "theme" / "templates").rglob("*.html"))
GETTEXT = {"_", "gettext", "ngettext", "pgettext", "npgettext"}
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
SPOKEN_ATTRIBUTES = re.compile(r"\b(?:title|aria-label|aria-description|alt|placeholder|label|summary)=\"([^\"]*)\"")
WORD = re.compile(r"[^\W\d_]{2,}")
# English by birth, and the same in every language.
SAME_EVERYWHERE = {"RSS", "PDF", "Email"}

environment = Environment(extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True)


def messages(lang: str) -> Catalog:
    """The theme's catalogue of `lang`."""
    path = ROOT / "theme" / "translations" / lang / "LC_MESSAGES" / "messages.po"
    return read_po(io.BytesIO(path.read_bytes()), abort_invalid=True)


def extracted() -> set[tuple[str | None, str]]:
    """Context and message of everything that templates and Python look up in the theme's catalogues."""
    found: set[tuple[str | None, str]] = set()
    for path in TEMPLATES:
        for _, text, _, context in extract("jinja2.ext:babel_extract", io.BytesIO(path.read_bytes()), KEYWORDS):
            found.add((context, text[0] if isinstance(text, tuple) else text))
    for path in sorted((ROOT / "plugins" / "generator").rglob("*.py")):
        for _, text, _, context in extract("python", io.BytesIO(path.read_bytes()), KEYWORDS):
            found.add((context, text[0] if isinstance(text, tuple) else text))
    # `pgettext("address", segment)` names no literal.
    found |= {(context, segment) for context in ("address", "label") for segment in SEGMENTS}
    return found


def bare_words(source: str) -> Iterator[str]:
    """Words of a template that readers see and that are not looked up."""
    source = re.sub(r"{%-?\s*trans\b.*?endtrans\s*-?%}", "", source, flags=re.DOTALL)
    plain = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}", "\0", source, flags=re.DOTALL)
    for match in SPOKEN_ATTRIBUTES.finditer(plain):
        yield from WORD.findall(match[1])
    # A macro may print attributes alone, and a condition may stand inside a tag.
    plain = re.sub(r"[\w-]+=\"[^\"]*\"", " ", plain)
    text = re.sub(r"<!--.*?-->|<!doctype[^>]*>|<[^>]*>", " ", plain, flags=re.DOTALL | re.IGNORECASE)
    yield from WORD.findall(re.sub(r"&\w+;", " ", text))


def spoken_constants(node: nodes.Node) -> Iterator[str]:
    """Texts written into what `{{ … }}` prints, outside calls of gettext."""
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in GETTEXT:
        return
    if isinstance(node, nodes.Const) and isinstance(node.value, str) and re.search(r"[^\W\d_]{2,} ", node.value):
        yield node.value
    for child in node.iter_child_nodes():
        yield from spoken_constants(child)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_word_of_a_template_is_outside_gettext(path: Path) -> None:
    source = path.read_text("utf-8")
    assert not list(bare_words(source))
    outputs = [child for output in environment.parse(source).find_all(nodes.Output) for child in output.nodes]
    assert not [text for child in outputs for text in spoken_constants(child)]


@pytest.mark.parametrize("lang", sorted(LANGUAGES))
def test_the_catalogue_has_every_text(lang: str) -> None:
    catalogue = messages(lang)
    for context, text in extracted():
        message = catalogue.get(text, context)
        assert message is not None, f"{lang} lacks {context}: {text}"
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(strings) and not message.fuzzy, f"{lang} has no text for {context}: {text}"


@pytest.mark.parametrize("lang", sorted(LANGUAGES))
def test_the_catalogue_has_nothing_that_is_no_longer_used(lang: str) -> None:
    used = extracted()
    ids = {(m.context, m.id[0] if isinstance(m.id, tuple) else m.id) for m in messages(lang) if m.id}
    assert not ids - used


@pytest.mark.parametrize("lang", sorted(LANGUAGES))
def test_a_translation_keeps_the_places_of_its_text(lang: str) -> None:
    for message in messages(lang):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        wanted = places(ids[-1]) | ({"number"} if (message.context, message.id) == ("label", "page") else set())
        assert all(places(text) == wanted for text in strings if message.id), f"{lang}: {message.id}"


def places(text: str) -> set[str]:
    """The named places of a text, `%(name)s` or `{name}`."""
    braces = {name for _, name, _, _ in string.Formatter().parse(text.replace("%(", "(")) if name}
    return braces | set(re.findall(r"%\((\w+)\)", text))


@pytest.mark.parametrize("lang", sorted(set(LANGUAGES) - {"en"}))
def test_a_translation_is_not_the_english_text(lang: str) -> None:
    same = [m.id for m in messages(lang) if m.id and m.context is None and m.id == m.string and " " in str(m.id)]
    assert not set(same) - SAME_EVERYWHERE


def test_every_layout_that_a_page_asks_for_is_in_the_theme() -> None:
    from plugins.pages.render import TEMPLATES as LAYOUTS

    for name in (*LAYOUTS.values(), "layouts/redirect.html"):
        assert (ROOT / "theme" / "templates" / name).is_file(), name
