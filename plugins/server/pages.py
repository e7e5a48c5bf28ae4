"""The server's own HTML: what it adds to each page, and the page of everything that was found."""

import re
from collections.abc import Iterable
from string import Template

from plugins.server.board import State
from plugins.server.words import (
    BUILDING,
    ERRORS,
    EVERYTHING,
    FINE,
    FOUND,
    LAST_GOOD,
    NOTHING_YET,
    TO_THE_SITE,
    WARNINGS,
    escaped,
    texts,
)

# A folder of the site with this name would not be seen while it is served.
ROOM = "/__pregon__/"
EVENTS, SCRIPT, STYLE = f"{ROOM}events", f"{ROOM}reload.js", f"{ROOM}serve.css"
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
# So many errors in the overlay; all of them are on the page.
SHOWN = 10
QUOTED = re.compile(r" +\d* +\| ")

LISTENER = Template('<script src="$script" data-version="$version" defer></script>\n')
OVERLAY = Template("""<link rel="stylesheet" href="$style">
<div id="pregon-overlay" role="alert" lang="$lang">
<details open>
<summary>$summary</summary>
$blocks
<p><a href="$room">$everything</a></p>
</details>
</div>
""")
PAGE = Template("""<!DOCTYPE html>
<html lang="$lang">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title · Pregón</title>
<link rel="stylesheet" href="$style">
</head>
<body class="pregon">
<main>
<h1>$title</h1>
$parts
</main>
$listener</body>
</html>
""")


def addition(state: State, version: str) -> str:
    """What each page of the site is given: the script, and the overlay while there are errors."""
    listener = LISTENER.substitute(script=SCRIPT, version=version)
    if not state.errors:
        return listener
    count = len(state.errors)
    said = texts(state.lang)
    overlay = OVERLAY.substitute(
        style=STYLE,
        lang=_lang(state),
        summary=escaped(said.ngettext(*LAST_GOOD, count).format(count=count)),
        blocks=_blocks(state.errors[:SHOWN]),
        room=ROOM,
        everything=escaped(said.gettext(EVERYTHING)),
    )
    return overlay + listener


def findings_page(state: State, version: str) -> str:
    """Everything that was found, readable without any script."""
    said = texts(state.lang).gettext
    parts = [f"<p>{escaped(said(BUILDING))}</p>"] if state.building else []
    for title, blocks in ((ERRORS, state.errors), (WARNINGS, state.warnings)):
        if blocks:
            parts.append(f"<h2>{escaped(said(title))}</h2>\n{_blocks(blocks)}")
    if not parts:
        parts = [f"<p>{escaped(said(FINE))}</p>"]
    if state.output:
        parts.append(f'<p><a href="/">{escaped(said(TO_THE_SITE))}</a></p>')
    return _page(state, version, said(FOUND), parts)


def waiting_page(state: State, version: str) -> str:
    """In the place of a page while there is no site at all."""
    said = texts(state.lang).gettext
    title = BUILDING if state.building else NOTHING_YET
    return _page(state, version, said(title), [_blocks(state.errors)] if state.errors else [])


def _page(state: State, version: str, title: str, parts: Iterable[str]) -> str:
    listener = LISTENER.substitute(script=SCRIPT, version=version)
    values = {"lang": _lang(state), "title": escaped(title), "parts": "\n".join(parts)}
    return PAGE.substitute(style=STYLE, listener=listener, **values)


def _blocks(blocks: Iterable[str]) -> str:
    # The block can be reached by the keyboard, because a wide quoted line scrolls in it.
    items = (f'<li><pre tabindex="0">{"".join(map(_line, block.splitlines()))}</pre></li>' for block in blocks)
    return "<ol>\n" + "\n".join(items) + "\n</ol>"


def _line(line: str) -> str:
    """A sentence is broken where there is no more room; a line that is quoted, and its carets, must not be."""
    kind = "quoted" if QUOTED.match(line) else "said"
    return f'<span class="{kind}">{escaped(line)}\n</span>'


def _lang(state: State) -> str:
    return state.lang if state.lang in ("es", "en", "pt") else "es"
