"""What is left out for speed changes nothing: the plain way is the measure."""

import re
from xml.etree.ElementTree import Element

import lxml.html
import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown import Extension, Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.inlinepatterns import BACKTICK_RE, BacktickInlineProcessor, SimpleTagInlineProcessor
from markdown.preprocessors import NormalizeWhitespace

from plugins.core.source import UNPRINTABLE
from plugins.markdown.attributes import AtEnd
from plugins.markdown.blocks import ClosedBlocksExtension
from plugins.markdown.effort import Effort
from plugins.markdown.engine import normalised
from plugins.markdown.extensions import engine
from plugins.markdown.fences import IndentedFencesExtension
from plugins.markdown.kramdown import KramdownExtension
from plugins.markdown.lists import ListIndentsExtension
from plugins.markdown.locate import Locator
from plugins.markdown.paragraphs import may_name_addresses, with_addresses
from plugins.markdown.patterns import Code
from plugins.markdown.sanitise import clean, is_untouched, refused
from plugins.markdown.structure import serialise
from plugins.markdown.tree import tree
from tests.front_matter.texts import MARKDOWN, collages
from tests.markdown.reading import html, source

ENGINE = engine()
STOCK = Markdown(
    extensions=[
        "extra",
        "sane_lists",
        ClosedBlocksExtension(),
        KramdownExtension(),
        IndentedFencesExtension(),
        ListIndentsExtension(),
    ],
    extension_configs={"extra": {"tables": {"use_align_attribute": True}, "footnotes": {"SEPARATOR": "-"}}},
    output_format="html",
)
SIGNS = st.text("*_`[]()<>&!#-+|=:^{}\"'\\.1 \n\tab/\u0301", max_size=60)
PARTS = (
    *("*a*", "**b c**", "***d***", "_e_", "__f__", "g_h_i", "**", "*", "_", "`", "[", "](", ")", "![", "!", "\\"),
    *('[a](/b "c")', '[a](b "c" d)', "[a](<b c>)", "![a](/b.jpg)", '![a](/b.jpg "c\td")', "[a][b]", "[b]", '( "t")'),
    *("\n[b]: /c 'd'\n", "\n\n[b]: <e>\n", "[^1]", "\n\n[^1]: f\n", "\n*[HTML]: g\n", "HTML ", "(", ' "', "'"),
    *("<b>", "</b>", "<a@b.org>", "<https://a.b>", "&amp;", "&", "<", ">", "<br>", "<!-- a -->", "<p>", "</p>"),
    *("\n\n", "\n", " ", "  \n", "    ", "\n    ", "\t", "\r\n", "# ", "## ", "\n===\n", "\n---\n", "***\n", "\n: "),
    *("- ", "+ ", "* ", "1. ", "12) ", "> ", "|", "\n|-|-|\n", "a | b\n-|-\n1 | 2\n", "```\n", "~~~", ":", "2020"),
    *("{: .a}", "\n{: #b}\n", "{#c}", "{", "}", "la casa ", "uno, dos ", "\u0301", "\u00a0", "\x02", "\x03", "é", "."),
)
TEXTS = st.one_of(SIGNS, st.lists(st.sampled_from(PARTS), max_size=40).map("".join), collages)


def converted(md: Markdown, text: str) -> str | type[Exception]:
    try:
        return md.reset().convert(text)
    except Exception as error:
        return type(error)


@settings(deadline=None, database=None, max_examples=1000)
@given(TEXTS)
@example("*a **b** c* **d *e* f** _g_ *h* i*j*k")
@example('[a]("b") [c]( "d") [e](f "g)h") [i](j "k l")')
@example("a\n2. b\n+ c\n    d\n\n    e")
@example("## a\n\n# \n\n####### b\n\n- c\n\n    ## d\n\n> # e | f : g\n\n##h\n\n# i #")
def test_the_engine_makes_what_python_markdown_makes(text: str) -> None:
    assert converted(ENGINE, text) == converted(STOCK, text)


@pytest.mark.parametrize("part", [*PARTS, *MARKDOWN])
@pytest.mark.parametrize("frame", ["{}", "a {} b", "a\n{}b", "- a\n- {}\n\nb", "> a\n> {}\n", "# {}\n\n{}", "*{}*"])
def test_each_sign_does_what_it_does_in_python_markdown(part: str, frame: str) -> None:
    text = frame.replace("{}", part)
    assert converted(ENGINE, text) == converted(STOCK, text)


@settings(deadline=None, database=None, max_examples=500)
@given(st.lists(st.sampled_from(("`", "``", "```", "a", " ", "\\")), max_size=14).map("".join))
def test_code_ends_where_it_ends_in_python_markdown(text: str) -> None:
    ours, theirs = Code(BACKTICK_RE, Effort()), BacktickInlineProcessor(BACKTICK_RE)
    for place in (place for place, sign in enumerate(text) if sign == "`"):
        assert ours.find_code_spans(place, text) == theirs.find_code_spans(place, text)


@settings(deadline=None, database=None, max_examples=500)
@given(st.lists(st.sampled_from((" ", "\n", "{", ":", "{: ", "a", ".b", "}", "} ", "#")), max_size=14).map("".join))
@pytest.mark.parametrize("pattern", [AttrListTreeprocessor.HEADER_RE, AttrListTreeprocessor.BLOCK_RE])
def test_attributes_are_found_where_python_markdown_finds_them(pattern: re.Pattern[str], text: str) -> None:
    ours, theirs = AtEnd(pattern).search(text), pattern.search(text)
    assert (ours and ours.span()) == (theirs and theirs.span())


class Shout(BlockProcessor):
    def test(self, parent: Element, block: str) -> bool:
        return block.startswith("oye")

    def run(self, parent: Element, blocks: list[str]) -> None:
        heading = Element("h6")
        heading.text = blocks.pop(0)
        parent.append(heading)


class Foreign(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        md.parser.blockprocessors.register(Shout(md.parser), "shout", 95)
        md.inlinePatterns.register(SimpleTagInlineProcessor("(~)(.+?)~", "del"), "del", 30)


def test_patterns_and_blocks_of_other_rooms_are_always_asked() -> None:
    made = engine((Foreign(),))
    assert made.convert("oye ~tú~\n\nuno ~dos~") == "<h6>oye <del>tú</del></h6>\n<p>uno <del>dos</del></p>"


@settings(deadline=None, database=None)
@given(st.text(" \n\tabé\r", max_size=60))
def test_lines_are_those_of_the_step_that_is_left_out(text: str) -> None:
    assert normalised(text, 4) == NormalizeWhitespace(markdown.Markdown()).run(text.split("\n"))


@settings(deadline=None, database=None, max_examples=500)
@given(TEXTS)
@example('<div><![a b]></div><iframe><b onclick="a"></iframe>')
@example("[a](java script:b)")
def test_what_is_plainly_untouched_is_refused_nothing(text: str) -> None:
    raw = converted(STOCK, text)
    for written in [raw, text] if isinstance(raw, str) else [text]:
        if is_untouched(written, clean(written)):
            one = source(f"& {text}")
            assert refused(written, one.body, Locator(one)) == ()


@settings(deadline=None, database=None)
@given(TEXTS)
@example("")
@example("a <b>c</b> d")
@example(" \n<p>a</p>")
def test_the_tree_is_the_one_that_lxml_makes(text: str) -> None:
    cleaned = UNPRINTABLE.sub("\ufffd", clean(text))
    parser = lxml.html.HTMLParser(huge_tree=True)
    plain = lxml.html.fragment_fromstring(cleaned, create_parent="div", parser=parser)
    ours = tree(cleaned)
    assert (ours.tag, ours.text or "", ours.getparent()) == ("div", plain.text or "", None)
    assert [serialise(child) for child in ours] == [
        etree.tostring(child, encoding="unicode", method="html") for child in plain
    ]


@settings(deadline=None, database=None, max_examples=500)
@given(TEXTS)
@example("[/a](/a)")
@example("<p>[<em>/a</em>](/a)</p>")
@example("<p>a\rb &#13; \u00a0</p>c")
def test_what_is_asked_or_written_at_once_is_what_is_found_one_by_one(text: str) -> None:
    raw = converted(STOCK, text)
    root = tree(UNPRINTABLE.sub("\ufffd", clean(raw if isinstance(raw, str) else text)))
    assert may_name_addresses(root, root.text_content()) or not with_addresses(root)
    root.text = None
    assert serialise(root) == f"<div>{''.join(map(serialise, root))}</div>"


BLOCKS = st.text("ab\"'-. *", max_size=30).map(lambda text: f"x{text}x")


@given(st.lists(BLOCKS, max_size=5))
def test_quotes_of_a_block_do_not_depend_on_its_neighbours(blocks: list[str]) -> None:
    assert html("\n\n".join(blocks)) == "".join(html(block) for block in blocks)
