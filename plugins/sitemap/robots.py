"""robots.txt: everything may be read, and here is the list."""

from plugins.core.output import Inputs, RenderContext


class Robots(Inputs, frozen=True):
    """`sitemap` is the sitemap's absolute address; empty when there is none."""

    sitemap: str


def render_robots(robots: Robots, context: RenderContext) -> bytes:
    """The text of robots.txt."""
    lines = ["User-agent: *", "Allow: /"]
    if robots.sitemap:
        lines += ["", f"Sitemap: {robots.sitemap}"]
    return ("\n".join(lines) + "\n").encode()
