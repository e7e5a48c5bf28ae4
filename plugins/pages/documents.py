"""The page of each document: post, campaign, experience, plain page."""

from collections.abc import Iterator, Sequence

import msgspec

from plugins.core.diagnostic import Location
from plugins.core.document import AnyDocument, Call, Campaign, Experience, Moment, Page, Post
from plugins.core.output import Output
from plugins.core.resolve import address_written, prose
from plugins.core.site import Site
from plugins.core.url import list_path, output_path
from plugins.languages.formats import machine
from plugins.pages.cards import card, category_links, cover, film, images, link, tag_links
from plugins.pages.experiences import experience_page
from plugins.pages.frame import document_places, framed, listed
from plugins.pages.related import related_posts
from plugins.pages.render import render_page
from plugins.pages.views import CampaignPage, Frame, Link, PlainPage, PostPage, Share
from plugins.pages.views import Page as View
from plugins.sharing.config import SharingConfig
from plugins.sharing.links import share_links

WORDS_A_MINUTE = 220


def document_outputs(site: Site, frames: dict[str, Frame], sharing: SharingConfig) -> Iterator[Output]:
    """One output for each document."""
    for lang, shelf in site.shelves.items():
        frame = frames[lang]
        related = related_posts(site, lang)
        for place, post in enumerate(shelf.posts):
            newer = shelf.posts[place - 1] if place else None
            older = shelf.posts[place + 1] if place + 1 < len(shelf.posts) else None
            yield _output(site, post, _post(site, frame, sharing, post, (older, newer), related[post.path]))
        for campaign in shelf.campaigns:
            yield _output(site, campaign, _campaign(site, frame, sharing, campaign))
        for experience in shelf.experiences:
            made = experience_page(site, _frame(site, frame, experience), _share(site, sharing, experience), experience)
            yield _output(site, experience, made)
        for page in shelf.pages:
            yield _output(site, page, _plain(site, frame, page))


def _output(site: Site, document: AnyDocument, view: View) -> Output:
    origin = Location(document.path, document.marks.get("permalink") or document.marks.get("slug") or Location("").span)
    return Output(output_path(site.paths[document.path]), view, render_page, origin=origin, listed=listed(view.frame))


def _frame(site: Site, frame: Frame, document: AnyDocument) -> Frame:
    return framed(
        frame,
        site,
        site.paths[document.path],
        document_places(site, document),
        title=document.title,
        description=document.intro or document.title,
        image=cover(site, document),
        published=_iso(document.date),
        modified=_iso(document.updated),
        article=document.kind != "page",
        indexed=not document.draft,
    )


def _iso(moment: Moment | None) -> str:
    # A month is not its first day.
    return machine(moment) if moment else ""


def _share(site: Site, sharing: SharingConfig, document: AnyDocument) -> tuple[Share, ...]:
    url = site.config.address.absolute(site.paths[document.path])
    return tuple(
        Share(network=made.network, name=made.name, url=made.url)
        for made in share_links(document.share_message, document.title, url, sharing)
    )


def _post(
    site: Site,
    frame: Frame,
    sharing: SharingConfig,
    post: Post,
    beside: tuple[Post | None, Post | None],
    related: Sequence[Post],
) -> PostPage:
    campaign = site.campaign_of(post)
    older, newer = beside
    return PostPage(
        frame=_frame(site, frame, post),
        title=post.title,
        intro=post.intro,
        date=post.date,
        updated=post.updated,
        authors=post.authors,
        categories=category_links(site, post),
        tags=tag_links(site, post),
        cover=images(site, post, post.single_image),
        video=film(site, post),
        body=prose(site, post),
        reading_minutes=max(1, round(post.body.words / WORDS_A_MINUTE)),
        share=_share(site, sharing, post),
        campaign=card(site, campaign) if campaign else None,
        previous=link(site, older) if older else None,
        next=link(site, newer) if newer else None,
        related=tuple(card(site, other) for other in related),
        draft=post.draft,
    )


def _campaign(site: Site, frame: Frame, sharing: SharingConfig, campaign: Campaign) -> CampaignPage:
    members = site.members.get(campaign.path, ())
    language = site.language(campaign)
    return CampaignPage(
        frame=_frame(site, frame, campaign),
        title=campaign.title,
        intro=campaign.intro,
        goal=campaign.goal,
        hashtag=campaign.hashtag,
        status=campaign.status,
        colour=campaign.colour,
        start=campaign.start,
        end=campaign.end,
        updated=campaign.updated,
        call=_call(site, campaign),
        partners=tuple(
            msgspec.structs.replace(partner, url=address_written(site, campaign.path, partner.url))
            for partner in campaign.partners
        ),
        figures=campaign.figures,
        cover=images(site, campaign, campaign.single_image),
        video=film(site, campaign),
        body=prose(site, campaign),
        share=_share(site, sharing, campaign),
        posts=tuple(card(site, member) for member in members if isinstance(member, Post)),
        experiences=tuple(card(site, member) for member in members if isinstance(member, Experience)),
        all_campaigns=Link(
            title=language.labels["campaigns"], url=site.config.address.path(list_path(language, "campaigns"))
        ),
        draft=campaign.draft,
    )


def _call(site: Site, campaign: Campaign) -> Call | None:
    call = campaign.call_to_action
    return msgspec.structs.replace(call, url=address_written(site, campaign.path, call.url)) if call else None


def _plain(site: Site, frame: Frame, page: Page) -> PlainPage:
    return PlainPage(
        frame=_frame(site, frame, page),
        title=page.title,
        intro=page.intro,
        updated=page.updated,
        cover=images(site, page, page.single_image),
        video=film(site, page),
        body=prose(site, page),
        headings=page.body.headings,
        draft=page.draft,
    )
