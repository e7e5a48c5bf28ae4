"""Reports from plain values, and findings with texts that nobody would write on purpose."""

from typing import Any

from hypothesis import strategies as st

from plugins.build.report.contents import Contents
from plugins.build.report.summary import summarise
from plugins.build.report.voice import voice
from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Span, Text, sort_key
from plugins.core.rule import Rule

PATH = "posts/2018-12-15-x.md"
SPAN = Span(6, 9, 6, 35)
LINE = "date:   2019-03-29 12:00:00 -0300)"
ABOUT = """a-rule: a date that is none.

What it finds: a `date` that cannot be read.
Why it matters: the post would not be found.
What to do: write it as `2019-03-29`.
"""
HOSTILE = (
    "\x1b[2J\x00",
    "<script>alert(1)</script>",
    "]]> --> </style></pre></title>",
    '" onmouseover="x" \'',
    "&lt;b&gt; &#0; &amp",
    "ñ\udc80\ud83d",
    "uno\r\ndos\n::error file=x::y\x85\u2028",
    "\u202etxt.exe\u2066 \u05d0\u05d1",
    "100%25 %0A a,b=c:d::e",
    "`uno` `dos {0} {name}",
    "[x](javascript:y) ![z](w) \\[",
    "\ufffe\uffff\U0001fffe",
)


def finding(path: str = PATH, span: Span = SPAN, rule: str = "a-rule", **values: Any) -> Diagnostic:
    made = {"severity": Severity.ERROR, "message": Text("It is wrong."), "hint": Text("Mend it."), **values}
    return Diagnostic(Location(path, span), rule, **made)


def fixable(**values: Any) -> Diagnostic:
    return finding(fix=Fix((Edit(SPAN, "2019-03-29"),)), **values)


def a_rule(name: str = "a-rule", **values: Any) -> Rule:
    return Rule(name, Severity.ERROR, ABOUT.replace("a-rule", name), **values)


def contents(*found: Diagnostic, lang: str = "en", **values: Any) -> Contents:
    rules = {"a-rule": a_rule()}
    made = {"shown_path": lambda path: path, "rules": rules, "version": "0.1.0", **values}
    return Contents(sorted(found, key=sort_key), summarise(found, 14, 0), voice(lang), **made)


def texts() -> st.SearchStrategy[str]:
    """Any text, lone halves of signs and what programs obey among it."""
    return st.one_of(st.text(st.characters(), max_size=30), st.sampled_from(HOSTILE))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    line, column = draw(st.integers(1, 5)), draw(st.integers(1, 40))
    end = draw(st.integers(line, line + 3))
    return Span(line, column, end, draw(st.integers(column if end == line else 1, 45)))


@st.composite
def findings(draw: st.DrawFn) -> Diagnostic:
    """A finding whose values, names and offence are any texts."""
    edit = Edit(draw(spans()), draw(st.text(max_size=10)))
    return Diagnostic(
        Location(draw(texts()) or "x", draw(spans())),
        draw(st.sampled_from(["a-rule", "another-rule"])),
        draw(st.sampled_from(Severity)),
        Text("«{value}» `{value}`", {"value": draw(texts())}),
        draw(st.none() | st.builds(lambda value: Text("{value}", {"value": value}), texts())),
        draw(texts()),
        draw(st.sampled_from([None, Fix((edit,)), Fix((edit,), is_safe=False)])),
    )
