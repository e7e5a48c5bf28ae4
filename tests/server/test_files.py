"""From a request to a file, and to nothing else."""

import http.client
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs

from plugins.server import handler
from plugins.server.board import Board
from tests.server.serving import ask, serving

PAGE = "<!DOCTYPE html><html><head></head><body><p>{}</p></body></html>"
FILES = {
    "index.html": PAGE.format("home"),
    "posts/agua/index.html": PAGE.format("agua"),
    "404.html": PAGE.format("not here"),
    "años.html": PAGE.format("años"),
    "theme/site.css": "a{}",
    "theme/site.js": "1",
    "feed.xml": "<a/>",
    "images/x.AVIF": "x",
    "images/x.svg": "<svg/>",
    "documents/acta.odt": "x",
    "documents/odd.xyz": "x",
}


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    (folder / "secret.html").write_text("secret")
    for name, text in FILES.items():
        file = folder / "output" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (folder / "output" / "empty").mkdir()
    if hasattr(os, "symlink"):
        (folder / "output" / "way-out.html").symlink_to(folder / "secret.html")
        (folder / "output" / "way-out").symlink_to(folder)
        (folder / "output" / "inside.html").symlink_to(folder / "output" / "index.html")
    return folder / "output"


@pytest.fixture(scope="module")
def port(output: Path) -> Iterator[int]:
    board = Board()
    board.show(structs.replace(board.now, output=output, building=False))
    with serving(board) as port:
        yield port


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/", "home"),
        ("/index.html", "home"),
        ("/posts/agua/", "agua"),
        ("/posts/agua/?utm=1", "agua"),
        ("/posts//agua/", "agua"),
        ("/a%C3%B1os.html", "años"),
        ("/inside.html", "home"),
    ],
)
def test_a_page_is_found(port: int, path: str, text: str) -> None:
    answer = ask(port, path)
    assert answer.status == 200 and f"<p>{text}</p>" in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.html",
        "/posts/../../secret.html",
        "/%2e%2e/secret.html",
        "/..%2fsecret.html",
        "/posts/%2E%2E/%2e%2e/secret.html",
        "/way-out.html",
        "/way-out/secret.html",
        "//../secret.html",
        "/./../secret.html",
        "/index.html/",
        "/empty",
        "/empty/",
        "/posts/",
        "/%00",
        "/\\..\\secret.html",
        "/" + "x" * 5000,
        "/%ff.html",
        "/__pregon__/static",
        "/__pregon__/../secret.html",
        "/__pregon__",
    ],
)
def test_nothing_else_is(port: int, path: str) -> None:
    answer = ask(port, path)
    assert answer.status == 404 and "<p>not here</p>" in answer.text and "secret" not in answer.text


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/posts/agua", "/posts/agua/"),
        ("/posts/agua?a=1&b=2", "/posts/agua/?a=1&b=2"),
        ("//posts/agua", "/posts/agua/"),
        ("///posts//agua", "/posts/agua/"),
    ],
)
def test_a_folder_has_a_slash_and_stays_on_this_host(port: int, path: str, location: str) -> None:
    answer = ask(port, path)
    assert (answer.status, answer.headers["Location"]) == (302, location)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/nothing", "text/html; charset=utf-8"),
        ("/theme/site.css", "text/css; charset=utf-8"),
        ("/theme/site.js", "text/javascript; charset=utf-8"),
        ("/feed.xml", "application/xml; charset=utf-8"),
        ("/images/x.AVIF", "image/avif"),
        ("/images/x.svg", "image/svg+xml; charset=utf-8"),
        ("/documents/acta.odt", "application/vnd.oasis.opendocument.text"),
        ("/documents/odd.xyz", "application/octet-stream"),
    ],
)
def test_types_are_those_of_our_own_table(port: int, path: str, kind: str) -> None:
    assert ask(port, path).headers["Content-Type"] == kind


@pytest.mark.parametrize("path", ["/", "/theme/site.css", "/nothing", "/posts/agua", "/__pregon__/"])
def test_nothing_is_kept_by_browsers_and_a_head_is_the_same_without_body(port: int, path: str) -> None:
    whole, head = ask(port, path), ask(port, path, "HEAD")
    assert head.body == b"" and head.status == whole.status
    assert {**head.headers, "Date": ""} == {**whole.headers, "Date": ""}
    assert whole.headers["Cache-Control"] == "no-store"
    assert int(whole.headers["Content-Length"]) == len(whole.body)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_can_be_sent(port: int, method: str) -> None:
    answer = ask(port, "/", method)
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(("host", "status"), [("evil.example", 421), ("", 421), ("[::1", 421), ("pc.localhost:1", 200)])
def test_a_name_that_somebody_else_leads_here_is_refused(port: int, host: str, status: int) -> None:
    assert ask(port, "/", Host=host).status == status


def test_one_connection_serves_many_requests(port: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    for path in ("/", "/posts/agua/", "/nothing", "/theme/site.css"):
        connection.request("GET", path)
        socket = connection.sock
        assert connection.getresponse().read()
        assert connection.sock is socket
    connection.close()


def test_files_without_pages_are_served_as_they_are(port: int, output: Path) -> None:
    assert ask(port, "/feed.xml").body == (output / "feed.xml").read_bytes()


def test_without_a_site_every_path_says_that_there_is_none() -> None:
    with serving(Board()) as port:
        answer = ask(port, "/posts/")
    assert answer.status == 503 and "se está construyendo" in answer.text


def test_a_fault_of_the_server_is_said_in_one_line_and_ends_one_answer(
    port: int, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(handler, "find", lambda *_: 1 / 0)
    with pytest.raises(http.client.RemoteDisconnected):
        ask(port, "/")
    monkeypatch.undo()
    assert ask(port, "/").status == 200
    err = capfd.readouterr().err
    assert "handler.py:" in err and "ZeroDivisionError" in err and "Traceback" not in err
