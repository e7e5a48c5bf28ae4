"""What a file's own name says."""

import pytest

from plugins.front_matter.naming import parse_name

LANGUAGES = ("es", "en", "pt")


@pytest.mark.parametrize(
    ("path", "kind", "date", "rest", "lang"),
    [
        ("posts/2026-03-02-agua-limpia.md", "post", "2026-03-02", "agua-limpia", ""),
        ("posts/2026-03-02-agua-limpia.en.md", "post", "2026-03-02", "agua-limpia", "en"),
        ("posts/2018-7-4-agua.markdown", "post", "2018-7-4", "agua", ""),
        ("posts/2018/2018-07-04-agua.MD", "post", "2018-07-04", "agua", ""),
        ("posts/sin-fecha.md", "post", "", "sin-fecha", ""),
        ("posts/2018-07-agua.md", "post", "", "2018-07-agua", ""),
        ("experiences/2012-01-gobierno.pt.md", "experience", "2012-01", "gobierno", "pt"),
        ("campaigns/2026-agua.md", "campaign", "2026", "agua", ""),
        ("pages/acerca.fr.md", "page", "", "acerca.fr", ""),
        ("suelto.md", "page", "", "suelto", ""),
        ("pages/.en.md", "page", "", ".en", ""),
    ],
)
def test_type_date_slug_and_language_are_read_off_the_name(
    path: str, kind: str, date: str, rest: str, lang: str
) -> None:
    name = parse_name(path, LANGUAGES, {path})
    assert (name.kind, name.date, name.rest, name.lang) == (kind, date, rest, lang)


@pytest.mark.parametrize(
    ("sibling", "lang"),
    [
        ("posts/2026-03-02-agua.md", "en"),
        ("posts/2026-03-02-agua.markdown", "en"),
        ("posts/2026-03-02-agua-pt.md", "en"),
        ("posts/2026-03-02-agua.pt.md", "en"),
        ("posts/2026-03-02-luz.md", ""),
        ("pages/2026-03-02-agua.md", ""),
        ("posts/2026-03-02-agua-fr.md", ""),
    ],
)
def test_a_hyphen_is_a_language_only_beside_the_same_name(sibling: str, lang: str) -> None:
    path = "posts/2026-03-02-agua-en.md"
    name = parse_name(path, LANGUAGES, {path, sibling})
    assert (name.lang, name.rest) == (lang, "agua" if lang else "agua-en")


def test_translations_share_their_stem_date_included() -> None:
    paths = {f"posts/2026-03-02-agua{ending}.md" for ending in ("", ".en", "-pt")}
    names = [parse_name(path, LANGUAGES, paths) for path in sorted(paths)]
    assert {name.stem for name in names} == {"2026-03-02-agua"}
    assert {name.lang for name in names} == {"", "en", "pt"}


def test_another_date_is_another_group() -> None:
    one, other = (parse_name(f"posts/2026-03-0{day}-agua.md", LANGUAGES, ()) for day in (2, 3))
    assert one.stem != other.stem
