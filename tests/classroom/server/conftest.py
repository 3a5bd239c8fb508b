"""One server for all tests that only need some server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.classroom.server.serve import Server


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("class"))
    yield running
    running.stop()
