"""language-misnamed: a file whose name seems to say a language, and does not.

What it finds: `agua.por.md`, `agua.pt-BR.md` or `agua.EN.md`; and, beside `agua.md`, also `agua_pt.md`.
Why it matters: the text stands among those of the main language, and nobody is offered it as a translation.
What to do: end the name in the code of the language: `agua.pt.md`.
"""

import re
from collections.abc import Collection, Iterator

from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.rule import Example, Rule
from plugins.core.site import Site

NAME = "language-misnamed"
POST = """---
title: Água limpa para todos
intro: Um bairro inteiro conta o que aconteceu com a sua água.
date: 2026-03-02 09:00:00 -0300
categories: Projetos
---
A água chegou na segunda-feira.
"""
EXAMPLE = Example(POST, POST, "file", "posts/2026-03-02-agua-limpia.por.md", "posts/2026-03-02-agua-limpia.pt.md")
MESSAGE = translatable("The name seems to say the language `{code}`, and the text is published in `{lang}`.")
HINT = translatable("Rename it to `{name}`.")
CODE = re.compile(r"(?P<code>[A-Za-z]{2})(?:[-_][A-Za-z]{2})?")
LONGER = {"spa": "es", "esp": "es", "eng": "en", "ing": "en", "por": "pt", "port": "pt", "ptbr": "pt"}
BESIDE = re.compile(r"(?P<stem>.+)[_ -](?P<tail>[A-Za-z]{2}(?:[-_][A-Za-z]{2})?)")


def find(site: Site) -> Iterator[Diagnostic]:
    """Every document whose file was hardly meant to be in the language in which it is published."""
    languages = {language.code for language in site.config.languages}
    for document in site.documents.values():
        stem, code = _meant(document.path, languages, site.documents)
        if code and code != document.lang:
            message = Text(MESSAGE, {"code": code, "lang": document.lang})
            name = f"{stem}.{code}.md".rpartition("/")[2]
            yield Diagnostic(Location(document.path), NAME, Severity.WARNING, message, Text(HINT, {"name": name}), code)


def _meant(path: str, languages: Collection[str], paths: Collection[str]) -> tuple[str, str]:
    """The path without ending and language, and the language that its name seems to say; nothing where it says none."""
    whole = path.rpartition(".")[0]
    stem, dot, tail = whole.rpartition(".")
    if dot and "/" not in tail and stem and not stem.endswith("/"):
        code = LONGER.get(tail.lower()) or _code(tail)
        return (stem, code) if code in languages and tail not in languages else ("", "")
    match = BESIDE.fullmatch(whole) if "_" in whole or " " in whole or not whole.islower() else None
    code = _code(match["tail"]) if match else ""
    if match and code in languages and f"{match['stem']}.md" in paths:
        return match["stem"], code
    return "", ""


def _code(tail: str) -> str:
    match = CODE.fullmatch(tail)
    return match["code"].lower() if match else ""


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "documents", site=find)
