"""language-mismatch: a text in another language than the file says.

What it finds: a text of some forty words or more in Spanish, English or Portuguese whose file says another of these.
Why it matters: it stands in the wrong part of the site, is read out in the wrong accent, and offered for translation.
What to do: write the right `lang`, or give the file the ending of its language (`.en.md`).
"""

from collections.abc import Iterator

from plugins.checks.tongues import other_tongue
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "language-mismatch"
POST = """---
title: O diário em voz alta
intro: Uma vizinha lê o diário oficial na praça.
date: 2026-03-02 09:00:00 -0300
categories: Projetos
{0}---
Todas as terças uma vizinha lê o diário oficial na praça, e quem passa para e escuta. No começo eram três pessoas;
hoje são quarenta, e a prefeitura já responde às perguntas que elas fazem. Não há microfone nem palco, só um banco
e uma cópia do diário com as linhas que importam sublinhadas.
"""
EXAMPLE = Example(POST.format(""), POST.format("lang: pt\n"), "file")
SAID = {
    "es": translatable("This text is in Spanish, and its file says `{lang}`."),
    "en": translatable("This text is in English, and its file says `{lang}`."),
    "pt": translatable("This text is in Portuguese, and its file says `{lang}`."),
}
HINT = translatable("Write `lang: {meant}`, or end the name of the file in `.{meant}.md`.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """The file whose body is certainly in another language."""
    written = entry.source.text_of("lang")
    # A language that the site does not have says nothing about the text; `field-type` speaks of it.
    if written and written != entry.lang:
        return
    meant = other_tongue(entry.facts.plain, entry.lang)
    if meant:
        at = entry.source.at("lang")
        message, hint = Text(SAID[meant], {"lang": entry.lang}), Text(HINT, {"meant": meant})
        yield Diagnostic(at, NAME, Severity.WARNING, message, hint, meant)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "text", entry=find)
