"""`data/taxonomy.yaml`: the categories the team allows, each with name, slug and description per language."""

from collections.abc import Iterator, Mapping, Sequence

import yaml

from plugins.core.diagnostic import Diagnostic, Location, Severity, Span, Text, translatable
from plugins.core.slug import slugify
from plugins.core.source import Tree, dotted
from plugins.core.taxonomy import PATH, Category, Taxonomy, Term
from plugins.core.url import path_fault
from plugins.front_matter.tree import LIMITS, Composed, compose

RULE = "taxonomy-unreadable"
SAME_SLUG = translatable("The categories “{one}” and “{other}” have the same slug in this language, `{slug}`.")
LARGE = translatable("The list of categories has {size} bytes, and {limit} are read at most.")
LARGE_HINT = translatable("Shorten it, or set a higher `front_matter_bytes` in `CHECK_LIMITS` of the settings.")


def read_taxonomy(
    content: bytes, languages: Sequence[str], most: int = LIMITS.front_matter_values
) -> tuple[Taxonomy, tuple[Diagnostic, ...]]:
    """The taxonomy in the bytes of `data/taxonomy.yaml`, `most` values of it, and what is wrong with it."""
    try:
        composed = compose(content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"), 1, most)
    except UnicodeDecodeError:
        return Taxonomy(), (_fault(Span(), translatable("This file is not stored as UTF-8 text.")),)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        return Taxonomy(), (_fault(Span(line, 1, line, 1), translatable("This file cannot be read from here on.")),)
    tree = composed.tree
    entries = tree.get("categories") if isinstance(tree, dict) else None
    if not isinstance(entries, list) or not entries:
        return Taxonomy(), (_fault(Span(), translatable("This file holds no list called `categories`.")),)
    found: list[Diagnostic] = []
    categories = [
        category
        for number, entry in enumerate(entries)
        if (category := _category(number, entry, languages, composed, found)) is not None
    ]
    found += _repeated(categories, composed)
    return Taxonomy(tuple(categories)), tuple(found)


def taxonomy_large(size: int, limit: int) -> Diagnostic:
    """The file has more bytes than `limit`: nothing of it is read."""
    values = {"size": size, "limit": limit}
    return Diagnostic(Location(PATH), RULE, Severity.ERROR, Text(LARGE, values), Text(LARGE_HINT), RULE)


def _category(
    number: int, entry: Tree, languages: Sequence[str], composed: Composed, found: list[Diagnostic]
) -> Category | None:
    terms: dict[str, Term] = {}
    for lang, term in entry.items() if isinstance(entry, dict) else ():
        keys = ("categories", number, lang)
        if lang not in languages or not isinstance(term, dict) or not isinstance(term.get("name"), str):
            span = composed.keys.get(dotted(keys), Span())
            found.append(_fault(span, translatable("Here a language of the site with a `name` is expected.")))
            continue
        slug = str(term.get("slug") or slugify(str(term["name"])))
        if path_fault(f"/{slug}") or "/" in slug:
            span = composed.values.get(dotted((*keys, "slug")), Span())
            found.append(_fault(span, translatable("A slug takes small letters, digits and hyphens.")))
            slug = slugify(slug)
        terms[lang] = Term(str(term["name"]), slug, str(term.get("description") or ""))
    if not terms:
        span = composed.values.get(dotted(("categories", number)), Span())
        found.append(_fault(span, translatable("This category has no name in any language.")))
        return None
    places = {lang: composed.values.get(dotted(("categories", number, lang, "name")), Span()) for lang in terms}
    return Category(f"category-{number}", terms, places)


def _repeated(categories: Sequence[Category], composed: Composed) -> Iterator[Diagnostic]:
    seen: dict[tuple[str, str], str] = {}
    for category in categories:
        for lang, term in category.terms.items():
            if (lang, term.slug) in seen:
                keys = ("categories", int(category.key.rpartition("-")[2]), lang)
                span = composed.keys.get(dotted(keys), Span())
                values = {"one": seen[lang, term.slug], "other": term.name, "slug": term.slug}
                yield _fault(span, SAME_SLUG, values)
            seen.setdefault((lang, term.slug), term.name)


def _fault(span: Span, template: str, values: Mapping[str, str | int] | None = None) -> Diagnostic:
    hint = translatable("Write each category as a list item: `- es: {{name: …, slug: …, description: …}}`.")
    return Diagnostic(Location(PATH, span), RULE, Severity.ERROR, Text(template, values or {}), Text(hint), template)
