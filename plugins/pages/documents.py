"""The page of each document: post, campaign, experience, plain page."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TypeVar

import msgspec

from plugins.core.diagnostic import Location, Span
from plugins.core.document import AnyDocument, Call, Campaign, Experience, Moment, Page, Post
from plugins.core.output import Listed, Output
from plugins.core.resolve import address_written, prose
from plugins.core.url import output_path
from plugins.languages.formats import machine
from plugins.pages.desk import Desk
from plugins.pages.experiences import experience_page
from plugins.pages.frame import document_places, framed, listed, near
from plugins.pages.render import OF_KINDS, render_page
from plugins.pages.views import CampaignPage, Frame, Link, PlainPage, PostPage, Share
from plugins.pages.views import Page as View
from plugins.sharing.links import share_links

WORDS_A_MINUTE = 220
D = TypeVar("D", bound=AnyDocument)
# A sitemap takes no month and no year.
DAYS = ("day", "minute")


def document_outputs(desk: Desk) -> Iterator[Output]:
    """One output for each document whose page is wanted."""
    for shelf in desk.site.shelves.values():
        for place, post in _asked(desk, shelf.posts):
            newer = shelf.posts[place - 1] if place else None
            older = shelf.posts[place + 1] if place + 1 < len(shelf.posts) else None
            beside = [one for one in (older, newer, *desk.related(post), desk.site.campaign_of(post)) if one]
            yield _output(desk, post, partial(_post, desk, post, older, newer), beside)
        for _, campaign in _asked(desk, shelf.campaigns):
            yield _output(desk, campaign, partial(_campaign, desk, campaign), desk.site.members.get(campaign.path, ()))
        for _, experience in _asked(desk, shelf.experiences):
            near = [*desk.related(experience), desk.site.campaign_of(experience)]
            yield _output(desk, experience, partial(_experience, desk, experience), [one for one in near if one])
        for _, page in _asked(desk, shelf.pages):
            yield _output(desk, page, partial(_plain, desk, page), ())


def _asked(desk: Desk, documents: Sequence[D]) -> Iterable[tuple[int, D]]:
    """Those whose page is wanted, with their places."""
    asked = desk.asked
    every = enumerate(documents)
    return every if asked is None else [found for found in every if found[1].path in asked]


def _output(desk: Desk, document: AnyDocument, make: Callable[[], View], beside: Sequence[AnyDocument]) -> Output:
    path = desk.site.paths[document.path]
    marks = document.marks
    return Output(
        output_path(path),
        make,
        render_page,
        origin=Location(document.path, marks.get("permalink") or marks.get("slug") or Span()),
        listed=None if document.draft else partial(_listed, desk, document),
        reads=(document.path,),
        shows=tuple(one.path for one in beside),
        template=OF_KINDS[document.kind],
        lang=document.lang,
        near=near(document),
    )


def _listed(desk: Desk, document: AnyDocument) -> Listed:
    moments = [moment for moment in (document.updated, document.date) if moment and moment.precision in DAYS]
    changed = _iso(moments[0]) if moments else ""
    return listed(desk.site, desk.site.paths[document.path], document_places(desk.site, document), changed)


def _frame(desk: Desk, document: AnyDocument) -> Frame:
    return framed(
        desk.frames[document.lang],
        desk.site,
        desk.site.paths[document.path],
        document_places(desk.site, document),
        title=document.title,
        description=document.intro or document.title,
        image=desk.cards.cover(document),
        published=_iso(document.date),
        modified=_iso(document.updated),
        article=document.kind != "page",
        indexed=not document.draft,
    )


def _iso(moment: Moment | None) -> str:
    # A month is not its first day.
    return machine(moment) if moment else ""


def _share(desk: Desk, document: AnyDocument) -> tuple[Share, ...]:
    url = desk.site.config.address.absolute(desk.site.paths[document.path])
    return tuple(
        Share(network=made.network, name=made.name, url=made.url)
        for made in share_links(document.share_message, document.title, url, desk.sharing)
    )


def _post(desk: Desk, post: Post, older: Post | None, newer: Post | None) -> PostPage:
    cards, campaign = desk.cards, desk.site.campaign_of(post)
    return PostPage(
        frame=_frame(desk, post),
        title=post.title,
        intro=post.intro,
        date=post.date,
        updated=post.updated,
        authors=post.authors,
        categories=cards.category_links(post),
        tags=cards.tag_links(post),
        cover=cards.images(post, post.single_image),
        video=cards.film(post),
        body=prose(desk.site, post),
        reading_minutes=max(1, round(post.body.words / WORDS_A_MINUTE)),
        share=_share(desk, post),
        campaign=cards.card(campaign) if campaign else None,
        previous=cards.link(older) if older else None,
        next=cards.link(newer) if newer else None,
        related=cards.cards(desk.related(post)),
        draft=post.draft,
    )


def _campaign(desk: Desk, campaign: Campaign) -> CampaignPage:
    site, cards = desk.site, desk.cards
    members = site.members.get(campaign.path, ())
    labels = site.language(campaign).labels
    return CampaignPage(
        frame=_frame(desk, campaign),
        title=campaign.title,
        intro=campaign.intro,
        goal=campaign.goal,
        hashtag=campaign.hashtag,
        status=campaign.status,
        colour=campaign.colour,
        start=campaign.start,
        end=campaign.end,
        updated=campaign.updated,
        call=_call(desk, campaign),
        partners=tuple(
            msgspec.structs.replace(partner, url=address_written(site, campaign.path, partner.url))
            for partner in campaign.partners
        ),
        figures=campaign.figures,
        cover=cards.images(campaign, campaign.single_image),
        video=cards.film(campaign),
        body=prose(site, campaign),
        share=_share(desk, campaign),
        posts=cards.cards([member for member in members if isinstance(member, Post)]),
        experiences=cards.cards([member for member in members if isinstance(member, Experience)]),
        all_campaigns=Link(title=labels["campaigns"], url=cards.term_url(campaign.lang, "campaigns")),
        draft=campaign.draft,
    )


def _call(desk: Desk, campaign: Campaign) -> Call | None:
    call = campaign.call_to_action
    return msgspec.structs.replace(call, url=address_written(desk.site, campaign.path, call.url)) if call else None


def _experience(desk: Desk, experience: Experience) -> View:
    return experience_page(desk, _frame(desk, experience), _share(desk, experience), experience)


def _plain(desk: Desk, page: Page) -> PlainPage:
    return PlainPage(
        frame=_frame(desk, page),
        title=page.title,
        intro=page.intro,
        updated=page.updated,
        cover=desk.cards.images(page, page.single_image),
        video=desk.cards.film(page),
        body=prose(desk.site, page),
        headings=page.body.headings,
        draft=page.draft,
    )
