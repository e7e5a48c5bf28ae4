"""What another machine sees otherwise is done here, not there: its bytes would be those of another source."""

import hashlib
import os
import pickle
from gettext import NullTranslations
from pathlib import Path

import pytest
from jinja2 import Environment

from plugins.assets.assets import AssetFile, render_asset
from plugins.build import rendering
from plugins.build.context import BuildContext
from plugins.build.place import Staging
from plugins.build.portable import Unfit, packed
from plugins.build.store import Store
from plugins.build.templates import Templates
from plugins.build.tree import stat_of
from plugins.core.norms import Limits
from plugins.core.output import Inputs, RenderContext
from plugins.core.prose import Prose
from plugins.generator import media
from tests.factory import SPANISH


class Page(Inputs, frozen=True):
    """A page of one body."""

    body: Prose = Prose("0" * 64)


def render_body(page: Page, context: RenderContext) -> bytes:
    return context.body(page.body.digest).encode()


def render_title(page: Page, context: RenderContext) -> bytes:
    return context.template("page.html", "es", page).encode()


@pytest.fixture
def context(tmp_path: Path) -> BuildContext:
    """A context of one template, one file, and a store without any body."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text("{{ 3|number }} {{ 'x'|double }}")
    (tmp_path / "a.js").write_bytes(b"one")
    host = Environment()
    host.filters["double"] = double
    store = Store(tmp_path / "store.sqlite")
    store.begin(b"version")
    store.close()
    languages = {"es": (SPANISH, NullTranslations())}
    templates = Templates((tmp_path / "templates",), languages, store.body, host)  # type: ignore[arg-type]
    return BuildContext(templates, store.body, {"theme": tmp_path})


def double(text: str) -> str:
    return text * 2


def asset(content: bytes) -> AssetFile:
    return AssetFile(sources=(("theme:a.js", hashlib.sha256(content).hexdigest()),))


def test_a_context_renders_there_as_here(context: BuildContext) -> None:
    there = pickle.loads(packed(context))
    assert render_title(Page(), there) == render_title(Page(), context) == b"3 xx"
    assert render_asset(asset(b"one"), there) == b"one"


def test_a_body_or_a_file_that_is_another_there_is_not_rendered_there(context: BuildContext) -> None:
    work = pickle.loads(
        packed(rendering.Rendering((), lambda one: b"", context, "", Staging("", 1), dict[str, None]().get).there())
    )()
    found = work([(0, render_asset, asset(b"two")), (1, render_body, Page()), (2, render_asset, asset(b"one"))])
    assert found == [(0, None), (1, None), (2, b"one")]


def test_a_machine_with_other_templates_is_refused(context: BuildContext, tmp_path: Path) -> None:
    told = packed(context)
    (tmp_path / "templates" / "page.html").write_text("another")
    with pytest.raises(Unfit) as caught:
        pickle.loads(told)
    assert (caught.value.kind, caught.value.what) == ("other", str(tmp_path / "templates"))


def test_a_picture_that_is_another_file_there_is_not_measured_there(tmp_path: Path) -> None:
    file = tmp_path / "notes.pdf"
    file.write_bytes(b"one")
    stat = stat_of(os.stat(file))
    work = media._elsewhere(tmp_path, Limits())
    ((_, row),) = work([("notes.pdf", stat, stat)])
    assert row is not None
    assert row.content == hashlib.sha256(b"one").digest()
    file.write_bytes(b"other")
    assert work([("notes.pdf", stat, stat), ("none.pdf", stat, stat)]) == [("notes.pdf", None), ("none.pdf", None)]
