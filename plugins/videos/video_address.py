"""video-address: an address that should play a video and plays none.

What it finds: a channel, a list, a search page, a broken code or another host, in `video:` or in a pasted player.
Why it matters: readers would click on a film and get an error, or a page of somebody else's videos.
What to do: open the video itself and copy its address; the hint shows what it looks like.
"""

from collections.abc import Iterator
from typing import Literal

from plugins.core.diagnostic import Diagnostic, Location, Severity, Span, Text, translatable
from plugins.core.entry import Entry
from plugins.core.rule import Example, Rule
from plugins.core.video import NoVideo, Reason, why_not

NAME = "video-address"
EXAMPLE = Example(
    "video:\n  url: https://www.youtube.com/@ciudadanoi\n  title: La asamblea del agua",
    "video:\n  url: https://www.youtube.com/watch?v=3axWZ7mTpVQ\n  title: La asamblea del agua",
)

Pasted = Literal["key", "iframe", "line"]

MESSAGES = {
    Reason.NOT_AN_ADDRESS: translatable("“{url}” is not the address of a video."),
    Reason.OTHER_HOST: translatable("“{url}” is not on a service whose videos we can show."),
    Reason.CHANNEL: translatable("“{url}” is a channel or an account, not one video."),
    Reason.LIST: translatable("“{url}” is a list of videos, not one video."),
    Reason.SEARCH: translatable("“{url}” is a page of search results, not one video."),
    Reason.WRONG_CODE: translatable("“{code}” is not the code of a video on {service}."),
    Reason.NO_VIDEO: translatable("“{url}” is a page of {service} without a video."),
}

EXAMPLES = {
    "": "https://www.youtube.com/watch?v=3axWZ7mTpVQ",
    "YouTube": "https://www.youtube.com/watch?v=3axWZ7mTpVQ",
    "Vimeo": "https://vimeo.com/76979871",
    "Internet Archive": "https://archive.org/details/night_of_the_living_dead",
}

OPEN_IT = translatable("Open the video and copy its address, which looks like this: {example}")
COPY_AGAIN = translatable(
    "A part is missing or too much. Open the video and copy its address again, whole; it looks like this: {example}"
)
OTHER_SERVICE = translatable(
    "Videos on YouTube, Vimeo, PeerTube and the Internet Archive can be shown. Put any other into the text as a link."
)


def find(url: str, span: Span, path: str, pasted: Pasted = "key") -> Iterator[Diagnostic]:
    """What is wrong with the address `url` of a video; nothing when it plays one.

    An address on a line of its own (`pasted` is ``line``) may be meant as a link: only a broken code is reported.
    An ``iframe`` of another host is left to `html-unsafe`.
    """
    fault = why_not(url)
    if fault is None or (pasted == "iframe" and not fault.service):
        return
    if pasted == "line" and fault.reason is not Reason.WRONG_CODE:
        return
    values: dict[str, str | int] = {"url": url, "code": fault.code, "service": fault.service}
    message = Text(MESSAGES[fault.reason], values)
    yield Diagnostic(Location(path, span), NAME, Severity.ERROR, message, _hint(fault), offence=url)


def _hint(fault: NoVideo) -> Text:
    if fault.reason is Reason.OTHER_HOST:
        return Text(OTHER_SERVICE)
    template = COPY_AGAIN if fault.reason is Reason.WRONG_CODE else OPEN_IT
    return Text(template, {"example": EXAMPLES[fault.service]})


def find_in(entry: Entry) -> Iterator[Diagnostic]:
    """What is wrong with the videos of one file: that of the front matter, and those pasted into the body."""
    path = entry.source.path
    if entry.video is not None:
        yield from find(entry.video.url, entry.source.span("video", "url"), path)
    for video in entry.facts.videos:
        yield from find(video.url, video.span, path, video.pasted)


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "videos", entry=find_in)
