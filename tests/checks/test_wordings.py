"""Where the words about a picture of the text stand, however it is written."""

import pytest

from plugins.checks.wordings import wordings
from tests.checks.reading import entry

WAYS = {
    "plain": "![Un vaso](/images/a.jpg)\n",
    "title": '![Un vaso](/images/a.jpg "Agua")\n',
    "single quotes": "![Un vaso](/images/a.jpg 'Agua')\n",
    "quotes in quotes": '![Un vaso](/images/a.jpg "Agua «rica", dicen")\n',
    "parentheses in the title": '![Un vaso](/images/a.jpg "Agua (rica)")\n',
    "angle brackets": '![Un vaso](</images/a b.jpg> "Agua")\n',
    "blanks": '![Un vaso]( /images/a.jpg  "Agua" )\n',
    "brackets": '![Un vaso [de vidrio]](/images/a.jpg "Agua")\n',
    "escaped": '![Un \\[vaso\\]](/images/a.jpg "Agua")\n',
    "two lines": '![Un\nvaso](/images/a.jpg\n"Agua")\n',
    "linked": '[![Un vaso](/images/a.jpg "Agua")](/images/a.jpg)\n',
    "behind a link": '[ver](/images/a.jpg)\n\n![Un vaso](/images/a.jpg "Agua")\n',
    "in a list": '- uno\n\n    ![Un vaso](/images/a.jpg "Agua")\n',
    "quoted": "> dijo\n>\n> ![Un vaso](/images/a.jpg 'Agua')\n",
    "referred": '![Un vaso][v]\n\n[v]: /images/a.jpg "Agua"\n',
    "referred in parentheses": "![Un vaso][v]\n\n[v]: /images/a.jpg (Agua)\n",
    "referred by its text": '![Un vaso][]\n\n[Un vaso]: /images/a.jpg "Agua"\n',
    "referred below": "![Un vaso][V]\n\n[v]:\n  /images/a.jpg\n  'Agua'\n",
    "two referred to": "![Otro][v]\n\n![Un vaso][v]\n\n[v]: /images/a.jpg 'Agua'\n",
    "HTML": '<img src="/images/a.jpg" alt="Un vaso" title="Agua">\n',
    "HTML, alt first": "<figure><img class='x' alt='Un vaso' src=/images/a.jpg></figure>\n",
    "HTML, entities": '<img alt="Un vaso &amp; otro" src="/images/a.jpg?x=1&amp;y=2" title="Agua &quot;rica&quot;">\n',
    "code before": '`![Un vaso](/images/a.jpg "No")`\n\n![Un vaso](/images/a.jpg "Agua")\n',
    "twice": '![Uno](/images/a.jpg "Primero")\n\n![Un vaso](/images/a.jpg "Agua")\n',
}
SAID = {
    "brackets": "Un vaso [de vidrio]",
    "escaped": "Un \\[vaso\\]",
    "two lines": "Un\nvaso",
    "HTML, entities": "Un vaso &amp; otro",
}
CAPTIONED = {
    "plain": "",
    "HTML, alt first": "",
    "quotes in quotes": 'Agua «rica", dicen',
    "parentheses in the title": "Agua (rica)",
    "HTML, entities": "Agua &quot;rica&quot;",
}


@pytest.mark.parametrize("way", WAYS)
def test_the_text_and_the_title_of_a_picture_are_found_where_they_stand(way: str) -> None:
    made = entry(body=WAYS[way])
    found = wordings(made, made.facts.pictures[-1])
    body = made.source.body
    assert found.alt is not None and body[slice(*found.alt)] == SAID.get(way, "Un vaso")
    assert (body[slice(*found.title)] if found.title else "") == CAPTIONED.get(way, "Agua")


def test_the_address_of_a_picture_is_not_that_of_a_link_before_it() -> None:
    [picture] = entry(body=WAYS["behind a link"]).facts.pictures
    assert picture.span.line == 8
