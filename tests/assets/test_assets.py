"""Assets: one style sheet and one script, named by what they hold; everything else as it is."""

import re
from pathlib import Path

from plugins.assets.assets import AssetFile, render_asset, theme_assets
from tests.factory import Context

STATIC = Path(__file__).parents[2] / "theme" / "static"
FILES = {"css/b.css": "2", "css/a.css": "1", "js/x.js": "3", "fonts/f.woff2": "4", "icons/i.svg": "5"}


def test_style_sheets_are_joined_in_the_order_of_their_names() -> None:
    assert theme_assets(FILES, "theme")["site.css"].sources == ("css/a.css", "css/b.css")


def test_the_published_name_changes_with_any_part_and_with_nothing_else() -> None:
    first = theme_assets(FILES, "theme")["site.css"].path
    assert theme_assets({**FILES, "js/x.js": "other"}, "theme")["site.css"].path == first
    assert theme_assets({**FILES, "css/b.css": "other"}, "theme")["site.css"].path != first
    assert re.fullmatch(r"theme/css/site\.[0-9a-f]{10}\.css", first)


def test_every_file_of_the_theme_is_in_exactly_one_asset() -> None:
    found = [source for asset in theme_assets(FILES, "theme").values() for source in asset.sources]
    assert sorted(found) == sorted(FILES)


def test_a_style_sheet_is_published_without_comments_and_indentation() -> None:
    context = Context(files={"1": b"/* why */\n@layer a {\n  p {\n    color: red;\n  }\n}\n"})
    made = render_asset(AssetFile(sources=(("theme:css/a.css", "1"),)), context)
    assert made == b"@layer a {\np {\ncolor: red;\n}\n}\n"


def test_no_string_of_the_theme_holds_what_stripping_would_change() -> None:
    for path in (STATIC / "css").glob("*.css"):
        text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
        assert not re.search(r"([\"'])(?:(?!\1)[^\n])*(?:/\*|\*/)", text), path.name
