"""Who an item is, for ever: feed readers announce a post again to everyone when its id changes."""

from uuid import UUID, uuid5

from plugins.core.document import AnyDocument

# Ours, made once. Another one would announce every post of every site again.
NAMESPACE = UUID("8a782dce-4fd9-4c4c-b725-fb18e3dbb51d")


def item_id(document: AnyDocument) -> str:
    """The document's own `id`, else a UUID of its type, translation group and language.

    Neither its date, slug and title nor the site's address are part of it.
    """
    if document.id:
        return document.id
    return uuid5(NAMESPACE, "\n".join((document.kind, document.group, document.lang))).urn
