"""The scan: every file is a document, data, media, or a finding; none is passed over in silence."""

import os
from pathlib import Path

import pytest

from plugins.generator.scan import scan


def make(folder: Path, *paths: str) -> None:
    """Empty files at `paths`."""
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).touch()


def test_files_are_sorted_into_documents_data_and_media(tmp_path: Path) -> None:
    make(tmp_path, "posts/a.md", "posts/b.MARKDOWN", "posts/beside.png")
    make(tmp_path, "images/x.jpg", "data/taxonomy.yaml", ".hidden")
    found = scan(tmp_path, ())
    assert found.markdown == ("posts/a.md", "posts/b.MARKDOWN")
    assert found.data == ("data/taxonomy.yaml",)
    assert found.media == ("images/x.jpg", "posts/beside.png")
    assert not found.diagnostics


def test_a_fifo_a_socket_or_a_broken_link_is_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "broken.md").symlink_to(tmp_path / "nowhere")
    found = scan(tmp_path, ())
    assert [fault.location.path for fault in found.diagnostics] == ["broken.md", "pipe.md"] or {
        fault.location.path for fault in found.diagnostics
    } == {"broken.md", "pipe.md"}
    assert not found.markdown


def test_a_link_out_of_the_content_folder_is_refused_and_one_inside_is_followed(tmp_path: Path) -> None:
    content = tmp_path / "content"
    make(content, "posts/real.md")
    (tmp_path / "secret.md").write_text("x")
    (content / "posts" / "out.md").symlink_to(tmp_path / "secret.md")
    (content / "posts" / "in.md").symlink_to(content / "posts" / "real.md")
    found = scan(content, ())
    assert found.markdown == ("posts/in.md", "posts/real.md")
    assert [fault.location.path for fault in found.diagnostics] == ["posts/out.md"]


def test_a_link_to_a_folder_does_not_lead_round_in_circles(tmp_path: Path) -> None:
    make(tmp_path, "posts/a.md")
    (tmp_path / "posts" / "loop").symlink_to(tmp_path)
    found = scan(tmp_path, ())
    assert found.markdown == ("posts/a.md",)
    assert [fault.location.path for fault in found.diagnostics] == ["posts/loop"]


def test_a_name_that_cannot_be_an_address_is_named(tmp_path: Path) -> None:
    (tmp_path / "line\nbreak.md").touch()
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.md")).touch()
    found = scan(tmp_path, ())
    assert not found.markdown
    assert len(found.diagnostics) == 2


def test_ignored_patterns_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "posts/a.md", "posts/a.md~", "notes/x.bak")
    assert scan(tmp_path, ("*~", "*.bak")).media == ()


def test_a_missing_content_folder_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        scan(tmp_path / "nowhere", ())
