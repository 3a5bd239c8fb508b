"""`after-you host` as a person starts it, ends it, and as a power cut does."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from game import cli
from game.attempt.spelling import plan_data
from tests.classes import FIRST_STEPS

ROOT = Path(__file__).parents[2]
CLEAN = plan_data(FIRST_STEPS.plan("reference").plan)
WAIT = 40


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


class Host:
    """One that runs; `told` is the document it printed."""

    def __init__(self, *argv: str) -> None:
        command = [sys.executable, "-m", "game", "host", "--json", "--bind", "127.0.0.1", "--workers", "1", *argv]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        lines = []
        for line in self.process.stdout:
            lines.append(line)
            if line == "}\n":
                break
        self.told = json.loads("".join(lines) or "null")
        assert self.told is not None, self.end(signal.SIGTERM)

    @property
    def desk(self) -> str:
        key: str = self.told["desk"].partition("#")[2]
        return key

    def post(self, path: str, message: Any, token: str = "") -> Any:
        line = http.client.HTTPConnection("127.0.0.1", self.told["port"], timeout=WAIT)
        line.request("POST", path, json.dumps(message), {"Authorization": f"Bearer {token}"})
        found = json.loads(line.getresponse().read())
        line.close()
        return found

    def end(self, how: signal.Signals) -> tuple[str, str]:
        """What it said after that. The pipes end only when its workers have ended too."""
        self.process.send_signal(how)
        return self.process.communicate(timeout=WAIT)


@pytest.mark.skipif(os.name != "posix", reason="kills as only this system does")
def test_a_class_survives_its_server(tmp_path: Path) -> None:
    where = ("--db", str(tmp_path / "class.db"), "--port", str(free_port()))
    host = Host("first-steps", "--free-names", "--title", "Tuesday", *where)
    room, desk = host.told["room"], host.desk
    assert host.told["taken_up"] is False
    anna = host.post("/api/join", {"code": room, "name": "Anna"})["ok"]["token"]
    for number in (1, 2):
        host.post("/api/desk/say", {"id": number, "room": room, "do": "to", "number": number}, desk)
    for n in range(1, 4):
        answer = host.post("/api/say", {"id": n, "do": "edit", "rev": n, "plan": CLEAN[: n % 3]}, anna)
        assert answer["ok"]["rev"] == n + 1
        host.end(signal.SIGKILL)
        host = Host(*where)
        assert (host.told["room"], host.desk, host.told["taken_up"]) == (room, desk, True)
    said, complained = host.end(signal.SIGINT)
    assert said == ""
    assert complained.count("\n") == 1
    assert host.process.returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="signals as only this system has them")
def test_another_scenario_is_another_class_and_a_taken_port_is_passed_over(tmp_path: Path) -> None:
    where = ("--db", str(tmp_path / "class.db"))
    first = Host("first-steps", "--port", str(free_port()), *where)
    with_same_port = ("--port", str(first.told["port"]), "--db", str(tmp_path / "other.db"))
    second = Host("--no-room", *with_same_port)
    assert second.told["room"] is None
    assert second.told["port"] > first.told["port"]
    second.end(signal.SIGTERM)
    assert second.process.returncode == 0
    first.end(signal.SIGTERM)
    third = Host("pyongyang-2024", "--port", str(free_port()), *where)
    assert third.told["taken_up"] is False
    assert third.told["room"] != first.told["room"]
    third.end(signal.SIGTERM)


def test_what_stands_in_the_way_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "folder.db"
    folder.mkdir()
    letter = tmp_path / "letter.db"
    letter.write_text("Dear Sir, " * 100, encoding="utf-8")
    no_roster = tmp_path / "roster.csv"
    no_roster.write_bytes(b"\xff\xfe\x00")
    wrong = [
        (["no-such-scenario"], "no-such-scenario"),
        (["--db", str(folder)], "cannot be kept"),
        (["--db", str(letter)], "not a database"),
        (["--bind", "192.0.2.77", "--db", str(tmp_path / "x.db")], "--port"),
        (["--roster", str(no_roster), "--db", str(tmp_path / "x.db")], "roster.csv"),
    ]
    for argv, expected in wrong:
        assert cli.main(["host", *argv, "--port", str(free_port())]) == 1, argv
        said = capsys.readouterr()
        assert expected in said.err
        assert "Traceback" not in said.err


def test_options_that_cannot_be(capsys: pytest.CaptureFixture[str]) -> None:
    for argv in (["--port", "0"], ["--keep", "0"], ["--teams", "0"], ["--teams", "Red,red"], ["--workers", "x"]):
        assert cli.main(["host", *argv]) == 2, argv
        assert argv[0] in capsys.readouterr().err
