"""The post that the editors' first page tells them to copy is one that `check` has nothing to say about."""

import json
import re
from pathlib import Path
from shutil import copyfile

import pytest

from plugins.build.command import check

ROOT = Path(__file__).parents[2]
PAGES = {"es": "primer-post.md", "en": "first-post.md", "pt": "primeiro-post.md"}


def page(lang: str) -> str:
    return (ROOT / "docs" / "editors" / lang / PAGES[lang]).read_text("utf-8")


def findings(content: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> list[dict[str, str]]:
    check(content=str(content), output_format="json")
    found: list[dict[str, str]] = json.loads(capfdbinary.readouterr().out)["diagnostics"]
    return found


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    for name in ("data/taxonomy.yaml", "images/agua.jpg"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        copyfile(ROOT / "content" / name, folder / name)
    (folder / "posts").mkdir()
    return folder


@pytest.mark.parametrize("lang", PAGES)
def test_the_post_to_copy_has_no_findings_under_the_name_that_the_page_gives_it(
    lang: str, content: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    name = re.findall(r"`(2026-\d\d-\d\d-[a-z-]+(?:\.[a-z]+)?\.md)`", page(lang))[0]
    post = re.findall(r"```markdown\n(.*?)```", page(lang), re.DOTALL)[0]
    (content / "posts" / name).write_text(post, "utf-8")
    assert findings(content, capfdbinary) == []


@pytest.mark.parametrize("lang", PAGES)
def test_the_share_messages_to_copy_fit_every_network(
    lang: str, content: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    post = re.findall(r"```markdown\n(.*?)```", page(lang), re.DOTALL)[0]
    shared = re.findall(r"```yaml\n(.*?)```", page(lang), re.DOTALL)[0]
    post = re.sub(r"^share_message: .*\n", lambda _: shared, post, flags=re.MULTILINE)
    (content / "posts" / f"2026-03-02-agua.{lang}.md").write_text(post, "utf-8")
    assert findings(content, capfdbinary) == []


def test_the_three_pages_have_the_same_parts() -> None:
    assert len({len(re.findall(r"^## ", page(lang), re.MULTILINE)) for lang in PAGES}) == 1
