"""Made-up content files, from pure noise to posts with one thing wrong."""

from hypothesis import strategies as st

POST = """---
layout: post
title: "El agua de la plaza"
date: 2026-03-02 09:00:00 -0300
intro: Tres llaves abiertas
categories:
 - Agua
tags: agua, salud
single_image:
  - img: /images/plaza.jpg
    caption: La plaza
share_message: {x: Corto, mastodon: Largo}
---
## Uno

"Hola" [ver](/a.md) ![x](/b.jpg "pie")

- uno
  - dos
{: .lista}

| a | b |
|---|---|
| 1 | 2 |

https://youtu.be/3axWZ7mTpVQ

<iframe src="https://example.org/"></iframe>
"""
YAML = (
    *(
        "---\n",
        "---",
        "...\n",
        "title: ",
        "date: ",
        "2018-12-14 14:30:00 -0300",
        "categories:",
        " - a\n",
        "single_image:",
    ),
    *(
        "  - img: x\n",
        "&a ",
        "*a",
        "[",
        "]",
        "{",
        "}",
        "!!python/object",
        "|\n  x\n",
        ">-\n",
        "? ",
        ": ",
        "\t",
        "@",
        "'",
        '"',
    ),
    *(
        "<<: *a\n",
        "lang: en\n",
        "layout: experience\n",
        "permalink: /:title/\n",
        "redirect_from: [1, /a]\n",
        "%YAML 1.1\n",
    ),
    *(
        "published: no\n",
        "video: x\n",
        "rating: {votes: 1e9}\n",
        "0001-01-01 00:00 +1400",
        "9999-12-31 23:59 -1200",
        "\\uD800",
    ),
)
MARKDOWN = (
    *(
        "- ",
        "  - ",
        "    ",
        "1. ",
        "> ",
        "```\n",
        "~~~",
        "![",
        "](",
        ")",
        "<",
        ">",
        "</",
        "<!--",
        "-->",
        "<![CDATA[",
        "<?",
        "{: .x}\n",
    ),
    *(
        "[^1]",
        "[^1]: ",
        "*[A]: b\n",
        "| a |\n|---|\n",
        "\n: d\n",
        "**",
        "__",
        "`",
        "\\",
        "&#1;",
        "&#xfdd0;0u&#xfdd1;",
        "&lt;",
        "  \n",
    ),
    *(
        "<div markdown='1'>\n",
        "<p",
        '="',
        "<iframe src=",
        "<img src='http://[x'>",
        "https://youtu.be/3axWZ7mTpVQ\n",
        "javascript:",
    ),
    *(
        "# ",
        "===\n",
        "---\n",
        "<svg>",
        "<math>",
        "<pre>",
        "</pre>",
        "<table>",
        "<td>",
        "{filename}",
        "%00",
        "..",
        "../..",
        "//",
        "mailto:",
    ),
)
SIGNS = st.characters(codec="utf-8") | st.sampled_from("\r\n\t \ufeff\u2028\u200f\ufdd0\uffff\x00\x85'\"-.:")
pieces = st.one_of(st.sampled_from(YAML), st.sampled_from(MARKDOWN), st.text(SIGNS, max_size=8))
collages = st.lists(pieces, max_size=40).map("".join)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """The post with some stretches of it replaced."""
    text = POST
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(start + draw(st.integers(0, 12)), len(text))
        text = text[:start] + draw(pieces) + text[end:]
    return text


texts = st.one_of(collages, damaged(), collages.map(lambda body: f"---\ntitle: x\n---\n{body}"))
contents = st.one_of(st.binary(max_size=200), texts.map(lambda text: text.encode("utf-8", "replace")))
