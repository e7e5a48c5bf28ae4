"""The inline patterns that other rooms may bring, and the serialiser, against Python-Markdown's own."""

from xml.etree.ElementTree import Comment, Element, ProcessingInstruction, QName, SubElement

from hypothesis import given
from hypothesis import strategies as st
from markdown import Extension, Markdown
from markdown.inlinepatterns import Pattern, SimpleTagInlineProcessor
from markdown.serializers import to_html_string
from markdown.util import AtomicString

from plugins.markdown.extensions import engine
from plugins.markdown.serial import to_html
from plugins.markdown.simple import knows

TAGS = st.sampled_from(["p", "em", "br", "IMG", "script", "Style", Comment, ProcessingInstruction, QName("{a}b")])
TEXTS = st.one_of(st.none(), st.text('ab<>&;"#1x\n', max_size=8), st.just(AtomicString("a & b")))
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["class", "id", "hidden", "open", "href"]),
    st.one_of(st.text('ab<>&;"\n', max_size=6), st.sampled_from(["hidden", "open", None])),
)


@st.composite
def trees(draw: st.DrawFn, depth: int = 3) -> Element:
    tag = draw(TAGS)
    made = Element("p")
    made.tag = tag
    made.text, made.tail = draw(TEXTS), draw(TEXTS)
    if tag in (Comment, ProcessingInstruction):
        made.text = made.text or ""
        return made
    for name, value in draw(ATTRIBUTES).items():
        made.attrib[name] = value  # type: ignore[assignment]
    if depth:
        made.extend(draw(st.lists(trees(depth - 1), max_size=3)))
    return made


@given(trees())
def test_the_serialiser_writes_what_that_of_python_markdown_writes(tree: Element) -> None:
    assert to_html(tree) == to_html_string(tree)


def test_a_tree_of_any_depth_is_serialised() -> None:
    root = inner = Element("div")
    for _ in range(20_000):
        inner = SubElement(inner, "b")
    assert to_html(root) == to_html_string(root)


class Old(Pattern):
    def handleMatch(self, m: object) -> str:  # type: ignore[override]
        return "OLD"


class Foreign(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        md.inlinePatterns.register(Old("%%", md), "old", 70)
        never_in_links = SimpleTagInlineProcessor("(~)(.+?)~", "del")
        never_in_links.ANCESTOR_EXCLUDES = ("A",)  # type: ignore[attr-defined]
        md.inlinePatterns.register(never_in_links, "del", 65)


@given(st.text("%~*_[]()a \n`", max_size=40))
def test_patterns_of_any_kind_are_asked_as_by_python_markdown(text: str) -> None:
    plain = Markdown(extensions=[Foreign()], output_format="html")
    ours = engine((Foreign(),))
    # Of all that is in `engine` none finds anything in these signs, as long as no line begins with one.
    assert ours.convert(f"a {text.replace(chr(10), ' ')}") == plain.convert(f"a {text.replace(chr(10), ' ')}")


NEXT_TO = (
    "*a*",
    "**b c**",
    "`d`",
    "``",
    "`e*`",
    "[f](/g)",
    '[h](i "j k")',
    "[l*](m)",
    "[n](o_p)",
    "[q](r`s)",
    "![t](u)",
)
BETWEEN = (
    " ",
    "",
    ", ",
    "!",
    "^",
    "]",
    "(",
    ")",
    "_",
    "*",
    "\\",
    "&amp;",
    "<b>",
    "  \n",
    "\n",
    "v",
    '"',
    "\u00a0",
    "[^1]",
)


@given(st.lists(st.tuples(st.sampled_from(NEXT_TO), st.sampled_from(BETWEEN)), max_size=5))
def test_what_stands_side_by_side_is_found_as_by_python_markdown(written: list[tuple[str, str]]) -> None:
    text = f"w {''.join(map(''.join, written))}\n\n[^1]: x\n\n[a]: y\n[f]: z"
    plain = Markdown(
        extensions=["footnotes"], output_format="html", extension_configs={"footnotes": {"SEPARATOR": "-"}}
    )
    assert engine().convert(text) == plain.convert(text)


def test_our_own_patterns_take_the_short_way() -> None:
    assert knows(engine().inlinePatterns, {"[", "`", "*", "_"})
    assert not knows(Markdown().inlinePatterns, {"[", "`", "*", "_"})
