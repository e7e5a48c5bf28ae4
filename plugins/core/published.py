"""The record of what was published: every address that readers may have, and the file that stood there.

`.published.json` lies in the content folder: `{"addresses": {"/posts/agua/": "posts/2026-03-02-agua.md"}}`, one address
on a line, site paths as in `permalink`. Publishing writes it; a file that has moved on keeps the address it had.
"""

import json
from collections.abc import Mapping

import msgspec
from msgspec import Struct

from plugins.core.diagnostic import Diagnostic, Location, Severity, Span, Text, translatable
from plugins.core.source import span_in

FILE = ".published.json"
RULE = "published-unreadable"
UNREADABLE = translatable("The record of published addresses cannot be read, so nobody can say which of them are lost.")
HINT = translatable("Restore the file as it was when the site was last published.")


class Published(Struct, frozen=True):
    """Files by the addresses at which they were published, and the `text` in which that is written."""

    addresses: Mapping[str, str] = {}
    text: str = ""

    def at(self, address: str) -> Location:
        """Where the record names `address`."""
        written = _quoted(address)
        start = self.text.find(written)
        return Location(FILE, span_in(self.text, start + 1, start + len(written) - 1) if start >= 0 else Span())


NOTHING = Published()


class Written(Struct, frozen=True):
    """The file's shape."""

    addresses: dict[str, str]


def dump(addresses: Mapping[str, str]) -> bytes:
    """The file's bytes: sorted, one address on a line, so that version control shows what was added."""
    text = json.dumps({"addresses": dict(sorted(addresses.items()))}, ensure_ascii=False, indent=2) + "\n"
    return text.encode("utf-8", "backslashreplace")


def load(content: bytes) -> Published | Diagnostic:
    """The record in the file's bytes; the diagnostic where the file is damaged."""
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        written = msgspec.convert(json.loads(text), Written)
    except json.JSONDecodeError as error:
        return _unreadable(Span(error.lineno, error.colno, error.lineno, error.colno + 1))
    except (ValueError, RecursionError):
        return _unreadable(Span())
    return Published(written.addresses, text)


def _quoted(address: str) -> str:
    return json.dumps(address, ensure_ascii=False)


def _unreadable(span: Span) -> Diagnostic:
    return Diagnostic(Location(FILE, span), RULE, Severity.ERROR, Text(UNREADABLE), Text(HINT))
