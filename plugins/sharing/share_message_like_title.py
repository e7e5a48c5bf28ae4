"""share-message-like-title: a share message that is the title once more.

What it finds: a `share_message` equal to the `title`; capitals, accents and final punctuation make no difference.
Why it matters: the networks show the title beside it anyway, and readers pass on the same words twice.
What to do: say why it matters, in words one would say to a friend; or delete the line: the title is shared by itself.
"""

from collections.abc import Iterator

from plugins.core.alike import alike
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule

NAME = "share-message-like-title"
EXAMPLE = Example(
    "title: Agua limpia para todos\nshare_message: ¡Agua limpia para todos!",
    "title: Agua limpia para todos\nshare_message: ¿Sabes qué sale de tu llave? Aquí lo averiguaron con frascos",
)
MESSAGE = translatable("The share message only repeats the title.")
HINT = translatable("Say why it matters, or delete the line: the title is shared by itself.")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every share message of `entry` that says what the title says."""
    for key, text in entry.share_message.items():
        if alike(text, entry.title):
            at = entry.source.at("share_message", key)
            yield Diagnostic(at, NAME, Severity.WARNING, Text(MESSAGE), Text(HINT), text)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "sharing", entry=find)
