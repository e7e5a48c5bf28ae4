"""Theme files as outputs: style sheets joined into one, script and style named by their digest."""

import hashlib
import re
from collections.abc import Iterator, Mapping

from plugins.core.output import Inputs, Output, RenderContext, given
from plugins.core.site import Asset, Site

# Comments and indentation. The theme's style sheets hold neither inside a string; a test looks.
STYLE_AIR = re.compile(rb"/\*.*?\*/\s*|^\s+", re.DOTALL | re.MULTILINE)
# Under these names the frame of a page asks for them.
JOINED = {"site.css": ("css/", ".css"), "site.js": ("js/", ".js")}


class AssetFile(Inputs, frozen=True):
    """The theme files, by path and digest, whose bytes one after the other make the asset."""

    sources: tuple[tuple[str, str], ...]


def theme_assets(files: Mapping[str, str], folder: str) -> dict[str, Asset]:
    """The assets of a theme, published below `folder`; `files` are its static files, path below `static/`: digest."""
    found: dict[str, Asset] = {}
    joined: set[str] = set()
    for name, (start, end) in JOINED.items():
        parts = tuple(sorted(path for path in files if path.startswith(start) and path.endswith(end)))
        if parts:
            digest = hashlib.sha256("".join(files[part] for part in parts).encode()).hexdigest()
            stem = name.partition(".")[0]
            # The digest in the name lets a server say "keep for ever".
            found[name] = Asset(f"{folder}/{start}{stem}.{digest[:10]}{end}", digest, parts)
            joined.update(parts)
    for path in sorted(set(files) - joined):
        found[_role(path, found)] = Asset(f"{folder}/{path}", files[path], (path,))
    return found


def _role(path: str, taken: Mapping[str, Asset]) -> str:
    roles = {
        "font": path.endswith(".woff2"),
        "icon": path.endswith(".svg"),
        "touch_icon": path.endswith("180.png"),
    }
    return next((role for role, fits in roles.items() if fits and role not in taken), path)


def outputs(site: Site) -> Iterator[Output]:
    """One output for each asset."""
    for asset in site.assets.values():
        if not site.wants(asset.path):
            continue
        sources = tuple((f"theme:{source}", site.theme_files[source]) for source in asset.sources)
        yield Output(asset.path, given(AssetFile(sources=sources)), render_asset, wave=1)


def render_asset(inputs: AssetFile, context: RenderContext) -> bytes:
    """The bytes of an asset; a style sheet without comments and indentation, so that a page fits one round trip."""
    content = b"".join(context.file(path, digest) for path, digest in inputs.sources)
    return STYLE_AIR.sub(b"", content) if inputs.sources[0][0].endswith(".css") else content
