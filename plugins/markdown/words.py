"""The few words and signs that a body's HTML needs in its own language."""

from msgspec import Struct


class Words(Struct, frozen=True):
    """`quotes` are the outer pair and the inner pair; the others are sentences with named places."""

    quotes: str = "“”‘’"
    watch: str = "Watch on {service}"
    remote: str = "Picture on {host}"
    table: str = "Table"
    back: str = "Back to the text"
    video: str = "Video"
