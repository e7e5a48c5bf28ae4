"""What renderers may ask for, from disk and from this run's documents."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.build.failure import BuildError
from plugins.build.portable import Unfit
from plugins.build.versions import sources_digest, template_sources
from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable
from plugins.core.output import Inputs

if TYPE_CHECKING:
    # It brings Jinja, which a check does not need.
    from plugins.build.templates import Templates


class FileDiffers(Exception):
    """Another machine sees a source otherwise than the one that planned the site."""


class BuildContext:
    """The `RenderContext` of a build. `folders` maps `content` and `theme` to where their files are."""

    def __init__(self, templates: "Templates", bodies: Callable[[str], str], folders: Mapping[str, Path]) -> None:
        """Templates, what gives the HTML of a body by its digest, and the folders of source files."""
        self.templates, self.bodies, self.folders = templates, bodies, folders

    def __reduce__(self) -> tuple[Any, ...]:
        """How it travels to another machine, which must see the same templates."""
        seen = sources_digest(template_sources(self.templates.folders))
        return _visiting, (self.templates, self.bodies, dict(self.folders), seen)

    def template(self, name: str, lang: str, view: Inputs) -> str:
        """The template `name` in `lang`, filled with the fields of `view`."""
        return self.templates.render(name, lang, view)

    def body(self, digest: str) -> str:
        """The HTML of a body, with its reference marks."""
        return self.bodies(digest)

    def file(self, path: str, digest: str) -> bytes:
        """The bytes of `content:…` or `theme:…`.

        Raises:
            BuildError: the file changed or vanished since it was read.
        """
        kind, _, name = path.partition(":")
        try:
            return (self.folders[kind] / name).read_bytes()
        except OSError as error:
            raise BuildError(
                Diagnostic(
                    Location(name),
                    "file-unreadable",
                    Severity.ERROR,
                    Text(translatable("This file cannot be read: {reason}."), {"reason": error.strerror or "?"}),
                    Text(translatable("Check that it exists and that you may read it.")),
                    name,
                )
            ) from error


class VisitingContext(BuildContext):
    """The context on another machine, which may see other sources."""

    def file(self, path: str, digest: str) -> bytes:
        """The bytes of `content:…` or `theme:…`.

        Raises:
            FileDiffers: they are not the ones of `digest`.
        """
        try:
            content = super().file(path, digest)
        except BuildError as error:
            raise FileDiffers(path) from error
        if hashlib.sha256(content).hexdigest() != digest:
            raise FileDiffers(path)
        return content


def _visiting(
    templates: "Templates", bodies: Callable[[str], str], folders: Mapping[str, Path], seen: bytes
) -> VisitingContext:
    if sources_digest(template_sources(templates.folders)) != seen:
        raise Unfit("other", str(templates.folders[-1]))
    return VisitingContext(templates, bodies, folders)
