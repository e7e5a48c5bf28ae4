"""The tiny site, served anew for each test that asks for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.serving import Followed


@pytest.fixture
def followed(tmp_path: Path) -> Iterator[Followed]:
    """A site that is followed, once it is built."""
    site = Followed(tmp_path)
    try:
        yield site.start()
    finally:
        site.close()
