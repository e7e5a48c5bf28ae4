"""Which documents are published now, and why the others are not: none is left out in silence."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from msgspec import Struct, structs

from plugins.core.document import AnyDocument

DRAFT, SCHEDULED, FAULTY, HELD = "draft", "scheduled", "errors", "baseline"


class Publication(Struct, frozen=True):
    """`held` maps the path of each file that is not published to draft, scheduled, errors or baseline.

    `due` is the instant at which the next scheduled document appears.
    """

    documents: tuple[AnyDocument, ...]
    held: Mapping[str, str]
    due: datetime | None = None

    def without(self, paths: Iterable[str]) -> "Publication":
        """The same with the documents at `paths` held back."""
        back = set(paths)
        kept = tuple(document for document in self.documents if document.path not in back)
        return Publication(kept, {**self.held, **{path: HELD for path in back}}, self.due)

    def and_faulty(self, paths: Iterable[str]) -> "Publication":
        """The same, and the files at `paths`, which are no documents, have errors."""
        return structs.replace(self, held={**self.held, **dict.fromkeys(paths, FAULTY)})


def publication(read: Mapping[str, AnyDocument | None], drafts: bool, now: datetime) -> Publication:
    """What of the files `read` is published at `now` (aware); with `drafts` also drafts and what is not due yet."""
    documents: list[AnyDocument] = []
    held: dict[str, str] = {}
    waiting: list[datetime] = []
    # ISO 8601 begins with the year, and no offset is as long as one.
    past = f"{now.year - 1:04}"
    for path, document in read.items():
        if document is None:
            held[path] = FAULTY
            continue
        due = not document.date or document.date.iso < past or document.date.order <= now
        if drafts:
            if document.date and not due:
                waiting.append(document.date.order)
            documents.append(document if due else structs.replace(document, draft=True))
        elif document.draft:
            held[document.path] = DRAFT
        elif document.date and not due:
            held[document.path] = SCHEDULED
            waiting.append(document.date.order)
        else:
            documents.append(document)
    return Publication(tuple(documents), held, min(waiting, default=None))


def clock(epoch: str | None, now: datetime) -> datetime:
    """The instant that decides what is due: SOURCE_DATE_EPOCH (seconds) when it is set, else `now`.

    Raises:
        ValueError: `epoch` is no whole number of seconds.
    """
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else now
