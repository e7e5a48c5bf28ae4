"""The schema: what the front matter of each type may hold. It validates; references are generated from it.

Every value is the writer's text. Models forbid unknown fields; `plugins.front_matter.faults` turns
Pydantic's findings into diagnostics.
"""

from typing import Annotated

from plugins.front_matter.fields import CommaList, TextField, TextList, YesNo, field, list_of, mapping
from plugins.front_matter.parts import (
    Call,
    Contact,
    Download,
    Fields,
    Figure,
    Participant,
    Partner,
    Picture,
    Rating,
    Reference,
    Video,
)

COVER = {
    "img": "/images/water.jpg",
    "alt": "A black tap with a falling blue drop.",
    "caption": "In March the water came back.",
}
FIGURE = {"number": "70", "unit": "schools with drinking water", "source": "Ministry of Education, 2026"}
Pictures = Annotated[list[Picture], list_of("img")]


class Common(Fields):
    """What every type may have."""

    layout: TextField = field("The type, where the folder does not say it.", example="post", shared=True)
    title: TextField = field("The headline.", example="Clean water for all", limit="90 characters")
    lang: TextField = field("The language, where the file name does not say it.", example="es")
    ref: TextField = field(
        "One text in all translations of a document, where their file names differ.",
        example="clean-water",
        shared=True,
    )
    slug: TextField = field("The last part of the address.", example="clean-water")
    permalink: TextField = field("The whole address, from /.", example="/water/")
    redirect_from: TextList = field("Former addresses, from /.", example=["/old/water/"])
    id: TextField = field(
        "What feeds know the document by, for ever.", example="tag:example.org,2026:water", shared=True
    )
    updated: TextField = field("When it last changed for readers.", example="2026-03-09", shared=True)
    intro: TextField = field(
        "One or two sentences that say what it is about.",
        example="Seven in ten country schools have drinking water. The north is missing.",
        limit="200 characters",
    )
    share_message: Annotated[dict[str, TextField] | None, mapping("")] = field(
        "What people share, for all networks or one by one.",
        example="Clean water is a right",
        limit="280 on X",
    )
    single_image: Pictures = field("The cover.", example=[COVER], shared=True)
    video: Annotated[Video | None, mapping("url")] = field("A video.", example="https://youtu.be/3axWZ7mTpVQ")
    authors: TextList = field("Who wrote it.", example=["Ana Ruiz"], shared=True)
    published: YesNo = field("`false` keeps it as a draft.", example="false", default="true")
    draft: YesNo = field("`true` keeps it as a draft.", example="true")


class PostFields(Common):
    """A post."""

    date: TextField = field("When it appears.", example="2026-03-02 09:00:00 -0300", shared=True)
    categories: TextList = field("Its category.", example=["Projects"])
    tags: CommaList = field("Its tags.", example=["water", "health"])
    highlighted: YesNo = field("Stands first on the home page.", example="true", shared=True)
    campaign: TextField = field("The campaign it belongs to, by file name.", example="2026-water", shared=True)


class CampaignFields(Common):
    """A campaign."""

    date: TextField = field("When its page appears; else `start`.", example="2026-03-02", shared=True)
    start: TextField = field("When it begins.", example="2026-03-02", shared=True)
    end: TextField = field("When it ends.", example="2026-12-01", shared=True)
    hashtag: TextField = field("Its hashtag.", example="#CleanWater")
    goal: TextField = field("What it wants, in one sentence.", example="A tap in every school")
    status: TextField = field("How it stands.", example="active", shared=True)
    colour: TextField = field("Its colour on the site.", example="blue", shared=True)
    call_to_action: Annotated[Call | None, mapping()] = field(
        "What the reader is asked to do.", example={"label": "Sign the letter", "url": "https://example.org/sign"}
    )
    partners: Annotated[list[Partner], list_of("name")] = field(
        "Who stands behind it.", example=["Red Ciudadana"], shared=True
    )
    figures: Annotated[list[Figure], list_of()] = field("Numbers that count, each with its source.", example=[FIGURE])


class ExperienceFields(Common):
    """A case-study sheet."""

    date: TextField = field("When: a day, a month or a year.", example="2012-01", shared=True)
    entity: TextField = field("Who did it.", example="Digital Government Unit")
    country: TextField = field("The country.", example="Chile")
    city: TextField = field("The city.", example="Santiago", shared=True)
    location: TextField = field("The place, in words.", example="Metropolitan region")
    scope: TextField = field("How far it reaches.", example="National")
    topics: TextList = field("Its topics.", example=["Open government"])
    methods: TextList = field("Its methods.", example=["Hackathon"])
    status: TextField = field("Its state.", example="running")
    campaign: TextField = field("The campaign it belongs to, by file name.", example="2026-water", shared=True)
    rating: Annotated[Rating | None, mapping("votes")] = field(
        "What readers voted.", example={"votes": "88"}, shared=True
    )
    gallery: Pictures = field("More pictures.", example=[COVER], shared=True)
    problem: TextField = field("What was wrong.", example="Nobody published the water tests.")
    solution: TextField = field("What was done.", example="A school laboratory tests every week.")
    users: TextField = field("For whom.", example="All inhabitants")
    results: Annotated[list[Figure], list_of()] = field("Numbers that count, each with its source.", example=[FIGURE])
    lessons: TextField = field("What was learnt.", example="A date helps more than a promise.")
    replication: TextField = field("How to do it elsewhere.", example="Three people and a telephone.")
    cost: TextField = field("What it cost.", example="USD 12.000")
    downloads: Annotated[list[Download], list_of()] = field(
        "Files to take away.", example=[{"title": "Full report", "file": "/documents/report.pdf"}]
    )
    participants: Annotated[list[Participant], list_of("name")] = field("Who took part.", example=["OAS"])
    contacts: Annotated[list[Contact], list_of("name")] = field("Whom to ask.", example=[{"name": "Ana Ruiz"}])
    sources: Annotated[list[Reference], list_of("title")] = field(
        "Where all this comes from.", example=[{"title": "Law 20.500", "url": "https://example.org/law"}]
    )


class PageFields(Common):
    """A plain page."""

    date: TextField = field("When it appears.", example="2026-03-02", shared=True)


AnyFields = PostFields | CampaignFields | ExperienceFields | PageFields
SCHEMA: dict[str, type[AnyFields]] = {
    "post": PostFields,
    "campaign": CampaignFields,
    "experience": ExperienceFields,
    "page": PageFields,
}
NETWORKS = ("x", "facebook", "whatsapp", "telegram", "bluesky", "linkedin", "email", "mastodon", "threads")
CHOICES: dict[str, tuple[str, ...]] = {
    "layout": tuple(SCHEMA),
    "campaign.status": ("active", "won", "lost", "closed"),
    "campaign.colour": ("red", "blue", "green", "ochre", "violet", "teal"),
}
