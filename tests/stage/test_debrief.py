"""The debrief, played by the pilot: by keys alone, by mouse alone; nothing overlaps at any size."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from game.planning.robust import DAYS, robust
from game.protocol.units import parse_clock
from game.simulation.circumstances import nominal
from game.simulation.engine import simulate
from game.stage.screens.debrief import DebriefScreen
from game.stage.screens.debrief_chart import air_spans, lanes
from game.stage.screens.debrief_ledger import by_weight, points_words, sum_words
from game.stage.screens.plan import PlanScreen
from game.stage.settings import Settings
from tests.stage.layout_check import SIZES, problems
from tests.stage.morning import session
from tests.stage.pilot import Pilot, flying


class Talk:
    """A pilot at the debrief of a lived day."""

    def __init__(self, pilot: Pilot, screen: DebriefScreen) -> None:
        self.pilot, self.screen = pilot, screen


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Talk]:
    """The debrief of the morning, nobody briefed."""
    screen = DebriefScreen(session(tmp_path, lived=True))
    with flying(screen, tmp_path) as pilot:
        yield Talk(pilot, screen)


@pytest.fixture
def sized(tmp_path: Path) -> Callable[[tuple[int, int], int], AbstractContextManager[Pilot]]:
    """The debrief at a size."""

    def fly(size: tuple[int, int], text: int) -> AbstractContextManager[Pilot]:
        screen = DebriefScreen(session(tmp_path, lived=True))
        return flying(screen, tmp_path, size=size, settings=Settings(intro_seen=True, text_size=text))

    return fly


def test_total_grade_figures_and_sum_are_those_of_the_scorecard(talk: Talk) -> None:
    card = talk.screen.card
    assert talk.pilot.find(id="total").said == f"{card.total} / 100"
    assert talk.pilot.find(id="grade").label == f"Grade {card.grade}"
    for figure, value in card.figures.items():
        assert talk.pilot.find(id=f"figure.{figure.value.title()}").value == str(value)
    assert talk.pilot.find(id="sum").said == sum_words(card)
    assert sum(line.points for line in card.ledger) == card.raw - 100


def test_the_ledger_begins_with_the_costliest_line(talk: Talk) -> None:
    rows = [talk.pilot.find(id=f"line.{n}") for n in range(len(talk.screen.card.ledger))]
    points = [line.points for line in by_weight(talk.screen.card)]
    assert [row.value for row in rows] == [points_words(p) for p in points]
    assert points == sorted(points)


def test_an_open_line_gives_custom_source_and_confidence_and_moves_the_room(talk: Talk) -> None:
    place = next(n for n, line in enumerate(talk.screen.lines) if line.rule == "leaders-first" and line.is_breach)
    talk.screen.toggle(talk.screen.opened)
    talk.screen.ui.refresh()
    talk.pilot.frames()
    talk.pilot.click(f"line.{place}")
    assert talk.pilot.find(id=f"line.{place}").selected
    source = "“Told to wait”, The Morning Post, 19 June 2024"
    for words in ("The aides wait outside.", source, "How sure: well attested"):
        assert talk.pilot.says(words)
    assert talk.screen.instant == talk.screen.lines[place].at
    talk.pilot.click(f"line.{place}")
    assert not talk.pilot.says("How sure: well attested")


def test_a_line_opens_by_keys(talk: Talk) -> None:
    talk.pilot.focus_on("line.1")
    talk.pilot.press_key("return")
    assert talk.screen.opened == 1


def test_the_moment_can_be_scrubbed_by_keys_and_by_mouse(talk: Talk) -> None:
    talk.screen.look(parse_clock("12:02:00"))
    talk.pilot.focus_on("look")
    talk.pilot.press_key("right")
    assert talk.screen.instant == parse_clock("12:02:02")
    bar = talk.pilot.find(id="look").rect
    talk.pilot.drag((bar.centerx, bar.centery), (bar.centerx + 40, bar.centery))
    assert talk.screen.instant > parse_clock("12:07:00")
    lane = talk.pilot.find(id="lane.host").rect
    talk.pilot.drag((lane.right - 60, lane.centery), (lane.right - 200, lane.centery))
    assert talk.screen.instant < parse_clock("12:13:00")


def test_lanes_hold_what_was_planned_and_what_was(talk: Talk) -> None:
    scenario, trace = talk.screen.scenario, talk.screen.trace
    walk = simulate(scenario, talk.screen.run.plan, nominal(scenario))
    found = {lane.person: lane for lane in lanes(scenario, trace, walk)}
    envoy = found["envoy"]
    assert envoy.planned == parse_clock("12:02:05")
    first, second = envoy.stays
    assert (first.entered, first.sent, first.amiss) == (parse_clock("12:02:05"), True, True)
    assert (second.sent, second.amiss) == (False, False)
    assert "sent out" in envoy.words()
    assert [stay.sent for stay in found["host"].stays] == [False]
    assert air_spans(scenario, trace)[0] == (parse_clock("12:01"), parse_clock("12:02:41"))


def test_other_days_are_reckoned_a_few_at_a_frame(talk: Talk) -> None:
    assert talk.screen.robust.days < DAYS
    assert talk.pilot.find(id="robust").role == "progress"
    before = talk.screen.robust.days
    talk.pilot.frames(1)
    assert 0 < talk.screen.robust.days - before <= 5
    talk.pilot.frames(DAYS)
    assert talk.screen.robust == robust(talk.screen.scenario, talk.screen.run.plan, (), 1)
    assert talk.pilot.find(id="robust").said == f"Clean on {talk.screen.robust.clean} of 200 other days."


def test_what_really_happened_tells_both_accounts_and_what_is_made_up(talk: Talk) -> None:
    talk.pilot.click("What really happened")
    for words in ("Two aides came in first.", "It was three.", "told otherwise", "The room.", "The Morning Post"):
        assert talk.pilot.says(words)


def test_what_chance_drew_is_told_in_words(talk: Talk) -> None:
    talk.pilot.click("What chance drew")
    assert talk.pilot.says("everything arrived that was sent")
    assert talk.pilot.says("The house would notice a breach of")


def test_same_day_again_is_the_plan_of_the_same_day(talk: Talk) -> None:
    plan = talk.screen.session.plan
    talk.pilot.press_key("r")
    assert isinstance(talk.pilot.app.screen, PlanScreen)
    assert (talk.screen.session.seed, talk.screen.session.number) == (1, 2)
    assert talk.screen.session.plan == plan


def test_another_day_is_the_next_seed(talk: Talk) -> None:
    talk.pilot.press_key("n")
    assert isinstance(talk.pilot.app.screen, PlanScreen)
    assert talk.screen.session.seed == 2


def test_a_replay_is_saved_and_told_where(talk: Talk) -> None:
    talk.pilot.press_key("s")
    assert any("Replay saved" in toast.text for toast in talk.pilot.app.ui.toasts)


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_nothing_overlaps_on_any_tab(
    sized: Callable[[tuple[int, int], int], AbstractContextManager[Pilot]], size: tuple[int, int], text: int
) -> None:
    with sized(size, text) as pilot:
        tabs = [n.id for n in pilot.tree().walk() if n.role == "tab" and n.id.startswith("debrief")]
        assert len(tabs) == (7 if text == 200 else 4)
        for tab in tabs:
            pilot.click(tab)
            assert problems(pilot.tree()) == []


def seek(talk: Talk) -> None:
    """Frames until the search for a fix has ended."""
    for _frame in range(400):
        talk.pilot.frames()
        if talk.pilot.find_all(id="fix.found"):
            return
    raise AssertionError("the search for a fix did not end")


def open_breach(talk: Talk) -> None:
    """Open the first breach of the ledger."""
    talk.screen.opened = next(n for n, line in enumerate(talk.screen.lines) if line.is_breach)
    talk.screen.ui.refresh()
    talk.pilot.frames()


def test_a_fix_is_shown_only_when_asked_for_and_put_into_the_plan_with_one_key(talk: Talk) -> None:
    open_breach(talk)
    talk.pilot.frames(60)
    assert not talk.pilot.find_all(id="fix.found")
    talk.pilot.press_key("f")
    assert talk.pilot.says("Looking for the smallest change of plan")
    seek(talk)
    line = talk.screen.lines[talk.screen.opened]
    assert talk.pilot.says("other days.")
    before = talk.screen.session.plan
    talk.pilot.press_key("f")
    session = talk.screen.session
    assert isinstance(talk.pilot.app.screen, PlanScreen)
    assert session.plan != before
    healed = simulate(session.scenario, session.plan, talk.screen.run.circumstances)
    assert not any(b.rule == line.rule and set(b.offenders) & set(line.offenders) for b in healed.breaches)
    session.undo()
    assert session.plan == before


def test_the_fix_by_mouse(talk: Talk) -> None:
    open_breach(talk)
    talk.pilot.click("fix")
    seek(talk)
    talk.pilot.click("fix.apply")
    assert isinstance(talk.pilot.app.screen, PlanScreen)


def test_what_is_no_breach_has_no_fix(talk: Talk) -> None:
    costs = [n for n, line in enumerate(talk.screen.lines) if not line.is_breach]
    assert costs
    talk.screen.opened = costs[0]
    talk.screen.ui.refresh()
    talk.pilot.frames()
    assert not talk.pilot.find_all(id="fix.panel")
    talk.pilot.press_key("f")
    talk.pilot.frames(60)
    assert isinstance(talk.pilot.app.screen, DebriefScreen)
    assert not talk.pilot.find_all(id="fix.found")


def test_asking_of_another_line_begins_anew(talk: Talk) -> None:
    breaches = [n for n, line in enumerate(talk.screen.lines) if line.is_breach]
    assert len(breaches) > 1
    for place in (breaches[0], breaches[1], breaches[0]):
        talk.screen.opened = place
        talk.screen.fix()
        talk.pilot.frames(2)
    seek(talk)
    command = talk.screen.fixes.command(talk.screen.lines[breaches[0]])
    assert command is not None
    assert talk.screen.fixes.command(talk.screen.lines[breaches[1]]) is None
