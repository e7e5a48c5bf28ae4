"""What `check` prints in each form."""

import re

from plugins.build.reporting import FORMS, version
from tools.command_line import CHOICES


def test_the_command_line_offers_the_forms_that_there_are() -> None:
    assert CHOICES["format"] == ("text", *FORMS)


def test_our_version_is_the_projects() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", version())
