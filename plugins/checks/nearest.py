"""The name that a writer probably meant."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches
from functools import cached_property

from plugins.core.diagnostic import Text, translatable
from plugins.core.slug import slugify

# Comparing with all names of a large site takes most of a second; past this, a shared word decides.
MANY = 400
NEAR_ENOUGH = 0.75


NEAR = translatable("Did you mean `{name}`?")


def did_you_mean(name: str) -> Text:
    """The hint that `name` was meant."""
    return Text(NEAR, {"name": name})


class Names:
    """Names to compare with, made ready once however many mistakes there are."""

    def __init__(self, names: Iterable[str]) -> None:
        self._given = names

    @cached_property
    def names(self) -> list[str]:
        """All of them, in order; most runs never ask."""
        return sorted(self._given)

    def nearest(self, written: str) -> str:
        """The name most like `written`, whatever its case, accents and folder; empty when none is near."""
        same_file = self._by_last_part.get(slugify(_last_part(written)))
        if same_file is not None:
            return same_file
        wanted = slugify(written)
        last = slugify(_last_part(written))
        found = get_close_matches(wanted, self._candidates(wanted), 3, NEAR_ENOUGH)
        near = [self._by_slug[slug] for slug in found]
        # A folder that both share makes nothing alike.
        return next((name for name in near if _is_near(last, slugify(_last_part(name)))), "")

    def only(self, name: str) -> bool:
        """Whether no other name differs from `name` by capitals alone."""
        return self._lowered[name.lower()] == 1

    @cached_property
    def _lowered(self) -> Counter[str]:
        return Counter(name.lower() for name in self.names)

    @cached_property
    def _by_slug(self) -> dict[str, str]:
        return {slugify(name): name for name in reversed(self.names)}

    @cached_property
    def _by_last_part(self) -> dict[str, str]:
        return {slugify(_last_part(name)): name for name in reversed(self.names)}

    @cached_property
    def _by_word(self) -> dict[str, list[str]]:
        words: dict[str, list[str]] = defaultdict(list)
        for slug in self._by_slug:
            for word in set(slug.split("-")):
                words[word].append(slug)
        return words

    def _candidates(self, wanted: str) -> Iterable[str]:
        if len(self.names) <= MANY:
            return self._by_slug
        shared = (self._by_word.get(word, []) for word in set(wanted.split("-")))
        return sorted({slug for slugs in shared if len(slugs) <= MANY for slug in slugs})


def _is_near(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other).ratio() >= NEAR_ENOUGH


def _last_part(name: str) -> str:
    return name.rstrip("/").rpartition("/")[2]
