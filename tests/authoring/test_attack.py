"""Whatever the loader accepts cannot crash the simulation, and whatever it is given it answers in words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.authoring.load import load_plan_text, load_scenario_text
from game.authoring.model import ScenarioPart
from game.authoring.problems import Problem, ProblemsFound
from game.protocol.plan import Plan
from game.protocol.scenario import Scenario
from game.scoring.scorecard import score
from game.simulation.circumstances import draw, nominal
from game.simulation.engine import simulate
from game.simulation.where import Timeline
from game.wording.chance import risks
from game.wording.sentences import chances, custom, sentence, transcript
from tests.authoring.mutations import MUTATIONS, NASTY

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "scenarios").glob("*.yaml"), *(Path(__file__).parent / "good").glob("*.yaml")])
TEXTS = [path.read_text(encoding="utf-8") for path in FILES]
SECTIONS = sorted(ScenarioPart.model_fields)
ATTACK = settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))


def loaded(text: str) -> Scenario | None:
    """The scenario, or None with problems that can be shown."""
    try:
        return load_scenario_text(text, "attacked.yaml")
    except ProblemsFound as found:
        problems = found.problems
    shown(problems)
    return None


def shown(problems: tuple[Problem, ...]) -> None:
    """Problems there are, in the order of the file, and they can be shown."""
    places = [(problem.line, problem.column) for problem in problems]
    assert places
    assert places == sorted(places)
    assert all(problem.render() and problem.code for problem in problems)


def play(scenario: Scenario, seed: int) -> None:
    """Every plan of a scenario, on the nominal day and on one other."""
    plans = [(Plan(), ()), *((named.plan, named.orders) for named in scenario.plans)]
    for plan, orders in plans:
        for circumstances in (nominal(scenario), draw(scenario, seed)):
            trace = simulate(scenario, plan, circumstances, orders)
            card = score(scenario, trace)
            assert 0 <= card.total <= 100
            assert all(sentence(scenario, line) for line in card.ledger)
            assert len(transcript(scenario, trace)) == len(trace.records)
            assert all(text for _name, _value, text in chances(scenario, circumstances))
        Timeline(scenario, trace).at((scenario.start + scenario.end) // 2)
    assert all(custom(scenario, rule) for rule in scenario.rules)
    assert all(risk.says for risk in risks(scenario))


def spoiled(seed: int, times: int) -> str:
    chance = Random(seed)
    text = chance.choice(TEXTS)
    for mutate in chance.choices(MUTATIONS, k=times):
        if any(character.isdigit() for character in text) and ": " in text:
            text = mutate(text, chance)
    return text


@ATTACK
@given(st.integers(0, 2**32), st.integers(1, 3))
def test_a_spoiled_file_is_refused_in_words_or_plays(seed: int, times: int) -> None:
    scenario = loaded(spoiled(seed, times))
    if scenario is not None:
        play(scenario, seed)


@ATTACK
@given(st.text(max_size=300))
def test_any_text_is_answered(text: str) -> None:
    assert loaded(text) is None


def _blocks(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    keys = st.sampled_from(["who", "id", "rules", "room", "from", "on_air", "clock", "kind", "'", "?"])
    lists = st.lists(inner, max_size=4).map(lambda items: "[" + ", ".join(items) + "]")
    return lists | st.lists(st.tuples(keys, inner), max_size=4).map(_block)


def _block(items: Iterable[tuple[str, str]]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in items) + "}"


@ATTACK
@given(
    st.sampled_from(SECTIONS),
    st.recursive(st.sampled_from(NASTY), _blocks, max_leaves=8),
)
def test_any_shape_of_any_section_is_answered(section: str, value: str) -> None:
    text = "\n".join(line for line in TEXTS[-1].splitlines() if not line.startswith(section + ":"))
    loaded(f"{text}\n{section}: {value}\n")


@ATTACK
@given(st.recursive(st.sampled_from(NASTY), _blocks, max_leaves=8))
def test_any_plan_file_is_answered_or_plays(value: str) -> None:
    scenario = load_scenario_text(TEXTS[-1], "minimal.yaml")
    try:
        named = load_plan_text(f"plan: {value}\norders: [10:03 hold voss]\n", "plan.yaml", scenario)
    except ProblemsFound as found:
        problems = found.problems
    else:
        simulate(scenario, named.plan, draw(scenario, 1), named.orders)
        return
    shown(problems)


def test_what_would_end_the_process_is_refused() -> None:
    for opening in ("[", "{a: ", "- "):
        assert loaded("x: " + opening * 30_000) is None
    assert loaded("a: &a [x]\n" + "b: *a\n" * 10) is None
    assert loaded("? " * 30_000) is None


def test_too_many_entries_are_refused_quickly() -> None:
    assert loaded("x: [" + "a," * 100_000 + "]") is None


def test_a_long_text_where_an_entry_of_the_programme_belongs() -> None:
    text = TEXTS[-1].replace("  - on_air: from 10:01", f"  - {'x' * 5_000}\n  - {{{'y' * 5_000}: z}}")
    assert text != TEXTS[-1]
    assert loaded(text) is None


def test_enough_of_the_spoiled_files_still_load() -> None:
    """Otherwise the attack would only ever meet the first checks."""
    assert sum(loaded(spoiled(seed, 1)) is not None for seed in range(150)) >= 5
