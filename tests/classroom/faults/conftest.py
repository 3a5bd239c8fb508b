"""One host for all tests of faults; each opens a room of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.classroom.serving import Host


@pytest.fixture(scope="package")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    with Host(tmp_path_factory.mktemp("class")) as running:
        yield running
