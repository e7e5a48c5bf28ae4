"""What rules find in the text of a file, beyond their examples."""

import re

import pytest

from plugins.build.mending import chosen, mended
from plugins.checks.rules import (
    email_exposed,
    footnote_unknown,
    footnote_unused,
    heading_bold,
    heading_hashtag,
    heading_stressed,
    heading_title,
    link_own,
    link_text,
    phone_exposed,
    quote_curly,
    stars_shown,
    text_garbled,
    text_pasted,
)
from plugins.core.entry import Entry
from plugins.core.garbled import garbled
from plugins.core.rule import Rule
from plugins.front_matter.characters import unprintables
from plugins.videos import iframe_video
from tests.checks.reading import entry, marked, said
from tests.markdown.reading import html


def marks(rule: Rule, made: Entry) -> list[str]:
    """What the findings of `rule` point at."""
    assert rule.entry is not None
    return [marked(one, made.source.text) for one in rule.entry(made)]


def repaired(rule: Rule, body: str) -> str:
    """`body` with all fixes of `rule`."""
    made = entry(body=body)
    assert rule.entry is not None
    text = mended(made.source.text.encode(), chosen(list(rule.entry(made)), unsafe=True)).decode()
    return text[len(made.source.head) + 1 :]


PLAYERS = [
    '<iframe src="https://www.youtube.com/embed/3axWZ7mTpVQ"></iframe>',
    '<iframe src="https://www.youtube-nocookie.com/embed/3axWZ7mTpVQ?start=90&amp;rel=0" allowfullscreen></iframe>',
    '<IFRAME\n  width="1"\n  src="//player.vimeo.com/video/76979871?h=8272103f6e#t=90s">\n</IFRAME>',
    '<iframe src="https://framatube.org/videos/embed/kkGMgK9ZtnKfYAgnEtQxbv"></iframe>',
    '<iframe src="https://archive.org/embed/night_of_the_living_dead"></iframe>',
]


@pytest.mark.parametrize("player", PLAYERS)
@pytest.mark.parametrize("around", ["{}\n", "Uno.\n\n{}\n\nDos.\n", "## Uno\n\n{}  \n \n- dos\n"])
def test_the_address_of_a_video_is_published_as_its_player_was(player: str, around: str) -> None:
    body = around.format(player)
    after = repaired(iframe_video.RULE, body)
    assert "iframe" not in after.lower()
    # Behind raw HTML an empty line more is written, which no page shows.
    assert html(after) == re.sub(r">\s+<(?=p>|ul>)", "><", html(body))


@pytest.mark.parametrize(
    "body",
    [
        f"Uno {PLAYERS[0]} dos.\n",
        f"Uno.\n{PLAYERS[0]}\nDos.\n",
        f"- uno\n\n    {PLAYERS[0]}\n\n- dos\n".replace("    <", "  * <"),
        f"<div>{PLAYERS[0]}</div>\n",
        f"<!-- uno -->{PLAYERS[0]}\n\nDos.\n",
    ],
)
def test_a_player_among_other_things_is_left_to_the_writer(body: str) -> None:
    assert repaired(iframe_video.RULE, body) == body


@pytest.mark.parametrize("rule", [heading_title.RULE, heading_stressed.RULE], ids=lambda rule: rule.name)
@pytest.mark.parametrize("body", ["# Uno\n\nDos\n", "Uno\n===\n\nDos\n", "> # Uno #\n", "# Uno {#a}\n\n### Dos\n"])
def test_a_heading_that_the_machine_writes_anew_is_published_as_it_was(rule: Rule, body: str) -> None:
    assert html(repaired(rule, body)) == html(body)


def test_a_heading_above_others_is_not_moved_by_the_machine() -> None:
    assert repaired(heading_title.RULE, "# Uno\n\n## Dos\n") == "# Uno\n\n## Dos\n"


@pytest.mark.parametrize(
    "body",
    [
        "**Uno dos.**\n\nTres.\n",
        "**Uno:**\n\nTres.\n",
        "**¿Uno dos?**\n\nTres.\n",
        "**Uno dos**\n",
        "**Uno dos**\n\n## Tres\n",
        "**Uno dos**\n\n![a](/a.jpg)\n",
        "**2.500**\n\nTres.\n",
        "**Importante**\n\nTres.\n",
        "**¿Uno dos?**\n\nTres.\n\n**And the letters?**\n\nCuatro.\n\n**Hábleme de ellas**\n\nCinco.\n",
        "Cero\n**Uno dos**\n\nTres.\n",
    ],
)
def test_bold_that_is_stress_is_no_heading(body: str) -> None:
    assert marks(heading_bold.RULE, entry(body=body)) == []


def test_questions_above_lists_are_headings() -> None:
    body = "**¿Qué traer?**\n\n- Agua\n\n**¿Qué sigue?**\n\n- Todo\n"
    assert marks(heading_bold.RULE, entry(body=body)) == ["**¿Qué traer?**", "**¿Qué sigue?**"]


def test_a_line_in_bold_becomes_a_heading_of_the_level_that_its_place_has() -> None:
    body = "**Uno**\n\nA.\n\n## Dos\n\nB.\n\n**Tres *y* más**\n\nC.\n"
    assert repaired(heading_bold.RULE, body) == "## Uno\n\nA.\n\n## Dos\n\nB.\n\n### Tres *y* más\n\nC.\n"


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("#Sin espacio", "#Sin espacio"),
        ("#Introducción", "\\#Introducción"),
        ("#Agua #Río", "\\#Agua #Río"),
        ("#AguaYa es de todos", "\\#AguaYa es de todos"),
        ("#8M vuelve", "#8M vuelve"),
        ("#Marcha8M vuelve", "\\#Marcha8M vuelve"),
    ],
)
def test_the_machine_keeps_the_sign_of_what_is_surely_a_hashtag(written: str, right: str) -> None:
    assert repaired(heading_hashtag.RULE, f"Hola.\n\n{written}\n") == f"Hola.\n\n{right}\n"


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://a.example/b/c/", "/c/"),
        ("http://A.example/b/c?d=1#e", "/c?d=1#e"),
        ("//a.example/b", "/"),
        ("https://a.example/bc", ""),
        ("https://a.example.org/b/", ""),
        ("https://a.example/", ""),
        ("https://[a", ""),
        ("/b/c", ""),
    ],
)
def test_an_address_is_ours_by_host_and_folder(address: str, path: str) -> None:
    assert link_own.own_path(address, "https://a.example/b") == path


@pytest.mark.parametrize("text", ["aquí", "**Aquí**", "Leer más →", "«aquí»", "CLICK HERE", "saiba mais...", "[here]"])
def test_a_link_says_nothing_in_any_case_and_with_any_sign(text: str) -> None:
    assert len(marks(link_text.RULE, entry(body=f"Uno [{text}](https://a.example/).\n"))) == 1


def test_a_mark_that_means_a_note_is_one_mistake() -> None:
    made = entry(body="Uno.[^acta]\n\n[^actas]: Dos.\n")
    [found] = footnote_unknown.find(made)
    assert "Did you mean `[^actas]`?" in said(found)
    assert list(footnote_unused.find(made)) == []


def test_what_is_private_is_said_of_each_line_once() -> None:
    body = "Llama al +56 9 5555 0142, sí, al +56 9 5555 0142.\n\nEl +56 9 5555 0142.\n"
    assert len(marks(phone_exposed.RULE, entry(body=body))) == 2
    assert len(marks(email_exposed.RULE, entry(body="ana.rojas@a.org, ana.rojas@a.org\n\nana.rojas@a.org\n"))) == 2


@pytest.mark.parametrize(
    "text",
    ["+56 9 5555 0142", "+1 (202) 555-0142", "+54-11-5555-0142", "+5511955550142", "+34 600 123 456"],
)
def test_a_number_with_its_country_is_a_telephone(text: str) -> None:
    assert marks(phone_exposed.RULE, entry(body=f"Uno {text}, dos.\n")) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Teléfono: 2555 0142",
        "WhatsApp (vecinal) 9 5555-0142",
        "tel. (011) 5555-0142",
        "ligue para 95555-0142",
        "[x](tel:225550142)",
    ],
)
def test_a_number_behind_a_word_for_it_is_a_telephone(text: str) -> None:
    assert len(marks(phone_exposed.RULE, entry(body=f"Uno {text}, dos.\n"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "ley 20.500",
        "2019-2023",
        "$ 12.345.678",
        "llama al 131",
        "llama al 800 200 3000",
        "+3.000.000",
        "tel. 2024-05-06",
        "[línea](tel:+56600360022)",
        "+1 (800) 555-0142",
        "+34 900 123 456",
        "[WhatsApp de la oficina](https://wa.me/56955550142)",
        "[nossa sede](tel:+55955550142)",
    ],
)
def test_other_numbers_are_no_telephones(text: str) -> None:
    assert marks(phone_exposed.RULE, entry(body=f"Uno {text}, dos 1234567.\n")) == []


@pytest.mark.parametrize(
    "address",
    [
        "prensa@a.example",
        "oficina.norte@a.example",
        "contatos@a.example",
        "riolimpio@riolimpio.example",
        "ddhh@a.example",
        "jjvv14@a.example",
        "escuelad412@a.example",
        "pressoffice@a.example",
        "firmas2024@a.example",
        "asambleadelagua@gmail.com",
        "museo.norte@gmail.com",
    ],
)
def test_the_mailbox_of_an_office_is_nobodys_own(address: str) -> None:
    assert marks(email_exposed.RULE, entry(body=f"Uno {address}.\n")) == []


@pytest.mark.parametrize(
    "address", ["ana@gmail.com", "a77@yahoo.com.ar", "ana.rojas@correo.example", "j_perez77@a.org", "Ana1987@a.example"]
)
def test_the_mailbox_of_a_person_is_shown_once(address: str) -> None:
    assert marks(email_exposed.RULE, entry(body=f"Uno {address}, <{address}>.\n")) == [address]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("agua llegÃ³", "agua llegó"),
        ("Â¿QuÃ©?", "¿Qué?"),
        ("â€œhoyâ€¦", "“hoy…"),
        ("ï»¿Uno", "Uno"),
        ("fiestaðŸŽ‰", "fiesta🎉"),
        ("llegÃƒÂ³", "llegó"),
        ("INFORMACIÃ“N", "INFORMACIÓN"),
    ],
)
def test_garbled_text_is_read_as_it_was_meant(written: str, meant: str) -> None:
    text = written
    for start, end, right in reversed(garbled(written)):
        text = text[:start] + right + text[end:]
    assert text == meant


@pytest.mark.parametrize("text", ["NÃO", "«IRMû", "“SÔ", "ÂNGULO", "Ã", "â", "ação", "café»…", "1 000 €"])
def test_sound_text_is_not_garbled(text: str) -> None:
    assert garbled(text) == []


def test_a_letter_that_only_the_reader_lost_is_not_said_again() -> None:
    assert marks(text_garbled.RULE, entry(body="Nu\ufffdez.\n")) == ["\ufffd"]
    assert marks(text_garbled.RULE, entry(body="Nu\x81ez.\n")) == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("el\u00a0agua", "el agua"),
        ("agua,\u00a0y", "agua, y"),
        ("agua \u00a0 y", "agua y"),
        ("barrio.\u00a0El", "barrio. El"),
        ("ma\u00adña\u200bna", "mañana"),
        ("el&nbsp;agua", "el agua"),
        ("agua\u00a0", "agua"),
        ("\u00a0agua", "agua"),
    ],
)
def test_pasted_signs_are_taken_away(written: str, meant: str) -> None:
    assert repaired(text_pasted.RULE, f"{written}\n") == f"{meant}\n"


@pytest.mark.parametrize(
    "text",
    [
        "80\u00a0%",
        "«\u00a0sí\u00a0»",
        "¿Sí\u00a0?",
        "12\u00a0kg",
        "1\u00a0000",
        "Sr.\u00a0Paz",
        "Luis\u00a0XIV",
        "art.\u00a05",
        "p.\u00a0ej.",
        "\u00a0- uno",
    ],
)
def test_hard_blanks_in_their_place_are_left(text: str) -> None:
    assert marks(text_pasted.RULE, entry(body=f"{text}\n")) == []


def test_a_letter_that_ends_in_a_control_character_is_written_as_it_was_meant() -> None:
    text = "â€œNo hay aguaâ€\u009d, dijo el Ã\u0081rea; Nu\u0081ez y n\u009d."
    found = list(unprintables("a.md", text))
    assert (
        mended(text.encode(), chosen(found, unsafe=True)).decode()
        == "â€œNo hay agua”, dijo el Área; Nu\u0081ez y n\u009d."
    )
    assert chosen(found, unsafe=False) == []


@pytest.mark.parametrize(
    "body", ["[a](/posts/“b”/c)", "![a](“/b.jpg”)", "dice “[a](/b.md)”", "[a](https://w.example/“Agua”)", "[a](“)"]
)
def test_curly_marks_that_are_a_part_of_an_address_stay(body: str) -> None:
    assert marks(quote_curly.RULE, entry(body=f"{body}\n")) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Hay:\na) uno\nb) dos\nc) tres\n", ["a)"]),
        ("1) uno\n2) dos\n", ["1)"]),
        ("– agua\n– luz\n– pan\n– sal\n", ["–"]),
        ("a) uno\n\nb) dos\n", []),
        ("a) uno  \nb) dos\n", []),
        ("– Hola.\n– Chau.\n", []),
        ("— hola, dijo\n— chau, dijo\n", []),
        ("El punto\n1) uno\n", []),
    ],
)
def test_points_that_run_together_are_said_once(body: str, found: list[str]) -> None:
    assert marks(text_pasted.RULE, entry(body=body)) == found


def test_what_nobody_sees_is_to_be_deleted() -> None:
    [by_machine] = text_pasted.find(entry(body="ma\u00adñana\n"))
    [by_hand] = text_pasted.find(entry(body="\u200b- uno\n"))
    assert said(by_machine).endswith("with `--fix` the machine does it, and the others of this line.")
    assert said(by_hand).endswith("Delete it.")


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Uno ** dos ** tres.", "Uno **dos** tres."),
        ("Uno **dos ** y ** tres** y **cuatro**.", "Uno **dos** y **tres** y **cuatro**."),
        ("* Uno\n* ** dos **\n", "* Uno\n* **dos**\n"),
        ("A **uno** y **dos**, ** tres **", "A **uno** y **dos**, **tres**"),
    ],
)
def test_blanks_inside_stars_are_taken_out(written: str, right: str) -> None:
    assert repaired(stars_shown.RULE, f"Hola.\n\n{written}\n\nChao.\n") == f"Hola.\n\n{right}\n\nChao.\n"


@pytest.mark.parametrize(
    "body",
    [
        "**Uno** dos **tres**",
        "**Uno\ndos** tres **cuatro**",
        "**Uno *dos* tres** cuatro **cinco**",
        "x**Uno** dos **tres**",
        "2 ** 3 ** 4",
        "Gratis ** para socias. Los demás pagan. ** Desde mayo",
        "`** uno **`",
        "\\*\\* uno \\*\\* **dos** tres **cuatro**",
    ],
)
def test_stars_that_stress_or_mean_something_else_pass(body: str) -> None:
    assert marks(stars_shown.RULE, entry(body=f"{body}\n")) == []
