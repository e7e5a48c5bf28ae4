"""Settings that say all they depend on may be kept; others are asked again in each build."""

import sys
from pathlib import Path

import pytest

from plugins.generator.plain_settings import are_plain

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("SITENAME = 'x'\nLANGUAGES = {'es': ('Español', 'es_CL')}", True),
        ("import os\nSITEURL = os.environ.get('URL', 'http://x') + '/a'.strip()", True),
        ("import os\nfrom pathlib import Path\nPATH = os.path.join('a', str(Path('b').absolute()))", True),
        ("from extra import *", True),
        ("from nowhere_to_be_found import *", False),
        ("try:\n    from local import *\nexcept ImportError:\n    pass", False),
        ("import json\nSITENAME = json.load(open('name.json'))", False),
        ("SITENAME = open('name').read()", False),
        ("from pathlib import Path\nSITENAME = Path('name').read_text()", False),
        ("import sys\nsys.path.insert(0, '/elsewhere')", False),
        ("from datetime import datetime\nTAGLINES = {'es': str(datetime.now().year)}", False),
        ("import os\nSITENAME = os.popen('hostname')", False),
        ("SITENAME = (lambda: 1)()", False),
        ("this is no Python", False),
    ],
)
def test_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, plain: bool) -> None:
    (tmp_path / "extra.py").write_text("SITENAME = 'x'\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "extra", raising=False)
    __import__("extra")
    (tmp_path / "conf.py").write_text(text)
    assert are_plain([tmp_path / "conf.py", tmp_path / "extra.py"]) is plain


def test_our_own_settings_are_plain() -> None:
    assert are_plain([ROOT / "pelicanconf.py"])
