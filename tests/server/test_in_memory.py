"""What is answered from memory, and what a whole build has to look at."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pelican.plugins import signals

from plugins.build.failure import write_failure
from plugins.build.place import DOCUMENTS, MANIFEST, MEMORY, cache_folder
from plugins.generator import resident
from plugins.server.builder import EDITS, Builder
from plugins.server.messages import Order, Result, Wish
from tests.server.serving import POST, ROOT, SETTINGS

PAGE, HOME, LIST = "posts/agua/index.html", "index.html", "posts/index.html"
OTHER = "posts/pozo/index.html"


class Desk:
    """Two posts, and a builder of them that is asked by hand."""

    def __init__(self, folder: Path) -> None:
        self.content, self.output = folder / "content", folder / "served"
        self.post = self.content / "posts" / "2026-03-02-agua.md"
        self.other = self.post.with_name("2026-03-02-pozo.md")
        self.settings = folder / "pelicanconf.py"
        self.post.parent.mkdir(parents=True)
        self.settings.write_text(SETTINGS.replace(', "bell"', "").replace('PLUGIN_PATHS = ["rooms"]', ""), "utf-8")
        self.post.write_text(POST.format(text="Hola."), "utf-8")
        self.other.write_text(POST.format(text="[Agua](2026-03-02-agua.md)").replace("Agua limpia", "Pozo"), "utf-8")
        (folder / "theme").symlink_to(ROOT / "theme")
        self.builder = Builder(Wish(str(self.settings)))

    def ask(self, *changed: Path) -> list[Result]:
        """What is answered when these files were saved; without any, everything may be another."""
        names = tuple(str(path.parent.resolve() / path.name) for path in changed) or None
        return list(self.builder.build(Order("http://127.0.0.1:8000", str(self.output), names)))

    def write(self, text: str, title: str = "Agua limpia", post: Path | None = None) -> list[Result]:
        """Save a post."""
        file = post or self.post
        file.write_text(POST.format(text=text).replace("Agua limpia", title), "utf-8")
        return self.ask(file)

    def page(self, path: str = PAGE) -> str:
        """What lies in the output folder."""
        return (self.output / path).read_text("utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    (result,) = made.ask()
    assert (result.status, result.outputs) == (0, None)
    yield made
    gc.unfreeze()


def from_memory(results: list[Result]) -> bool:
    """Whether no whole build was asked."""
    return results[-1].outputs is not None


def test_another_body_is_its_own_page_and_nothing_else(desk: Desk) -> None:
    (result,) = desk.write("Adiós.")
    assert (result.status, result.outputs, result.final) == (0, (PAGE,), True)
    assert "<p>Adiós.</p>" in desk.page()


def test_another_title_is_shown_on_its_page_first_and_then_wherever_it_stands(desk: Desk) -> None:
    first, rest = desk.write("Hola.", "Agua turbia")
    assert (first.outputs, first.final, rest.final) == ((PAGE,), False, True)
    assert rest.outputs is not None and {HOME, LIST, OTHER} <= set(rest.outputs)
    assert "Agua turbia" in desk.page(HOME) and "Agua turbia" in desk.page(LIST)


def test_a_file_that_is_saved_as_it_was_changes_nothing(desk: Desk) -> None:
    (result,) = desk.write("Hola.")
    assert (result.status, result.outputs) == (0, ())


def test_what_an_editor_leaves_for_a_moment_is_no_reason_to_look_at_everything(desk: Desk) -> None:
    (result,) = desk.ask(desk.post.with_name("4913"))
    assert (result.status, result.outputs) == (0, ())


@pytest.mark.parametrize("kind", ["new", "gone", "tag", "date", "theme", "link"])
def test_what_moves_anything_is_a_whole_build(kind: str, desk: Desk) -> None:
    file, text = desk.post, desk.post.read_text("utf-8")
    if kind == "new":
        file = file.with_name("2026-03-03-mar.md")
        file.write_text(text, "utf-8")
    elif kind == "gone":
        desk.other.unlink()
        file = desk.other
    elif kind == "link":
        file = file.with_name("2026-03-03-mar.md")
        file.symlink_to(desk.post)
    elif kind == "theme":
        file = desk.settings.parent / "theme" / "templates" / "base.html"
    else:
        change = ("tags: agua", "tags: mar") if kind == "tag" else ("2026-03-02", "2026-02-02")
        file.write_text(text.replace(*change), "utf-8")
    (result,) = desk.ask(file)
    assert result.status == 0
    assert (result.outputs is None) == (kind != "theme")
    assert from_memory(desk.write("Después.")) == (kind in ("new", "gone", "theme"))
    assert "<p>Después.</p>" in desk.page()


def test_a_file_with_two_names_is_looked_at_under_both(desk: Desk) -> None:
    os.link(desk.post, desk.post.with_name("2026-03-03-mar.md"))
    desk.ask(desk.post.with_name("2026-03-03-mar.md"))
    (result,) = desk.write("Los dos.")
    assert result.outputs is None and "Los dos." in desk.page("posts/mar/index.html")


def test_an_error_in_a_text_leaves_the_site_until_it_is_corrected(desk: Desk) -> None:
    (result,) = desk.write("[Nada](nada.md)")
    assert (result.status, result.outputs) == (1, ())
    assert [one.rule for one in result.findings] == ["link-target-missing"]
    assert "<p>Hola.</p>" in desk.page()
    (result,) = desk.write("Otra.", "Pozo", desk.other)
    assert result.status == 1 and "Otra." not in desk.page(OTHER)
    *_, result = desk.write("Corregido.")
    assert (result.status, result.findings) == (0, ())
    assert "Corregido." in desk.page() and "Otra." in desk.page(OTHER)


def test_warnings_of_other_files_stay_and_those_of_the_edited_one_are_of_today(desk: Desk) -> None:
    picture = "![Agua](https://example.org/a.jpg)"
    both = desk.write(picture, "Pozo", desk.other)[-1]
    assert both.findings and not both.status
    assert desk.write("Hola otra vez.")[-1].findings == both.findings
    moved = desk.write(f"Antes.\n\n{picture}", "Pozo", desk.other)[-1]
    assert [one.line for one in moved.findings] == [one.line + 2 for one in both.findings]
    assert all(picture in one.text for one in moved.findings)


def test_what_only_memory_knew_is_on_disk_after_a_rest(desk: Desk) -> None:
    desk.write("Adiós.")
    kept = cache_folder(desk.output)
    before = (kept / MANIFEST).read_bytes(), (kept / MEMORY).read_bytes()
    desk.builder.rest()
    assert (kept / MANIFEST).read_bytes() != before[0] and (kept / MEMORY).read_bytes() != before[1]
    desk.builder = Builder(Wish(str(desk.settings)))
    (result,) = desk.ask()
    assert (result.status, result.outputs) == (0, ())


def test_a_builder_that_was_killed_before_a_rest_is_followed_by_one_that_makes_it_right(desk: Desk) -> None:
    desk.write("Adiós.", "Agua turbia")
    desk.builder = Builder(Wish(str(desk.settings)))
    desk.post.write_text(POST.format(text="Hola."), "utf-8")
    assert desk.ask()[-1].status == 0
    assert "<p>Hola.</p>" in desk.page() and "Agua turbia" not in desk.page(HOME)


def test_what_somebody_else_has_built_is_believed(desk: Desk) -> None:
    other = Desk.__new__(Desk)
    other.__dict__.update(desk.__dict__, builder=Builder(Wish(str(desk.settings))))
    desk.other.write_text(desk.other.read_text("utf-8").replace("tags: agua", "tags: mar"), "utf-8")
    other.ask()
    assert not from_memory(desk.write("Adiós."))
    assert "<p>Adiós.</p>" in desk.page()


def test_a_full_disk_is_said_and_made_good(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise write_failure("x", OSError(28, "No space left on device"))

    with monkeypatch.context() as patched:
        patched.setattr(resident, "touch", full)
        (result,) = desk.write("Adiós.")
    assert [one.rule for one in result.findings] == ["output-unwritable"] and result.status == 1
    assert not from_memory(desk.write("Por fin."))
    assert "<p>Por fin.</p>" in desk.page()


def test_a_damaged_store_is_begun_anew(desk: Desk) -> None:
    (cache_folder(desk.output) / DOCUMENTS).write_bytes(b"no store" * 2000)
    assert desk.write("Adiós.")[-1].status == 0
    assert "<p>Adiós.</p>" in desk.page()


def test_with_a_plugin_that_listens_to_pelican_it_is_asked_each_time(desk: Desk) -> None:
    heard: list[object] = []
    with signals.finalized.connected_to(heard.append):
        desk.ask()
        assert not from_memory(desk.write("Adiós."))
        assert len(heard) == 2


def test_after_many_edits_python_sweeps(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    swept: list[int] = []
    monkeypatch.setattr(gc, "collect", lambda: swept.append(1) or 0)
    desk.builder.rest()
    assert swept == [1]
    desk.write("Adiós.")
    desk.builder.rest()
    assert swept == [1]
    desk.builder._edits = EDITS
    desk.builder.rest()
    assert swept == [1, 1]


def test_what_is_wrong_in_the_saved_file_stands_above_what_follows_from_it(desk: Desk) -> None:
    before = desk.other.read_text("utf-8")
    desk.other.write_text(before.replace("2026-03-02-agua.md", "2026-03-02-agua.md#no"), "utf-8")
    desk.ask(desk.other)
    text = desk.post.read_text("utf-8")
    desk.post.write_text(text.replace("title: Agua limpia", "titulo: Agua limpia"), "utf-8")
    (result,) = desk.ask(desk.post)
    paths = [one.path.rpartition("/")[2] for one in result.findings if one.severity == "error"]
    assert paths == [desk.post.name, desk.other.name]
