"""The step `serve`, with a server that answers every address with all texts."""

import sys
from pathlib import Path

import pytest

from tools.bench.content import write_content
from tools.bench.corpus import documents
from tools.bench.project import Project
from tools.bench.serve import measure_serve

SERVER = """
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        for path in Path("content/posts").iterdir():
            self.wfile.write(path.read_bytes())
        self.wfile.write(b"</html>")

    def log_message(self, *parts):
        pass

HTTPServer(("127.0.0.1", int(sys.argv[-1])), Handler).serve_forever()
"""


class Fake(Project):
    """A project whose only task is the server above."""

    def task(self, *words: str) -> list[str]:
        return [sys.executable, "-c", SERVER, *words]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_changes_are_waited_for_one_by_one(tmp_path: Path) -> None:
    project = Fake(tmp_path / "project")
    texts = list(documents(30))
    write_content(project.content, texts)
    served = measure_serve(project, texts)
    assert 0 < served.median <= served.p95 < 10_000
    assert served.whole > 0
    assert min(served.before, served.after) > 1_000_000
    newest = (project.content / texts[29].path).read_text("utf-8")
    assert "Calabaza" in newest
