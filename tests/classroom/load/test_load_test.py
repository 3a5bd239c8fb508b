"""The class in a box against a real host, and what it says where it cannot begin or something is wrong."""

from __future__ import annotations

import asyncio
import json
from functools import partial

import pytest

from game.classroom.client.desk import Desk
from game.classroom.load.session import LoadTest, Wanted
from game.cli import main
from game.simulation.circumstances import draw
from tests.classroom.serving import Host


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.classroom.load.session.Wanted", partial(Wanted, every=0.4, run_for=0.8))


def command(host: Host, *more: str) -> list[str]:
    return ["load-test", str(host.address), "--key", host.key, "--clients", "6", "--edits-for", "1", *more]


def test_a_small_class_goes_through_a_whole_session(host: Host, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(command(host, "--json")) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["well"] is True
    assert found["joined"]["clients"] == 6
    assert found["hand_in"]["count"] == 6
    assert found["results"]["same"] == 6
    assert found["edits"]["count"] >= 6
    assert found["phase_change"]["count"] == 4 * 6
    assert found["lost"]["count"] == found["differing"]["count"] == 0


def test_its_room_is_deleted_afterwards(host: Host) -> None:
    test = LoadTest(Wanted(host.address, host.key, 2, 0.5, every=0.4, run_for=0.1), lambda _text: None)
    asyncio.run(test.run())
    (room,) = test.measures.rooms
    assert room not in json.dumps(asyncio.run(Desk(host.address, host.key).rooms()))


def test_more_than_a_room_takes_are_spread_over_several(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.classroom.load.session.MOST_TRAINEES", 2)
    test = LoadTest(Wanted(host.address, host.key, 5, 0.5, every=0.4, run_for=0.1), lambda _text: None)
    asyncio.run(test.run())
    assert len(set(test.measures.rooms)) == 3
    assert test.measures.well
    assert test.measures.same == 5


def test_a_result_that_differs_is_found(host: Host, monkeypatch: pytest.MonkeyPatch,
                                        capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("game.classroom.load.session.draw", lambda scenario, _day: draw(scenario, 9))
    assert main(command(host)) == 1
    assert "Not all is well." in capsys.readouterr().out


def test_without_the_key_it_says_what_is_missing(host: Host, capsys: pytest.CaptureFixture[str],
                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.classroom.load.local_key.local_key", lambda _address: "")
    assert main(["load-test", str(host.address), "--clients", "2"]) == 1
    assert "--key KEY" in capsys.readouterr().err


def test_a_wrong_key_is_refused_in_one_sentence(host: Host, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["load-test", str(host.address), "--clients", "2", "--key", "wrong"]) == 1
    assert "Is the --key right?" in capsys.readouterr().err


@pytest.mark.parametrize(("arguments", "sentence"), [
    (["load-test", "127.0.0.1:1", "--key", "k"], "There is no class at http://127.0.0.1:1"),
    (["load-test", "ftp://x", "--key", "k"], "is no address of a class"),
])
def test_where_there_is_no_class_it_says_so(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 1
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--clients", "2001"], ["--clients", "0"], ["--edits-for", "0"],
                                       ["--clients", "many"], []])
def test_wrong_usage_is_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    address = ["127.0.0.1:1"] if arguments else []
    assert main(["load-test", *address, *arguments]) == 2
    assert "usage" in capsys.readouterr().err


def test_too_few_open_files_are_told_before_anything_is_tried(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.classroom.open_files.room_for", lambda _clients: 256)
    assert main(["load-test", "127.0.0.1:1", "--key", "k", "--clients", "500"]) == 1
    assert "ulimit -n 650" in capsys.readouterr().err


def test_stopped_early_it_tells_what_there_is(
    host: Host, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def interrupted(_test: LoadTest) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(LoadTest, "_edit", interrupted)
    assert main(command(host, "--json")) == 130
    found = json.loads(capsys.readouterr().out)
    assert found["interrupted"] is True
    assert found["joined"]["clients"] == 6
