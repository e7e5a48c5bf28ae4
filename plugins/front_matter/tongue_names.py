"""Languages as writers name them, and the codes that stand for them."""

import re
from collections.abc import Iterator

from plugins.core.diagnostic import Diagnostic, Fix, Severity, Text, translatable
from plugins.core.slug import slugify
from plugins.core.source import Source
from plugins.front_matter.schema import AnyFields

NAMED = {"espanol": "es", "spanish": "es", "castellano": "es", "espanhol": "es", "castelhano": "es"} | {
    "ingles": "en",
    "english": "en",
    "portugues": "pt",
    "portuguese": "pt",
    "frances": "fr",
    "french": "fr",
    "guarani": "gn",
    "quechua": "qu",
    "mapudungun": "arn",
}
# ISO 639-1, and of the longer codes those of the continent's languages that are often published in.
LISTED = """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el
    en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu
    ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na
    nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so
    sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    arn quc
"""
CODES = frozenset(LISTED.split())
CODE = re.compile(r"(?P<code>[a-z]{2,3})(?:[-_][a-z\d]{2,8})*", re.IGNORECASE | re.ASCII)
UNKNOWN = translatable("`{field}` cannot be `{value}`.")
NEAR = translatable("Write the code of the language: `{name}`.")
HINT = translatable("Write the code of a language: `es`, `en`, `pt` …")


def code_of(written: str) -> str:
    """The code of the language that `written` is, by code or by name; empty where it is not known."""
    match = CODE.fullmatch(written)
    if match and match["code"].lower() in CODES:
        return match["code"].lower()
    return NAMED.get(slugify(written), "")


def download_faults(source: Source, fields: AnyFields) -> Iterator[Diagnostic]:
    """Files to take away whose language is no code."""
    for number, download in enumerate(getattr(fields, "downloads", None) or ()):
        written = download.language
        match = CODE.fullmatch(written)
        if not written or (match and match["code"].lower() in CODES):
            continue
        at, code = source.at("downloads", number, "language"), code_of(written)
        fix = Fix((source.rewritten(at.span, code),), is_safe=False) if code else None
        hint = Text(NEAR, {"name": code}) if code else Text(HINT)
        message = Text(UNKNOWN, {"field": "language", "value": written})
        yield Diagnostic(at, "field-type", Severity.ERROR, message, hint, written, fix)
