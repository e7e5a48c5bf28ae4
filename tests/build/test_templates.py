"""Templates: strict, escaping, and errors that name the template and its line."""

from gettext import NullTranslations
from itertools import count
from pathlib import Path

import pytest
from jinja2 import Environment

from plugins.build.failure import BuildError
from plugins.build.template_cache import Compiled
from plugins.build.template_environment import PageEnvironment
from plugins.build.templates import Templates
from plugins.core.output import Inputs
from plugins.core.prose import CLOSE, OPEN, Prose, Target
from tests.factory import SPANISH


class View(Inputs, frozen=True):
    """What the templates of these tests are given."""

    title: str = "<b>&"
    body: Prose = Prose("digest", (Target("/x/", 3, 4),))


def templates(folder: Path, **files: str) -> Templates:
    """The templates `files` (`name`: source) in a theme of their own."""
    for name, source in files.items():
        (folder / f"{name}.html").write_text(source)
    bodies = {"digest": f'<a href="{OPEN}0u{CLOSE}">é</a>'}
    return Templates((folder,), {"es": (SPANISH, NullTranslations())}, bodies.__getitem__, Environment())  # type: ignore[arg-type]


def test_values_are_escaped_and_bodies_are_not(tmp_path: Path) -> None:
    made = templates(tmp_path, page="{{ title }}|{{ body|prose }}").render("page.html", "es", View())
    assert made == '&lt;b&gt;&amp;|<a href="/x/">é</a>'


@pytest.mark.parametrize(
    ("source", "line"),
    [("\n{{ nothing }}", 2), ("\n\n{% if %}", 3), ("{{ title.nothing }}", 1), ("\n{{ title|nofilter }}", 2)],
)
def test_a_broken_template_is_an_error_at_its_line(tmp_path: Path, source: str, line: int) -> None:
    with pytest.raises(BuildError) as caught:
        templates(tmp_path, page=source).render("page.html", "es", View())
    location = caught.value.diagnostic.location
    assert (location.path, location.span.line) == ("theme/templates/page.html", line)


def test_an_error_in_an_included_template_names_that_one(tmp_path: Path) -> None:
    made = templates(tmp_path, page="{% include 'part.html' %}", part="\n\n{{ missing }}")
    with pytest.raises(BuildError) as caught:
        made.render("page.html", "es", View())
    assert caught.value.diagnostic.location.path == "theme/templates/part.html"
    assert caught.value.diagnostic.location.span.line == 3


def test_a_missing_template_never_comes_from_somewhere_else(tmp_path: Path) -> None:
    with pytest.raises(BuildError):
        templates(tmp_path, page="x").render("base.html", "es", View())


PART = "{% macro card(view, mark='') %}{{ view }}{{ mark }}{{ count() }}{% endmacro %}"


def counted(folder: Path, page: str) -> str:
    """`page` printed, where the macro `card` adds how often it was asked."""
    made = templates(folder, page="{% from 'part.html' import card %}" + page, part=PART)
    calls = count(1)
    made.environments["es"].globals["count"] = lambda: next(calls)
    return made.render("page.html", "es", View())


def test_what_a_macro_makes_of_equal_values_is_made_once(tmp_path: Path) -> None:
    page = "{{ title|once(card) }} {{ title|once(card) }} {{ title|once(card, '!') }} {{ card(title) }}"
    assert counted(tmp_path, page) == "&lt;b&gt;&amp;1 &lt;b&gt;&amp;1 &lt;b&gt;&amp;!2 &lt;b&gt;&amp;3"


def test_values_that_print_differently_are_not_taken_for_each_other(tmp_path: Path) -> None:
    assert counted(tmp_path, "{{ 1|once(card) }} {{ 1.0|once(card) }} {{ true|once(card) }}") == "11 1.02 True3"


@pytest.mark.parametrize("source", ["{{ title|once(nothing) }}", "{{ nothing|once(card) }}", "{{ title|once(title) }}"])
def test_once_wants_a_value_and_a_macro(tmp_path: Path, source: str) -> None:
    with pytest.raises(BuildError) as caught:
        counted(tmp_path, "\n" + source)
    assert caught.value.diagnostic.location.span.line == 2


def printed(folder: Path, digest: str, texts: NullTranslations | None = None) -> str:
    made = Templates(
        (folder,),
        {"es": (SPANISH, texts or NullTranslations())},  # type: ignore[dict-item]
        str,
        Environment(),
        Compiled(folder / "kept", digest),
    )
    return made.render("page.html", "es", View())


def test_a_template_that_is_kept_is_not_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.html").write_text("{{ title }}")
    assert printed(tmp_path, "one") == "&lt;b&gt;&amp;"
    with monkeypatch.context() as patch:
        patch.setattr(PageEnvironment, "compile", None)
        assert printed(tmp_path, "one") == "&lt;b&gt;&amp;"
        with pytest.raises(BuildError):
            printed(tmp_path, "two")


def test_a_kept_template_is_compiled_again_when_it_or_its_catalogue_changed(tmp_path: Path) -> None:
    class Texts(NullTranslations):
        def __init__(self, text: str) -> None:
            super().__init__()
            self._catalog = {"Hello": text}

        def gettext(self, message: str) -> str:
            return self._catalog[message]

    (tmp_path / "page.html").write_text("{{ _('Hello') }}")
    assert printed(tmp_path, "one", Texts("Hola")) == "Hola"
    assert printed(tmp_path, "one", Texts("Buenas")) == "Buenas"
    (tmp_path / "page.html").write_text("{{ _('Hello') }}!")
    assert printed(tmp_path, "one", Texts("Buenas")) == "Buenas!"


def test_where_nothing_can_be_kept_templates_are_compiled(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("no folder")
    (tmp_path / "page.html").write_text("{{ title }}")
    assert printed(tmp_path, "one") == printed(tmp_path, "one") == "&lt;b&gt;&amp;"


@pytest.mark.parametrize("size", [0, 4, 25, 40, 200])
def test_a_kept_template_that_is_damaged_is_compiled_again(tmp_path: Path, size: int) -> None:
    (tmp_path / "page.html").write_text("{{ title }}")
    printed(tmp_path, "one")
    (file,) = (tmp_path / "kept").iterdir()
    file.write_bytes(file.read_bytes()[:size])
    assert printed(tmp_path, "one") == "&lt;b&gt;&amp;"


def test_what_nobody_would_see_change_is_no_template(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "part.html").write_text("x")
    theme = tmp_path / "theme"
    theme.mkdir()
    made = templates(theme, **{"a": "{% include '.b.html' %}", ".b": "x", "c": "{% include 'd/part.html' %}"})
    (theme / "d").symlink_to(tmp_path / "elsewhere")
    for name in ("a.html", "c.html"):
        with pytest.raises(BuildError):
            made.render(name, "es", View())
