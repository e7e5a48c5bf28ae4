"""Writes the texts of the corpus: sentences, paragraphs and bodies in Markdown, from a source of chance."""

from collections.abc import Callable
from random import Random
from unicodedata import normalize

from tools.bench.picture import PICTURES
from tools.bench.words import JOINTS, NOUNS, TAGS

WORDS = 500
SUMS = {"es": "Suma", "en": "Total", "pt": "Soma"}


class Writer:
    """Writes in one language; equal seeds write equal texts."""

    def __init__(self, lang: str, seed: str, links: tuple[str, ...] = ()) -> None:
        """`links` are other files, relative to the folder of this one."""
        self.lang, self.links = lang, links
        self.chance = Random(f"{lang}/{seed}")
        self.notes: list[str] = []

    def phrase(self, least: int, most: int) -> str:
        """So many nouns and what joins them, without a point."""
        chance, count = self.chance, self.chance.randint(least, most)
        nouns, joints = chance.choices(NOUNS[self.lang], k=count), chance.choices(JOINTS[self.lang], k=count - 1)
        return " ".join([*(part for pair in zip(nouns, joints, strict=False) for part in pair), nouns[-1]])

    def title(self) -> str:
        """A headline, well below the limit of its length."""
        return _capital(self.phrase(2, 4))

    def line(self, least: int = 3, most: int = 5) -> str:
        """A plain sentence."""
        return f"{_capital(self.phrase(least, most))}."

    def sentence(self) -> str:
        """A sentence, sometimes with emphasis, a link or a quotation."""
        words, chance = self.phrase(3, 6).split(), self.chance
        place = chance.randrange(1, len(words))
        dice = chance.random()
        if dice < 0.12:
            words[place] = f"**{words[place]}**"
        elif dice < 0.2:
            words[place] = f"*{words[place]}*"
        elif dice < 0.28:
            words[place] = f"[{words[place]}](https://example.org/{chance.randrange(900)}/{words[0]})"
        elif dice < 0.33:
            words[place] = f'"{words[place]}"'
        return f"{_capital(' '.join(words))}."

    def paragraph(self) -> str:
        """Three to five sentences."""
        return " ".join(self.sentence() for _ in range(self.chance.randint(3, 5)))

    def body(self, words: int = WORDS) -> str:
        """About so many words with headings, lists, a quotation and, now and then, everything else."""
        chance, blocks, count = self.chance, [self.paragraph()], 0
        extras = [make for share, make in self._extras() if chance.random() < share]
        while count < words:
            if len(blocks) % 4 == 1:
                blocks.append(f"{chance.choice(('##', '##', '###')) if len(blocks) > 4 else '##'} {self.title()}")
            block = self._list() if len(blocks) % 5 == 4 else self.paragraph()
            blocks.append(block)
            if extras and len(blocks) > 3:
                blocks.append(extras.pop()())
            count = sum(len(block.split()) for block in blocks)
        return "\n\n".join([*blocks, *self.notes]) + "\n"

    def _extras(self) -> tuple[tuple[float, Callable[[], str]], ...]:
        return (
            (0.6, self._quote),
            (0.2, self._table),
            (0.25, self._footnote),
            (0.2, self._picture),
            (0.1, self._code),
            (0.08, self._terms),
            (1.0 if self.links else 0.0, self._link),
        )

    def _list(self) -> str:
        numbered = self.chance.random() < 0.3
        count = self.chance.randint(3, 6)
        return "\n".join(f"{f'{place}.' if numbered else '-'} {self.sentence()}" for place in range(1, count + 1))

    def _quote(self) -> str:
        return f"> {self.line()}\n> {self.line()}"

    def _table(self) -> str:
        name, number = self.phrase(1, 1), self.phrase(1, 1)
        rows = [f"| {self.phrase(1, 2)} | {self.chance.randrange(1000)} |" for _ in range(self.chance.randint(3, 6))]
        return "\n".join([f"| {name} | {number} |", "| --- | ---: |", *rows, f"| {SUMS[self.lang]} | 1000 |"])

    def _footnote(self) -> str:
        self.notes += [f"[^a]: {self.line()}", f"[^b]: {self.line()}"]
        return f"{self.sentence()}[^a] {self.line()}[^b]"

    def _picture(self) -> str:
        return f'![{self.line(1, 3)}](../images/{self.chance.choice(PICTURES)} "{self.line()}")'

    def _code(self) -> str:
        return f"```\nfetch {self.chance.choice(TAGS[self.lang])} --since 2020\nsort | uniq -c | sort -rn\n```"

    def _terms(self) -> str:
        return "\n\n".join(f"{_capital(self.phrase(1, 1))}\n:   {self.line()}" for _ in range(3))

    def _link(self) -> str:
        return f"{self.line()} [{_capital(self.phrase(1, 2))}]({self.chance.choice(self.links)}). {self.line()}"


def plain(text: str) -> str:
    """`text` as it stands in an address."""
    ascii_only = normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "-".join(ascii_only.lower().split())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
