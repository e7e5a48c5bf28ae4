"""Random and mutated Markdown files: whatever an editor, a program or a bad day may leave in a content folder."""

from collections.abc import Callable
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[2]
FOLDERS = ("posts", "posts", "posts", "pages", "campaigns", "experiences")
FRONT = "---\ntitle: {title}\nintro: Lo que pasó con el agua del barrio.\ndate: 2026-03-02\ncategories: Agua\n---\n"
SIGNS = (
    *tuple("[](){}<>*_#`~!|\\/:;,.'\"-+=&%$@^? \t\n"),
    "\r\n",
    "---\n",
    "```\n",
    "![",
    "](",
    "]: ",
    "{:",
    "<!--",
    "-->",
)
STRANGE = (
    *("\x00", "\x1b[2J", "\x07", "\x7f", "\x85", "\x9b31m", "\ufeff", "\ufffe", "\ud7ff", "\u2028", "\u2029"),
    *("\u202e", "\u2066", "\u200b", "\u00ad", "e\u0301\u0301\u0301", "\U0001f469\u200d\U0001f467", "\U000e0001", "ﷺ"),
    *("İ", "ß", "ﬁ", "Ǆ", "\U0010ffff", "\u0660", "१", "Ⅷ", "\u3000"),
)
BAIT = (
    *("[", "]", "(", "<", ">", "#", "*", "_", "`", "~", "!", "|", "\\", "&", "'", '"', "-", ":", " ", "\t", "\n", "{"),
    *("*_", "**", "a@a", "a@a.", "http://", "https://a.b ", "www.", "![", "[a](", "[a]: ", "[^", "<!--", "-->", "<a "),
    *(
        "<b>",
        "</b>",
        "&#",
        "&#0;",
        "`` ",
        "```\n",
        "> ",
        "- ",
        "1. ",
        "- a\n",
        "# a\n",
        "## ",
        "a\n=\n",
        "|a",
        "a\n: b\n",
    ),
    *("{: ", "*[A]: b\n", "¿", "«", "...", "youtu.be/", "/*", "<script>", "<iframe ", "\u0301", "\u202e", "x="),
    *("https://youtu.be/3axWZ7mTpVQ\n\n", "![a](b.jpg)\n\n", "[a](/b/) ", "[a] (/b.md) ", "<http://a.b>", "<a@a.cl> "),
    *(
        "<img src=x>",
        "<p onclick=x>",
        "javascript:",
        "data:",
        "{{ a }}",
        "{% a %}",
        "--- ",
        "***\n",
        "a  \n",
        "\n\n \n",
    ),
)
YAML = (
    "a: &a [*a]\n",
    "a: &a [1, 2]\nb: *a\n",
    "base: &b {c: 1}\n<<: *b\n",
    "<<: [{a: 1}, {b: 2}]\n",
    "? [a, b]\n: c\n",
    "? {a: b}\n: c\n",
    "? " + "k" * 3000 + "\n: [" + "1, " * 500 + "1]\n",
    "tags: !!python/object:os.system [ls]\n",
    "tags: !!python/object/apply:os.system ['true']\n",
    "date: !!timestamp 2026-03-02\n",
    "title: !!binary aGVsbG8=\n",
    "title: !<tag:yaml.org,2002:str> a\n",
    "%TAG ! tag:a,2000:\n",
    "%YAML 9.9\n",
    "--- !a\n",
    "title: |\n" + "  a\n" * 400,
    "title: >-9\n a\n",
    "tags: " + "[" * 60 + "]" * 60 + "\n",
    "tags: " + "{a: " * 60 + "}" * 60 + "\n",
    "tags: " + "- " * 60 + "a\n",
    "tags: [" + "a, " * 3000 + "]\n",
    "1: 2\n3.5: x\nnull: y\ntrue: z\n~: w\n",
    "title: [a, {b: c}]\nsingle_image: 3\ngallery: {a: b}\nvideo: [1]\nshare_message: [x]\n",
    "single_image:\n  - img: a.jpg\n    img: b.jpg\n    alt: [x]\n",
    "date: 9999-99-99\nupdated: 0000-00-00\n",
    "date: 99999999999999999999-01-01 00:00:00 +9999\n",
    "rating: {votes: 1e400, average: nan}\n",
    "rating: {votes: " + "9" * 5000 + ", average: -1}\n",
    "permalink: /../../etc/passwd\n",
    "permalink: '/\u0000'\n",
    "permalink: /%00/%ff/%2e%2e/\n",
    'title: "\\x00\\u202e\\ud800\\U0010ffff"\n',
    "slug: ''\ntitle: '\u3164'\n",
    "lang: ../../x\nref: " + "r" * 5000 + "\n",
    "redirect_from: [" + ", ".join(f"/a{n}/" for n in range(300)) + "]\n",
    "layout: __class__\n",
    "".join(f"clave{n}: x\n" for n in range(300)),
    "a: &x ["
    + "b, " * 9
    + "b]\n"
    + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*x'] * 9)}]\n" for n in range(9)),
    "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9)),
)
SOUP = (
    *(
        "<div>",
        "</div>",
        "<p",
        " onclick=alert(1)",
        ' href="javascript:alert(1)"',
        "<svg/onload=x>",
        "<![CDATA[",
        "]]>",
    ),
    *(
        "<?php",
        "?>",
        "<!DOCTYPE x [<!ENTITY a 'b'>]>",
        "&a;",
        "<math><mtext></form><form>",
        "<table><tr><td>",
        "<iframe src=",
    ),
    *(
        "'//a'>",
        '"',
        "'",
        "<script>",
        "</script >",
        "<style>*{}",
        "<img src=x onerror=x",
        "<a name=x id=x>",
        "<template>",
    ),
    *(
        "<details open>",
        "<p markdown='1'>",
        "<noscript>",
        "</noscript>",
        "<plaintext>",
        "<select><option>",
        "\x02",
        "\x03",
    ),
)
Mutation = Callable[[bytes, Random], bytes]


def flip(content: bytes, r: Random) -> bytes:
    """Some bits are others."""
    found = bytearray(content)
    for _ in range(r.choice((1, 1, 3, 20))):
        found[r.randrange(len(found))] ^= 1 << r.randrange(8)
    return bytes(found)


def cut(content: bytes, r: Random) -> bytes:
    """A stretch is missing, or all from somewhere on: in the middle of a letter, it may be."""
    start = r.randrange(len(content))
    return content[:start] + (b"" if r.random() < 0.4 else content[start + r.randrange(1, 60) :])


def lines(content: bytes, r: Random) -> bytes:
    """Lines stand twice, elsewhere, a thousand times, or with another line end."""
    found = content.split(b"\n")
    one, other = r.randrange(len(found)), r.randrange(len(found))
    match r.randrange(5):
        case 0:
            found.insert(other, found[one])
        case 1:
            found[one], found[other] = found[other], found[one]
        case 2:
            found[one:one] = [found[one]] * r.choice((10, 1000))
        case 3:
            del found[one]
        case _:
            return r.choice((b"\r\n", b"\r", b"\n\n", b"\x0b", b"\xe2\x80\xa8")).join(found)
    return b"\n".join(found)


def signs(content: bytes, r: Random) -> bytes:
    """Signs of Markdown and YAML, or strange ones, where they do not belong."""
    for _ in range(r.choice((1, 3, 15))):
        place, sign = r.randrange(len(content) + 1), r.choice(SIGNS if r.random() < 0.6 else STRANGE)
        content = content[:place] + sign.encode("utf-8", "surrogatepass") + content[place:]
    return content


def bait(content: bytes, r: Random) -> bytes:
    """One sign, or a few, by the ten thousand: what a pattern that goes back and forth cannot bear."""
    text = "".join(r.choice(BAIT) for _ in range(r.choice((1, 1, 1, 2, 3))))
    text = (text * (r.choice((1_000, 10_000, 100_000)) // len(text) + 1)) + r.choice(("", "a", "\n", "]", ")", ">"))
    place = r.choice((len(content), content.rfind(b"\n---") + 5, r.randrange(len(content) + 1)))
    return content[:place] + text.encode() + content[place:]


def yaml(content: bytes, r: Random) -> bytes:
    """A field that YAML can do strange things with."""
    place = content.find(b"\n", r.choice((0, 0, len(content) // 8))) + 1
    return content[:place] + r.choice(YAML).encode("utf-8", "surrogatepass") + content[place:]


def soup(content: bytes, r: Random) -> bytes:
    """HTML that nobody should write."""
    return content + "".join(r.choice(SOUP) for _ in range(r.choice((3, 30, 300)))).encode()


def nested(content: bytes, r: Random) -> bytes:
    """Brackets, quotes, lists or tags inside each other."""
    depth = r.choice((5, 40, 120, 1000))
    opening, closing = r.choice(
        (("[", "]"), ("> ", ""), ("<div>", "</div>"), ("**", "**"), ("![", "](a)"), ("«", "»"), ("(", ")"))
    )
    if r.random() < 0.3:
        return content + "".join("  " * min(level, 300) + "- a\n" for level in range(depth)).encode()
    return content + f"\n{opening * depth}a{closing * depth}\n".encode()


def huge_line(content: bytes, r: Random) -> bytes:
    """All on one line, or one word that has no end."""
    if r.random() < 0.5:
        return content.replace(b"\n", b" ")
    return content + r.choice((b"a", b"a ", b"\xc3\xb1", b"palabra ", b"https://a.cl/" + b"x" * 50)) * 5_000


def other_encoding(content: bytes, r: Random) -> bytes:
    """What programs of another time save."""
    text = content.decode("utf-8", "replace")
    return text.encode(r.choice(("latin-1", "cp1252", "utf-16", "utf-16-le", "utf-32", "utf-7", "cp037")), "replace")


def noise(content: bytes, r: Random) -> bytes:
    """No text at all."""
    return (
        r.randbytes(r.choice((0, 1, 10, 1000, 50_000))) if r.random() < 0.7 else b"\x89PNG\r\n\x1a\n" + r.randbytes(500)
    )


MUTATIONS: tuple[Mutation, ...] = (
    *(flip, cut, lines, signs, bait, yaml, soup, nested, huge_line, other_encoding),
    *(flip, cut, lines, signs, signs, bait, yaml, yaml, noise),
)


def originals() -> list[tuple[str, bytes]]:
    """Every Markdown file that the tests and the sample site have, with the folder it belongs to."""
    places = (ROOT / "content", ROOT / "tests" / "fixtures", ROOT / "tests" / "golden")
    paths = sorted(path for place in places for path in place.rglob("*.m*") if path.suffix in (".md", ".markdown"))
    found = [(path.parent.name if path.parent.name in FOLDERS else "posts", path.read_bytes()) for path in paths]
    return [(folder, content) for folder, content in found if content]


def make(folder: Path, count: int, seed: int) -> None:
    """Put `count` files into `folder`; the same seed makes the same files."""
    r, known = Random(seed), originals()
    for number in range(count):
        kind, content = r.choice(known)
        if r.random() < 0.3:
            kind, content = r.choice(FOLDERS), FRONT.format(title=f"Agua {number}").encode() + content[-500:]
        for _ in range(r.choice((1, 1, 1, 2, 4))):
            content = r.choice(MUTATIONS)(content or b"---\n", r)
        name = f"2026-03-{1 + number % 28:02}-{number}{r.choice(('', '', '', '.en', '.pt', '-en'))}.md"
        place = folder / kind / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
