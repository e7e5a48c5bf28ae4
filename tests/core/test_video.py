from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.video import KnownVideo, Reason, video_of, why_not

CODE = "3axWZ7mTpVQ"
EMBED = f"https://www.youtube-nocookie.com/embed/{CODE}?autoplay=1"
UUID = "9c9de5e8-0a1e-484a-b099-e80766180a6d"
SHORT_UUID = "kkGMgK9ZtnKfYAgnEtQxbv"


@pytest.mark.parametrize(
    "url",
    [
        f"https://www.youtube.com/watch?v={CODE}",
        f"http://youtube.com/watch?v={CODE}",
        f"https://m.youtube.com/watch?app=desktop&v={CODE}&feature=share",
        f"https://music.youtube.com/watch?v={CODE}",
        f"https://www.youtube.com/watch?v={CODE}&list=PLabc&index=2",
        f"https://www.youtube.com/watch?v={CODE}&amp;feature=youtu.be",
        f"https://youtu.be/{CODE}",
        f"https://youtu.be/{CODE}?si=abcdef",
        f"youtu.be/{CODE}",
        f"//www.youtube.com/embed/{CODE}",
        f"https://www.youtube.com/embed/{CODE}?rel=0",
        f"https://www.youtube-nocookie.com/embed/{CODE}",
        f"https://www.youtube.com/shorts/{CODE}",
        f"https://www.youtube.com/live/{CODE}?feature=share",
        f"https://www.youtube.com/v/{CODE}&hl=es",
        f"HTTPS://WWW.YouTube.com/watch?v={CODE}",
        f"  https://youtu.be/{CODE}\n",
    ],
)
def test_every_form_of_a_youtube_address_leads_to_the_private_player(url: str) -> None:
    assert video_of(url) == KnownVideo("YouTube", CODE, f"https://www.youtube.com/watch?v={CODE}", EMBED)


@pytest.mark.parametrize(
    ("when", "seconds"),
    [
        ("?t=90", 90),
        ("?t=90s", 90),
        ("?t=1m30s", 90),
        ("?t=1h2m3s", 3723),
        ("?t=2m", 120),
        ("?start=45", 45),
        ("?time_continue=7", 7),
        ("#t=1m5s", 65),
        ("?t=soon", 0),
        ("?t=-4", 0),
        ("?t=٣", 0),
    ],
)
def test_a_video_starts_where_the_address_says(when: str, seconds: int) -> None:
    video = video_of(f"https://youtu.be/{CODE}{when}")
    assert video is not None
    assert video.start_seconds == seconds
    assert video.embed_url == EMBED + (f"&start={seconds}" if seconds else "")
    assert video.watch_url.endswith(f"&t={seconds}s" if seconds else CODE)


@pytest.mark.parametrize(
    ("url", "watch", "embed"),
    [
        ("https://vimeo.com/76979871", "76979871", "76979871?dnt=1"),
        ("https://vimeo.com/76979871/8272103f6e", "76979871/8272103f6e", "76979871?dnt=1&h=8272103f6e"),
        ("https://player.vimeo.com/video/76979871?h=8272103f6e", "76979871/8272103f6e", "76979871?dnt=1&h=8272103f6e"),
        ("https://player.vimeo.com/video/76979871", "76979871", "76979871?dnt=1"),
        ("https://vimeo.com/channels/staffpicks/76979871", "76979871", "76979871?dnt=1"),
        ("https://vimeo.com/groups/shorts/videos/76979871", "76979871", "76979871?dnt=1"),
        ("https://vimeo.com/showcase/123/video/76979871", "76979871", "76979871?dnt=1"),
        ("https://vimeo.com/76979871#t=1m", "76979871#t=60s", "76979871?dnt=1#t=60s"),
    ],
)  # fmt: skip
def test_vimeo_is_asked_not_to_track_and_unlisted_videos_keep_their_key(url: str, watch: str, embed: str) -> None:
    video = video_of(url)
    assert video is not None
    assert (video.service, video.id) == ("Vimeo", "76979871")
    assert video.watch_url == f"https://vimeo.com/{watch}"
    assert video.embed_url == f"https://player.vimeo.com/video/{embed}"


@pytest.mark.parametrize(
    ("path", "watch", "embed"),
    [
        (f"w/{SHORT_UUID}", f"w/{SHORT_UUID}", f"videos/embed/{SHORT_UUID}"),
        (f"w/{UUID}?start=1m", f"w/{UUID}?start=60s", f"videos/embed/{UUID}?start=60s"),
        (f"videos/watch/{UUID}", f"videos/watch/{UUID}", f"videos/embed/{UUID}"),
        (f"videos/embed/{UUID}?title=0", f"videos/watch/{UUID}", f"videos/embed/{UUID}"),
    ],
)
def test_peertube_is_known_by_its_path_on_any_host(path: str, watch: str, embed: str) -> None:
    video = video_of(f"https://video.ejemplo.cl/{path}")
    assert video is not None
    assert video.service == "PeerTube"
    assert video.watch_url == f"https://video.ejemplo.cl/{watch}"
    assert video.embed_url == f"https://video.ejemplo.cl/{embed}"


@pytest.mark.parametrize(
    "path", ["w/short", f"w/p/{SHORT_UUID}", "videos/watch/12", f"w/{SHORT_UUID}/more", "c/canal", ""]
)
def test_another_path_on_an_unknown_host_is_no_peertube_video(path: str) -> None:
    fault = why_not(f"https://video.ejemplo.cl/{path}")
    assert fault is not None
    assert fault.reason is Reason.OTHER_HOST


@pytest.mark.parametrize(
    ("url", "item"),
    [
        ("https://archive.org/details/night_of_the_living_dead", "night_of_the_living_dead"),
        ("https://www.archive.org/embed/night_of_the_living_dead/", "night_of_the_living_dead"),
        ("https://archive.org/details/reel/part%202.mp4", "reel/part%202.mp4"),
        ("https://archive.org/embed/reel?start=30", "reel?start=30"),
    ],
)
def test_the_internet_archive_plays_the_item_that_was_named(url: str, item: str) -> None:
    video = video_of(url)
    assert video is not None
    assert (video.watch_url, video.embed_url) == (
        f"https://archive.org/details/{item}",
        f"https://archive.org/embed/{item}",
    )


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", Reason.NOT_AN_ADDRESS),
        ("un video muy bueno", Reason.NOT_AN_ADDRESS),
        ("javascript:alert(1)", Reason.NOT_AN_ADDRESS),
        ("https://[", Reason.NOT_AN_ADDRESS),
        (f"https://user:pass@youtu.be/{CODE}", Reason.NOT_AN_ADDRESS),
        ("/images/film.mp4", Reason.NOT_AN_ADDRESS),
        ("https://example.org/film.mp4", Reason.OTHER_HOST),
        (f"https://youtube.com.example.org/watch?v={CODE}", Reason.OTHER_HOST),
        (f"https://notyoutube.com/watch?v={CODE}", Reason.OTHER_HOST),
        ("https://www.tiktok.com/@a/video/7100000000000000000", Reason.OTHER_HOST),
        ("https://vidéo.example/x", Reason.OTHER_HOST),
        ("https://www.youtube.com/@ciudadanoi", Reason.CHANNEL),
        ("https://www.youtube.com/channel/UCxyz", Reason.CHANNEL),
        ("https://www.youtube.com/user/ciudadanoi", Reason.CHANNEL),
        ("https://www.youtube.com/c/ciudadanoi", Reason.CHANNEL),
        ("https://www.youtube.com/embed/live_stream?channel=UCxyz", Reason.CHANNEL),
        ("https://vimeo.com/channels/staffpicks", Reason.CHANNEL),
        ("https://vimeo.com/user1234567", Reason.CHANNEL),
        ("https://archive.org/details/@ana", Reason.CHANNEL),
        ("https://www.youtube.com/playlist?list=PLabc", Reason.LIST),
        ("https://www.youtube.com/watch?list=PLabc", Reason.LIST),
        ("https://www.youtube.com/embed/videoseries?list=PLabc", Reason.LIST),
        ("https://vimeo.com/album/1234567", Reason.LIST),
        ("https://vimeo.com/showcase/1234567", Reason.LIST),
        ("https://www.youtube.com/results?search_query=agua", Reason.SEARCH),
        ("https://vimeo.com/search?q=agua", Reason.SEARCH),
        ("https://archive.org/search?query=agua", Reason.SEARCH),
        ("https://youtu.be/3axWZ7mTpV", Reason.WRONG_CODE),
        (f"https://youtu.be/{CODE})", Reason.WRONG_CODE),
        (f"https://www.youtube.com/watch?v={CODE}x", Reason.WRONG_CODE),
        ("https://vimeo.com/76979871x", Reason.WRONG_CODE),
        ("https://www.youtube.com/", Reason.NO_VIDEO),
        ("https://youtu.be/", Reason.NO_VIDEO),
        ("https://www.youtube.com/feed/trending", Reason.NO_VIDEO),
        ("https://vimeo.com/", Reason.NO_VIDEO),
        ("https://archive.org/about", Reason.NO_VIDEO),
    ],
)
def test_an_address_without_a_video_says_what_it_is(url: str, reason: Reason) -> None:
    assert video_of(url) is None
    fault = why_not(url)
    assert fault is not None
    assert fault.reason is reason


def test_a_broken_code_is_named() -> None:
    fault = why_not("https://youtu.be/3axWZ7mTpV")
    assert fault is not None
    assert (fault.service, fault.code) == ("YouTube", "3axWZ7mTpV")


PIECES = ("https://", "youtu.be", "www.youtube.com", "vimeo.com", "archive.org", "/", "?", "&", "v=", "#t=", "w/")
ODD_PIECES = ("watch", "embed", "details", CODE, UUID, SHORT_UUID, "1m30s", "..", "%2F", "%", '"', "<", "\ud800", "[")
ADDRESS_LIKE = st.lists(st.sampled_from(PIECES) | st.sampled_from(ODD_PIECES)).map("".join)


@given(st.text(st.characters()) | ADDRESS_LIKE)
def test_any_text_either_plays_a_video_or_has_a_reason_and_what_it_makes_is_a_safe_address(url: str) -> None:
    video = video_of(url)
    assert (video is None) is (why_not(url) is not None)
    for made in (video.watch_url, video.embed_url) if video else ():
        assert urlsplit(made).scheme == "https"
        assert made.isascii()
        assert not set(made) & set(" \"'<>\\")


@given(ADDRESS_LIKE)
def test_what_is_made_is_recognised_as_the_same_video(url: str) -> None:
    video = video_of(url)
    if video is not None:
        assert video_of(video.watch_url) == video
        assert video_of(video.embed_url) in (video, video_of(video.watch_url.replace("/w/", "/videos/watch/")))
