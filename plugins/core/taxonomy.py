"""Categories: what the team decided (`data/taxonomy.yaml`), or what posts say where it did not."""

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from plugins.core.diagnostic import Span
from plugins.core.slug import slugify

PATH = "data/taxonomy.yaml"
"""The file of the categories, in the content folder."""


class Term(Struct, frozen=True):
    """A category in one language."""

    name: str
    slug: str
    description: str = ""


class Category(Struct, frozen=True):
    """A category in every language; `key` is the same in all of them. `places` are those of its names in the file."""

    key: str
    terms: dict[str, Term]
    places: Mapping[str, Span] = {}


class Taxonomy(Struct, frozen=True, dict=True):
    """The categories that are allowed; without any, every category is."""

    categories: tuple[Category, ...] = ()

    def find(self, written: str) -> Category | None:
        """The category that `written` names, in any language, whatever its case and accents."""
        return self._by_slug.get(slugify(written))

    @cached_property
    def _by_slug(self) -> dict[str, Category]:
        found: dict[str, Category] = {}
        for category in self.categories:
            for term in category.terms.values():
                for slug in (slugify(term.name), term.slug):
                    found.setdefault(slug, category)
        return found

    def names(self, lang: str) -> list[str]:
        """The names an editor of `lang` may write."""
        return [category.terms[lang].name for category in self.categories if lang in category.terms]
