"""The server is killed in the middle of a session, and started again: nothing acknowledged is lost."""

from __future__ import annotations

import asyncio
from pathlib import Path
from random import Random

import psutil
import pytest

from tests.classroom.faults.kill import session
from tests.classroom.faults.script import ACKNOWLEDGED, TRAINEES
from tests.classroom.serving import Host

JOINING = TRAINEES // 2
PLANNING = ACKNOWLEDGED // 2
LIVING = ACKNOWLEDGED - TRAINEES * 2


@pytest.mark.parametrize("after", [JOINING, PLANNING, LIVING])
def test_a_session_goes_on_after_the_server_was_killed(tmp_path: Path, after: int) -> None:
    with Host(tmp_path) as host:
        assert asyncio.run(session(host, [after], Random(after))) == [after]


def test_workers_end_with_the_server_that_was_killed(tmp_path: Path) -> None:
    with Host(tmp_path) as host:
        workers = host.workers()
        assert workers
        host.kill()
        gone, left = psutil.wait_procs(workers, timeout=20)
        assert len(gone) == len(workers), left
