"""However many processes build the site, its bytes are the same."""

from pathlib import Path
from random import Random

from tests.incremental.builder import TODAY, Builder, Job, Result
from tests.incremental.edits import EDITS
from tests.incremental.model import Model, new_model
from tests.incremental.project import Project
from tests.incremental.trees import Tree, difference, tree_of

COUNTS = (1, 2, 4)


def built(project: Project, quick: Builder, folder: Path, count: int) -> tuple[Tree, Result]:
    """The site made by `count` processes, and what they said but for their own time and place."""
    result = quick.build(Job("run", str(folder / f"by-{count}" / "site"), settings={"PROCESSES": count}))
    return tree_of(folder / f"by-{count}" / "site"), result


def all_built(model: Model, folder: Path) -> list[tuple[Tree, Result]]:
    project = Project(folder / "project", model)
    with Builder(project.folder) as quick:
        return [built(project, quick, folder, count) for count in COUNTS]


def test_one_two_and_four_processes_make_the_same_bytes(tmp_path: Path) -> None:
    found = all_built(new_model(Random(1), TODAY, 16), tmp_path)
    for tree, result in found:
        assert result.status == 0, result.said
        assert not difference(tree, found[0][0], ("many", "one"))


def test_they_find_the_same_mistakes_in_the_same_order(tmp_path: Path) -> None:
    model = new_model(Random(2), TODAY, 16)
    for number, key in enumerate(model.of("post", "page")[:9]):
        doc = model.docs[key]
        doc.raw = model.text(doc) + f"\n\n[nada](no-existe-{number}.md)\n\n<font>x</font>\n".encode()
    found = all_built(model, tmp_path)
    for tree, result in found:
        assert result.status == 1, result.said
        assert not tree
        assert result.findings == found[0][1].findings
        assert result.stderr.replace(str(tmp_path), "").count("error[") == found[0][1].stderr.count("error[")


def test_a_template_that_fails_in_a_process_is_the_same_one_clear_error(tmp_path: Path) -> None:
    model = new_model(Random(3), TODAY, 16)
    path = "templates/layouts/post.html"
    model.theme[path] = model.theme[path].replace(b"{% block content %}\n", b"{% block content %}\n{{ not_there }}", 1)
    found = all_built(model, tmp_path)
    for tree, result in found:
        assert result.status == 1, result.said
        assert "Traceback" not in result.stderr, result.said
        assert result.stderr == found[0][1].stderr
        assert not tree


def test_incremental_builds_by_changing_numbers_of_processes_are_like_a_clean_one_by_one(tmp_path: Path) -> None:
    r = Random(4)
    model = new_model(r, TODAY, 12)
    project = Project(tmp_path / "project", model.copy())
    with Builder(project.folder) as quick:
        for number, count in enumerate((2, 1, 4)):
            for name in ("title", "tags", "picture_replaced"):
                EDITS[name](model, r)
            project.sync(model.copy())
            result = quick.build(Job("run", settings={"PROCESSES": count}))
            assert result.status == 0, result.said
            clean, about = built(project, quick, tmp_path / f"clean-{number}", 1)
            assert about.status == 0, about.said
            assert not difference(tree_of(project.output), clean)
