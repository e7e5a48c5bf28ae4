"""Which addresses on other hosts are pages about a picture, and which are pictures."""

import pytest

from plugins.checks.hosts import host_of, is_page

PAGES = (
    "https://imgur.com/a/Qx7Rw2p",
    "https://imgur.com/gallery/Qx7Rw2p",
    "https://www.imgur.com/KCV09aL",
    "https://m.imgur.com/KCV09aL",
    "https://www.flickr.com/photos/ana/1234567/in/album-99/",
    "https://flic.kr/p/2kXyz",
    "https://www.instagram.com/p/B0abc/?utm_source=ig_web",
    "https://www.facebook.com/photo.php?fbid=1015&set=a.1",
    "https://es-la.facebook.com/radio/photos/a.1/2/",
    "//m.facebook.com/radio/photos/1",
    "https://photos.google.com/share/AF1Qip?key=x",
    "https://photos.app.goo.gl/Abc123",
    "https://drive.google.com/file/d/1aBc/view?usp=sharing",
    "https://drive.google.com/open?id=1aBc",
    "https://docs.google.com/document/d/1aBc/edit",
    "https://www.dropbox.com/s/abc/plaza.jpg?dl=0",
    "https://www.dropbox.com/s/abc/plaza.jpg",
    "https://commons.wikimedia.org/wiki/File:Plaza_de_Armas.jpg",
    "https://es.wikipedia.org/wiki/Archivo:Plaza.png",
    "https://es.wikipedia.org/wiki/Santiago#/media/Archivo:Plaza.png",
    "https://commons.wikimedia.org/w/index.php?title=File:Plaza.jpg",
    "https://unsplash.com/photos/abcDEF",
    "https://twitter.com/radio/status/1",
    "https://x.com/radio/status/1/photo/1",
    "https://github.com/ana/fotos/blob/main/plaza.png",
    "https://diario.example/galerias/plaza.html",
    "https://diario.example/galerias/plaza.HTM?foto=3",
    "https://diario.example/nota.php?id=33",
    "https://diario.example/?p=33",
    "HTTPS://IMGUR.COM/a/x",
)
PICTURES = (
    "https://i.imgur.com/KCV09aL.jpg",
    "https://i.imgur.com/KCV09aL",
    "https://imgur.com/KCV09aL.jpg",
    "https://live.staticflickr.com/65535/1_2_b.jpg",
    "https://scontent.fscl1-1.fna.fbcdn.net/v/t1.0-9/1_n.jpg?_nc_cat=1",
    "https://graph.facebook.com/radio/picture?type=large",
    "https://lh3.googleusercontent.com/abc=w600",
    "https://drive.google.com/uc?export=view&id=1aBc",
    "https://drive.google.com/thumbnail?id=1aBc",
    "https://docs.google.com/drawings/d/1aBc/pub?w=960",
    "https://dl.dropboxusercontent.com/s/abc/plaza.jpg",
    "https://www.dropbox.com/s/abc/plaza.jpg?raw=1",
    "https://www.dropbox.com/scl/fi/abc/plaza.jpg?rlkey=x&dl=1",
    "https://upload.wikimedia.org/wikipedia/commons/a/a1/Plaza.jpg",
    "https://upload.wikimedia.org/wikipedia/commons/thumb/a/a1/Plaza.svg/640px-Plaza.svg.png",
    "https://commons.wikimedia.org/wiki/Special:FilePath/Plaza.jpg",
    "https://commons.wikimedia.org/wiki/Especial:Redirect/file/Plaza.jpg",
    "https://commons.wikimedia.org/w/thumb.php?f=Plaza.jpg&w=200",
    "https://images.unsplash.com/photo-1500?w=1200",
    "https://pbs.twimg.com/media/Xyz?format=jpg&name=large",
    "https://raw.githubusercontent.com/ana/fotos/main/plaza.png",
    "https://github.com/ana/fotos/blob/main/plaza.png?raw=true",
    "https://github.com/ana/fotos/raw/main/plaza.png",
    "https://fotos.example/plaza.jpg?w=600",
    "https://diario.example/image.php?id=33",
    "https://diario.example/timthumb.php?src=plaza.jpg",
    "https://diario.example/visor?src=/2026/plaza",
    "https://cdn.diario.example/abc?v=2",
    "https://fotos.example/serie/33",
    "https://fotos.example/",
    "https://fotos.example/html/plaza.webp",
    "https://notimgur.com/a/x",
    "/images/plaza.html",
    "../images/plaza.jpg",
    "https://[a/b.html",
    "data:text/html,.html",
    "mailto:ana@example.org",
)


@pytest.mark.parametrize("address", PAGES)
def test_it_is_a_page(address: str) -> None:
    assert is_page(address)


@pytest.mark.parametrize("address", PICTURES)
def test_it_may_well_be_a_picture(address: str) -> None:
    assert not is_page(address)


def test_a_host_is_named_without_its_port() -> None:
    assert host_of("https://Fotos.example:8080/a.jpg") == "fotos.example"
    assert [host_of(address) for address in ("https://[a/b.jpg", "data:image/png;base64,AAAA", "/a.jpg")] == [""] * 3
