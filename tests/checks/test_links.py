"""Links that are none, and links that lead nowhere."""

import msgspec
import pytest

from plugins.build.mending import chosen, mended
from plugins.checks.addresses import closed
from plugins.checks.rules import link_bare, link_syntax, link_target_missing
from plugins.checks.rules.link_target_missing import find_dead_links
from plugins.core.diagnostic import Diagnostic, Span
from plugins.core.document import Call, Download, Partner
from plugins.core.document import Reference as Source
from plugins.core.entry import BodyFacts, BrokenLink
from plugins.core.prose import Body, Heading, Reference, outline
from plugins.core.site import Site
from tests.checks.reading import document, entry, marked, names, said
from tests.factory import body, campaign, experience, media, page, post, site


def link(target: str, fragment: str = "") -> Reference:
    return Reference("link", f"{target}#{fragment}" if fragment else target, target, fragment)


def dead(made: Site, *answered: str) -> list[Diagnostic]:
    return list(find_dead_links(made, {*made.paths.values(), *answered}))


def test_a_blank_between_brackets_and_address_is_shown_without_it() -> None:
    made = entry(body="En [No Más Cohecho] (https://nomascohecho.cl/).\n")
    [found] = link_syntax.find(made)
    assert names([found]) == [("link-syntax", "error")]
    assert marked(found, made.source.text) == "[No Más Cohecho] (https://nomascohecho.cl/)"
    assert "`[No Más Cohecho](https://nomascohecho.cl/)`" in said(found)


def test_links_to_documents_files_and_answered_addresses_live() -> None:
    ours = post(body=body("d", link("/posts/otra.md"), link("/documents/a.pdf"), link("/feed.xml"), link("/posts/")))
    made = site(ours, post("otra"), media=[media("documents/a.pdf")])
    assert dead(made, "/feed.xml", "/posts/") == []


def test_the_slash_and_index_html_at_the_end_of_an_address_do_not_matter() -> None:
    ours = post(body=body("d", link("/posts/otra"), link("/posts/otra/index.html"), link("/archivo/2026")))
    assert dead(site(ours, post("otra")), "/archivo/2026/") == []


def test_a_link_to_a_file_that_is_not_there_names_the_nearest() -> None:
    ours = document(body="Mira [esto](2026-03-02-agau.md).\n")
    [found] = dead(site(ours))
    assert names([found]) == [("link-target-missing", "error")]
    assert said(found) == (
        "There is nothing at `2026-03-02-agau.md` in this site. Did you mean `/posts/2026-03-02-agua.md`?"
    )
    assert (found.location.span.line, found.location.span.column) == (6, 13)


def test_a_link_to_an_address_that_is_not_there_names_the_nearest_address() -> None:
    [found] = dead(site(post(body=body("d", link("/posts/agua-limpias/")))))
    assert "Did you mean `/posts/agua-limpia/`?" in said(found)


def test_a_link_to_what_is_held_back_says_why() -> None:
    paths = {f"posts/{reason}.md": reason for reason in ("draft", "scheduled", "errors", "baseline")}
    ours = post(body=body("d", *(link(f"/{path}") for path in paths)))
    found = [said(one) for one in dead(site(ours, held=paths))]
    assert "is a draft" in found[0]
    assert "waits for its date" in found[1]
    assert "errors of its own" in found[2]
    assert "is held back" in found[3]


def test_a_link_without_an_address_is_none() -> None:
    made = entry()
    facts = BodyFacts(broken_links=(BrokenLink("esto", "", Span(6, 6, 6, 14)),))
    [found] = link_syntax.find(msgspec.structs.replace(made, facts=facts))
    assert said(found).startswith("The link “esto” has no address.")


def test_an_address_that_lacks_its_scheme_is_taken_for_what_it_is() -> None:
    ours = post(body=body("d", link("www.senado.cl"), link("ana@ejemplo.org")))
    web, mail = dead(site(ours))
    assert "`https://www.senado.cl`" in said(web)
    assert "`mailto:ana@ejemplo.org`" in said(mail)


def test_a_number_and_a_name_are_not_taken_for_mailboxes() -> None:
    number, name = dead(site(post(body=body("d", link("+56 9 5555 0142"), link("@plaza")))))
    assert "`tel:+56955550142`" in said(number)
    assert "mailto" not in said(name)


def test_a_preview_on_the_writers_computer_is_no_place_for_readers() -> None:
    made = entry(body="[a](http://localhost:8000/b/#c) [d](http://127.0.0.1:8000) <http://localhost:8000/>\n")
    one, other = link_target_missing.find_own(made)
    assert "`/b/#c`" in said(one) and "`/`" in said(other)
    assert list(link_target_missing.find_own(entry(body="[a](https://localhost.example/)\n"))) == []


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("(la ley)[https://b.example/]", "[la ley](https://b.example/)"),
        ("(https://b.example/)[la ley]", "[la ley](https://b.example/)"),
        ("(un *dos*)[/posts/]", "[un *dos*](/posts/)"),
        ("! [Urna](/images/urna.jpg)", "![Urna](/images/urna.jpg)"),
        ('! [Urna](/images/urna.jpg "La urna")', '![Urna](/images/urna.jpg "La urna")'),
        ("ley(la)[/posts/]", "ley(la)[/posts/]"),
        ("(véase)[1]", "(véase)[1]"),
        ("¡Mira! [Urna](/images/urna.jpg)", "¡Mira! [Urna](/images/urna.jpg)"),
        ("! [Urna](/posts/)", "! [Urna](/posts/)"),
    ],
)
def test_what_was_meant_for_a_link_or_a_picture_is_put_in_order(written: str, right: str) -> None:
    made = entry(body=f"{written}\n")
    after = mended(made.source.text.encode(), chosen(list(link_syntax.find(made)), unsafe=False)).decode()
    assert after.rpartition("---\n")[2] == f"{right}\n"


@pytest.mark.parametrize(
    ("address", "right"),
    [
        ("mailto: a@b.example?subject=Uno dos", "mailto:a@b.example?subject=Uno dos"),
        ("tel: +56 600 360 022", "tel:+56600360022"),
        ("mailto:a@b.example", ""),
        ("tel: ", ""),
        ("hotel: 5", ""),
    ],
)
def test_a_blank_behind_a_scheme_is_taken_out(address: str, right: str) -> None:
    assert closed(address) == right


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ver www.b.example/c hoy (o www.b.example/d).", 2),
        ("Ver www.b.example hoy.", 0),
        ("Ver [a](www.b.example/c) y ana@www.b.example/c.", 0),
        ("Ver [www.b.example/c, la ley](https://b.example/c).", 0),
        ('<a href="https://www.b.example/c">el acta</a>', 0),
    ],
)
def test_an_address_without_its_scheme_is_pasted_too(text: str, count: int) -> None:
    assert [said(one).count("`[…](https://www.b.example/") for one in link_bare.find(entry(body=text))] == [1] * count


def test_a_part_that_the_page_does_not_have_is_named_with_those_it_has() -> None:
    target = page(body=Body("b", outline=outline([Heading(2, "equipo", "Equipo")], ["equipo"])))
    ours = post(body=body("d", *(link("/pages/acerca.md", name) for name in ("equipo", "equpo", "zzz"))))
    near, other = dead(site(ours, target))
    assert "Did you mean `#equipo`?" in said(near)
    assert "It has these: `#equipo`." in said(other)


def test_parts_that_browsers_find_by_themselves_need_no_heading() -> None:
    ours = post(body=body("d", link("/pages/acerca.md", "top"), link("/pages/acerca.md", ":~:text=agua")))
    assert dead(site(ours, page())) == []


def test_a_part_is_looked_for_behind_a_site_path_too() -> None:
    [found] = dead(site(post(body=body("d", link("/acerca/", "zzz"))), page()))
    assert "has no part called `#zzz`" in said(found)
    assert "It has no headings" in said(found)


def test_the_files_and_addresses_of_fields_are_looked_at() -> None:
    sheet = experience(
        downloads=(Download(title="Informe", file="/documents/informe.pdf"), Download(title="b", url="/nada/")),
        sources=(
            Source(title="Ley", url="https://bcn.example/"),
            Source(title="Acta"),
            Source(title="x", url="/acta/"),
        ),
    )
    appeal = campaign(call_to_action=Call(label="Firma", url="/firma/"), partners=(Partner(name="Red", url="/red/"),))
    made = site(sheet, appeal, media=[media("documents/Informe.pdf")])
    found = dead(made, "/acta/")
    assert [one.offence for one in found] == ["/firma/", "/red/", "/documents/informe.pdf", "/nada/"]
    assert "Did you mean `/documents/Informe.pdf`?" in said(found[2])


def test_a_download_is_reported_at_its_place_in_the_file() -> None:
    front = "date: 2012\nentity: Unidad\ncountry: Chile\ndownloads:\n  - title: Informe\n    file: /documents/no.pdf\n"
    [found] = dead(site(document(front, path="experiences/gobierno.md")))
    assert (found.location.span.line, found.location.span.column) == (10, 11)


def test_a_download_beside_its_sheet_is_found() -> None:
    sheet = experience(downloads=(Download(title="Informe", file="informe.pdf"),))
    assert dead(site(sheet, media=[media("experiences/informe.pdf")])) == []
