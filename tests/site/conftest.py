"""The fixture sites, each built once for all questions."""

import pytest

from tests.site.building import SITEURL, Built, build_plaza

IN_A_FOLDER = f"{SITEURL}/campanas"


@pytest.fixture(scope="session")
def plaza(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The plaza at the root of its host."""
    built = build_plaza(tmp_path_factory.mktemp("plaza"))
    assert built.status == 0
    return built


@pytest.fixture(scope="session")
def plaza_in_a_folder(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The plaza in a folder of its host."""
    built = build_plaza(tmp_path_factory.mktemp("folder"), SITEURL=IN_A_FOLDER)
    assert built.status == 0
    return built


@pytest.fixture(scope="session")
def plaza_with_drafts(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The plaza as its writers preview it."""
    built = build_plaza(tmp_path_factory.mktemp("drafts"), SHOW_DRAFTS=True)
    assert built.status == 0
    return built
