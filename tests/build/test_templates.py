"""Templates: strict, escaping, and errors that name the template and its line."""

from gettext import NullTranslations
from pathlib import Path

import pytest
from jinja2 import Environment

from plugins.build.failure import BuildError
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
