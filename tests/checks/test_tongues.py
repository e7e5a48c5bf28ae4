"""The language of a text is told by its small words: never wrongly, and nearly always."""

import re
from pathlib import Path

import pytest

from plugins.checks.tongues import FEWEST, OURS, other_tongue
from plugins.markdown.locate import without_code

ROOT = Path(__file__).parents[2]
FOLDERS = (
    "content",
    "tests/fixtures/plaza/content",
    "tests/fixtures/gobierno-abierto",
    "tests/fixtures/jekyll/repaired",
)
NEIGHBOURS = {
    "fr": """Tous les mardis une voisine lit le journal officiel sur la place, et ceux qui passent s'arrêtent et
        écoutent. Au début ils étaient trois ; aujourd'hui ils sont quarante, et la mairie répond déjà
        aux questions qu'ils posent. Il n'y a ni micro ni estrade, seulement un banc et une copie du
        journal avec les lignes qui comptent soulignées.""",
    "it": """Ogni martedì una vicina legge la gazzetta ufficiale in piazza, e chi passa si ferma e ascolta.
        All'inizio erano in tre; oggi sono quaranta, e il comune risponde già alle domande che fanno.
        Non ci sono né microfono né palco, solo una panchina e una copia della gazzetta con le righe che
        contano sottolineate per chi le vuole leggere dopo.""",
    "ca": """Tots els dimarts una veïna llegeix el diari oficial a la plaça, i qui passa s'atura i escolta. Al
        principi eren tres persones; avui són quaranta, i l'ajuntament ja respon a les preguntes que
        fan. No hi ha micròfon ni tarima, només un banc i una còpia del diari amb les línies que
        importen subratllades per a qui vulgui llegir-les.""",
    "gl": """Todos os martes unha veciña le o diario oficial na praza, e quen pasa para e escoita. Ao principio eran
        tres persoas; hoxe son corenta, e o concello xa responde ás preguntas que fan. Non hai micrófono
        nin tarima, só un banco e unha copia do diario coas liñas que importan subliñadas para quen
        queira lelas despois na súa casa.""",
    "de": """Jeden Dienstag liest eine Nachbarin auf dem Platz das Amtsblatt vor, und wer vorbeikommt, bleibt stehen
        und hört zu. Am Anfang waren es drei; heute sind es vierzig, und das Rathaus antwortet schon auf
        die Fragen, die sie stellen. Es gibt kein Mikrofon und keine Bühne, nur eine Bank und ein Blatt,
        auf dem die wichtigen Zeilen gefärbt sind.""",
}


def texts() -> list[tuple[str, str]]:
    """The bodies of the sample sites with their languages, those long enough."""
    found = []
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.md")):
            named = re.findall(r"\.(en|pt)\.md$", path.name)
            body = without_code(path.read_text("utf-8").split("\n---\n", 1)[1])
            if len(body.split()) > 1.5 * FEWEST:
                found.append((named[0] if named else "es", body))
    return found


def test_no_text_of_the_samples_is_taken_for_another_language() -> None:
    assert [body[:60] for lang, body in texts() if other_tongue(body, lang)] == []


def test_nineteen_of_twenty_texts_in_another_language_are_found() -> None:
    asked = [(lang, other_tongue(body, other)) for lang, body in texts() for other in OURS if other != lang]
    assert len(asked) > 60
    assert sum(found == lang for lang, found in asked) >= 0.95 * len(asked)
    assert {found for lang, found in asked if found != lang} <= {""}


@pytest.mark.parametrize("lang", NEIGHBOURS)
@pytest.mark.parametrize("declared", OURS)
def test_a_neighbouring_language_is_not_taken_for_one_of_ours(lang: str, declared: str) -> None:
    assert other_tongue(NEIGHBOURS[lang], declared) == ""


def test_quotations_are_not_the_writers_own_words() -> None:
    english = max((body for lang, body in texts() if lang == "en"), key=len).replace("\n", " ").replace('"', "")[:1200]
    spanish = "La carta decía lo siguiente, y nadie la tradujo porque todos la entendieron a su manera. " * 4
    for quoted in (f"> {english}", f"«{english}»", f"“{english}”", f'"{english}"'):
        assert other_tongue(f"{quoted}\n\n{spanish}", "es") == ""
        assert other_tongue(f"{quoted}\n\n{spanish}", "en") == "es"


def test_short_texts_and_unknown_languages_are_left_alone() -> None:
    assert other_tongue("The water is for all of us and it was here before the town.", "es") == ""
    assert other_tongue(NEIGHBOURS["de"], "gn") == ""


def test_a_text_in_two_languages_is_left_alone() -> None:
    spanish = "Se vende lo que se planta, y se cambia lo que sobra, pero no se fía a nadie hasta el lunes. " * 2
    english = "We sell what we grow, and we swap what is left, but there is no credit for anybody until Monday. " * 2
    assert {other_tongue(spanish + english, lang) for lang in ("es", "en")} == {""}
