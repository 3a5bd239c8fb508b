"""One host for all tests that need a real one; each opens a room of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.classroom.serving import Host


@pytest.fixture(scope="session")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    with Host(tmp_path_factory.mktemp("class")) as running:
        yield running
