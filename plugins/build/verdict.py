"""What becomes of what rules have found: settings make it an error, a warning or nothing, comments silence it."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from msgspec import Struct, structs

from plugins.build.severities import Severities, severity
from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Text, translatable
from plugins.core.rule import Rule
from plugins.core.silence import Silence

MALFORMED = translatable("This comment was to silence a rule, and not all of it is understood.")
MALFORMED_HINT = translatable("Write the names of the rules, with commas, and why: `pregon: allow {rules} (…)`.")
RULE_NAME = re.compile(r"(?<![\w-])[a-z]{2,30}(?:-[a-z]{2,30}){1,4}(?![\w-])")
UNKNOWN = translatable("This comment silences the rule `{name}`, which does not exist.")
NEAR = translatable("Did you mean `{name}`?")
NAMES = translatable("Copy the name from between the brackets of the message.")
REFUSED = translatable("No comment can silence `{name}`: readers would lose something, or be harmed.")
REFUSED_HINT = translatable("Correct what it says, and delete the comment.")
UNUSED = translatable("This comment silences `{name}`, which finds nothing on its line.")
UNUSED_HINT = translatable(
    "Delete the comment; it works on its own line, and on the one below it if it stands alone on its line."
)
BARE = translatable("This comment silences `{name}` and does not say why.")
BARE_HINT = translatable("Write the reason behind the name, in parentheses, for whoever reads it next year.")


class Judge(Struct, frozen=True):
    """What findings are judged by: all rules by name, the levels of the settings, and each file's type of document."""

    rules: Mapping[str, Rule]
    severities: Severities
    kind_of: Callable[[str], str]

    def judged(
        self, found: Iterable[Diagnostic], silences: Mapping[str, Sequence[Silence]]
    ) -> tuple[list[Diagnostic], int]:
        """What is left of `found`, with what is wrong with the comments themselves; how many were silenced."""
        kept: list[Diagnostic] = []
        heard: dict[str, set[Silence]] = defaultdict(set)
        levels = self.severities.levels
        for fault in found:
            path = fault.location.path
            if path in silences and (silence := self._silence(fault, silences[path])) is not None:
                heard[path].add(silence)
            elif levels and fault.rule in levels:
                kept += self._levelled(fault)
            else:
                kept.append(fault)
        for path, comments in silences.items():
            for silence in comments:
                kept += [one for fault in self._fault(path, silence, heard[path]) for one in self._levelled(fault)]
        return kept, sum(map(len, heard.values()))

    def _silence(self, fault: Diagnostic, comments: Sequence[Silence]) -> Silence | None:
        rule = self.rules.get(fault.rule)
        if rule is None or rule.firm:
            return None
        line = fault.location.span.line
        return next((one for one in comments if one.rule == fault.rule and line in one.lines), None)

    def _levelled(self, fault: Diagnostic) -> list[Diagnostic]:
        path = fault.location.path
        level = self.severities.of(fault.rule, path, self.kind_of(path))
        if level is None:
            return [fault]
        wanted = severity(level)
        return [] if wanted is None else [structs.replace(fault, severity=wanted)]

    def _fault(self, path: str, silence: Silence, heard: set[Silence]) -> Iterator[Diagnostic]:
        at, values = Location(path, silence.span), {"name": silence.rule}
        rule = self.rules.get(silence.rule)
        if not silence.rule:
            hint = Text(MALFORMED_HINT, {"rules": ", ".join(RULE_NAME.findall(silence.reason)) or "title-long"})
            yield Diagnostic(at, "silence-malformed", Severity.WARNING, Text(MALFORMED), hint, silence.reason)
        elif rule is None:
            near = get_close_matches(silence.rule, self.rules, 1)
            hint = Text(NEAR, {"name": near[0]}) if near else Text(NAMES)
            fix = Fix((Edit(silence.span, near[0]),), is_safe=False) if near else None
            message = Text(UNKNOWN, values)
            yield Diagnostic(at, "silence-unknown", Severity.WARNING, message, hint, silence.rule, fix)
        elif rule.firm:
            message, hint = Text(REFUSED, values), Text(REFUSED_HINT)
            yield Diagnostic(at, "silence-refused", Severity.WARNING, message, hint, silence.rule)
        elif silence not in heard:
            message, hint = Text(UNUSED, values), Text(UNUSED_HINT)
            yield Diagnostic(at, "silence-unused", Severity.WARNING, message, hint, silence.rule)
        elif not silence.reason:
            message, hint = Text(BARE, values), Text(BARE_HINT)
            yield Diagnostic(at, "silence-unexplained", Severity.WARNING, message, hint, silence.rule)
