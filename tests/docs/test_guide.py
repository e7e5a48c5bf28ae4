"""The editors' guide: what it tells to copy is what `check` has nothing to say about, in three languages alike."""

import ast
import re
from pathlib import Path
from shutil import copytree

import pytest
import yaml

from plugins.build.report.text import render_text
from plugins.build.speech import speech
from plugins.core.diagnostic import Diagnostic
from plugins.front_matter.naming import KINDS
from plugins.front_matter.schema import SCHEMA
from plugins.generator.check_settings import read_norms, read_severities
from tests.checks.stages import every_rule, outcome, write
from tools.reference.fields import PAGES as FIELDS
from tools.reference.rules import INDEX as RULES

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "editors"
LANGUAGES = ("es", "en", "pt")
# Pages about the command and not about documents.
REPORTS = {"es": "informes.md", "en": "reports.md", "pt": "relatorios.md"}
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NAME = re.compile(r"`(?:content/)?(?:(posts|campaigns|experiences|pages)/)?([\w.-]+\.md)`")
LINK = re.compile(r"^\d+\. \[[^]]+\]\(([\w-]+\.md)\)", re.MULTILINE)
FOLDERS = {kind: folder for folder, kind in KINDS.items()}
FRONT = {
    "title": {
        "es": "Agua limpia en cada escuela",
        "en": "Clean water in every school",
        "pt": "Água limpa em cada escola",
    },
    "intro": {"es": "Falta el norte.", "en": "The north is missing.", "pt": "Falta o norte."},
    "categories": {"es": "Datos", "en": "Data", "pt": "Dados"},
}
SAME = {"date": "2026-03-02", "start": "2026-03-02", "entity": "Liceo del Puerto", "country": "Chile"}


def listed(lang: str) -> list[str]:
    """The pages in the order of the index."""
    return LINK.findall((GUIDE / lang / "README.md").read_text("utf-8"))


def read(lang: str, name: str) -> str:
    return (GUIDE / lang / name).read_text("utf-8")


def written(lang: str) -> list[str]:
    """The pages that people wrote about documents."""
    return [name for name in listed(lang) if name not in (FIELDS[lang], RULES[lang], REPORTS[lang])]


PAGES = [f"{lang}/{name}" for lang in LANGUAGES for name in written(lang)]


def examples(page: str) -> dict[str, str]:
    """The complete documents of a page, under the names that the page gives them."""
    text, found = (GUIDE / page).read_text("utf-8"), {}
    for match in FENCE.finditer(text):
        if match[1] == "markdown" and match[2].startswith("---\n"):
            folder, name = NAME.findall(text[: match.start()])[-1]
            found[f"{folder or 'posts'}/{name}"] = match[2]
    return found


def pieces(page: str) -> list[tuple[str, str]]:
    """The parts of documents that a page shows: fields, and lines of text."""
    found = FENCE.findall((GUIDE / page).read_text("utf-8"))
    return [(kind, text) for kind, text in found if kind in ("yaml", "markdown") and not text.startswith("---\n")]


def around(page: str, kind: str, text: str) -> tuple[str, str, range]:
    """A document with the piece `text` in it: its path, itself, and the lines of the piece."""
    lang = page[:2]
    keys = set(yaml.safe_load(text)) if kind == "yaml" else set()
    layout = next(one for one, model in SCHEMA.items() if keys <= model.model_fields.keys())
    fields = {**{key: said[lang] for key, said in FRONT.items()}, **SAME}
    own = {key: value for key, value in fields.items() if key in SCHEMA[layout].model_fields and key not in keys}
    head = "".join(f"{key}: {value}\n" for key, value in own.items())
    made = f"---\n{head}{text}---\nTexto.\n" if kind == "yaml" else f"---\n{head}---\n{text}"
    start = len(own) + (2 if kind == "yaml" else 3)
    suffix = "" if lang == "es" else f".{lang}"
    return f"{FOLDERS[layout]}/2026-03-02-agua{suffix}.md", made, range(start, start + text.count("\n"))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder with the categories, pictures and files of the sample site."""
    for name in ("data", "images", "documents"):
        copytree(ROOT / "content" / name, tmp_path / "content" / name)
    return tmp_path / "content"


def shown(found: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{one.location.path}:{one.location.span.line} {one.rule} {one.offence}" for one in found]


@pytest.mark.parametrize("page", PAGES)
def test_the_documents_to_copy_have_no_findings_under_the_names_that_the_page_gives_them(
    page: str, content: Path
) -> None:
    write(content, examples(page))
    assert shown(outcome(content).diagnostics) == []


@pytest.mark.parametrize("page", PAGES)
def test_the_fields_and_lines_to_copy_have_no_findings(page: str, content: Path) -> None:
    for kind, text in pieces(page):
        path, made, lines = around(page, kind, text)
        write(content, {**examples(page), path: made})
        found = [one for one in outcome(content).diagnostics if one.location.path == path]
        assert shown(tuple(one for one in found if one.location.span.line in lines)) == [], text
        (content / path).unlink()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_index_lists_every_page_once(lang: str) -> None:
    there = {path.name for path in (GUIDE / lang).glob("*.md")} - {"README.md"}
    assert sorted(listed(lang)) == sorted(there)


@pytest.mark.parametrize("names", list(zip(*map(listed, LANGUAGES), strict=True)), ids="/".join)
def test_a_page_has_the_same_parts_in_every_language(names: tuple[str, ...]) -> None:
    texts = [read(lang, name) for lang, name in zip(LANGUAGES, names, strict=True)]
    assert len({len(re.findall(r"^##+ ", FENCE.sub("", text), re.MULTILINE)) for text in texts}) == 1
    assert len({tuple(kind for kind, _ in FENCE.findall(text)) for text in texts}) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_of_the_guide_but_the_index_shows_something_to_copy(lang: str) -> None:
    for name in written(lang):
        assert examples(f"{lang}/{name}"), name


def test_the_guide_is_written_in_the_words_of_its_readers() -> None:
    for page in PAGES:
        text = FENCE.sub("", (GUIDE / page).read_text("utf-8")).lower()
        assert not re.findall(r"\b(?:string|strings|null|booleano?|parse\w*|array|regex)\b", text), page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_message_that_the_guide_reads_with_its_readers_is_the_one_that_check_prints(
    lang: str, content: Path
) -> None:
    (page, shown_message), *others = [
        (f"{lang}/{name}", text)
        for name in written(lang)
        for kind, text in FENCE.findall(read(lang, name))
        if not kind and "[category-unknown]" in text
    ]
    assert not others
    (quoted,) = re.findall(r"^  5 \| (.*)$", shown_message, re.MULTILINE)
    ((path, example),) = examples(page).items()
    made = re.sub(r"^categories: .*$", quoted, example, flags=re.MULTILINE)
    write(content, {path: made})
    found = outcome(content).diagnostics
    printed = render_text(found, {path: made.split("\n")}, speech(lang).gettext, lambda path: f"content/{path}")
    assert printed.strip() == shown_message.strip()


@pytest.mark.parametrize("page", PAGES)
def test_the_settings_to_copy_are_ones_that_the_site_takes(page: str) -> None:
    rules = {rule.name: rule for rule in every_rule()}
    for kind, text in FENCE.findall((GUIDE / page).read_text("utf-8")):
        if kind == "python":
            settings = {one.targets[0].id: ast.literal_eval(one.value) for one in ast.parse(text).body}
            assert read_severities(settings, rules)[1] == [] and read_norms(settings)[1] == []
