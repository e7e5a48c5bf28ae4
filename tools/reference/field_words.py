"""What the reference of the fields says besides what the fields say of themselves."""

from collections.abc import Mapping

TITLE = "The fields"
INTRO = (
    "All that may stand in the front matter, between the two lines `---`. A field in **bold** is required. "
    "This page is made from the code."
)
CHECKED = "`python3 tasks.py check` names every field that is missing, empty, misspelt or of another kind."
COMMON = "In every type"
COMMON_INTRO = "Posts, campaigns, experiences and pages may all have these."
HEADINGS: Mapping[str, str] = {
    "post": "In a post",
    "campaign": "In a campaign",
    "experience": "In an experience",
    "page": "In a page",
}
NEEDS = "Required: {names}."
IN_NAME = "The date may stand in the file name instead."
PARTS: Mapping[str, str] = {
    "Picture": "A picture",
    "Video": "A video",
    "Figure": "A figure",
    "Partner": "A partner",
    "Call": "A call to action",
    "Rating": "A rating",
    "Download": "A download",
    "Participant": "A participant",
    "Contact": "A contact",
    "Reference": "A source",
}
HELD = "Stands in {names}."
COLUMNS = ("field", "what it is for", "what you write", "in translations", "example")
KINDS: Mapping[str, str] = {
    "text": "a text",
    "texts": "a text or a list of texts",
    "commas": "a list, or words with commas between them",
    "yes or no": "`true` or `false`",
    "whole number": "a whole number",
    "mean": "a number from 0 to 5",
}
DAY = "a date"
YEAR = "a day, a month or a year"
ONE_OF = "one of these: {names}"
CODE = "the code of a language, such as `es`"
NETWORK = "a text, or one for each of these: {names}"
LIST = "a list; of each [these fields]({link})"
LIST_SHORT = "a list; of each [these fields]({link}), or only its `{short}`"
GROUP = "[these fields]({link})"
GROUP_SHORT = "[these fields]({link}), or only its `{short}`"
TEMPLATES = {(True, False): LIST, (True, True): LIST_SHORT, (False, False): GROUP, (False, True): GROUP_SHORT}
SAME, OWN = "the same", "its own"
LIMIT = "Limit: {limit}."
WORDS = (
    *(TITLE, INTRO, CHECKED, COMMON, COMMON_INTRO, NEEDS, IN_NAME, HELD, DAY, YEAR, ONE_OF, CODE, NETWORK),
    *(SAME, OWN, LIMIT, *TEMPLATES.values()),
    *HEADINGS.values(),
    *PARTS.values(),
    *COLUMNS,
    *KINDS.values(),
)
"""Every text of the pages that is not a field's own."""
