"""The cluster of most tests: two workers, the second with two threads."""

from collections.abc import Iterator

import pytest

from tests.cluster.machines import Machines, machines


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    with machines(tmp_path_factory.mktemp("machines"), 1, 2) as made:
        yield made
