"""The examination: what devices report is told, and what it means for a class."""

import json
import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from websockets.sync.client import connect

from game.classroom.doctor.examination import Examination
from game.classroom.doctor.findings import State, device_findings, verdict
from game.classroom.doctor.machine import disk, machine_findings, port_findings, processes
from game.classroom.network import LOOPBACK, addresses, firewall_command, url
from game.cli import main

GOOD: dict[str, Any] = {"width": 390, "round_trip": 12, "socket": 12_001, "socket_stayed": True, "poll": True}


@pytest.fixture
def examined() -> Iterator[Examination]:
    examination = Examination(0, lambda number, report: None)
    thread = threading.Thread(target=examination.run)
    thread.start()
    yield examination
    examination.end()
    thread.join(10)
    assert not thread.is_alive()


def ask(examination: Examination, path: str, body: bytes | None = None) -> tuple[int, bytes, Any]:
    request = urllib.request.Request(url(LOOPBACK, examination.port, path), body)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.read(), answer.headers
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read(), refused.headers


def test_the_page_has_all_it_needs_and_nothing_from_elsewhere(examined: Examination):
    for path in ("/", "/doctor.js", "/doctor.css"):
        status, body, headers = ask(examined, path)
        assert status == 200
        assert b"http://" not in body
        assert b"https://" not in body
        assert "default-src 'self'" in headers["Content-Security-Policy"]
    words = json.loads(ask(examined, "/words.json")[1])["words"]
    script = ask(examined, "/doctor.js")[1].decode()
    assert all(f"words.{name}" in script or f'"{name}"' in script for name in words
               if name not in {state.value for state in State})


def test_echo_poll_and_live_connection_answer(examined: Examination):
    assert ask(examined, "/echo", b"{}")[0] == 200
    assert json.loads(ask(examined, "/poll?ms=5")[1]) == {"waited": 5}
    with connect(url(LOOPBACK, examined.port, "/socket").replace("http", "ws")) as live:
        live.send("still here")
        assert live.recv(10) == "still here"
        live.send(b"\x00")


def test_a_report_is_numbered_and_answered_with_what_it_means(examined: Examination):
    status, body, _ = ask(examined, "/report", json.dumps(GOOD).encode())
    found = json.loads(body)
    assert (status, found["number"], found["verdict"]) == (200, 1, "A class works.")
    assert examined.devices == [GOOD]


@pytest.mark.parametrize("junk", [b"", b"[]", b"{", b"\xff", b"[" * 3_000, b'{"a": "' + b"x" * 5_000 + b'"}'])
def test_what_is_no_report_is_refused(examined: Examination, junk: bytes):
    assert ask(examined, "/report", junk)[0] == 400
    assert examined.devices == []


@pytest.mark.parametrize(("changes", "code", "state"), [
    ({"socket": 0, "socket_stayed": False}, "socket", State.HINT),
    ({"socket": 10_020, "socket_stayed": False}, "socket", State.HINT),
    ({"round_trip": 900}, "round-trip", State.HINT),
    ({"round_trip": -1}, "round-trip", State.BAD),
    ({"round_trip": "soon"}, "round-trip", State.BAD),
    ({"width": 300}, "page", State.HINT),
    ({"poll": False}, "poll", State.HINT),
    ({"poll": False, "socket_stayed": False}, "poll", State.BAD),
    ({}, "socket", State.GOOD),
])  # fmt: skip
def test_what_a_report_means(changes: dict[str, Any], code: str, state: State):
    findings = {finding.code: finding.state for finding in device_findings({**GOOD, **changes})}
    assert findings[code] is state


def test_an_empty_report_says_that_a_class_does_not_work():
    assert verdict(device_findings({})) == "A class does not work like this: see what is marked above."


def test_a_port_in_use_is_told_and_nothing_is_served(capsys: pytest.CaptureFixture[str]):
    with socket.create_server(("", 0)) as taken:
        port = taken.getsockname()[1]
        assert port_findings(port)[0].state is State.BAD
        assert main(["doctor", "--port", str(port)]) == 1
    assert f"Port {port} cannot be used" in capsys.readouterr().out


def test_this_machine_alone(capsys: pytest.CaptureFixture[str]):
    assert main(["doctor", "--devices", "0", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["devices"] == []
    assert {each["code"] for each in found["machine"]} == {"port", "disk", "files", "processes"}


def test_a_folder_that_cannot_be_written_is_in_the_way(tmp_path: Path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert disk(tmp_path / "file").state is State.BAD
    assert all(finding.sentence for finding in machine_findings(0, tmp_path))


def test_where_no_process_can_be_started_it_is_told():
    def forbidden() -> int:
        raise PermissionError

    assert processes(forbidden).state is State.BAD


def test_addresses_end_with_this_machine_itself():
    assert addresses()[-1] == LOOPBACK
    assert url("fe80::1", 80, "/c/X") == "http://[fe80::1]:80/c/X"
    assert "8642" in firewall_command(8642) or "socketfilterfw" in firewall_command(8642)
