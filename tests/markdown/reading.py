"""A body rendered, with its marks made readable."""

from plugins.core.prose import CLOSE, OPEN
from plugins.core.source import Source
from plugins.markdown.render import Rendered, Renderer
from plugins.markdown.words import Words

RENDERER = Renderer()
WORDS = Words()


def source(body: str, line: int = 1) -> Source:
    """A file of which only the body matters."""
    return Source("posts/a.md", "", body, {}, {}, {}, body, line)


def render(body: str, words: Words = WORDS) -> Rendered:
    return RENDERER.render(source(body), words)


def html(body: str, words: Words = WORDS) -> str:
    """The whole HTML of `body`, marks as ⟦0u⟧, between tags no line ends."""
    made = render(body, words)
    whole = made.html[made.body.digest]
    return whole.replace(OPEN, "⟦").replace(CLOSE, "⟧").replace(">\n<", "><")


def rules(body: str) -> list[str]:
    return [found.rule for found in render(body).diagnostics]
