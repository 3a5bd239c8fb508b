"""Where the total stands among the bots: asked for, played beside the window, kept for the session, left at once."""

from __future__ import annotations

import multiprocessing
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pygame
import pytest

from game.attempt import background
from game.attempt.background import BotDays
from game.attempt.pools import Tallies, play_all
from game.planning.bots import BOTS
from game.planning.calibration import Tally, bots_plans
from game.planning.standing import GROUPS
from game.protocol.scenario import Scenario
from game.stage import theme
from game.stage.screens import debrief_standing
from game.stage.screens.debrief import DebriefScreen
from game.stage.screens.plan import PlanScreen
from game.stage.session import Session
from game.stage.settings import Settings
from tests.stage.layout_check import SIZES, problems
from tests.stage.morning import session
from tests.stage.pilot import Pilot, flying
from tests.stage.rehearsed import Rehearsed

FEW = 24


@pytest.fixture
def sitting(tmp_path: Path) -> Session:
    """The morning, lived to its end, nobody briefed."""
    return session(tmp_path, lived=True)


@pytest.fixture
def pilot(sitting: Session, tmp_path: Path) -> Iterator[Pilot]:
    """A pilot at its debrief."""
    with flying(DebriefScreen(sitting), tmp_path) as found:
        yield found


def table(sitting: Session, *totals: int) -> None:
    """Put a day of the expert for each of these totals into the session."""
    sitting.bots = Tallies(tuple((bot, bots_plans(sitting.scenario)[0][1]) for bot in BOTS))
    sitting.bots.add({"expert": Tally(totals=Counter(totals))})


def test_nothing_is_played_unless_asked_for(pilot: Pilot, sitting: Session) -> None:
    pilot.frames(60)
    assert sitting.bots is None
    assert not pilot.find_all(id="standing.chart")
    pilot.press_key("w")
    assert pilot.says("Six bots play 200 days each")
    pilot.frames(5)
    assert sitting.bots is not None
    assert not pilot.says("Six bots play 200 days each")


def test_how_far_it_has_come_is_shown_and_the_bars_grow(pilot: Pilot) -> None:
    pilot.click("Where you stand")
    seen = [pilot.find(id="standing.progress").value]
    while pilot.find_all(id="standing.progress"):
        seen.append(pilot.find(id="standing.progress").value)
        pilot.frames()
    assert list(dict.fromkeys(seen)) == ["0 of 1,200", "600 of 1,200"]


def test_every_bar_and_the_players_total_can_be_read(pilot: Pilot, sitting: Session) -> None:
    pilot.press_key("w")
    pilot.frames(5)
    bars = [pilot.find(id=f"standing.bar.{place}") for place in range(10)]
    assert (bars[0].label, bars[9].label) == ("Totals from 0 to 9", "Totals from 90 to 100")
    assert bars[0].value == "200 without a plan, 80 by a rule of thumb"
    assert bars[2].value == "no run"
    assert bars[9].value == "102 by a rule of thumb, 200 expert"
    assert sitting.finished is not None
    assert pilot.find(id="standing.you").label == f"You: {sitting.finished[1].total}"
    assert pilot.find(id="standing.chart").value == pilot.find(id="standing.answer").said


@pytest.mark.parametrize(
    ("totals", "words"),
    [
        ((-1, -1, -1, 1), "Higher than 75 % of 4 runs of six bots."),
        ((-1, 0, 0), "Higher than 33 % of 3 runs of six bots, and none came out higher."),
        ((0, 1), "None of 2 runs of six bots came out lower."),
        ((-1, *[1] * 200), "Higher than 1 of 201 runs of six bots."),
    ],
)
def test_the_answer_is_a_sentence(sitting: Session, tmp_path: Path, totals: tuple[int, ...], words: str) -> None:
    assert sitting.finished is not None
    table(sitting, *(sitting.finished[1].total + more for more in totals))
    with flying(DebriefScreen(sitting), tmp_path) as pilot:
        pilot.press_key("w")
        assert pilot.find(id="standing.answer").said == words


def test_six_bots_stand_in_one_group_each() -> None:
    named = [bot for bots in GROUPS.values() for bot in bots]
    assert sorted(named) == sorted(BOTS)
    assert len(BOTS) == 6  # as the sentences say


def test_no_bot_is_named_so_that_none_gives_its_plan_away(pilot: Pilot) -> None:
    pilot.press_key("w")
    pilot.frames(5)
    for words in ("by cue", "by rank", "by the clock"):
        assert not pilot.says(words)


def test_what_was_played_is_kept_for_the_session(pilot: Pilot, sitting: Session) -> None:
    pilot.press_key("w")
    pilot.frames(5)
    kept = sitting.bots
    pilot.press_key("r")
    assert isinstance(pilot.app.screen, PlanScreen)
    pilot.app.go(DebriefScreen(sitting))
    pilot.frames()
    assert pilot.find_all(id="standing.answer")
    assert sitting.bots is kept


def test_leaving_lets_go_of_what_is_under_way(pilot: Pilot, sitting: Session) -> None:
    pilot.press_key("w")
    before = Rehearsed.stopped
    pilot.press_key("r")
    assert Rehearsed.stopped == before + 1
    assert sitting.bots is None


def test_the_line_stands_at_the_total_and_patterns_tell_the_bots_apart(sitting: Session, tmp_path: Path) -> None:
    with flying(DebriefScreen(sitting), tmp_path) as pilot:
        pilot.press_key("w")
        pilot.frames(8)
        assert sitting.finished is not None
        total = sitting.finished[1].total
        surface = pygame.display.get_surface()
        assert surface is not None
        first, last = (pilot.find(id=f"standing.bar.{place}").rect for place in (0, 9))
        zero, full = first.x - 3, last.right + 3
        x = zero + (full - zero) * total // 100
        column = {surface.get_at((x + off, first.bottom - 30))[:3] for off in (-1, 0, 1)}
        assert theme.INK in column
        plain = {surface.get_at((first.centerx + d, first.bottom - 3 - d % 3))[:3] for d in range(12)}
        hatched = {surface.get_at((last.centerx + d, last.bottom - 5))[:3] for d in range(12)}
        assert plain == {theme.SHEET}
        assert hatched == {theme.BRASS, theme.BRASS_TINT}


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_nothing_overlaps_while_it_is_played_and_after(
    sitting: Session, tmp_path: Path, size: tuple[int, int], text: int
) -> None:
    settings = Settings(intro_seen=True, text_size=text)
    with flying(DebriefScreen(sitting), tmp_path, size=size, settings=settings) as pilot:
        pilot.press_key("w")
        for _frame in range(6):
            assert problems(pilot.tree()) == []
            pilot.frames()
        assert pilot.find(id="standing.answer").rect.height
        chart = pilot.find(id="standing.chart")
        assert chart.clip.contains(chart.rect)  # the whole histogram is in view without scrolling


def test_it_says_why_where_no_process_can_be_started(
    pilot: Pilot, sitting: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(_scenario: Scenario) -> None:
        raise OSError("too many processes")

    monkeypatch.setattr(background, "_start", none)
    monkeypatch.setattr(debrief_standing, "BotDays", BotDays)
    pilot.press_key("w")
    pilot.frames(2)
    assert pilot.find(id="standing.answer").said == "The bots' days cannot be played here (too many processes)."
    assert sitting.bots is None
    assert problems(pilot.tree()) == []


def played_out(days: BotDays) -> None:
    """Poll until all has been played."""
    until = monotonic() + 60
    while not (days.done or days.failed):
        days.poll()
        assert monotonic() < until


def test_other_processes_play_what_one_would(sitting: Session) -> None:
    days = BotDays(sitting.scenario, FEW, workers=2)
    assert days.tallies is None
    played_out(days)
    alone = play_all(sitting.scenario, bots_plans(sitting.scenario), FEW, workers=1)
    assert days.failed == ""
    assert days.tallies is not None
    assert days.tallies.by_plan == alone.by_plan


def test_processes_let_go_of_end(sitting: Session) -> None:
    before = set(multiprocessing.active_children())
    days = BotDays(sitting.scenario, FEW, workers=1)
    days.poll()
    (process,) = set(multiprocessing.active_children()) - before
    days.stop()
    process.join(30)
    assert process.exitcode is not None
    assert not days.poll()
    assert not days.done


def test_a_process_that_is_gone_is_told(sitting: Session) -> None:
    before = set(multiprocessing.active_children())
    days = BotDays(sitting.scenario, FEW, workers=1)
    days.poll()
    (process,) = set(multiprocessing.active_children()) - before
    process.kill()
    process.join(30)
    played_out(days)
    assert days.failed
    assert not days.done
