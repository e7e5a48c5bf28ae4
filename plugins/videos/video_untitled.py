"""video-untitled: a video that has no title.

What it finds: `video:` with an address and no `title`.
Why it matters: a video is a link that says what it plays; without a title it bears that of the whole text.
What to do: write `url:` and `title:` in two lines below `video:`, and say who speaks or what is seen.
"""

from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule
from plugins.core.video import video_of

NAME = "video-untitled"
EXAMPLE = Example(
    "video: https://www.youtube.com/watch?v=3axWZ7mTpVQ",
    "video:\n  url: https://www.youtube.com/watch?v=3axWZ7mTpVQ\n  title: La asamblea del agua, en tres minutos",
)
MESSAGE = translatable("The video has no title: readers see that of the whole text instead.")
HINT = translatable("Write in two lines below `video:`: `url: {url}` and `title: …`")


def find(entry: Entry) -> Iterator[Diagnostic]:
    """The video of the front matter, if it plays and says nothing of itself."""
    video = entry.video
    if video is None or video.title.strip() or video_of(video.url) is None:
        return
    at, hint = entry.source.at("video", "url"), Text(HINT, {"url": video.url})
    yield Diagnostic(at, NAME, Severity.WARNING, Text(MESSAGE), hint, video.url)


RULE = Rule(NAME, Severity.WARNING, __doc__, EXAMPLE, "videos", entry=find)
