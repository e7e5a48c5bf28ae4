"""A settings file that changes as little as it can is still seen."""

import os
from pathlib import Path
from random import Random

import pytest

from tests.incremental import builder
from tests.incremental.builder import TODAY, Job
from tests.incremental.model import new_model
from tests.incremental.project import Project


@pytest.mark.parametrize("file", ["pelicanconf.py", "site_filters.py"])
def test_settings_of_the_same_size_and_second_are_read_again(file: str, tmp_path: Path) -> None:
    project = Project(tmp_path / "project", new_model(Random(1), TODAY, 6))
    assert builder.build(project.folder, Job()).status == 0
    path = project.folder / file
    former = path.stat()
    content = path.read_text("utf-8")
    changed = content.replace("'La Plaza'", "'La Playa'").replace("{text}?", "{text}~")
    assert len(changed) == len(content)
    assert changed != content
    path.write_text(changed, "utf-8")
    os.utime(path, ns=(former.st_mtime_ns, former.st_mtime_ns))
    assert builder.build(project.folder, Job()).status == 0
    page = (project.output / "index.html").read_text("utf-8")
    assert ("La Playa!?" if file == "pelicanconf.py" else "La Plaza!~") in page
