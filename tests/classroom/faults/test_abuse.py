"""A short attack; the long one is a separate command."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.classroom.faults.abuse import attack
from tests.classroom.serving import Host


def test_nonsense_is_answered_or_closed_and_the_honest_go_on(tmp_path: Path) -> None:
    with Host(tmp_path) as host:
        outcome = asyncio.run(attack(host, 2_000, 1))
        assert host.runs()
    assert not outcome.found.wrong, "\n".join(outcome.lines())
    assert outcome.honest
    assert max(outcome.honest) < 10
