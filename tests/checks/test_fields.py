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
