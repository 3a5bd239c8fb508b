"""Replay files on a stick: whose they are, which try, and what cannot be used."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from game.attempt.class_runs import play_class
from game.attempt.handed_in import Collected, NothingHandedIn, collect, natural, shown
from game.attempt.replay import SUFFIX
from game.planning.bots import nobody_briefed
from game.protocol.plan import Briefing, Conduct, Order, Plan, Verb
from game.resources import scenarios
from tests.classes import FIRST_STEPS, PLANTED, REFERENCE, hand_in, ministers


def whose(collected: Collected) -> list[tuple[str, str, int]]:
    return [(each.file.removesuffix(SUFFIX), each.trainee, each.nth) for each in collected.handed_in]


def why(collected: Collected) -> dict[str, str]:
    return {each.file: each.code for each in collected.refused}


def test_a_number_after_a_known_name_is_a_further_try(tmp_path: Path) -> None:
    for name, given in (("anna", PLANTED), ("Anna-2", REFERENCE), ("anna (3)", nobody_briefed()), ("ben", PLANTED)):
        hand_in(tmp_path, name, given)
    assert whose(collect(tmp_path)) == [("anna", "anna", 1), ("Anna-2", "anna", 2), ("anna (3)", "anna", 3),
                                        ("ben", "ben", 1)]


def test_numbers_alone_are_names(tmp_path: Path) -> None:
    for name in ("team-1", "team-2", "team-10"):
        hand_in(tmp_path, name, PLANTED)
    assert whose(collect(tmp_path)) == [("team-1", "team-1", 1), ("team-2", "team-2", 1), ("team-10", "team-10", 1)]


def test_a_folder_is_a_trainee_and_its_files_are_tries_as_the_game_names_them(tmp_path: Path) -> None:
    plans = (PLANTED, REFERENCE, nobody_briefed())
    for nth, given in zip((1, 2, 10), plans, strict=True):
        hand_in(tmp_path, f"anna/pyongyang-2024-day-1-{nth}", given)
    hand_in(tmp_path, "anna/first-steps-day-1-1", nobody_briefed(), scenario=FIRST_STEPS)
    collected = collect(tmp_path)
    assert [scenario.id for scenario in collected.scenarios] == ["first-steps", "pyongyang-2024"]
    of_pyongyang = collected.of(collected.scenarios[1])
    assert [(each.trainee, each.nth, each.replay.plan) for each in of_pyongyang] == [
        ("anna", nth, given) for nth, given in enumerate(plans, 1)]
    assert [each.nth for each in collected.of(collected.scenarios[0])] == [1]


def test_the_same_run_twice_counts_once_and_two_trainees_may_think_alike(tmp_path: Path) -> None:
    for name in ("anna", "anna-2", "ben"):
        hand_in(tmp_path, name, PLANTED)
    collected = collect(tmp_path)
    assert whose(collected) == [("anna", "anna", 1), ("ben", "ben", 1)]
    assert why(collected) == {f"anna-2{SUFFIX}": "duplicate"}


def test_what_cannot_be_used_is_refused_by_name_and_the_rest_counts(tmp_path: Path) -> None:
    good = hand_in(tmp_path, "good", PLANTED)
    data = json.loads(good.read_text(encoding="utf-8"))
    for name, change in {
        "rules": {"rules_version": 1}, "changed": {"scenario_hash": "0" * 64}, "foreign": {"scenario": "atlantis"},
        "format": {"format": 9}, "typed": {"seed": "1"},
    }.items():
        (tmp_path / f"{name}{SUFFIX}").write_text(json.dumps(data | change), encoding="utf-8")
    (tmp_path / f"cut{SUFFIX}").write_text(good.read_text(encoding="utf-8")[:200], encoding="utf-8")
    (tmp_path / f"bytes{SUFFIX}").write_bytes(b"\xff\xfe\x00")
    (tmp_path / f"empty{SUFFIX}").write_bytes(b"")
    hand_in(tmp_path, "nobody", Plan((Briefing(("nobody",), Conduct(door="main")),)))
    hand_in(tmp_path, "order", REFERENCE, orders=(Order(1, Verb.CALL_IN, "lavrov"),))
    collected = collect(tmp_path)
    assert whose(collected) == [("good", "good", 1)]
    assert {file.removesuffix(SUFFIX): code for file, code in why(collected).items()} == {
        "rules": "rules-changed", "changed": "scenario-changed", "foreign": "scenario-unknown",
        "format": "other-format", "typed": "damaged", "cut": "damaged", "bytes": "damaged", "empty": "damaged",
        "nobody": "unknown-person", "order": "outside-the-day",
    }  # fmt: skip
    assert all(each.sentence for each in collected.refused)


def test_what_systems_leave_on_a_stick_is_passed_over(tmp_path: Path) -> None:
    hand_in(tmp_path, "anna", PLANTED)
    for name in ("._anna.afteryou.json", ".Spotlight/x.json", "__MACOSX/anna.json", "readme.txt", "gradebook.csv"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"\x00\x05")
    (tmp_path / "a folder.json").mkdir()
    collected = collect(tmp_path)
    assert (whose(collected), collected.refused) == ([("anna", "anna", 1)], ())


def test_a_scenario_beside_the_replays_is_known_in_the_version_that_was_played(tmp_path: Path) -> None:
    text = (scenarios() / "first-steps.yaml").read_text(encoding="utf-8")
    own = text.replace("id: first-steps", "id: my-own", 1)
    assert own != text
    (tmp_path / "my own.yaml").write_text(own, encoding="utf-8")
    (tmp_path / "a plan.yaml").write_text("briefings: []\n", encoding="utf-8")
    from game.authoring.load import load_scenario

    hand_in(tmp_path, "anna", nobody_briefed(), scenario=load_scenario(tmp_path / "my own.yaml"))
    collected = collect(tmp_path)
    assert [scenario.id for scenario in collected.scenarios] == ["my-own"]
    (tmp_path / "my own.yaml").unlink()
    assert set(why(collect(tmp_path)).values()) == {"scenario-unknown"}


def test_a_folder_without_replays_is_refused_in_a_sentence(tmp_path: Path) -> None:
    file = hand_in(tmp_path, "sub/anna", PLANTED)
    for folder, said in ((tmp_path / "none", "There is no folder"), (file, "is no folder")):
        with pytest.raises(NothingHandedIn, match=said):
            collect(folder)
    shutil.rmtree(tmp_path / "sub")
    with pytest.raises(NothingHandedIn, match="holds no replay files"):
        collect(tmp_path)


@pytest.mark.parametrize(("name", "expected"), [
    ("anna", "anna"), ("e\u0301va", "\u00e9va"), ("a\tb\rc", "a b c"), ("a\udcffb", "a?b"), ("\u202egpj", "gpj"),
    ("x" * 99, "x" * 59 + "…"),
])  # fmt: skip
def test_names_are_made_fit_to_be_shown(name: str, expected: str) -> None:
    assert shown(name) == expected


def test_numbers_in_names_are_numbers() -> None:
    assert sorted(["t-10", "t-2", "T-1", "s"], key=natural) == ["s", "T-1", "t-2", "t-10"]


def test_any_number_of_workers_gives_the_same(tmp_path: Path) -> None:
    hand_in(tmp_path, "anna", PLANTED)
    hand_in(tmp_path, "ben", ministers(enter="at 12:37"))
    hand_in(tmp_path, "cara", PLANTED)
    collected, told = collect(tmp_path), list[tuple[int, int]]()
    alone = play_class(collected, progress=lambda done, whole: told.append((done, whole)))
    together = play_class(collected, workers=2)
    assert told == [(1, 2), (2, 2)]  # equal plans are played once
    assert [(a.trainee, a.robust, a.trace.hash, a.card) for a in alone["pyongyang-2024"]] == [
        (a.trainee, a.robust, a.trace.hash, a.card) for a in together["pyongyang-2024"]]
