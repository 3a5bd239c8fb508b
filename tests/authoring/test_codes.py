"""Every code is explained, and its examples are no mere words: the wrong one gives that code, the right one is well."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from game.authoring.check import check_text
from game.authoring.codes.entry import Explanation, Severity
from game.authoring.codes.registry import explanations
from game.authoring.problems import Problem

HERE = Path(__file__).parent
SOURCE = HERE.parents[1] / "game" / "authoring"
BASE = (HERE / "good" / "minimal.yaml").read_text(encoding="utf-8")
PLAYED = ("expect", "no-clean-plan", "nothing-passes", "bots-pass")
"""What only playing shows. The examples of all other codes are only read."""

TYPED = [each for each in explanations().values() if each.wrong.startswith("after-you ")]
WRITTEN = [each for each in explanations().values() if each not in TYPED]


def in_the_example(code: str, part: str) -> str:
    """The guide's small example with this part in the place of its own."""
    if code == "file-empty" and part.startswith("#"):
        return part
    if code.startswith(("yaml-", "file-")) or code in ("key-twice", "key-shape"):
        return _written_into(part)
    return _dump(_merged(yaml.load(BASE, yaml.BaseLoader), yaml.load(part, yaml.BaseLoader)))


def _dump(data: Any) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)


def _written_into(part: str) -> str:
    """The example's lines with the keys at the top that this part has replaced by the part, letter for letter."""
    keys = re.findall(r"^([a-z_{}]+):", part, re.MULTILINE)
    sections = re.split(r"^(?=[a-z])", BASE, flags=re.MULTILINE)
    kept = [section for section in sections if section.split(":")[0] not in keys]
    return "".join(kept) + part + "\n"


def _merged(base: Any, part: Any) -> Any:
    """Blocks key by key, lists of things with ids thing by thing, everything else anew."""
    if isinstance(base, dict) and isinstance(part, dict):
        return base | {key: _merged(base[key], value) if key in base else value for key, value in part.items()}
    if _with_ids(base) and _with_ids(part):
        own = {each["id"]: each for each in base}
        return list((own | {each["id"]: _merged(own.get(each["id"]), each) for each in part}).values())
    return part


def _with_ids(things: Any) -> bool:
    return isinstance(things, list) and bool(things) and all(isinstance(one, dict) and "id" in one for one in things)


def found(code: str, part: str) -> tuple[Problem, ...]:
    return check_text(in_the_example(code, part), "example.yaml", play=code in PLAYED)


@pytest.mark.parametrize("explanation", WRITTEN, ids=lambda each: each.code)
def test_the_wrong_example_is_wrong_as_it_says(explanation: Explanation) -> None:
    problems = found(explanation.code, explanation.wrong)
    assert {problem.code for problem in problems} == {explanation.code}
    assert {problem.severity for problem in problems} == {explanation.severity}


@pytest.mark.parametrize("explanation", WRITTEN, ids=lambda each: each.code)
def test_the_right_example_is_right(explanation: Explanation) -> None:
    assert [problem.render() for problem in found(explanation.code, explanation.right)] == []


def test_the_base_of_the_examples_is_right_and_can_be_won() -> None:
    assert check_text(BASE, "minimal.yaml") == ()


def test_the_list_is_closed() -> None:
    """What the source gives is explained, and what is explained is given somewhere."""
    given: set[str] = set()
    for module in SOURCE.glob("*.py"):
        text = module.read_text(encoding="utf-8")
        given |= set(re.findall(r'Wrong\(\s*"([a-z-]+)"', text))
    refusals = (SOURCE.parent / "wording" / "refusals.py").read_text(encoding="utf-8").partition("def _text")[2]
    renamed = (SOURCE / "refusals.py").read_text(encoding="utf-8").partition("_CODES")[2].partition("}")[0]
    of_files = dict(re.findall(r'"([a-z-]+)": "([a-z-]+)"', renamed))
    codes = re.findall(r'^        "([a-z-]+)":', refusals, re.MULTILINE)
    given |= {of_files.get(code, code) for code in codes}
    assert len(codes) > 15
    assert given == set(explanations())


def test_every_code_is_told_of_at_length() -> None:
    for explanation in explanations().values():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", explanation.code)
        assert 8 <= len(explanation.title) <= 72, explanation.code
        assert 30 <= len(explanation.text) <= 600, explanation.code
        assert explanation.wrong != explanation.right
        assert not explanation.title.endswith(".")


def test_advice_is_what_may_be_left() -> None:
    advice = {code for code, each in explanations().items() if each.severity is Severity.ADVICE}
    assert advice == {"fact-bare", "bots-pass"}
