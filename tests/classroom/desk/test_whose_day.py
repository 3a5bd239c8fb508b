"""The wall turns from one team's day to another's, on a real server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.classroom.server.serve import SECRETS, Server, until


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    running = Server(tmp_path)
    yield running
    running.stop()


def test_another_teams_day_is_another_film(server: Server) -> None:
    room = server.open()
    people = [server.join(room, name) for name in ("Anna", "Ben")]
    for _stage in ("brief", "plan", "run"):
        server.desk(room, "next")
    key = SECRETS.projector(room)

    def wall(run: int = 0, lived: int = -1) -> Any:
        return server.get(f"/api/projector/news?room={room}&rev=-1&run={run}&lived={lived}", key)["news"]["run"]

    until(lambda: wall()["film"], "the film of the first")
    first = wall()
    again = wall(first["run"], first["lived"])
    assert again["run"] == first["run"]
    assert all(entry["at"] > first["lived"] for entry in again["film"])
    teams = [person.news()["team"]["id"] for person in people]
    server.desk(room, "project", view="room", team=teams[1])
    until(lambda: wall(first["run"], first["lived"])["film"], "the film of the other")
    other = wall(first["run"], first["lived"])
    assert other["run"] != first["run"]
    assert other["film"][0]["at"] == first["film"][0]["at"], "it is told from the beginning"
