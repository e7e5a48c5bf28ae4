"""The page of an experience sheet: the data card, the story in tabs, who took part, what to take away."""

from collections.abc import Iterator

from plugins.core.document import Download, Experience
from plugins.core.prose import Prose
from plugins.core.resolve import address_written, prose, resolve_written
from plugins.core.site import Site
from plugins.core.url import list_path
from plugins.pages.cards import card, film, images
from plugins.pages.views import DownloadLink, ExperiencePage, Frame, Link, NumberedSource, Share, Tab


def experience_page(site: Site, frame: Frame, share: tuple[Share, ...], experience: Experience) -> ExperiencePage:
    """What stands on the sheet of `experience`."""
    language, rating = site.language(experience), experience.rating
    campaign = site.campaign_of(experience)
    opening, tabs = _story(site, experience)
    return ExperiencePage(
        frame=frame,
        title=experience.title,
        intro=experience.intro,
        entity=experience.entity,
        country=experience.country,
        city=experience.city,
        location=experience.location,
        scope=experience.scope,
        topics=experience.topics,
        methods=experience.methods,
        status=experience.status,
        date=experience.date,
        updated=experience.updated,
        votes=rating.votes if rating else None,
        average=rating.average if rating else None,
        cover=images(site, experience, experience.single_image),
        gallery=images(site, experience, experience.gallery),
        video=film(site, experience),
        problem=experience.problem,
        solution=experience.solution,
        users=experience.users,
        lessons=experience.lessons,
        replication=experience.replication,
        cost=experience.cost,
        results=experience.results,
        opening=opening,
        tabs=tabs,
        downloads=tuple(_downloads(site, experience)),
        participants=experience.participants,
        contacts=experience.contacts,
        sources=tuple(
            NumberedSource(number=number, title=source.title, url=address_written(site, experience.path, source.url))
            for number, source in enumerate(experience.sources, 1)
        ),
        share=share,
        campaign=card(site, campaign) if campaign else None,
        related=tuple(card(site, other) for other in _related(site, experience)),
        all_experiences=Link(
            title=language.labels["experiences"],
            url=site.config.address.path(list_path(language, "experiences")),
        ),
        draft=experience.draft,
    )


def _story(site: Site, experience: Experience) -> tuple[Prose | None, tuple[Tab, ...]]:
    sections = experience.body.sections
    if not sections:
        return (prose(site, experience) if experience.body.words else None), ()
    opening = next((prose(site, experience, digest) for id_, _, digest in sections if not id_), None)
    tabs = tuple(
        Tab(id=id_, title=title, body=prose(site, experience, digest)) for id_, title, digest in sections if id_
    )
    return opening, tabs


def _downloads(site: Site, experience: Experience) -> Iterator[DownloadLink]:
    for download in experience.downloads:
        yield _download(site, experience, download)


def _download(site: Site, experience: Experience, download: Download) -> DownloadLink:
    written = download.file or download.url
    found = resolve_written(site, experience.path, written)
    lang = download.language or experience.lang
    if found is None:
        return DownloadLink(title=download.title, url=written, lang=lang)
    ending = found.site_path.rpartition(".")[2]
    return DownloadLink(
        title=download.title,
        url=site.config.address.path(found.site_path),
        lang=lang,
        kind=ending.upper() if "." in found.site_path else "",
        size=found.media.size if found.media else 0,
    )


def _related(site: Site, experience: Experience) -> tuple[Experience, ...]:
    """Up to three others that share a topic, the nearest in the list first."""
    shelf = site.shelves[experience.lang].experiences
    here = shelf.index(experience)
    near = [other for other in shelf[max(0, here - 20) : here + 21] if other is not experience]
    shared = {other.path: len(set(other.topics) & set(experience.topics)) for other in near}
    ranked = sorted((other for other in near if shared[other.path]), key=lambda other: -shared[other.path])
    return tuple(ranked[:3])
