"""A share message for a network that has no link is named: nobody would ever see it."""

from zoneinfo import ZoneInfo

from plugins.core.prose import Body
from plugins.front_matter.document import parse
from plugins.front_matter.naming import parse_name
from plugins.front_matter.reader import read
from plugins.front_matter.rules import Rules

RULES = Rules(("es", "en"), "es", ZoneInfo("America/Santiago"))


def test_an_unknown_network_is_reported_at_its_name_with_the_nearest() -> None:
    text = "---\ntitle: T\nshare_message:\n  x: uno\n  whatsap: dos\n---\n"
    source = read("pages/a.md", text.encode()).source
    (found,) = parse(source, parse_name("pages/a.md", RULES.languages, ()), RULES, Body("x")).diagnostics
    assert (found.rule, found.location.span.line, found.location.span.column) == ("field-unknown", 5, 3)
    assert found.hint is not None
    assert found.hint.values == {"names": "whatsapp"}


def test_one_text_for_all_networks_is_no_finding() -> None:
    source = read("pages/a.md", b"---\ntitle: T\nshare_message: uno\n---\n").source
    assert not parse(source, parse_name("pages/a.md", RULES.languages, ()), RULES, Body("x")).diagnostics
