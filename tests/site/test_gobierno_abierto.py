"""A case study that was a print of another site's page: every fact of the print stands on the sheet."""

import re

import pytest

from tests.site.building import FIXTURES, SITEURL, Built, build_site, check_site
from tests.site.links import faults, foreign, loaded

SETTINGS = FIXTURES / "gobierno-abierto" / "pelicanconf.py"
SHEET = "/experiencias/estrategia-de-gobierno-abierto-de-chile/"
REPORT = (
    "http://centrodeinnovacion.gobiernoenlinea.gov.co/sites/default/files/fichaexp_2015_24_datosabiertoschile_v1.pdf"
)
SOURCE = "https://centrodeinnovacion.mintic.gov.co/es/experiencias/estrategia-de-gobierno-abierto-de-chile"
PRINTS = "https://centrodeinnovacion.mintic.gov.co/es/printpdf/741?rate="

FACTS = [
    ("title", r"Estrategia de Gobierno Abierto de Chile"),
    ("subtitle", r"transparencia y participación"),
    ("Total de votos", r"Votos\s*88 votos"),
    ("Entidad", r"Entidad\s*Unidad de Modernización y Gobierno Digital, Ministerio Secretaría General"),
    ("Entidad, ministry", r"Ministerio Secretaría General de la Presidencia"),
    ("Entidad, acronym", r"\(MINSEGPRES\)"),
    ("País", r"País\s*Chile"),
    ("Temas clave", r"Temas\s*Gobierno Abierto"),
    ("Fecha de publicación", r"Fecha\s*enero de 2012"),
    ("Descargas", r"Documentos\s*Informe completo de la experiencia"),
    ("Descripción: three aims", r"instituciones transparentes.*participación.*apertura de los datos"),
    ("Descripción: portals", r"portal de Gobierno Abierto.*datos abiertos.*transparencia gubernamental"),
    ("Descripción: software", r"transparencia para municipios e instituciones.*consultas públicas"),
    ("Descripción: hackathons and apps", r"hackathons y aplicaciones móviles"),
    ("Descripción: civil society", r"reuniones, presentaciones de casos, charlas, webinars y talleres"),
    ("story: institutions", r"[Mm]ás de 300 instituciones públicas"),
    ("story: no single place", r"no había una entrada única ni datos"),
    ("story: 1999", r"1999 hubo una ley de probidad y transparencia"),
    ("story: 2005", r"2005 la Constitución ganó un artículo"),
    ("story: 2009", r"2009 llegó la ley de acceso a la información pública.*Ley de Transparencia"),
    ("story: commission", r"comisión asesora presidencial para la probidad y la transparencia"),
    ("story: abroad", r"Estados Unidos y el Reino Unido"),
    ("story: OGP", r"Alianza para el Gobierno Abierto \(OGP"),
    ("story: joined", r"Chile se adhirió en 2011"),
    ("story: consultation", r"plan de acción se sometió a consulta"),
    ("story: plan", r"se presentó en 2012"),
    ("story: aims", r"interoperabilidad, Chile Atiende, más trámites digitales y Clave Única"),
    ("story: data portal", r"portal de datos salió en 2011"),
    ("story: among the first", r"primeros de Latinoamérica"),
    ("story: hackathon", r"hackathon con concurso de aplicaciones asistieron seis países"),
    ("story: second version", r"segunda versión del portal"),
    ("story: linked data", r"datos vinculados"),
    ("story: instruction", r"Instructivo Presidencial de 2012"),
    ("story: single portal", r"portal de acceso único.*obras públicas"),
    ("results: data portal", r"\b225\s*instituciones en el Portal de Datos Abiertos"),
    ("results: downloads", r"más de 182\.000\s*descargas"),
    ("results: data sets", r"más de 1\.100\s*conjuntos de datos"),
    ("results: Codeando x Chile", r"Codeando x Chile"),
    ("results: developers", r"más de 60\s*desarrolladores"),
    ("results: applications", r"más de 10\s*aplicaciones"),
    ("results: mobile", r"iTransantiago e iFarmacias"),
    ("results: mobile downloads", r"más de 100\.000\s*descargas"),
    ("results: open government portal", r"\b117\s*instituciones en el portal de Gobierno Abierto"),
    ("results: compliance", r"\b88\s%\s*de cumplimiento"),
    ("results: participation software", r"\b12\s*instituciones con la plataforma de participación"),
    ("results: open source", r"código abierto y de uso libre"),
    ("results: what it does", r"recibe ideas, da noticias y lleva consultas públicas y cuentas participativas"),
    ("results: transparency", r"\b340\s*instituciones en el portal unificado"),
    ("prize", r"Colombia el Premio de Gobierno Abierto"),
    ("prize: vote", r"votación popular de 7 países"),
    ("prize: meeting", r"Experience on E-Government"),
    ("Entidades participantes", r"Quiénes participaron\s*Unidad de Modernización y Gobierno Digital"),
    ("Contacto", r"A quién preguntar\s*Andrés Arellano"),
    ("Contacto, role", r"Coordinador de la Unidad de Modernización del Estado y Gobierno Digital"),
    ("Contacto, where", r"Ministerio Secretaría General de la Presidencia de Chile"),
    ("Teléfono Conmutador", r"conmutador\s*\+57\(1\)\s344\s34\s60"),
    ("Línea Gratuita", r"línea gratuita\s*01[-‑]800[-‑]0914014"),
    ("Actualizado el", r"6 de agosto de 2020"),
    ("Actualizado, hour", r"11:24\sp\.\sm\.|23:24"),
    ("Ver todas las experiencias", r"Todas las experiencias"),
]

NUMBERED = [
    (1, f"{PRINTS}k4dz1MkEV68R11LxQxUYLTs8a7vVJ0bYawxu76ND9qM"),
    (2, f"{PRINTS}rc8lj4QcGGDjRIOQoqTcfy2RcFT1Jkz-D1gkplA689g"),
    (3, f"{PRINTS}8wtx-pALQ7_LqJ2BNiobkayuGZRqPWf57f9Qt6DsGRg"),
    (4, f"{PRINTS}dVGvO7ppz5vWrRAAd57dTnMyn7YbnnjG01Yo47K1r5io"),
    (5, f"{PRINTS}xdFaWWss-LJIZSZ0RxwpE9eq5pPv0nxVekEJufSu5ro"),
    (6, REPORT),
    (7, "http://centrodeinnovacion.gobiernoenlinea.gov.co/es/experiencias"),
    (8, SOURCE),
]


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Built:
    built = build_site(SETTINGS, tmp_path_factory.mktemp("gobierno") / "site")
    assert built.status == 0
    return built


def test_the_sheet_has_no_error_and_no_warning() -> None:
    outcome = check_site(SETTINGS).outcome
    assert outcome is not None and outcome.diagnostics == ()


@pytest.mark.parametrize(("name", "shown"), FACTS, ids=[name for name, _ in FACTS])
def test_every_fact_of_the_print_is_on_the_page(sheet: Built, name: str, shown: str) -> None:
    assert re.search(shown, sheet.page(SHEET).main), name


def test_the_votes_are_said_in_words_and_no_mean_is_made_up(sheet: Built) -> None:
    page = sheet.page(SHEET)
    assert page.one("//main//dt[.='Votos']/following-sibling::dd") == "88 votos"
    assert "de 5" not in page.main


def test_the_date_is_as_precise_as_the_print(sheet: Built) -> None:
    page = sheet.page(SHEET)
    assert page.one("//main//dt[.='Fecha']/following-sibling::dd//time/@datetime") == "2012-01"
    updated = page.one("//main//dt[starts-with(., 'Actualizad')]/following-sibling::dd//time/@datetime")
    assert updated == "2020-08-06T23:24:00-05:00"


def test_each_heading_of_the_story_is_a_part_that_a_link_reaches_without_a_program(sheet: Built) -> None:
    page = sheet.page(SHEET)
    for title, id_ in (
        ("Descripción", "descripcion"),
        ("Relato del caso", "relato-del-caso"),
        ("Resultados y premio", "resultados-y-premio"),
    ):
        assert page.one(f"//main//nav//a[.='{title}']/@href") == f"#{id_}"
        assert page.one(f"//main//section/h2[@id='{id_}']") == title
        part = page.tree.xpath(f"//main//section[h2[@id='{id_}']]")[0]
        assert part.xpath(".//p") and not part.xpath("ancestor-or-self::*[@hidden or @aria-hidden='true']")


def test_each_part_holds_its_own_text_and_its_smaller_headings(sheet: Built) -> None:
    page = sheet.page(SHEET)
    story = "//main//section[h2[@id='relato-del-caso']]"
    assert page.all(f"{story}//h3") == ["Antes", "La alianza", "Los datos", "La participación"]
    assert "1999" in page.one(story) and "premio" not in page.one(story).lower()


def test_the_gallery_shows_each_picture_with_its_caption(sheet: Built) -> None:
    page = sheet.page(SHEET)
    figures = page.all("//main//section[h2='Imágenes']//figure/figcaption")
    assert figures == ["El portal, visto como edificio.", "Los conjuntos de datos crecieron cada año."]


def test_the_download_is_called_as_in_the_print_and_leads_to_its_address(sheet: Built) -> None:
    page = sheet.page(SHEET)
    assert page.one("//main//section[h2='Documentos']//a") == "Informe completo de la experiencia"
    assert page.one("//main//section[h2='Documentos']//a/@href") == REPORT


def test_the_links_bear_the_numbers_of_the_print_and_its_source(sheet: Built) -> None:
    page = sheet.page(SHEET)
    items = page.tree.xpath("//main//section[h2='Fuentes']//li")
    assert [(int(one.get("value")), one.xpath(".//a/@href")[0]) for one in items] == NUMBERED


def test_both_telephones_can_be_called(sheet: Built) -> None:
    assert sheet.page(SHEET).all("//main//a[starts-with(@href, 'tel:')]/@href") == [
        "tel:+5713443460",
        "tel:01-800-0914014",
    ]


def test_a_link_leads_to_all_experiences(sheet: Built) -> None:
    page = sheet.page(SHEET)
    assert "/experiencias/" in page.all("//main//a[.='Todas las experiencias']/@href")
    assert sheet.page("/experiencias/").all("//main//article//h2/a/@href") == [SHEET]


def test_nothing_of_the_print_that_was_a_program_or_a_style_came_along(sheet: Built) -> None:
    for word in ("jQuery", "flexslider", "contenedor-footer", "grid-template"):
        assert word not in sheet.page(SHEET).html


def test_every_own_address_of_the_site_leads_somewhere_and_nothing_foreign_is_loaded(sheet: Built) -> None:
    assert faults(sheet) == []
    for page in sheet.every_document:
        assert not [address for address in loaded(page.tree) if foreign(address, SITEURL)]


def test_a_site_of_one_sheet_lists_only_experiences_and_no_language_without_documents(sheet: Built) -> None:
    page = sheet.page("/")
    assert page.all("//body/header//nav//a/@href") == ["/experiencias/"]
    assert not sheet.has("/en/") and not sheet.has("/posts/") and not sheet.has("/feed.xml")
    assert page.all("//main//article//h3/a/@href | //main//article//h2/a/@href") == [SHEET]
