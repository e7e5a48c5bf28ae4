"""The texts of the corpus as Hugo's own front matter and Markdown."""

import re

from tools.bench.document import Document, Front, yaml
from tools.bench.words import CATEGORIES

KEYS = {name: key for key, names in CATEGORIES for name in names}
OTHER_FILE = re.compile(r"\]\(([\w./-]+)\.md\)")
LANGUAGE_END = re.compile(r"\.(en|pt)$")
DROPPED = ("layout", "categories", "campaign", "updated", "redirect_from", "start")


def equivalent(document: Document) -> str:
    """A text with everything that ours has. Categories and campaigns have one key in all languages."""
    front: Front = {name: value for name, value in document.front.items() if name not in DROPPED}
    if document.kind == "post":
        front["categories"] = [_key(document)]
        front["years"] = [str(document.front["date"])[:4]]
    if document.kind == "campaign":
        front["date"] = document.front["start"]
    if document.kind == "experience":
        front["date"] = f"{document.front['date']}-01"
    if "campaign" in document.front:
        front["membership"] = [str(document.front["campaign"])]
    if "updated" in document.front:
        front["lastmod"] = document.front["updated"]
    if "redirect_from" in document.front:
        front["aliases"] = document.front["redirect_from"]
    return f"---\n{yaml(front)}---\n{OTHER_FILE.sub(_reference, document.body)}"


def _reference(found: re.Match[str]) -> str:
    return f']({{{{< relref "{LANGUAGE_END.sub("", found[1])}" >}}}})'


def plain(document: Document, addresses: dict[str, str]) -> str:
    """A post with what a blog needs; `addresses` are those of all posts, by the name of their file."""
    front: Front = {name: document.front[name] for name in ("slug", "title", "date", "tags", "intro")}
    front["categories"] = [_key(document)]
    front["lang"] = document.lang
    front["share_message"] = document.front.get("share_message") or document.front["title"]
    covers = document.front.get("single_image")
    cover = covers[0] if isinstance(covers, list) and isinstance(covers[0], dict) else {}
    front["image"] = cover.get("img", "../images/lamina-00.png").removeprefix("..")
    front["caption"] = cover.get("caption", "")
    body = document.body.replace("](../images/", "](/images/")
    return f"---\n{yaml(front)}---\n{OTHER_FILE.sub(lambda found: f']({addresses[found[1]]})', body)}"


def plain_path(document: Document) -> str:
    """The file of a post in a site of one language: no ending may look like one."""
    return document.path.removesuffix(".md").replace(".", "-") + ".md"


def plain_address(document: Document) -> str:
    """The page of a post in the plain site."""
    return f"/{str(document.front['date'])[:10].replace('-', '/')}/{document.front['slug']}/"


def _key(document: Document) -> str:
    names = document.front["categories"]
    assert isinstance(names, list)
    return KEYS[str(names[0])]
