"""share-message-empty: a share message without words.

What it finds: a line `share_message:` with nothing behind it, or the line of a network with nothing behind it.
Why it matters: readers share the bare title, though somebody meant to give them better words.
What to do: write what people should share, or delete the line.
"""

from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule
from plugins.core.source import Tree
from plugins.sharing.config import NETWORKS
from plugins.sharing.weight import LIMITS

NAME = "share-message-empty"
EXAMPLE = Example("share_message:", 'share_message: "Treinta frascos y una pregunta que nadie contestó #AguaLimpia"')
MESSAGE = translatable("`share_message` says nothing.")
FOR_NETWORK = translatable("The share message for `{network}` says nothing.")
HINT = translatable("Write what people should share, or delete the line: then the title is shared.")
NETWORK_HINT = translatable("Write what people should share there, or delete the line: then the general one is shared.")
KNOWN = frozenset((*NETWORKS, *LIMITS, ""))


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every place of a share message of `entry` where nothing is written."""
    source = entry.source
    if "share_message" not in source.keys:
        return
    written = (source.front or {}).get("share_message")
    if _is_empty(written):
        at = Location(source.path, source.key_span("share_message"))
        yield Diagnostic(at, NAME, Severity.WARNING, Text(MESSAGE), Text(HINT), "share_message")
    elif isinstance(written, dict):
        for network, text in written.items():
            if network in KNOWN and _is_empty(text):
                at = Location(source.path, source.key_span("share_message", network))
                message = Text(FOR_NETWORK, {"network": network or '""'})
                yield Diagnostic(at, NAME, Severity.WARNING, message, Text(NETWORK_HINT), f"share_message {network}")


def _is_empty(written: Tree) -> bool:
    return not written or (isinstance(written, str) and not written.strip())


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "sharing", entry=find)
