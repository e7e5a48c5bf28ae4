"""Diagnostics as SARIF 2.1.0, the format in which code hosts and editors take findings from any tool."""

import json
import re
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from plugins.build.report.cells import escaped, harmless
from plugins.build.report.contents import Contents
from plugins.build.report.sarif_places import Places, region
from plugins.build.report.sarif_rules import descriptors
from plugins.build.report.voice import Voice
from plugins.core.diagnostic import Diagnostic, Fix, translatable

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# What the format itself puts a backslash before.
SIGNS = re.compile(r"[\[\]\\]")
REPAIR = translatable("What `check --fix` does")


def render_sarif(contents: Contents) -> str:
    """All findings in order as one log, with all rules; columns are code points from 1, their end is exclusive."""
    found, voice = contents.found, contents.voice
    known, places = descriptors(found, contents.rules, voice), Places(contents.shown_path)
    numbers = {rule["id"]: number for number, rule in enumerate(known)}
    marked = zip(found, fingerprints(found), strict=True)
    results = [_result(one, numbers[one.rule], voice, places, mark) for one, mark in marked]
    run = {
        "tool": {"driver": _driver(contents.version, voice, known)},
        "language": voice.lang,
        "invocations": [{"executionSuccessful": contents.is_whole}],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "artifacts": places.artifacts(),
        "results": results,
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return escaped(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _driver(version: str, voice: Voice, known: Sequence[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": "Pregón",
        "version": version,
        "semanticVersion": version,
        "language": voice.lang,
        "rules": known,
    }


def _result(found: Diagnostic, number: int, voice: Voice, places: Places, mark: str) -> dict[str, Any]:
    said = [plain(text) for text in voice.told(found)]
    at = places.of(found.location.path)
    result: dict[str, Any] = {
        "ruleId": found.rule,
        "ruleIndex": number,
        "level": found.severity.value,
        # The format wants braces doubled; but who shows a message without arguments leaves them so.
        "message": {"text": "\n".join(said)},
        "locations": [{"physicalLocation": {"artifactLocation": at, "region": region(found.location.span)}}],
        "partialFingerprints": {"pregonFinding/v1": mark},
    }
    if found.is_fixable and found.fix is not None:
        result["fixes"] = [_fix(found.fix, at, voice)]
    return result


def plain(text: str) -> str:
    """`text` so that nothing in it is a link: a hint that shows how to write one would lose its brackets."""
    shown = harmless(text)
    return SIGNS.sub(r"\\\g<0>", shown) if "](" in shown else shown


def _fix(fix: Fix, at: dict[str, Any], voice: Voice) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": region(edit.span), **({"insertedContent": {"text": edit.text}} if edit.text else {})}
        for edit in fix.edits
    ]
    return {
        "description": {"text": voice.say(REPAIR)},
        "artifactChanges": [{"artifactLocation": at, "replacements": replacements}],
    }


def fingerprints(found: Iterable[Diagnostic]) -> list[str]:
    """For each finding what stays the same when its line moves; equal ones are numbered."""
    seen: dict[tuple[str, str, str], int] = {}
    marks = []
    for one in found:
        key = (one.location.path, one.rule, one.offence)
        seen[key] = seen.get(key, 0) + 1
        written = "\0".join((*key, str(seen[key])))
        marks.append(sha256(written.encode("utf-8", "surrogatepass")).hexdigest())
    return marks
