"""html-unsafe: HTML in the text that could harm readers.

What it finds: programs (`<script>`, `onclick=…`, `javascript:…`), forms, foreign frames; none is published.
Why it matters: they run in the reader's browser, tell others who reads what, or take what readers type.
What to do: delete it, and link to the page instead.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from plugins.checks.addresses import is_own, meant
from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.entry import BodyMarkup, Entry
from plugins.core.rule import Example, Rule
from plugins.core.video import why_not

NAME = "html-unsafe"
EXAMPLE = Example(
    'Firma aquí abajo.\n\n<iframe src="https://firmas.example/agua"></iframe>',
    "Firma en [la página de la colecta](https://firmas.example/agua).",
    "body",
)
PROGRAM = translatable("`<{what}>` would run a program in the reader's browser.")
HIDDEN = translatable("`<{what}>` can carry a program that nobody sees.")
FORM = translatable("`<{what}>` asks readers for something that this site cannot receive or protect.")
OBJECT = translatable("`<{what}>` would load a foreign program or page into this one.")
PAGE = translatable("`<{what}>` would change the whole page, not only this text.")
ATTRIBUTE = translatable("`{what}` would run a program in the reader's browser.")
ADDRESS = translatable("`{what}` is no address that a reader can safely open.")
FRAME = translatable("This frame would show {host} inside the page, and tell it who is reading.")
FRAME_EMPTY = translatable("This frame has no address.")
DELETE = translatable("Delete it; the text around it stays as it is.")
LINK = translatable("Delete it and write a link to the page instead: `[…](https://…)`.")
FRAME_LINK = translatable("Delete it and write a link instead: `[…]({address})`.")
TAGS = {
    "script": PROGRAM,
    "svg": HIDDEN,
    "math": HIDDEN,
    "template": HIDDEN,
    "noscript": HIDDEN,
    "form": FORM,
    "input": FORM,
    "button": FORM,
    "select": FORM,
    "textarea": FORM,
    "object": OBJECT,
    "embed": OBJECT,
    "applet": OBJECT,
    "frame": OBJECT,
    "frameset": OBJECT,
}


def find(entry: Entry) -> Iterator[Diagnostic]:
    """Every piece of HTML in the body that is unsafe; a video service's is left to `video-address`."""
    for markup in entry.facts.markup:
        if not markup.unsafe or (markup.kind == "iframe" and _is_of_video_service(markup.what)):
            continue
        # Of these `picture-missing`, `link-target-missing` and `link-address` speak.
        if markup.kind == "address" and _is_slip(markup):
            continue
        message, hint = _said(markup)
        yield Diagnostic(Location(entry.source.path, markup.span), NAME, Severity.ERROR, message, hint, markup.what)


def _is_of_video_service(address: str) -> bool:
    reason = why_not(address)
    return reason is None or bool(reason.service)


def _is_slip(markup: BodyMarkup) -> bool:
    return (markup.tag in ("a", "img") and is_own(markup.what)) or bool(meant(markup.what))


def _said(markup: BodyMarkup) -> tuple[Text, Text]:
    what = markup.what if len(markup.what) <= 80 else f"{markup.what[:79]}…"
    if markup.kind == "tag":
        template = TAGS.get(what, PAGE)
        return Text(template, {"what": what}), Text(LINK if template in (FORM, OBJECT) else DELETE)
    if markup.kind == "attribute":
        return Text(ATTRIBUTE, {"what": what}), Text(DELETE)
    if markup.kind == "address":
        return Text(ADDRESS, {"what": what}), Text(LINK)
    if not markup.what:
        return Text(FRAME_EMPTY), Text(DELETE)
    return Text(FRAME, {"host": _host(markup.what)}), Text(FRAME_LINK, {"address": markup.what})


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or address
    except ValueError:
        return address


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "text", entry=find, firm=True)
