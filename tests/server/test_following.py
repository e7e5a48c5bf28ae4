"""A real server follows a real folder: what is saved is what is served."""

import os
import shutil
import signal
import threading
import time
from pathlib import Path

import pytest

from plugins.server.messages import Order
from plugins.server.watch import Watcher
from tests.server.serving import BELL, BROKEN, PATH, ROOT, SETTINGS, Followed, ask, news, until

STARTING = """import subprocess, sys
from pathlib import Path

def register():
    started = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    (Path(__file__).parents[1] / "number.txt").write_text(str(started.pid))
"""
ALERT = 'role="alert"'


def test_the_site_is_built_for_this_address_and_not_into_the_output_folder(followed: Followed) -> None:
    page = followed.page()
    assert "<p>Hola.</p>" in page and f'href="http://127.0.0.1:{followed.port}{PATH}"' in page
    assert "/__pregon__/reload.js" in page and "connect-src 'self'" in page and ALERT not in page
    assert not (followed.folder / "output").exists()
    (file,) = (followed.folder / "cache").glob(f"{followed.port}-*{PATH}index.html")
    assert "__pregon__" not in file.read_text("utf-8") and "connect-src 'none'" in file.read_text("utf-8")


def test_drafts_are_shown(followed: Followed) -> None:
    draft = followed.post.with_name("2026-03-03-pozo.md")
    draft.write_text(followed.post.read_text("utf-8").replace("---\n", "---\ndraft: true\n", 1), "utf-8")
    assert followed.shows("<p>Hola.</p>", "/posts/pozo/")


def test_an_edit_is_told_of_once_it_is_served(followed: Followed) -> None:
    with news(followed.port) as following:
        first = following()
        assert f'data-version="{first["version"]}"' in followed.page()
        followed.write("Adiós.")
        second = following()
        assert second["version"] != first["version"]
        assert "<p>Adiós.</p>" in followed.page()


def test_a_file_that_is_saved_again_unchanged_reloads_nothing(followed: Followed) -> None:
    before = followed.shop.board.now.number
    followed.write("Hola.")
    time.sleep(1)
    followed.write("Después.")
    assert followed.shows("<p>Después.</p>")
    assert until(lambda: followed.shop.board.now.number > before)
    assert followed.shop.board.now.number == before + 1


def test_an_editor_that_replaces_the_file_is_followed(followed: Followed) -> None:
    beside = followed.post.with_name(".agua.md.swp")
    beside.write_text(followed.post.read_text("utf-8").replace("Hola.", "Otra."), "utf-8")
    os.replace(beside, followed.post)
    assert followed.shows("<p>Otra.</p>")


def test_an_error_lies_over_the_last_good_site_until_it_is_corrected(followed: Followed) -> None:
    followed.post.write_text(BROKEN, "utf-8")
    assert followed.shows(ALERT)
    page = followed.page()
    assert "<p>Hola.</p>" in page and "2026-03-02-agua.md:2:" in page and "&lt;b&gt;" in page
    assert "2 | title: Agua: limpia" in page and "^" in page
    assert ALERT in followed.page("/") and ALERT in followed.page("/nothing/")
    assert "2026-03-02-agua.md:2:" in followed.page("/__pregon__/")
    followed.write("Corregido.")
    assert followed.shows("<p>Corregido.</p>")
    assert until(lambda: ALERT not in followed.page())


def test_edits_during_a_build_are_not_missed(followed: Followed) -> None:
    for number in range(30):
        followed.write(f"Número {number}.")
        time.sleep(0.02)
    assert followed.shows("<p>Número 29.</p>")


def test_settings_may_break_and_be_repaired(followed: Followed) -> None:
    followed.settings.write_text(SETTINGS + "SITENAME = (\n", "utf-8")
    assert followed.shows(ALERT)
    assert "pelicanconf.py" in followed.page() and "<p>Hola.</p>" in followed.page()
    followed.settings.write_text(SETTINGS.replace("La Plaza", "El Foro"), "utf-8")
    assert followed.shows("El Foro")
    assert until(lambda: ALERT not in followed.page())


def test_settings_that_end_the_program_end_no_server(followed: Followed) -> None:
    followed.settings.write_text(SETTINGS + "raise SystemExit(3)\n", "utf-8")
    assert followed.shows(ALERT)
    followed.settings.write_text(SETTINGS, "utf-8")
    assert until(lambda: ALERT not in followed.page())


def test_a_room_may_break_and_be_repaired(followed: Followed) -> None:
    followed.bell.write_text("def register(:\n", "utf-8")
    assert followed.shows(ALERT)
    assert "bell" in followed.page() and "Traceback" not in followed.page()
    followed.bell.write_text(BELL, "utf-8")
    assert until(lambda: ALERT not in followed.page())


def test_a_room_that_fails_while_it_builds_is_shown_with_its_line(followed: Followed) -> None:
    failing = BELL.replace(
        "    pass",
        """    from pelican.plugins import signals
    signals.finalized.connect(ring)

def ring(pelican):
    return 1 // 0""",
    )
    followed.bell.write_text(failing, "utf-8")
    assert followed.shows(ALERT)
    page = followed.page()
    assert "bell.py:8:" in page and "ZeroDivisionError" in page and "8 | return 1 // 0" in page
    assert "Traceback" in (followed.folder / "cache" / "error.log").read_text("utf-8")
    followed.bell.write_text(BELL, "utf-8")
    assert until(lambda: ALERT not in followed.page())


def test_a_room_that_never_ends_is_ended_by_the_next_edit_of_it(followed: Followed) -> None:
    before = followed.shop.supervisor.builder
    followed.bell.write_text("while True:\n    pass\n", "utf-8")
    until(lambda: followed.shop.supervisor.builder not in (before, None))
    followed.write("Tras la espera.")
    followed.bell.write_text(BELL, "utf-8")
    assert followed.shows("<p>Tras la espera.</p>")


def test_a_builder_that_is_killed_is_followed_by_another(followed: Followed) -> None:
    before = until(lambda: followed.shop.supervisor.builder)
    os.kill(before.pid, signal.SIGKILL)
    until(lambda: followed.shop.supervisor.builder not in (before, None))
    followed.write("Otra vez.")
    assert followed.shows("<p>Otra vez.</p>")


def test_the_content_folder_may_go_and_come_back(followed: Followed) -> None:
    content, away = followed.folder / "content", followed.folder / "away"
    content.rename(away)
    assert followed.shows(ALERT)
    away.rename(content)
    assert until(lambda: ALERT not in followed.page())
    followed.write("De vuelta.")
    assert followed.shows("<p>De vuelta.</p>")


def test_the_server_answers_while_it_builds(followed: Followed) -> None:
    target = followed.shop.arrange(None)
    builder = until(lambda: followed.shop.supervisor.builder)
    builder.order(Order(target[0], str(followed.folder / "elsewhere")))
    assert ask(followed.port, PATH).status == 200


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only Linux shows all processes so")
def test_what_a_room_has_started_ends_with_the_server(followed: Followed) -> None:
    followed.bell.write_text(STARTING, "utf-8")
    number = int(until(lambda: _text(followed.folder / "number.txt")))
    assert _runs(number)
    followed.close()
    assert until(lambda: not _runs(number))


def _text(file: Path) -> str:
    return file.read_text() if file.exists() else ""


def _runs(number: int) -> bool:
    stat = _text(Path(f"/proc/{number}/stat"))
    # One that nobody has buried yet is as good as gone.
    return bool(stat) and stat.rpartition(")")[2].split()[0] != "Z"


def test_nothing_is_left_when_it_ends(followed: Followed) -> None:
    builder = until(lambda: followed.shop.supervisor.builder)
    with news(followed.port) as following:
        following()
        followed.close()
    assert until(lambda: not [thread for thread in threading.enumerate() if isinstance(thread, Watcher)])
    with pytest.raises(ProcessLookupError):
        os.kill(builder.pid, 0)


def test_a_template_may_break_and_be_repaired(followed: Followed) -> None:
    theme = followed.folder / "theme"
    theme.unlink()
    shutil.copytree(ROOT / "theme", theme)
    template = theme / "templates" / "base.html"
    whole = template.read_text("utf-8")
    # In one step: a build may begin between emptying a file and filling it.
    broken = theme / "broken.html"
    broken.write_text(whole + "{% if %}", "utf-8")
    broken.replace(template)
    assert followed.shows(ALERT)
    assert "<p>Hola.</p>" in followed.page() and ">theme/templates/base.html:" in followed.page()
    template.write_text(whole, "utf-8")
    assert until(lambda: ALERT not in followed.page())
