"""campaign-unknown: a campaign that does not exist.

What it finds: `campaign:` in a post or an experience that names no campaign in any language.
Why it matters: the campaign's page would not show it, and readers of the post would not hear of the campaign.
What to do: write the file name of the campaign without its ending, or its `ref`.
"""

import re
from collections.abc import Iterator

from plugins.checks.nearest import Names, did_you_mean
from plugins.checks.place import place, replacing, words_at
from plugins.core.diagnostic import Diagnostic, Severity, Text, translatable
from plugins.core.document import Experience, Post
from plugins.core.rule import Example, Rule
from plugins.core.site import Site

NAME = "campaign-unknown"
CAMPAIGN = """---
title: Agua en cada escuela
start: 2026-01-15
intro: Pedimos una llave de agua potable en cada escuela del valle.
---
Faltan siete escuelas, y el verano que viene no puede pasar lo mismo.
"""
EXAMPLE = Example("campaign: 2026-aqua", "campaign: 2026-agua", beside={"campaigns/2026-agua.md": CAMPAIGN})
CAMPAIGN_FILE = re.compile(r"campaigns/.*\.(?:md|markdown)$")
MESSAGE = translatable("There is no campaign `{name}`.")
LIST = translatable("Write one of these: {names}.")
HINT = translatable("Write the campaign's file name without its ending, or delete this line.")
HELD = translatable("The campaign `{name}` is not published: readers will not hear of it here.")
HELD_HINT = translatable("There is nothing to do if it is published later.")


def find(site: Site) -> Iterator[Diagnostic]:
    """Every document whose campaign exists in no language; one that is only held back is a warning."""
    known = {name for _, name in site.campaigns}
    groups = sorted({campaign.group for campaign in site.campaigns.values()})
    names = Names(groups)
    held = {path.rpartition("/")[2].partition(".")[0] for path in site.held if CAMPAIGN_FILE.match(path)}
    for document in site.documents.values():
        if isinstance(document, Post | Experience) and document.campaign and document.campaign not in known:
            yield _finding(document, names, is_held=document.campaign in held)


def _finding(document: Post | Experience, names: Names, *, is_held: bool) -> Diagnostic:
    written, at = document.campaign, place(document, "campaign")
    values: dict[str, str | int] = {"name": written}
    if is_held:
        return Diagnostic(at, NAME, Severity.WARNING, Text(HELD, values), Text(HELD_HINT), written)
    near = names.nearest(written)
    hint = did_you_mean(near) if near else Text(HINT)
    if not near and names.names:
        hint = Text(LIST, {"names": ", ".join(names.names[:8])})
    fix = replacing(words_at(document, written, "campaign"), near) if near else None
    return Diagnostic(at, NAME, Severity.ERROR, Text(MESSAGE, values), hint, written, fix)


RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "documents", site=find, fix="unsafe")
