"""Writes all that is generated from the code: `python3 tasks.py docs`."""

import sys
from importlib import import_module
from pathlib import Path

import pelicanconf
from plugins.core.rule import Rule
from plugins.generator.config import rules_of
from plugins.generator.run import rooms
from tools.reference.fields import write_fields
from tools.reference.rules import write_rules
from tools.reference.schemas import write_schemas

ROOT = Path(__file__).parents[2]


def every_rule() -> list[Rule]:
    """The rules of all rooms of the project."""
    for name in pelicanconf.PLUGINS:
        import_module(name)
    return list(rules_of(rooms({"PLUGINS": pelicanconf.PLUGINS})).values())


if __name__ == "__main__":
    write_rules(ROOT, every_rule())
    write_fields(ROOT)
    write_schemas(ROOT)
    sys.exit(0)
