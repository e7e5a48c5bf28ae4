"""The schema of what a field holds when it is more than a text: a picture, a video, a figure …"""

from pydantic import BaseModel, ConfigDict

from plugins.front_matter.fields import Mean, NeededText, TextField, Whole, YesNo, field


class Fields(BaseModel):
    """The base of every model: frozen, nothing unknown."""

    # Built when a file of that type is first read: most runs read one file, or none.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Picture(Fields):
    """A picture with what readers need to know of it."""

    img: NeededText = field("Address of the picture.", example="/images/plaza.jpg", shared=True, required=True)
    alt: TextField = field(
        "What is seen, for those who cannot see it.", example="A full square at dusk", limit="125 characters"
    )
    caption: TextField = field("What the reader should know about it.", example="The vote on 2 March.")
    credit: TextField = field("Who made it.", example="Ana Ruiz", shared=True)
    licence: TextField = field("Under which licence.", example="CC BY 4.0", shared=True)
    decorative: YesNo = field("It says nothing that the text does not say.", example="true", shared=True)
    focus: TextField = field("The part to keep when it is cropped.", example="left top", shared=True)


class Video(Fields):
    """A video on a service we know how to show privately."""

    url: NeededText = field("Address of the video.", example="https://youtu.be/3axWZ7mTpVQ", shared=True, required=True)
    title: TextField = field("Its title.", example="The march in two minutes")


class Figure(Fields):
    """A number, never without its source."""

    number: NeededText = field("The number, as it is to be shown.", example="1.100", shared=True, required=True)
    unit: NeededText = field("What is counted.", example="data sets", required=True)
    date: TextField = field("When it was true.", example="2020-08", shared=True)
    source: NeededText = field("Who says so.", example="Ministry's yearly report", required=True)


class Partner(Fields):
    """Who stands behind a campaign."""

    name: NeededText = field("The name.", example="Red Ciudadana", shared=True, required=True)
    url: TextField = field("The address of its site.", example="https://example.org/", shared=True)


class Call(Fields):
    """What the reader is asked to do."""

    label: NeededText = field(
        "The words of the button.", example="Sign the letter", limit="30 characters", required=True
    )
    url: NeededText = field("Where it leads.", example="https://example.org/sign", required=True)


class Rating(Fields):
    """Votes."""

    votes: Whole = field("How many voted.", example="88", shared=True, required=True)
    average: Mean = field("Their mean, 0 to 5.", example="4.5", shared=True)


class Download(Fields):
    """A file to take away."""

    title: NeededText = field("Its title.", example="Full report", required=True)
    file: TextField = field("Address of the file in this content folder.", example="/documents/report.pdf")
    url: TextField = field("Its address elsewhere.", example="https://example.org/report.pdf")
    language: TextField = field("Its language.", example="es")


class Participant(Fields):
    """Who took part."""

    name: NeededText = field("The name.", example="Ministry of Health", required=True)
    role: TextField = field("What they did.", example="Funding")


class Contact(Fields):
    """Whom to ask."""

    name: NeededText = field("The name.", example="Ana Ruiz", required=True)
    role: TextField = field("What they do.", example="Coordinator")
    organisation: TextField = field("Where they work.", example="Ministry of Health")
    email: TextField = field("E-mail.", example="ana@example.org", shared=True)
    phone: TextField = field("Telephone.", example="+56 2 2345 6789", shared=True)


class Reference(Fields):
    """A source."""

    title: NeededText = field("Its name.", example="Law 20.500", required=True)
    url: TextField = field("Its address.", example="https://example.org/law", shared=True)
