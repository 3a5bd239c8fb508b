"""`after-you join`: what was given reaches the window, and what leads nowhere is said without one."""

from __future__ import annotations

import pytest

from game import cli
from game.stage import main as window
from game.stage.class_calls import Invitation


@pytest.mark.parametrize("given", ["not an address", "ftp://class", "host:99999", "http://me@host"])
def test_what_is_no_address_is_wrong_usage(given: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["join", given, "CODE"]) == cli.USAGE
    assert "is no address of a class" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "invitation"),
    [
        ([], Invitation()),
        (["192.168.0.7:9000", "brass"], Invitation("http://192.168.0.7:9000", "brass")),
        (["http://laptop:9000/c/BRASS"], Invitation("http://laptop:9000", "BRASS")),
        (["laptop", "BRASS", "--name", "Owl"], Invitation("http://laptop:8642", "BRASS", "Owl")),
    ],
    ids=str,
)
def test_the_window_is_given_where_to_go(
    given: list[str], invitation: Invitation, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Invitation] = []

    def attend(invited: Invitation) -> int:
        asked.append(invited)
        return cli.DONE

    monkeypatch.setattr(window, "attend", attend)
    assert cli.main(["join", *given]) == cli.DONE
    assert asked == [invitation]
