"""Text that an XML document can hold."""

import re

FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_xml_text(text: str) -> str:
    """`text` without the control characters that XML 1.0 has no way to write."""
    return FORBIDDEN.sub("", text)


def to_line(text: str) -> str:
    """`text` as one line that XML can hold."""
    return " ".join(to_xml_text(text).split())
