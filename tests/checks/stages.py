"""A small content folder, taken through all stages as `check` does, without Pelican and within milliseconds."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from msgspec import structs

from plugins.build.baseline import FILE, Baseline, load
from plugins.build.outcome import Outcome, Session
from plugins.build.settings import load_settings
from plugins.core.rule import Rule
from plugins.generator.cache import Cache
from plugins.generator.config import rules_of
from plugins.generator.entries import Desk
from plugins.generator.run import rooms
from plugins.generator.site_build import prepare
from plugins.generator.stages import run_stages
from plugins.generator.workplace import Workplace, desk_maker
from tests.site.building import PLAZA

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@cache
def _base(settings: tuple[tuple[str, Any], ...]) -> tuple[Workplace, Cache]:
    own = {
        "SITEURL": "https://plaza.example",
        "PUBLIC_SITEURL": "https://plaza.example",
        "SOCIAL_HANDLES": {"x": "plaza_abierta", "mastodon": "plaza@red.example"},
    }
    overrides = {"PATH": str(PLAZA.parent / "content"), **own, **dict(settings)}
    read, fault = load_settings(ROOT / "pelicanconf.py", overrides)
    assert fault is None
    for name in read["PLUGINS"]:
        import_module(name)
    prepared = prepare(read, rooms(read), NOW, (), Session("check", lang="es"))
    assert prepared.staged is not None and prepared.cache is not None, prepared.outcome.diagnostics
    return prepared.staged.place, Cache(prepared.cache.looks)


def outcome(content: Path, **settings: Any) -> Outcome:
    """What `check` makes of the folder `content`, with these of the project's settings changed (hashable values)."""
    place, cache = _base(tuple(settings.items()))
    file = content / FILE
    baseline = load(file.read_bytes()) if file.is_file() else Baseline()
    if isinstance(baseline, Baseline):
        return run_stages(structs.replace(place, content=content, baseline=baseline), (), cache).outcome
    return run_stages(structs.replace(place, content=content), (baseline,), cache).outcome


def desk(files: Iterable[str]) -> Desk:
    """The desk at which `check` reads the Markdown `files`."""
    return desk_maker(_base(())[0], files)()


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """`folder` with `files` in it, by path."""
    for name, held in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(held.encode() if isinstance(held, str) else held)
    return folder


def every_rule() -> list[Rule]:
    """The rules of all rooms of the project."""
    return list(rules_of(_base(())[0].rooms).values())
