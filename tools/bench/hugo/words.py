"""The words of the interface, from our catalogues, as Hugo's `i18n/` wants them."""

import re
from pathlib import Path

from babel.messages.pofile import read_po

from tools.bench.addresses import CATALOGUES

PLACE = re.compile(r"%\((\w+)\)s")


def words(lang: str, catalogues: Path = CATALOGUES) -> dict[str, str | dict[str, str]]:
    """Each sentence by its English one, which is the first where there is a plural."""
    found: dict[str, str | dict[str, str]] = {}
    with (catalogues / lang / "LC_MESSAGES" / "messages.po").open("rb") as file:
        for message in read_po(file):
            if message.context or not message.id:
                continue
            if isinstance(message.id, tuple) and message.string:
                forms = [PLACE.sub("{{ .Count }}", form) for form in message.string]
                found[message.id[0]] = {"one": forms[0], "other": forms[-1]}
            else:
                found[str(message.id)] = PLACE.sub(r"{{ .\1 }}", str(message.string))
    return found
