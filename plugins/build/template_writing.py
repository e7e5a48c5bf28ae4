"""Writing values into a page: what MarkupSafe does, without making an object of every piece."""

from collections.abc import Callable
from typing import Any

import markupsafe
from markupsafe import Markup, escape

escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)
"""The text of `escape(text)`."""


def written(value: Any) -> str:
    """The text of `escape(value)`. It is not marked as safe: it goes straight into the page."""
    kind = type(value)
    if kind is str:
        return escaped(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    return str(value) if kind is int else escape(value)


def marked(value: Any) -> Markup:
    """`Markup(value)`."""
    return str.__new__(Markup, value) if type(value) is str else value if type(value) is Markup else Markup(value)
