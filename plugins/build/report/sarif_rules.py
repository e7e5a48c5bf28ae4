"""The rules as SARIF describes them, in the language of the report."""

from collections.abc import Mapping, Sequence
from typing import Any

from plugins.build.report.voice import Voice
from plugins.checks.about import PARTS, About
from plugins.core.diagnostic import Diagnostic
from plugins.core.rule import Rule


def descriptors(found: Sequence[Diagnostic], rules: Mapping[str, Rule], voice: Voice) -> list[dict[str, Any]]:
    """Every one of `rules`, and those of other findings (a full disk, a broken template), by name."""
    levels = {one.rule: one.severity.value for one in found} | {
        name: rule.severity.value for name, rule in rules.items()
    }
    return [_descriptor(name, levels[name], rules.get(name), voice) for name in sorted(levels)]


def _descriptor(name: str, level: str, rule: Rule | None, voice: Voice) -> dict[str, Any]:
    described: dict[str, Any] = {
        "id": name,
        "name": "".join(word.capitalize() for word in name.split("-")),
        "defaultConfiguration": {"level": level},
        "properties": {"problem.severity": level, **({"tags": [rule.topic]} if rule is not None else {})},
    }
    own = voice.about(rule)
    return described if own is None else {**described, **_texts(own, voice)}


def _texts(own: About, voice: Voice) -> dict[str, Any]:
    parts = [*zip(map(voice.pages.gettext, PARTS), (own.finds, own.matters, own.remedy), strict=True)]
    clause = _sentence(own.clause)
    text = "\n\n".join([clause, *(f"{heading}: {said}" for heading, said in parts)])
    markdown = "\n\n".join([clause, *(f"## {heading}\n\n{_sentence(said)}" for heading, said in parts)])
    return {
        "shortDescription": {"text": clause},
        "fullDescription": {"text": _sentence(own.finds)},
        "help": {"text": text, "markdown": markdown},
    }


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
