"""`after-you rules`: the page of all rules, and of one kind."""

from __future__ import annotations

import json

import pytest

from game.authoring.library import find, shipped
from game.authoring.load import load_scenario
from game.protocol.cues import Moment
from game.protocol.precedence import System
from game.report.rulebook import common_keys, example, house_keys, own_keys
from game.simulation.kinds.registry import registry
from game.wording import catalogue
from tests.cli.test_commands import answer
from tests.pseudo import PseudoTranslations, authors_texts, unmarked


def test_the_page_tells_every_kind(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = answer(capsys, "rules")
    assert (code, err) == (0, "")
    assert [line for line in out.splitlines() if line in registry()] == list(registry())


@pytest.mark.parametrize("name", ["absent_until", "absent-until"])
def test_one_kind_tells_which_shipped_scenarios_use_it(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = answer(capsys, "rules", name)
    assert (code, err) == (0, "")
    assert out.startswith("absent_until\n")
    assert "pyongyang-2024: Leaders first" in out
    assert "same_door" not in out


def test_the_document_has_all_kinds_or_one(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = answer(capsys, "rules", "--json")
    whole = json.loads(out)
    assert code == 0
    assert set(whole) == {"kinds", "common", "house", "systems"}
    assert [kind["kind"] for kind in whole["kinds"]] == list(registry())
    code, out, _ = answer(capsys, "rules", "absent_until", "--json")
    assert code == 0
    (one,) = json.loads(out)["kinds"]
    assert one == whole["kinds"][0]
    assert "leaders-first" in [used["rule"] for used in one["used"]]


@pytest.mark.parametrize("wrong", ["absent_untl", "Absent-Untl", "absent until"])
def test_an_unknown_kind_gets_a_hint(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = answer(capsys, "rules", wrong)
    assert (code, out) == (1, "")
    assert f"no kind of rule called `{wrong}`" in err
    assert "Did you mean `absent_until`?" in err
    code, out, _ = answer(capsys, "rules", wrong, "--json")
    (problem,) = json.loads(out)["problems"]
    assert (code, problem["code"]) == (1, "rule-kind")


@pytest.mark.parametrize("wrong", ["", "zzz", "é" * 500, "../before"])
def test_nothing_like_a_kind_is_told_in_plain_words(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = answer(capsys, "rules", wrong)
    assert (code, out) == (1, "")
    assert "rule-kind" in err
    assert len(err) < 600


@pytest.mark.parametrize("argv", [("rules",), ("rules", "placed_at"), ("rules", "befor")], ids=" ".join)
def test_all_but_keys_and_ids_is_translated(
    argv: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "_current", PseudoTranslations())
    answer_ = answer(capsys, *argv)
    kinds = registry().values()
    written = {line.strip() for kind in kinds for line in example(kind).splitlines()}
    lines = [line for line in "".join(answer_[1:]).splitlines() if line.strip() not in written]
    keys = [*common_keys(), *house_keys(), *(key for kind in kinds for key in own_keys(kind))]
    words = [word for key in keys for word in (key.name, key.default, *key.choices) if word]
    allowed = {*words, *registry(), *Moment, *System, *argv, "rule-kind"}
    names = authors_texts([load_scenario(find(name)) for name in shipped()])
    known = sorted({*map(str, allowed), *names}, key=lambda word: -len(word))
    assert unmarked(" ".join(" ".join(lines).split()), known) == []
