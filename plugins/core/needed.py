"""What readers need of each type of document: without it there is none."""

REQUIRED: dict[str, tuple[str, ...]] = {
    "post": ("title", "date", "intro", "categories"),
    "campaign": ("title", "start"),
    "experience": ("title", "date", "entity", "country"),
    "page": ("title",),
}
