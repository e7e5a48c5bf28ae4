"""What stands around every page of one language: made once, completed for each page."""

import msgspec

from plugins.core.document import AnyDocument
from plugins.core.language import Language
from plugins.core.output import Listed
from plugins.core.site import Asset, Site
from plugins.core.url import Address, home_path, list_path
from plugins.pages.views import Alternate, Frame, Image, Link, Switch

INDEXES = (("categories", "categories"), ("tags", "tags"), ("archive", "years"))
# Search results cut what is longer.
LONGEST_TITLE = 70
MENU = (("posts", "posts"), ("campaigns", "campaigns"), ("experiences", "experiences"))


def frames(site: Site) -> dict[str, Frame]:
    """The frame of each language, without what a single page adds."""
    return {language.code: _frame(site, language) for language in site.config.languages}


def _frame(site: Site, language: Language) -> Frame:
    config, address = site.config, site.config.address
    shelf = site.shelves[language.code]
    sections = [
        Link(title=language.labels[segment], url=address.path(list_path(language, segment)), lang=language.code)
        for segment, shelved in MENU
        if getattr(shelf, shelved)
    ]
    indexes = [
        Link(title=language.labels[segment], url=address.path(list_path(language, segment)), lang=language.code)
        for segment, shelved in INDEXES
        if getattr(shelf, shelved)
    ]
    pages = tuple(
        Link(title=page.title, url=address.path(site.paths[page.path]), lang=page.lang) for page in shelf.pages
    )
    return Frame(
        lang=language.code,
        locale=language.locale,
        sitename=config.sitename,
        tagline=config.taglines.get(language.code, ""),
        siteurl=config.siteurl,
        home=address.path(home_path(language)),
        title="",
        head_title="",
        description="",
        stylesheet=_asset(site, "site.css"),
        script=_asset(site, "site.js"),
        font=_asset(site, "font"),
        icon=_asset(site, "icon"),
        touch_icon=_asset(site, "touch_icon"),
        menu=tuple(sections),
        footer=(*pages, *indexes),
        profiles=tuple(Link(title=name, url=url) for name, url in config.profiles),
        switch=tuple(Switch(lang=other.code, name=other.name, current=other is language) for other in present(site)),
        feed=Link(title=config.sitename, url=address.absolute(f"{home_path(language)}feed.xml"), lang=language.code)
        if shelf.posts
        else None,
    )


def _asset(site: Site, name: str) -> str:
    asset: Asset | None = site.assets.get(name)
    return site.config.address.path(f"/{asset.path}") if asset else ""


def framed(
    frame: Frame,
    site: Site,
    site_path: str,
    places: dict[str, str],
    *,
    title: str = "",
    description: str = "",
    image: Image | None = None,
    published: str = "",
    modified: str = "",
    article: bool = False,
    indexed: bool = True,
) -> Frame:
    """The frame of the page at `site_path`; `places` are its site paths in every language in which it exists."""
    address = site.config.address
    here = address.path(site_path)
    switch = _switch(frame.switch, address, places)
    return msgspec.structs.replace(
        frame,
        title=title,
        head_title=head_title(title, frame.sitename if title != frame.sitename else description),
        description=description,
        canonical=address.absolute(site_path) if indexed else "",
        alternates=alternates(site, places) if indexed else (),
        switch=switch,
        elsewhere=any(entry.url and not entry.current for entry in switch),
        menu=_menu(frame.menu, here),
        image=image,
        published=published,
        modified=modified,
        og_type="article" if article else "website",
        indexed=indexed,
    )


def _menu(menu: tuple[Link, ...], here: str) -> tuple[Link, ...]:
    # Most pages stand in no menu: they share one.
    if all(item.url != here for item in menu):
        return menu
    return tuple(msgspec.structs.replace(item, current=item.url == here) for item in menu)


def head_title(title: str, context: str) -> str:
    """What browsers and search results show: the title with its context, cut at a word when it is too long for both."""
    if len(title) > LONGEST_TITLE:
        return f"{title[: LONGEST_TITLE - 1].rpartition(' ')[0] or title[: LONGEST_TITLE - 1]}…"
    whole = f"{title} · {context}" if context else title
    return whole if len(whole) <= LONGEST_TITLE else title


def alternates(site: Site, places: dict[str, str]) -> tuple[Alternate, ...]:
    """hreflang of a page that exists in several languages; `x-default` is the default language's."""
    if len(places) < 2:
        return ()
    found = [
        Alternate(lang=language.code, url=site.config.address.absolute(places[language.code]))
        for language in site.config.languages
        if language.code in places
    ]
    default = places.get(site.config.default.code)
    if default:
        found.append(Alternate(lang="x-default", url=site.config.address.absolute(default)))
    return tuple(found)


def _switch(switch: tuple[Switch, ...], address: Address, places: dict[str, str]) -> tuple[Switch, ...]:
    """`switch` with the address of each language in which the page exists."""
    return tuple(
        Switch(lang=entry.lang, name=entry.name, url=address.path(places[entry.lang]), current=entry.current)
        if entry.lang in places
        else entry
        for entry in switch
    )


def present(site: Site) -> list[Language]:
    """The languages that have a front page: those with documents, and the default one."""
    return [one for one in site.config.languages if one.is_default or site.shelves[one.code].documents]


def document_places(site: Site, document: AnyDocument) -> dict[str, str]:
    """The site paths of a document in every language in which it exists."""
    return {lang: site.paths[sibling.path] for lang, sibling in site.siblings(document).items()}


def list_places(site: Site, segment: str, shelved: str) -> dict[str, str]:
    """The site paths of a list in every language in which it is not empty."""
    return {
        language.code: list_path(language, segment)
        for language in site.config.languages
        if getattr(site.shelves[language.code], shelved)
    }


def listed(site: Site, site_path: str, places: dict[str, str], changed: str = "") -> Listed:
    """The line in the sitemap of the page at `site_path`, last changed at `changed` (ISO 8601)."""
    others = tuple((alternate.lang, alternate.url) for alternate in alternates(site, places))
    return Listed(site.config.address.absolute(site_path), others, changed)


def near(document: AnyDocument) -> str:
    """Where a page that begins with `document` stands among all: lists go by language and time, as readers do."""
    return f"{document.lang} {document.date.iso if document.date else ''}"
