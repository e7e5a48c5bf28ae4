"""The page of an experience sheet: the data card, the story in tabs, who took part, what to take away."""

from collections.abc import Iterator

from plugins.core.document import Download, Experience
from plugins.core.prose import Prose
from plugins.core.resolve import address_written, prose, resolve_written
from plugins.core.site import Site
from plugins.pages.desk import Desk
from plugins.pages.views import DownloadLink, ExperiencePage, Frame, Link, NumberedSource, Share, Tab


def experience_page(desk: Desk, frame: Frame, share: tuple[Share, ...], experience: Experience) -> ExperiencePage:
    """What stands on the sheet of `experience`."""
    site, cards = desk.site, desk.cards
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
        cover=cards.images(experience, experience.single_image),
        gallery=cards.images(experience, experience.gallery),
        video=cards.film(experience),
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
        campaign=cards.card(campaign) if campaign else None,
        related=cards.cards(desk.related(experience)),
        all_experiences=Link(title=language.labels["experiences"], url=cards.term_url(experience.lang, "experiences")),
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
