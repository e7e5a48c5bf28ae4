"""Spellings: two ways to write one name, apart by capitals, accents, the plural or the slip of one letter."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from plugins.core.slug import slugify

# A word, and what its plural has in place of it, in Spanish, English and Portuguese.
PLURALS = (("", "s"), ("", "es"), ("z", "ces"), ("y", "ies"), ("ao", "oes"), ("l", "is"), ("m", "ns"))
# What the last letter of both becomes once `e` and `s` are gone.
LAST = {"z": "c", "y": "i", "l": "i", "m": "n"}
LONG = 6
VOWELS = frozenset("aeo")


def is_same(one: str, other: str) -> bool:
    """Whether two names differ at most by capitals, accents, signs and plural."""
    words, others = _words(one), _words(other)
    if len(words) != len(others):
        return False
    return all(_is_same_word(*sorted(pair, key=len)) for pair in zip(words, others, strict=True))


def is_slip(one: str, other: str, shortest: int = LONG) -> bool:
    """Whether two names, capitals and accents aside, differ by one letter, or by two that changed places.

    In a word of less than `shortest` letters another one is mostly another word.
    Numbers and the ends of words make other names, and so does the vowel that tells women from men.
    """
    words, others = _words(one), _words(other)
    if len(words) != len(others):
        return False
    odd = [(word, another) for word, another in zip(words, others, strict=True) if word != another]
    if len(odd) != 1:
        return False
    short, long = sorted(odd[0], key=len)
    return len(short) >= shortest and _is_slipped_word(short, long)


class Spellings:
    """Names to compare with; each is compared with few of them, however many there are. `shortest` as in `is_slip`."""

    def __init__(self, names: Iterable[str], shortest: int = LONG) -> None:
        self._shortest = shortest
        self._by_key: dict[str, list[str]] = defaultdict(list)
        for name in names:
            for key in _keys(slugify(name), shortest):
                self._by_key[key].append(name)

    def near(self, written: str) -> list[str]:
        """The other names that are spellings of `written`, the most alike first, else in their own order."""
        found = dict.fromkeys(
            name
            for key in _keys(slugify(written), self._shortest)
            for name in self._by_key.get(key, ())
            if name != written
        )
        ranked = [(rank, name) for name in found if (rank := _rank(written, name, self._shortest)) is not None]
        return [name for _, name in sorted(ranked, key=lambda one: one[0])]


def _rank(one: str, other: str, shortest: int) -> int | None:
    if slugify(one) == slugify(other):
        return 0
    if is_same(one, other):
        return 1
    return 2 if is_slip(one, other, shortest) else None


def _words(name: str) -> Sequence[str]:
    return slugify(name).split("-")


def _is_same_word(short: str, long: str) -> bool:
    if short == long:
        return True
    return any(short.endswith(end) and long == short.removesuffix(end) + plural for end, plural in PLURALS)


def _is_slipped_word(short: str, long: str) -> bool:
    if len(long) - len(short) > 1 or not (short + long).isalpha():
        return False
    if short[0] != long[0] or short[-1] != long[-1]:
        return False
    start = next((at for at, one in enumerate(short) if one != long[at]), len(short))
    if len(short) != len(long):
        return short[start:] == long[start + 1 :]
    if short[start + 1 :] == long[start + 1 :]:
        tells_gender = start == len(short) - 2 and short[-1] == "s" and {short[start], long[start]} <= VOWELS
        return not tells_gender
    swapped = long[start + 1] + long[start]
    return short[start : start + 2] == swapped and short[start + 2 :] == long[start + 2 :]


def _keys(slug: str, shortest: int) -> Iterator[str]:
    """What two spellings of one name have in common at least one of."""
    yield f"+{trunk(slug)}"
    yield slug
    start = 0
    for word in slug.split("-"):
        if len(word) >= shortest:
            for at in range(start + 1, start + len(word) - 1):
                yield slug[:at] + slug[at + 1 :]
        start += len(word) + 1


def trunk(name: str) -> str:
    """`name` without what plurals change: names that are the same have the same one, and few others do."""
    return "-".join(_trunk(word) for word in _words(name))


def _trunk(word: str) -> str:
    """`word` without what plurals change: the same for both forms of each of `PLURALS`."""
    trunk = word.rstrip("es")
    if trunk.endswith("o"):
        return trunk[:-1].rstrip("a") + "o"
    return trunk[:-1] + LAST.get(trunk[-1:], trunk[-1:])
