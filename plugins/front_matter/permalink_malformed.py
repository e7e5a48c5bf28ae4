"""Addresses that this site cannot have: the findings of `permalink-malformed`."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from plugins.core.diagnostic import Diagnostic, Fix, Severity, Text, translatable
from plugins.core.slug import slugify
from plugins.core.source import Source
from plugins.core.url import PLACEHOLDER, path_fault
from plugins.front_matter.naming import FileName
from plugins.front_matter.schema import AnyFields

RULE = "permalink-malformed"
HOST = re.compile(r"\A(?:[a-z][a-z0-9+.-]*://[^/?#]*|//[^/?#]+)", re.IGNORECASE)


def address_faults(source: Source, fields: AnyFields, name: FileName) -> Iterator[Diagnostic]:
    """Every address in `permalink` and `redirect_from` that cannot be one of this site."""
    written = [("permalink", fields.permalink)] if fields.permalink else []
    paths: list[tuple[tuple[str | int, ...], str]] = [((key,), text) for key, text in written]
    paths += [(("redirect_from", index), text) for index, text in enumerate(fields.redirect_from)]
    for keys, text in paths:
        if PLACEHOLDER.search(text):
            yield _placeholder(source, keys, text, fields, name)
        elif path_fault(text):
            yield _impossible(source, keys, text)


def _impossible(source: Source, keys: tuple[str | int, ...], text: str) -> Diagnostic:
    at, meant = source.at(*keys), _meant(text)
    message = translatable("`{value}` cannot be an address of this site, because of `{part}`.")
    if not text.startswith("/"):
        message = translatable("`{value}` cannot be an address of this site: those begin with `/`.")
    hint = translatable("Write the whole path from `/`, with letters, digits and hyphens: `/water/`.")
    return Diagnostic(
        at,
        RULE,
        Severity.ERROR,
        Text(message, {"value": text, "part": path_fault(text)}),
        Text(translatable("Write `{value}`."), {"value": meant}) if meant else Text(hint),
        text,
        Fix((source.rewritten(at.span, meant),), is_safe=False) if meant else None,
    )


def _meant(text: str) -> str:
    """The path of an address with its host, without its slashes or with signs that no path takes; else nothing."""
    path = HOST.sub("", text.strip(), count=1)
    if "?" in path:
        # What a program answered; the same path stood for many pages.
        return ""
    names = [name for name in map(unquote, path.partition("#")[0].split("/")) if name not in ("", ".", "..")]
    names = [slugify(name) if path_fault(f"/{name}") or "/" in name else name for name in names]
    meant = f"/{'/'.join(names)}{'' if names and '.' in names[-1] else '/'}"
    return meant if names and not path_fault(meant) else ""


def _placeholder(
    source: Source, keys: tuple[str | int, ...], text: str, fields: AnyFields, name: FileName
) -> Diagnostic:
    date = [*(getattr(fields, "date", "") or name.date)[:10].split("-"), "", "", ""]
    slug = fields.slug or slugify(name.rest)
    values = {
        "year": date[0],
        "month": date[1],
        "day": date[2],
        "title": slug,
        "slug": slug,
        "categories": "",
    }
    expanded = PLACEHOLDER.sub(lambda match: values.get(match[0][1:], slug), text).replace("//", "/")
    at = source.at(*keys)
    whole = not path_fault(expanded) and not PLACEHOLDER.search(expanded)
    return Diagnostic(
        at,
        RULE,
        Severity.ERROR,
        Text(
            translatable("`{value}` holds a Jekyll placeholder; an address here is written out."),
            {"value": text},
        ),
        Text(translatable("Write `{value}`."), {"value": expanded}),
        text,
        Fix((source.rewritten(at.span, expanded),), is_safe=False) if whole else None,
    )
