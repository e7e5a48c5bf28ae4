"""The reference of the rules for editors: one page for each, and one that lists them, in every language."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from plugins.build.speech import rule_speech
from plugins.checks.about import about
from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

INDEX = {"es": "reglas.md", "en": "rules.md", "pt": "regras.md"}
FENCES = {
    "front": "yaml",
    "body": "markdown",
    "file": "markdown",
    "settings": "python",
    "template": "html",
    "command": "sh",
}


def texts(lang: str) -> Callable[[str], str]:
    """The texts of pages in `lang`; English is what the code says."""
    return rule_speech(lang).gettext


def rule_pages(rules: Sequence[Rule], lang: str) -> dict[str, str]:
    """The pages in `lang` by their paths in `docs/editors/`."""
    said = texts(lang)
    folder = INDEX[lang].removesuffix(".md")
    pages = {f"{lang}/{INDEX[lang]}": "\n".join(_index(rules, said, folder)) + "\n"}
    for rule in rules:
        pages[f"{lang}/{folder}/{rule.name}.md"] = "\n".join(_page(rule, said, INDEX[lang])) + "\n"
    return pages


TOPICS: Mapping[str, str] = {
    "fields": "The front matter",
    "titles": "Titles, intros and dates",
    "sharing": "Sharing",
    "pictures": "Pictures",
    "text": "The text",
    "links": "Links",
    "videos": "Videos and HTML",
    "documents": "Documents among themselves",
    "files": "Other files",
    "comments": "Comments that silence a rule",
    "settings": "For who looks after the site",
}
"""The headings of the list, in its order."""

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
REPAIRS = {
    "no": "nobody but you",
    "safe": "`check --fix`",
    "unsafe": "`check --fix-unsafe`, to be looked at",
}
INTRO = (
    "What `python3 tasks.py check` looks for. An **error** stops publication; a **warning** does not (with "
    "`build --strict`, it does). Names never change. This page and those of the rules are made from the code."
)
TITLE = "The rules"
COLUMNS = ("rule", "is", "what it is", "who repairs it")
HEADINGS = ("What it finds", "Why it matters", "Example", "What to do")
WRONG, RIGHT = "Not so:", "But so:"
BACK = "All rules"
FIRM = "No setting and no comment can change that."
MACHINE = "Who can repair it: {who}."
WORDS = (
    TITLE,
    INTRO,
    *TOPICS.values(),
    *LEVELS.values(),
    *REPAIRS.values(),
    *COLUMNS,
    *HEADINGS,
    WRONG,
    RIGHT,
    BACK,
    FIRM,
    MACHINE,
)
"""Every text of the pages that is not a rule's own."""


def _index(rules: Sequence[Rule], said: Callable[[str], str], folder: str) -> Iterator[str]:
    yield f"# {said(TITLE)}"
    yield ""
    yield said(INTRO)
    for topic, title in TOPICS.items():
        own = sorted((rule for rule in rules if rule.topic == topic), key=lambda rule: rule.name)
        if own:
            yield from (
                "",
                f"## {said(title)}",
                "",
                f"| {' | '.join(map(said, COLUMNS))} |",
                "| --- | --- | --- | --- |",
            )
        for rule in own:
            clause = about(rule).said(said).clause.rstrip(".").replace("|", "\\|")
            level, repair = said(LEVELS[rule.severity]), said(REPAIRS[rule.fix])
            yield f"| [`{rule.name}`]({folder}/{rule.name}.md) | {level} | {clause} | {repair} |"


def _page(rule: Rule, said: Callable[[str], str], index: str) -> Iterator[str]:
    own = about(rule).said(said)
    clause = own.clause.rstrip(".")
    yield f"# `{rule.name}`: {clause}"
    yield ""
    firm = f" {said(FIRM)}" if rule.firm else ""
    yield f"**{said(LEVELS[rule.severity]).capitalize()}.** {said(MACHINE).format(who=said(REPAIRS[rule.fix]))}{firm}"
    for heading, text in zip(HEADINGS[:2], (own.finds, own.matters), strict=True):
        yield from ("", f"## {said(heading)}", "", text)
    if rule.example is not None:
        yield from ("", f"## {said(HEADINGS[2])}", "", *_example(rule.example, said))
    yield from ("", f"## {said(HEADINGS[3])}", "", own.remedy, "", f"[{said(BACK)}](../{index})")


def _example(example: Example, said: Callable[[str], str]) -> Iterator[str]:
    for word, piece, path in ((WRONG, example.wrong, example.path), (RIGHT, example.right, example.right_path)):
        named = f" `{path}`" if path and (example.right_path or example.part == "file") else ""
        if word is RIGHT:
            yield ""
        yield f"{said(word)}{named}"
        yield from ("", *_fenced(piece, FENCES[example.part]))


def _fenced(piece: str, kind: str) -> Iterator[str]:
    ticks = "```"
    while ticks in piece:
        ticks += "`"
    yield from (f"{ticks}{kind}", *piece.strip("\n").split("\n"), ticks)


def write_rules(root: Path, rules: Sequence[Rule]) -> None:
    """Write the pages of `rules` into the project at `root`; those of rules that are no more go away."""
    for lang, index in INDEX.items():
        folder = root / "docs" / "editors" / lang
        for path in (folder / index.removesuffix(".md")).glob("*.md"):
            path.unlink()
        for name, text in rule_pages(rules, lang).items():
            path = root / "docs" / "editors" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
