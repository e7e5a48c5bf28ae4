"""A build that could not be finished: a full disk, a folder that may not be written, a broken template."""

import errno

from plugins.core.diagnostic import Diagnostic, Location, Severity, Span, Text, translatable

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}


class BuildError(Exception):
    """Why, as a diagnostic."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message.template)
        self.diagnostic = diagnostic

    def __reduce__(self) -> tuple[type["BuildError"], tuple[Diagnostic]]:
        """How it comes back from another process."""
        return BuildError, (self.diagnostic,)


def write_failure(path: str, error: OSError) -> BuildError:
    """The system did not let us write `path`."""
    reason = {"path": path, "reason": error.strerror or type(error).__name__}
    if error.errno in FULL:
        message = Text(translatable("The disk is full: `{path}` could not be written."), {"path": path})
        hint = Text(translatable("Make room and build again; the site that was there is untouched."))
    elif error.errno in DENIED:
        message = Text(translatable("`{path}` may not be written ({reason})."), reason)
        hint = Text(translatable("Give yourself the right to write there, or name another folder with --output."))
    else:
        message = Text(translatable("`{path}` could not be written ({reason})."), reason)
        hint = Text(translatable("Check the output folder and build again."))
    return BuildError(Diagnostic(Location(path), "output-unwritable", Severity.ERROR, message, hint, path))


def template_failure(name: str, line: int, reason: str) -> BuildError:
    """A template of the theme cannot be used."""
    span = Span(line, 1, line, 1)
    return BuildError(
        Diagnostic(
            Location(name, span),
            "template-broken",
            Severity.ERROR,
            Text(translatable("This template of the theme fails: {reason}."), {"reason": reason.rstrip(".")}),
            Text(translatable("Undo the last change to the theme, or correct this line.")),
            name,
        )
    )
