"""Where a page of a list stands among the others."""

from plugins.core.language import Language
from plugins.core.url import Address, list_path
from plugins.pages.views import Link, Pagination


def pagination(address: Address, language: Language, place: tuple[str, str], number: int, last: int) -> Pagination:
    """Page `number` of `last`, of the list whose segment and slug are `place`; what is far away is left out."""
    first = address.path(list_path(language, *place))
    # All pages but the first are told apart by their number alone.
    further = address.path(list_path(language, *place, 2)).removesuffix("2/")

    def url(wanted: int) -> str:
        if not 0 < wanted <= last:
            return ""
        return first if wanted == 1 else f"{further}{wanted}/"

    shown = sorted({1, last, *range(max(1, number - 1), min(last, number + 1) + 1)})
    pages: list[Link] = []
    for at, wanted in enumerate(shown):
        if at and wanted - shown[at - 1] > 1:
            pages.append(Link(title="", url=""))
        pages.append(Link(title=str(wanted), url=url(wanted), current=wanted == number))
    return Pagination(number=number, last=last, previous=url(number - 1), next=url(number + 1), pages=tuple(pages))
