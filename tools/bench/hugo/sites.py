"""The two Hugo sites on disk: made, cleared, edited, built."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from tools.bench.addresses import FOLDERS, address, word
from tools.bench.content import put, put_aside, write_pictures
from tools.bench.document import Document, yaml
from tools.bench.edits import changed_body, must_show
from tools.bench.hugo import settings, texts
from tools.bench.hugo.words import words
from tools.bench.measure import Cost, run
from tools.bench.words import ABOUT, CATEGORIES, LANGUAGES
from tools.bench.writing import plain

HERE = Path(__file__).parent
CACHES = ("public", "resources", "cache", ".hugo_build.lock")


class HugoSite:
    """One site in `folder`, built by the program `hugo`."""

    def __init__(self, folder: Path, hugo: Path, name: str) -> None:
        """`name` is `equivalent` or `plain`."""
        self.folder, self.hugo, self.name = folder, hugo, name
        self.output = folder / "public"
        self.text: Callable[[Document], str] = texts.equivalent

    def path(self, document: Document) -> Path:
        """The source of a text."""
        name = texts.plain_path(document) if self.name == "plain" else document.path
        return self.folder / "content" / name

    def address(self, document: Document) -> str:
        """The page of a text."""
        return texts.plain_address(document) if self.name == "plain" else address(document)

    def make(self, root: Path, documents: list[Document]) -> None:
        """Write the whole site; theme files come from the project of `root`."""
        shutil.copytree(HERE / self.name / "layouts", self.folder / "layouts")
        if self.name == "plain":
            self._make_plain(documents)
        else:
            self._make_equivalent(root, documents)

    def build(self, *, watch: bool = False) -> Cost:
        """An ordinary build."""
        environ = {**os.environ, "HUGO_CACHEDIR": str(self.folder / "cache")}
        return run([str(self.hugo), "--quiet"], self.folder, environ, watch=watch)

    def clear(self) -> None:
        """Remove the output and every cache."""
        for name in CACHES:
            put_aside(self.folder / name, self.folder.parent / "trash")

    def edit(self, document: Document, mark: str) -> Cost:
        """Give one post a paragraph more, build, and look for it."""
        self.path(document).write_text(self.text(changed_body(document, mark)), encoding="utf-8")
        cost = self.build()
        must_show(self.output, self.address(document), mark)
        return cost

    def _make_plain(self, documents: list[Document]) -> None:
        posts = [one for one in documents if one.kind == "post"]
        where = {one.path.removeprefix("posts/").removesuffix(".md"): texts.plain_address(one) for one in posts}
        self.text = lambda document: texts.plain(document, where)
        nav = {"params": {"nav": [key for key, _ in CATEGORIES]}}
        put(self.folder / "hugo.json", _json({**settings.plain(), **nav}))
        put(self.folder / "content" / "posts" / "_index.md", "---\ntitle: Posts\nbuild: {render: never}\n---\n")
        put(self.folder / "static" / "css" / "site.css", "body{margin:0}\n")
        write_pictures(self.folder / "static" / "images")
        self._write(posts)

    def _make_equivalent(self, root: Path, documents: list[Document]) -> None:
        put(self.folder / "hugo.json", _json(settings.equivalent()))
        theme = root / "theme" / "static"
        for source, target in (("css", "assets"), ("js", "assets"), ("fonts", "static"), ("icons", "static")):
            shutil.copytree(theme / source, self.folder / target / source)
        write_pictures(self.folder / "assets" / "images")
        for lang in LANGUAGES:
            put(self.folder / "i18n" / f"{lang}.json", _json(words(lang)))
            self._lists(lang)
        self._write(documents)

    def _lists(self, lang: str) -> None:
        """The front matter of lists: their titles, which categories have feeds, and what is no page."""
        ending = "" if lang == LANGUAGES[0] else f".{lang}"
        content = self.folder / "content"
        titles = {**{folder: folder for folder in FOLDERS.values()}, **settings.TERMS}
        for name, segment in titles.items():
            put(content / name / f"_index{ending}.md", f"---\n{yaml({'title': word(lang, 'label', segment)})}---\n")
        for name in ("pages", "membership"):
            hidden = "build: {render: never}\ncascade: {build: {render: never}}\n" if name == "membership" else ""
            hidden = hidden or "build: {render: never}\n"
            put(content / name / f"_index{ending}.md", f"---\ntitle: {name}\n{hidden}---\n")
        for key, names in CATEGORIES:
            title = names[LANGUAGES.index(lang)]
            front = {"title": title, "slug": plain(title), "intro": ABOUT[lang].format(name=title)}
            text = f"---\n{yaml({**front, 'outputs': ['html', 'rss']})}---\n"
            put(content / "categories" / key / f"_index{ending}.md", text)

    def _write(self, documents: list[Document]) -> None:
        for document in documents:
            put(self.path(document), self.text(document))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
