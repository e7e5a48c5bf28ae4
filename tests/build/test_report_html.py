"""Findings as a page for people who use no terminal."""

import re
from html.parser import HTMLParser
from typing import Any

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from plugins.build.report.cells import harmless
from plugins.build.report.html import render_html
from plugins.build.report.html_view import pieces
from plugins.build.report.quote import quoted
from plugins.build.report.summary import Summary
from plugins.build.report.whose import Whose, whose
from plugins.core.diagnostic import Diagnostic, Severity, Span, Text
from tests.build.reports import LINE, PATH, a_rule, contents, finding, findings, fixable, texts

VOID = {"meta", "br", "hr", "img", "input", "link", "wbr"}
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "header", "nav", "main", "footer", "section", "article"),
    *("h1", "h2", "h3", "p", "ul", "ol", "li", "dl", "div", "dt", "dd", "a", "bdi", "span", "strong"),
    *("code", "pre", "mark", "details", "summary"),
}
ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "aria-labelledby", "open"),
}


class Reader(HTMLParser):
    """Reads a page and complains of what is not closed, not ours, or asks for anything."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.said: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS and {name for name, _ in attrs} <= ATTRIBUTES, (tag, attrs)
        values = dict(attrs)
        self.ids += [values["id"] or ""] if "id" in values else []
        self.targets += [values["href"] or ""] if "href" in values else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    handle_pi = unknown_decl = handle_comment


def page(*found: Diagnostic, lines: dict[str, list[str]] | None = None, **values: Any) -> str:
    return render_html(contents(*found, **values), lines or {})


def parsed(text: str) -> Any:
    return lxml.html.document_fromstring(text)


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


def test_a_finding_shows_place_message_line_hint_and_why() -> None:
    rules = {"date-malformed": a_rule("date-malformed")}
    made = finding(rule="date-malformed", message=Text("`date` is none."))
    [item] = parsed(page(made, lines={PATH: ["", "", "", "", "", LINE]}, rules=rules)).xpath("//ol/li")
    assert words(item.find("p[@class='place']")) == "error line 6, column 9 date-malformed"
    assert words(item.find("p[@class='message']")) == "date is none."
    assert item.find("p[@class='message']/code").text == "date"
    assert item.find(".//pre//mark").text == LINE[8:]
    assert words(item.find("p[@class='hint']")) == "Mend it."
    assert [words(part) for part in item.findall("details/dl/dd")][1] == "The post would not be found."
    assert item.find("details").get("open") is None


def test_findings_stand_under_who_can_correct_them_and_under_their_file() -> None:
    rules = {"together": a_rule("together", topic="documents"), "a-rule": a_rule()}
    made = [
        fixable(),
        finding(severity=Severity.WARNING),
        finding("posts/b.md", rule="together"),
        finding("/home/ana/pelicanconf.py", rule="setting-value"),
    ]
    read = parsed(page(*made, rules=rules))
    assert [section.get("id") for section in read.xpath("//section")] == ["machine", "writer", "together", "keeper"]
    assert [words(heading) for heading in read.xpath("//h3/bdi")] == [
        PATH,
        PATH,
        "posts/b.md",
        "/home/ana/pelicanconf.py",
    ]
    assert words(read.xpath("//section[@id='machine']//p[@class='command']")[0]) == "python3 tasks.py check --fix"


@pytest.mark.parametrize(
    ("path", "topic", "who"),
    [
        ("posts/a.md", "titles", Whose.WRITER),
        ("images/a.jpg", "pictures", Whose.WRITER),
        ("posts/a.md", "documents", Whose.TOGETHER),
        ("posts/a.md", "settings", Whose.KEEPER),
        ("data/taxonomy.yaml", "files", Whose.KEEPER),
        (".baseline.json", "files", Whose.KEEPER),
        ("/home/ana/pelicanconf.py", "text", Whose.KEEPER),
    ],
)
def test_each_finding_has_somebody_who_can_correct_it(path: str, topic: Any, who: Whose) -> None:
    assert whose(finding(path), a_rule(topic=topic)) is who
    assert whose(fixable(path=path), a_rule(topic=topic)) is Whose.MACHINE


def test_the_table_of_contents_leads_to_every_file() -> None:
    read = Reader(page(finding("a.md"), finding("b.md"), fixable(path="b.md"), held=["1 draft is held back: c.md"]))
    assert len(set(read.ids)) == len(read.ids)
    assert {target.removeprefix("#") for target in read.targets} <= set(read.ids)
    assert len(read.targets) == 2 + 3 + 1


def test_both_commands_name_the_folder_that_was_checked() -> None:
    summary = Summary(1, 1, 0, 0, 1, "mi sitio")
    assert summary.checking == "python3 tasks.py check --content 'mi sitio'"
    assert summary.mending == "python3 tasks.py check --fix --content 'mi sitio'"
    made = render_html(structs.replace(contents(), summary=summary), {})
    assert summary.checking in words(parsed(made))


def test_counts_stand_on_top() -> None:
    read = parsed(page(finding(), fixable(), finding(severity=Severity.WARNING)))
    counts = read.xpath("//dl[@class='numbers']/div")
    assert [(words(one.find("dt")), words(one.find("dd"))) for one in counts] == [
        ("Errors", "2"),
        ("Warnings", "1"),
        ("Repair themselves", "1"),
        ("Files looked at", "14"),
    ]


@pytest.mark.parametrize(
    ("lang", "title"),
    [("es", "Lo que encontró la revisión"), ("en", "What the check found"), ("pt", "O que a revisão encontrou")],
)
def test_the_page_speaks_the_readers_language(lang: str, title: str) -> None:
    read = parsed(page(finding(), lang=lang))
    assert read.get("lang") == lang
    assert words(read.find(".//h1")) == title == read.findtext(".//title")


def test_a_report_without_findings_says_so() -> None:
    read = parsed(page())
    assert words(read.find(".//main")) == "There is nothing to correct."
    assert read.find(".//nav") is None


def test_what_is_not_published_is_named() -> None:
    read = parsed(page(held=["1 draft is held back: a.md", "2 files: `b`"]))
    assert [words(one) for one in read.xpath("//section[@id='held']//li")] == [
        "1 draft is held back: a.md",
        "2 files: b",
    ]


def test_the_page_asks_for_nothing_and_may_run_nothing() -> None:
    text = page(finding())
    assert "default-src 'none'" in text
    assert not re.search(r"url\(|@import|https?:|<script|<link|<img", text)


def test_the_document_survives_a_shell_that_stores_it_in_another_encoding() -> None:
    assert page(finding("año.md"), lang="es").isascii()


def test_many_files_are_listed_only_when_asked_for() -> None:
    few, many = (parsed(page(*(finding(f"{n}.md") for n in range(count)))) for count in (12, 13))
    assert few.find(".//nav//details").get("open") is not None
    assert many.find(".//nav//details").get("open") is None


def test_a_long_line_is_cut_around_what_is_marked() -> None:
    [line] = quoted(["a" * 500 + "WRONG" + "b" * 500], Span(1, 501, 1, 506))
    assert (line.before, line.marked, line.after) == ("…" + "a" * 120, "WRONG", "b" * 120 + "…")


def test_a_stretch_of_lines_is_shown_from_its_beginning() -> None:
    lines = quoted(["uno dos", "tres", "cuatro cinco", "seis"], Span(1, 5, 3, 7))
    assert [(line.before, line.marked, line.after) for line in lines] == [
        ("uno ", "dos", ""),
        ("", "tres", ""),
        ("", "cuatro", " cinco"),
    ]


@pytest.mark.parametrize("span", [Span(), Span(9, 1, 9, 2)])
def test_a_finding_about_a_whole_file_shows_no_line(span: Span) -> None:
    assert quoted(["---", "title: x"], span) == []


def test_code_is_what_stands_between_backticks() -> None:
    assert [(one.text, one.is_code) for one in pieces("`a` b `c")] == [("a", True), (" b `c", False)]


@given(st.lists(findings(), max_size=3), st.lists(texts(), max_size=5), st.lists(texts(), max_size=2))
def test_whatever_stands_in_a_finding_the_page_is_whole_and_asks_for_nothing(
    found: list[Diagnostic], lines: list[str], held: list[str]
) -> None:
    text = page(*found, lines={one.location.path: lines for one in found}, held=held)
    read = Reader(text)
    assert text.isascii()
    assert all(target.startswith("#") for target in read.targets)
    said = "".join(read.said)
    for one in found:
        assert harmless(one.location.path) in said
    assert harmless(said.replace("\n", "").replace("\t", "")) == said.replace("\n", "").replace("\t", "")
