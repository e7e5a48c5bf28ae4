"""What became of each file of a folder, and what each cost; a process of its own, for nobody knows what it meets.

    python -m tests.hostile.accounts CONTENT

prints one JSON object.
"""

import json
import os
import sys
import time
from pathlib import Path

from plugins.build.outcome import Outcome
from plugins.generator.entries import read_entry
from plugins.markdown.depth import RULE as DEEP
from tests.checks.stages import desk, outcome

# Seconds of a processor.
WORTH_SAYING = 0.3


def files_of(content: Path) -> set[str]:
    """Everything in the folder that is no folder and not hidden, as findings name it."""
    found = set()
    for folder, _, names in os.walk(content):
        found |= {os.path.relpath(os.path.join(folder, name), content) for name in names if name[0] != "."}
    return {name.replace(os.sep, "/").encode("utf-8", "backslashreplace").decode() for name in found}


def lost(content: Path, made: Outcome) -> list[str]:
    """Files that are not on the site, in no error, and not held back by name."""
    assert made.site is not None
    named = {found.location.path for found in made.diagnostics if found.is_error}
    held = {path for path, reason in made.held.items() if reason != "errors"}
    known = named | held | made.site.documents.keys() | made.site.media.keys() | {"data/taxonomy.yaml"}
    return sorted(files_of(content) - known)


def costs(content: Path, paths: list[str]) -> dict[str, float]:
    """Seconds that the slow ones among the Markdown files at `paths` take."""
    reader, found = desk(paths), {}
    for path in paths:
        data = (content / path).read_bytes()
        began = time.process_time()
        read_entry(path, data, reader)
        seconds = time.process_time() - began
        if seconds > WORTH_SAYING:
            found[path] = round(seconds, 2)
    return found


def main(content: Path) -> None:
    """Print what became of the files."""
    made = outcome(content)
    rules: dict[str, int] = {}
    for found in made.diagnostics:
        rules[found.rule] = rules.get(found.rule, 0) + 1
    limit = made.site.config.norms.limits.file_bytes if made.site else 0
    read = [path for path in made.files if path.endswith(".md") and (content / path).is_file()]
    small = [path for path in read if (content / path).stat().st_size <= limit]
    refused = sum(found.rule == DEEP for found in made.diagnostics)
    account = {"lost": lost(content, made), "slow": costs(content, small), "rules": rules, "refused": refused}
    json.dump(account, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
