"""The parts of the plan screen that need no window: cues in the making, lanes, the scale of the timeline."""

from itertools import combinations
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st
from pygame import Rect

from game.attempt.commands import SetField, SetReadBack
from game.protocol.cues import Cue, Moment, Occurrence, parse_cue
from game.protocol.scenario import Help
from game.stage.screens.plan_cue_draft import CueDraft
from game.stage.screens.plan_desk import PlanDesk
from game.stage.screens.plan_lanes import Bar, Chart, chart
from game.stage.screens.plan_scale import Scale, scale
from game.stage.session import Session
from game.wording.habits import habit_lines
from game.wording.lists import coverage, standing
from tests.attempt.strategies import cues
from tests.stage.test_plan import house

KIM = Occurrence("kim", Moment.ENTERED)


def desk(folder: Path, *commands: SetField | SetReadBack, help_: Help = Help.POSITIONS) -> PlanDesk:
    """The desk of a fresh session after these edits."""
    session = Session(house(help_), folder=folder)
    session.do(*commands)
    return PlanDesk(session)


def enter(who: str, cue: str) -> SetField:
    """Tell somebody when to enter."""
    return SetField((who,), "enter", parse_cue(cue))


@given(cues)
def test_every_cue_can_be_made_and_typed(cue: Cue) -> None:
    draft = CueDraft.of("set_out", None, 0, KIM)
    assert draft.with_cue(cue).cue == cue
    assert draft.spelt(str(cue)).cue == cue
    assert draft.with_cue(cue).spelling == str(cue)


@given(st.text(max_size=30))
def test_typing_anything_never_fails(text: str) -> None:
    draft = CueDraft.of("enter", None, 0, KIM).spelt(text)
    assert draft.spelling == text
    assert draft.wrong is None or draft.cue is None


def test_a_delay_never_falls_below_nothing_and_the_clock_stays_within_the_day() -> None:
    draft = CueDraft.of("enter", parse_cue("after kim entered + 3 s"), 5_000, KIM)
    assert str(draft.slower(-10_000).cue) == "after kim entered"
    assert draft.chosen("clock").later(-60_000, 2_000, 90_000).instant == 2_000
    assert draft.chosen("clock").later(600_000, 2_000, 90_000).instant == 90_000


def test_people_told_together_are_one_bar_and_the_untold_another(tmp_path: Path) -> None:
    at = desk(tmp_path, enter("visitors.aides", "after host entered"), enter("clerk", "after envoy entered + 1 min"))
    bars = {bar.label: bar for bar in chart(at).bars}
    assert set(bars) == {"host", "guest", "envoy", "clerk"}
    assert bars["envoy"].who == ("visitors.aides",)
    assert bars["clerk"].who == ("clerk",)
    assert (bars["envoy"].briefed, bars["guest"].briefed) == (True, False)


def test_unbriefed_people_who_go_together_are_one_ghost(tmp_path: Path) -> None:
    made = chart(desk(tmp_path))
    (ghost,) = [bar for bar in made.bars if "clerk" in bar.people]
    assert (ghost.label, ghost.who, ghost.briefed) == ("Aides (2)", ("visitors.aides",), False)


def test_who_never_comes_in_stands_in_a_lane_of_their_own(tmp_path: Path) -> None:
    made = chart(desk(tmp_path, enter("host", "on word")))
    assert [bar.label for bar in made.lane("")] == ["host"]


def test_a_cue_told_to_the_group_is_no_habit(tmp_path: Path) -> None:
    at = desk(tmp_path, SetField(("visitors.aides",), "enter", parse_cue("after host entered")),
              SetField(("envoy",), "door", "side"))
    assert all(not link.by_habit for link in chart(at).links)


def test_standing_counts_the_closest_briefing(tmp_path: Path) -> None:
    at = desk(tmp_path, SetReadBack(("visitors.aides",), True), enter("clerk", "on word"))
    covered = coverage(at.scenario, at.session.plan)
    words = {name: standing(covered, at.rows[name]).words for name in ("envoy", "clerk", "visitors.aides", "host")}
    assert words == {
        "envoy": "read back ✓", "clerk": "sent", "visitors.aides": "partly briefed", "host": "unbriefed",
    }  # fmt: skip


def test_what_people_do_untold_is_said_of_each(tmp_path: Path) -> None:
    at = desk(tmp_path)
    lines = habit_lines(at.scenario, at.habits, ("host", "envoy"))
    assert lines[0].startswith("host: Sets out at 12:05")
    assert "one after another" in lines[1]


def laid(made: Chart, at: PlanDesk, wide: int) -> Scale:
    """The timeline in so many pixels."""
    return scale(at.scenario, made, Rect(0, 0, wide, 200), left=100, row=24, unsaid="-", measure=lambda bar: 60)


@given(st.lists(st.integers(0, 15 * 60_000 - 1), min_size=1, max_size=40), st.integers(400, 2_000))
@example([800_000, 865_000, 899_000], 1_000)  # near the right edge bars move to the left
def test_no_bar_hides_another(starts: list[int], wide: int) -> None:
    at = PlanDesk(Session(house(), folder=Path("/nowhere")))
    noon = at.scenario.start
    bars = tuple(
        Bar(f"bar.{n}", (str(n),), (str(n),), str(n), "main", noon + start, noon + start, "", True, "")
        for n, start in enumerate(starts)
    )
    lay = laid(Chart(bars, (), (), ()), at, wide)
    assert not [pair for pair in combinations([rect for _bar, rect in lay.bars], 2) if pair[0].colliderect(pair[1])]
    assert all(rect.right <= lay.rect.right and lay.lanes[0].top <= rect.top for _bar, rect in lay.bars)
    assert all(rect.bottom <= lay.lanes[0].top + lay.lanes[0].height for _bar, rect in lay.bars)


@given(st.integers(0, 900), st.integers(400, 2_000))
def test_a_pixel_and_its_instant_belong_together(second: int, wide: int) -> None:
    at = PlanDesk(Session(house(), folder=Path("/nowhere")))
    lay = laid(chart(at), at, wide)
    instant = at.scenario.start + second * 1_000
    a_pixel = (lay.end - lay.start) // (lay.rect.right - lay.left) + 1
    assert abs(lay.instant(lay.x(instant), 1_000) - instant) <= a_pixel + 1_000
