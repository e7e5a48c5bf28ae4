"""Titles and intros."""

from pathlib import Path

import pytest

from plugins.checks.rules.title_capitals import sentence
from plugins.core.diagnostic import Diagnostic
from tests.checks.stages import outcome, write

FILE = "---\ntitle: {}\nintro: {}\n---\nEl agua llegó al barrio el lunes por la mañana.\n"


def found_in(folder: Path, title: str, intro: str) -> tuple[Diagnostic, ...]:
    return outcome(write(folder, {"pages/agua.md": FILE.format(title, intro)})).diagnostics


@pytest.mark.parametrize(
    ("title", "right"),
    [
        ("AGUA LIMPIA PARA TODOS", "Agua limpia para todos"),
        ("¿QUIÉN PAGA? LA ONU RESPONDE", "¿Quién paga? La ONU responde"),
        ("COVID-19: LO QUE SABEMOS DEL SIGLO XXI", "COVID-19: lo que sabemos del siglo XXI"),
        ("«EL ÚLTIMO BUS» VUELVE", "«El último bus» vuelve"),
        ("EE. UU. FIRMA EL ACUERDO", "EE. UU. firma el acuerdo"),
        ("AGUA VIVA S. A. PAGA. VECINAS GANAN", "Agua viva S. A. paga. Vecinas ganan"),
        ("ÁGUA E LUZ: 3 ANOS", "Água e luz: 3 anos"),
    ],
)
def test_a_title_in_capitals_becomes_a_sentence_with_its_acronyms(title: str, right: str) -> None:
    assert sentence(title) == right


def test_an_emoji_of_many_signs_is_one_character_of_a_title(tmp_path: Path) -> None:
    family = "👨‍👩‍👧‍👦"
    assert found_in(tmp_path, "Familias " + family * 81, "Quién vive en el barrio.") == ()
    (found,) = found_in(tmp_path, "Familias " + family * 82, "Quién vive en el barrio.")
    assert (found.rule, found.message.values) == ("title-long", {"count": 91, "limit": 90})


def test_an_intro_of_200_characters_is_the_longest(tmp_path: Path) -> None:
    assert found_in(tmp_path, "Agua limpia", "a" * 200) == ()
    assert [one.rule for one in found_in(tmp_path, "Agua limpia", "a" * 201)] == ["intro-long"]


def test_a_file_without_a_title_is_not_compared_with_it(tmp_path: Path) -> None:
    assert [one.rule for one in found_in(tmp_path, "", '""')] == ["field-missing"]
