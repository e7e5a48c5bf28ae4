"""Telephones, hashtags and categories: what is offered instead."""

from pathlib import Path

import pytest

from tests.checks.stages import outcome, write

TAXONOMY = """categories:
  - es: {name: Opinión, slug: opinion, description: "Lo que pensamos, con nombre y apellido."}
  - es: {name: Datos, slug: datos, description: "Lo que contamos, y de dónde lo sacamos."}
"""
POST = """---
title: Agua limpia para todos
date: 2026-03-02 09:00:00 -0300
intro: Un barrio entero cuenta lo que pasó con su agua.
categories: %s
---
El agua llegó al barrio el lunes por la mañana.
"""


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Opinion, Datos", "Write them as a list: `categories: [Opinión, Datos]`."),
        ("datos; opinión", "Write them as a list: `categories: [Datos, Opinión]`."),
        ("Opinion, clima", "Write one of these: Opinión, Datos."),
    ],
)
def test_categories_in_one_text_are_shown_as_a_list(written: str, hint: str, tmp_path: Path) -> None:
    content = write(tmp_path, {"posts/2026-03-02-agua.md": POST % written, "data/taxonomy.yaml": TAXONOMY})
    (found,) = [one for one in outcome(content).diagnostics if one.rule == "category-unknown"]
    assert found.hint is not None and found.hint.said(str) == hint


@pytest.mark.parametrize("written", ["/images/bus.jpg", "[/images/bus.jpg]"])
def test_a_picture_without_its_name_is_shown_whole(written: str, tmp_path: Path) -> None:
    text = f"---\ntitle: Quiénes somos\nsingle_image: {written}\n---\nSomos vecinas del barrio.\n"
    found = outcome(write(tmp_path, {"pages/somos.md": text})).diagnostics
    hints = {one.hint.said(str) for one in found if one.rule in ("alt-missing", "caption-missing") and one.hint}
    assert hints == {
        "Write it out: `- img: /images/bus.jpg`, and below it, each on a line of its own, `alt:` and `caption:`."
    }
