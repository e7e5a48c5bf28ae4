"""What the picture files themselves tell, and what becomes of those that cannot be published."""

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from plugins.core.diagnostic import Diagnostic
from plugins.pictures.privacy import measure, without_metadata
from plugins.pictures.told import Told, told
from tests.checks.examples import made
from tests.checks.reading import said
from tests.checks.stages import outcome, write

POST = """---
title: Agua limpia para todos
date: 2026-03-02 09:00:00 -0300
intro: Un barrio entero cuenta lo que pasó con su agua y lo que falta por hacer.
categories: Proyectos
single_image:
  - img: {0}
    alt: Una plaza llena de gente
    caption: La plaza el día de la votación.
---
El agua llegó al barrio el lunes por la mañana, y los vecinos salieron a celebrarlo.
"""
PATH = "posts/2026-03-02-agua-limpia.md"


class Setting(dict[str, Any]):
    """A setting that can be remembered by its value."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(self.items()))


def found(folder: Path, img: str, files: dict[str, str | bytes], **settings: Any) -> list[Diagnostic]:
    drawn = {name: made(held) if isinstance(held, str) else held for name, held in files.items()}
    return list(outcome(write(folder, {PATH: POST.format(img), **drawn}), **settings).diagnostics)


def names(faults: list[Diagnostic]) -> list[tuple[str, str, str]]:
    return [(one.location.path, one.rule, one.severity.value) for one in faults]


def saved(kind: str, *, frames: int = 1, **tags: object) -> bytes:
    """A small picture with a place, `frames` of it one behind the other, and the EXIF `tags`."""
    exif = Image.Exif()
    exif.get_ifd(IFD.GPSInfo).update({GPS.GPSLatitudeRef: "S", GPS.GPSLatitude: (33.0, 26.0, 15.0)})
    for name, value in tags.items():
        exif[Base[name]] = value
    first, *others = [Image.new("RGB", (60, 40), (90, 60 * number, 30)) for number in range(frames)]
    stream = io.BytesIO()
    first.save(stream, kind, exif=exif, **({"save_all": True, "append_images": others} if others else {}))
    return stream.getvalue()


def of_a_phone() -> bytes:
    """A photograph with another one behind it, as phones write them, and a place in the first."""
    stream = io.BytesIO()
    first, other = (Image.new("RGB", (60, 40), (90, green, 30)) for green in (0, 90))
    first.save(stream, "MPO", save_all=True, append_images=[other])
    exif = Image.open(io.BytesIO(saved("JPEG"))).info["exif"]
    plain = stream.getvalue()
    return plain[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + plain[2:]


def test_a_picture_heavier_than_the_norm_is_named_at_its_file(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"images/a.jpg": "drawn: 700x400 jpeg bytes=41000"}
    [fault] = found(tmp_path, "/images/a.jpg", files, CHECK_LIMITS=Setting(picture_bytes=40_000))
    assert names([fault]) == [("images/a.jpg", "picture-heavy", "warning")]
    assert "41 KB, more than 40 KB" in said(fault)


def test_a_picture_as_heavy_as_the_norm_allows_passes_and_so_does_a_heavy_paper(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "images/a.jpg": "drawn: 700x400 jpeg bytes=40000",
        "documents/acta.pdf": b"%PDF-1.7 " + b" " * 60_000,
    }
    assert found(tmp_path, "/images/a.jpg", files, CHECK_LIMITS=Setting(picture_bytes=40_000)) == []


def test_a_drawing_can_be_heavy_too(tmp_path: Path) -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<path/>" * 9_000 + b"</svg>"
    faults = found(tmp_path, "/images/a.svg", {"images/a.svg": drawing}, CHECK_LIMITS=Setting(picture_bytes=40_000))
    assert names(faults) == [("images/a.svg", "picture-heavy", "warning")]


def test_the_width_of_a_cover_can_be_set(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"images/a.jpg": "drawn: 700x400 jpeg"}
    [fault] = found(tmp_path, "/images/a.jpg", files, CHECK_LIMITS=Setting(cover_width=800))
    assert names([fault]) == [(PATH, "picture-small", "warning")]
    assert "700 pixels wide; it needs 800" in said(fault)


def test_rules_about_files_take_their_level_from_the_settings(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"images/a.jpg": "drawn: 700x400 jpeg gps"}
    [fault] = found(tmp_path, "/images/a.jpg", files, CHECK_RULES=Setting({"picture-located": "error"}))
    assert names([fault]) == [("images/a.jpg", "picture-located", "error")]
    assert found(tmp_path, "/images/a.jpg", files, CHECK_RULES=Setting({"picture-located": "off"})) == []


def test_a_phones_photograph_with_others_behind_it_is_published_without_its_place() -> None:
    content = of_a_phone()
    assert Image.open(io.BytesIO(content)).format == "MPO"
    with Image.open(io.BytesIO(without_metadata(content, "images/a.jpg"))) as published:
        assert (published.format, published.size, dict(published.getexif())) == ("JPEG", (60, 40), {})
    measured = measure(content, "images/a.jpg")
    assert (measured.told, measured.tells_place) == (Told("JPEG", "", True), False)


@pytest.mark.parametrize(("kind", "name"), [("WEBP", "a.webp"), ("PNG", "a.png"), ("AVIF", "a.avif")])
def test_the_place_in_a_moving_picture_would_be_published_and_is_an_error(kind: str, name: str, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {name: saved(kind, frames=2, Artist=" "), "images/p.jpg": "drawn: 700x400 jpeg"}
    faults = found(tmp_path, "/images/p.jpg", files)
    assert names(faults) == [(name, "picture-located", "error")]
    assert "is published with that" in said(faults[0])


@pytest.mark.parametrize(
    ("tags", "maker"),
    [
        ({"Artist": "Ana Ruiz"}, "Ana Ruiz"),
        ({"Copyright": "© 2019 Ana Ruiz."}, "Ana Ruiz"),
        ({"Artist": "José Núñez".encode()}, "José Núñez"),
        ({"Artist": "José Núñez".encode("latin-1")}, "José Núñez"),
        ({"Copyright": "Copyright (c) 2018-2020, Agencia Sur"}, "Agencia Sur"),
        ({"Artist": "   ", "Copyright": "2019"}, ""),
        ({"Artist": "SAMSUNG"}, ""),
        ({"Artist": "unknown", "Copyright": "All rights reserved"}, ""),
        ({"Artist": "Picasa 2.0", "Copyright": "Rosa"}, "Picasa 2.0"),
    ],
)
def test_a_picture_names_who_made_it_and_not_its_camera(tags: dict[str, object], maker: str) -> None:
    assert told(saved("JPEG", **tags)).maker == maker


def test_who_publishes_need_not_be_named(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"images/a.jpg": "drawn: 700x400 jpeg by=Radio_Encina"}
    assert names(found(tmp_path, "/images/a.jpg", files)) == [(PATH, "caption-uncredited", "warning")]
    assert found(tmp_path, "/images/a.jpg", files, SITENAME="Radio Encina") == []


def test_a_document_that_shows_a_picture_with_errors_says_so(tmp_path: Path) -> None:
    faults = found(tmp_path, "/images/a.jpg", {"images/a.jpg": made("drawn: 700x400 jpeg")[:600]})
    assert names(faults) == [
        ("images/a.jpg", "picture-unreadable", "error"),
        (PATH, "picture-missing", "error"),
    ]
    assert "`/images/a.jpg` has errors of its own" in said(faults[1])


def test_a_damaged_picture_is_held_back_by_name_and_does_not_vanish(tmp_path: Path) -> None:
    files = {PATH: POST.format("/images/b.jpg"), "images/a.jpg": b"none", "images/b.jpg": made("drawn: 700x400 jpeg")}
    result = outcome(write(tmp_path, files))
    assert result.held == {"images/a.jpg": "errors"}
    assert [one.rule for one in result.diagnostics] == ["picture-unreadable"]
