"""What tasks.py says, in the reader's language: one file per language, `name = sentence`.

Everything here runs on any Python from 3.6 on, so that an old one can still say what is missing.
"""

import os
from collections.abc import Mapping

LANGUAGES = ("es", "en", "pt")
OLDEST = (3, 11)


def language(environ: "Mapping[str, str]") -> str:
    """The language of the user's locale where it is one of ours, else Spanish."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return environ[name][:2] if environ[name][:2] in LANGUAGES else LANGUAGES[0]
    return LANGUAGES[0]


def catalogue(lang: str) -> "dict[str, str]":
    """Every sentence of one language by its name."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), lang + ".txt")
    with open(path, encoding="utf-8") as file:
        pairs = [line.rstrip("\n").partition(" = ") for line in file]
    return {name: sentence for name, _, sentence in pairs}


def say(name: str, **values: str) -> str:
    """One sentence, filled in."""
    return catalogue(language(os.environ))[name].format(**values)


def has(name: str) -> bool:
    """Whether there is a sentence of that name."""
    return name in catalogue(LANGUAGES[0])


def too_old(version: "tuple[int, ...]") -> str:
    """What to do about a Python that is too old; nothing when it is not."""
    if tuple(version[:2]) >= OLDEST:
        return ""
    return say("python-too-old", found=".".join(str(number) for number in version[:3]))
