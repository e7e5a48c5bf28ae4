"""iframe-video: the code of a player where the address of the video is enough.

What it finds: an `<iframe>` without a title that plays a video.
Why it matters: the page shows the same either way; the code is long, easily broken, and shuts others out of the text.
What to do: write the address of the video on a line of its own, with an empty line before and after it.
"""

import re
from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Edit, Fix, Location, Severity, Span, Text, translatable
from plugins.core.entry import BodyVideo, Entry
from plugins.core.rule import Example, Rule
from plugins.core.source import span_in
from plugins.core.video import video_of

NAME = "iframe-video"
EXAMPLE = Example(
    'Así fue.\n\n<iframe width="560" src="https://www.youtube.com/embed/3axWZ7mTpVQ"></iframe>\n\nHay más.',
    "Así fue.\n\nhttps://www.youtube.com/watch?v=3axWZ7mTpVQ\n\nHay más.",
    "body",
)
MESSAGE = translatable("This is the code of a player; the address of the video is enough.")
HINT = translatable("Write on a line of its own: `{url}`")
FRAME = re.compile(r"<iframe\b[^<>]*>[^<>]*</iframe\s*>", re.IGNORECASE)

INNER = re.compile(r">\s*[^<\s][^<]*</iframe", re.IGNORECASE)
BLOCK = re.compile(
    r"<(?:div|section|article|aside|details|figure|center|blockquote|table|td|ul|ol|li|p)\b", re.IGNORECASE
)
BLOCK_END = re.compile(
    r"</(?:div|section|article|aside|details|figure|center|blockquote|table|td|ul|ol|li|p)\b", re.IGNORECASE
)


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every pasted player; one with a title keeps it, which an address could not."""
    if not any(video.pasted == "iframe" for video in entry.facts.videos):
        return
    body, first = entry.facts.plain, entry.source.body_line
    frames = [(span_in(body, *match.span(), first), match) for match in FRAME.finditer(body)]
    for video in entry.facts.videos:
        known = video_of(video.url)
        if video.pasted != "iframe" or video.title.strip() or known is None:
            continue
        around = next(((span, match) for span, match in frames if _holds(span, video.span)), None)
        span = around[0] if around else video.span
        fix = _fix(entry.source.body, around[1], span, known.watch_url, video) if around else None

        hint = Text(HINT, {"url": known.watch_url})
        yield Diagnostic(Location(entry.source.path, span), NAME, Severity.WARNING, Text(MESSAGE), hint, video.url, fix)


def _holds(frame: Span, address: Span) -> bool:
    return frame <= address and (address.end_line, address.end_column) <= (frame.end_line, frame.end_column)


def _fix(body: str, frame: re.Match[str], span: Span, url: str, video: BodyVideo) -> Fix | None:
    """The address in the place of the player, where it is alone between empty lines and plays the same."""
    before, after = body[: frame.start()], body[frame.end() :]
    alone = before.strip("\n ") == "" or re.search(r"\n[ \t]*\n\Z", before)
    if INNER.search(frame[0]) or len(BLOCK.findall(before)) > len(BLOCK_END.findall(before)):
        # What stands in the player, or around it as HTML, would be another text.
        return None
    if not alone or not re.match(r"[ \t]*(?:\n[ \t]*\n|\n?\s*\Z)", after):
        return None
    return Fix((Edit(span, url),)) if video_of(url) == video_of(video.url) else None


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "videos", entry=find, fix="safe")
