"""What is changed in a page on its way to the browser, and what is not."""

import pytest

from plugins.server.adapt import adapt, adapt_policy
from plugins.server.board import State
from plugins.server.messages import Crash, Finding
from plugins.server.pages import addition, findings_page
from plugins.server.words import crash_text

META = '<meta http-equiv="Content-Security-Policy" content="{}">'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'none'",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'",
        ),
        (
            "default-src 'none'; base-uri 'none'",
            "default-src 'none'; base-uri 'none'; connect-src 'self'; script-src 'self'; style-src 'self'",
        ),
        ("img-src 'self'", "img-src 'self'"),
        (
            "default-src 'self'; CONNECT-SRC https://a.example; connect-src 'none'",
            "default-src 'self'; connect-src https://a.example 'self'",
        ),
        ("", ""),
    ],
)
def test_a_policy_allows_what_the_server_adds_and_no_more(before: str, after: str) -> None:
    assert adapt_policy(before) == after


def test_the_policy_of_the_page_is_adapted_wherever_it_stands() -> None:
    page = META.format("connect-src 'none'").lower() + "<body></body>"
    other = "<META content='connect-src &#39;none&#39;' http-equiv=content-security-policy><body></body>"
    assert b"connect-src 'self'" in adapt(page.encode(), "")
    assert b"connect-src 'self'" in adapt(other.encode(), "")


def test_other_text_stays_as_it_is() -> None:
    page = b'<meta name="description" content="connect-src \'none\'"><body>\xff</body>'
    assert adapt(page, "") == page


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<body>a</body></html>", "<body>a+</body></html>"),
        ("<code>&lt;/body></code></BODY>", "<code>&lt;/body></code>+</BODY>"),
        ("<p>a", "<p>a+"),
    ],
)
def test_the_addition_is_the_last_thing_in_the_body(before: str, after: str) -> None:
    assert adapt(before.encode(), "+").decode() == after


FINDINGS = (
    Finding("a.md", 3, "intro-missing", "error", "a.md:3:1: error[x] <script>alert(1)</script>"),
    Finding("b.md", 1, "y", "warning", "b.md:1:1: aviso[y] poco"),
)


def test_without_errors_a_page_is_given_the_script_alone() -> None:
    added = addition(State(findings=FINDINGS[1:]), "v-1")
    assert added == '<script src="/__pregon__/reload.js" data-version="v-1" defer></script>\n'


@pytest.mark.parametrize(("lang", "words"), [("es", "1 error: lo que ves"), ("en", "1 error: what"), ("pt", "1 erro:")])
def test_errors_lie_over_the_page_escaped_and_in_the_language_of_messages(lang: str, words: str) -> None:
    added = addition(State(findings=FINDINGS, lang=lang), "v-1")
    assert f'role="alert" lang="{lang}"' in added and words in added
    assert "&lt;script&gt;" in added and "<script>" not in added
    assert "aviso" not in added


def test_many_errors_are_cut_in_the_overlay_and_not_on_the_page() -> None:
    state = State(findings=FINDINGS[:1] * 40)
    assert (addition(state, "").count("<pre"), findings_page(state, "").count("<pre")) == (10, 40)


def test_the_page_of_findings_has_warnings_too() -> None:
    assert "b.md:1:1" in findings_page(State(findings=FINDINGS), "v")


def test_a_file_name_that_is_no_text_is_shown_all_the_same() -> None:
    state = State(findings=(Finding("\udcff", 1, "x", "error", "\udcff.md"),))
    assert "?.md" in adapt(b"<body></body>", addition(state, "v")).decode()


def test_a_failed_program_looks_like_a_diagnostic() -> None:
    crash = Crash("NameError: name 'x' is not defined.", "/p/plugins/a.py", 12, 9, "    y = x", "/p/error.log")
    assert crash_text(crash, "en").split("\n") == [
        "/p/plugins/a.py:12:9: error: The program fails here: NameError: name 'x' is not defined.",
        "  12 | y = x",
        "     |     ^",
        "  Undo the last change to this file, or correct this line.",
        "  What Python says of it is in /p/error.log.",
    ]
