import pytest

from plugins.core.diagnostic import Severity, Span
from plugins.core.video import Reason, video_of
from plugins.videos.video_address import EXAMPLES, MESSAGES, NAME, Pasted, find

SPAN = Span(4, 8, 4, 40)


def said(url: str, pasted: Pasted = "key") -> list[str]:
    return [found.message.said(str) for found in find(url, SPAN, "posts/a.md", pasted)]


@pytest.mark.parametrize("url", ["https://youtu.be/3axWZ7mTpVQ", "https://www.youtube.com/watch?v=3axWZ7mTpVQ"])
@pytest.mark.parametrize("pasted", ["key", "iframe", "line"])
def test_an_address_that_a_browser_could_not_embed_is_no_mistake_when_its_video_is_known(
    url: str, pasted: Pasted
) -> None:
    assert said(url, pasted) == []


def test_a_channel_is_an_error_at_its_place_that_says_what_to_paste() -> None:
    url = "https://www.youtube.com/@ciudadanoi"
    (found,) = find(url, SPAN, "posts/a.md")
    assert (found.rule, found.severity, found.offence) == (NAME, Severity.ERROR, url)
    assert (found.location.path, found.location.span) == ("posts/a.md", SPAN)
    assert found.message.said(str) == f"“{url}” is a channel or an account, not one video."
    assert found.hint is not None
    assert "https://www.youtube.com/watch?v=" in found.hint.said(str)


def test_a_code_that_lost_a_letter_is_quoted() -> None:
    assert said("https://youtu.be/3axWZ7mTpV") == ["“3axWZ7mTpV” is not the code of a video on YouTube."]


def test_another_host_is_told_which_services_can_be_shown() -> None:
    (found,) = find("https://example.org/film", SPAN, "posts/a.md")
    assert found.hint is not None
    assert "PeerTube" in found.hint.said(str)


@pytest.mark.parametrize("url", ["https://example.org/", "https://www.youtube.com/@ciudadanoi"])
def test_on_a_line_of_its_own_an_address_may_be_a_plain_link(url: str) -> None:
    assert said(url, "line") == []


def test_on_a_line_of_its_own_a_broken_code_is_reported() -> None:
    assert len(said("https://youtu.be/3axWZ7mTpV", "line")) == 1


def test_a_frame_of_another_host_is_left_to_the_rule_about_unsafe_html() -> None:
    assert said("https://mapas.example/m", "iframe") == []
    assert len(said("https://www.youtube.com/embed/videoseries?list=PLabc", "iframe")) == 1


def test_an_address_with_braces_and_signs_is_printed_as_it_is() -> None:
    assert said("{url} & <b>") == ["“{url} & <b>” is not the address of a video."]


def test_every_reason_has_a_message_and_every_example_is_a_video() -> None:
    assert set(MESSAGES) == set(Reason)
    assert all(video_of(example) for example in EXAMPLES.values())
