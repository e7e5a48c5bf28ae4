"""What the Markdown files of the repository point to exists: links, and the paths of code that they name."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).parents[2]
# Content is held to its own rules by `check`; a hidden or made folder is not ours.
ELSEWHERE = {"content", "output", "node_modules"}
FENCE = re.compile(r"^( *)(```|~~~).*?^\1\2[ \t]*$", re.MULTILINE | re.DOTALL)
INDENTED = re.compile(r"(?<=\n\n)(?:(?: {4}|\t)[^\n]*\n|\n(?= {4}))+")
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(<?([^()\s<>]+)>?(?: \"[^\"]*\")?\)")
EXTERNAL = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
FOLDERS = ("plugins", "tests", "theme", "tools", "docs")
PATHED = re.compile(rf"(?:{'|'.join(FOLDERS)})/[\w./-]*\w|(?:{'|'.join(FOLDERS)})/[\w./-]*/")
NAMED = re.compile(r"(plugins/[\w/]+\.py):(\w+)")
# The lead adds it to the repository from a built site.


def pages() -> list[Path]:
    """Every Markdown file of the project, but the site's content and what tests build sites from."""
    found = []
    for path in sorted(ROOT.rglob("*.md")):
        parts = path.relative_to(ROOT).parts
        hidden = any(part.startswith(".") for part in parts)
        if not hidden and parts[0] not in ELSEWHERE and parts[:2] != ("tests", "fixtures") and "golden" not in parts:
            found.append(path)
    return found


PAGES = [path.relative_to(ROOT).as_posix() for path in pages()]


def prose(page: str) -> str:
    """The text of a page without blocks of code, which show what somebody else would write."""
    text = (ROOT / page).read_text("utf-8")
    return INDENTED.sub("", FENCE.sub("", text))


def anchors(path: Path) -> set[str]:
    """The ids that a reader's Markdown viewer gives to the headings of a page."""
    titles = re.findall(r"^#+ (.+)$", FENCE.sub("", path.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).strip().replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES)
def test_every_relative_link_leads_to_a_file_and_to_a_heading_of_it(page: str) -> None:
    for written in LINK.findall(CODE.sub("", prose(page))):
        if EXTERNAL.match(written):
            continue
        name, _, fragment = unquote(written).partition("#")
        target = ((ROOT / page).parent / name).resolve() if name else ROOT / page
        assert target.exists(), f"{page}: {written}"
        if fragment and target.suffix == ".md":
            assert fragment in anchors(target), f"{page}: {written}"


@pytest.mark.parametrize("page", PAGES)
def test_every_path_in_backticks_that_looks_like_ours_exists(page: str) -> None:
    for code in CODE.findall(prose(page)):
        path = code.partition(":")[0]
        if PATHED.fullmatch(path):
            assert (ROOT / path).exists(), f"{page}: {code}"


@pytest.mark.parametrize("page", PAGES)
def test_every_function_or_class_that_is_named_with_its_module_is_there(page: str) -> None:
    for path, name in NAMED.findall(prose(page)):
        code = (ROOT / path).read_text("utf-8")
        assert re.search(rf"^\s*(?:def|class) {name}\b|^{name}\b.* = ", code, re.MULTILINE), f"{page}: {path}:{name}"


@pytest.mark.parametrize("page", PAGES)
def test_a_page_begins_with_one_title_and_has_no_other_one(page: str) -> None:
    titles = re.findall(r"^# .+$", prose(page), re.MULTILINE)
    assert len(titles) == 1 and prose(page).startswith(titles[0])
