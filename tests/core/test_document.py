"""Documents are values that say what they are."""

from plugins.core.diagnostic import Diagnostic, Location, Severity, Span, Text, sort_key
from plugins.core.document import Moment
from tests import factory


def test_each_document_knows_its_kind() -> None:
    documents = (factory.post(), factory.campaign(), factory.experience(), factory.page())
    assert [document.kind for document in documents] == ["post", "campaign", "experience", "page"]


def test_moments_are_ordered_by_instant_not_by_what_is_written() -> None:
    santiago, utc = Moment(iso="2026-03-02T09:00:00-03:00"), Moment(iso="2026-03-02T11:00:00+00:00")
    assert utc.order < santiago.order
    assert santiago.when.hour == 9


def test_a_sentence_is_looked_up_before_its_places_are_filled() -> None:
    text = Text("`{field}` is empty.", {"field": "{title}"})
    assert text.said({"`{field}` is empty.": "`{field}` está vacío."}.__getitem__) == "`{title}` está vacío."


def test_findings_are_sorted_by_place_then_by_rule() -> None:
    def found(path: str, line: int, rule: str) -> Diagnostic:
        return Diagnostic(Location(path, Span(line, 1, line, 2)), rule, Severity.WARNING, Text(""))

    ordered = [found("a.md", 2, "b"), found("a.md", 10, "a"), found("a.md", 10, "b"), found("b.md", 1, "a")]
    assert sorted(reversed(ordered), key=sort_key) == ordered
    assert not ordered[0].is_error
