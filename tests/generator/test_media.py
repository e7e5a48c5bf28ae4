"""Pictures: one that is cut off is named, not published."""

from pathlib import Path

from plugins.build.parallel import Crew
from plugins.core.norms import Limits
from plugins.generator.media import load_media
from plugins.generator.scan import scan

PICTURE = Path(__file__).parents[2] / "content" / "images" / "bus.jpg"


def test_a_picture_that_is_cut_off_is_unreadable_and_a_whole_one_is_not(tmp_path: Path) -> None:
    content = PICTURE.read_bytes()
    (tmp_path / "whole.jpg").write_bytes(content)
    (tmp_path / "cut.jpg").write_bytes(content[: len(content) // 2])
    media, faults = load_media(tmp_path, scan(tmp_path, ()), None, Crew(), Limits())
    assert set(media) == {"whole.jpg"}
    assert [(fault.rule, fault.location.path) for fault in faults] == [("picture-unreadable", "cut.jpg")]
