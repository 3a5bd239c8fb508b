"""Every text on every screen goes through gettext; names, numbers, ids and authors' texts do not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from game.attempt.commands import StartFrom
from game.attempt.hands import ClassTries, Raised
from game.authoring.library import find, shipped
from game.authoring.load import load_scenario_text
from game.authoring.problems import ProblemsFound
from game.drawing import fonts
from game.protocol.plan import Verb
from game.stage import flow
from game.stage.screen import Screen
from game.stage.screens.debrief import DebriefScreen
from game.stage.screens.intro import IntroScreen
from game.stage.screens.join import JoinScreen
from game.stage.screens.plan import PlanScreen
from game.stage.screens.run import RunScreen
from game.stage.session import Session
from game.stage.settings import Settings
from game.stage.typeset import Style, Typesetter
from game.wording import catalogue
from tests.pseudo import WIDE_LETTERS, PseudoTranslations, authors_texts, unmarked, words_of
from tests.stage.class_tour import a_class, tour
from tests.stage.guarded import GUARDED
from tests.stage.pilot import Pilot, flying

THE_GAMES_NAME = "After You"
scenarios = pytest.mark.parametrize("scenario", [*shipped(), GUARDED], ids=[*shipped(), "guarded-doors"])


@pytest.fixture(autouse=True)
def pseudo_translation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "_current", PseudoTranslations())


@pytest.fixture(scope="module")
def allowed() -> list[str]:
    """What need not be translated: the game's name and whatever a scenario's author wrote."""
    return [THE_GAMES_NAME, *authors_texts(Session.open(name).scenario for name in (*shipped(), GUARDED))]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every text that is painted, wherever it comes from."""
    seen: set[str] = set()
    image, text = Typesetter.image, fonts.text

    def keep_image(self: Typesetter, words: str, style: Style, scale: float) -> object:
        seen.add(words)
        return image(self, words, style, scale)

    def keep_text(words: str, name: str, size: int, colour: str) -> object:
        seen.add(words)
        return text(words, name, size, colour)

    monkeypatch.setattr(Typesetter, "image", keep_image)
    monkeypatch.setattr(fonts, "text", keep_text)
    return seen


class Reader:
    """Reads one state after another and remembers what was not translated."""

    def __init__(self, pilot: Pilot, allowed: list[str]) -> None:
        self.pilot = pilot
        self._allowed = allowed
        self.found: set[str] = set()

    def read(self) -> None:
        """Everything in the tree now."""
        self.pilot.frames(2)
        for place, text in words_of(self.pilot.tree()):
            if unmarked(text, self._allowed):
                self.found.add(f"{place}: {text}")

    def keys(self) -> None:
        """The list of keys of this screen."""
        self.pilot.press_key("f1")
        self.read()
        self.pilot.press_key("escape")


def explained_codes(text: str) -> list[str]:
    """The codes of what is wrong with a text: they are the same in every language."""
    with pytest.raises(ProblemsFound) as found:
        load_scenario_text(text, "")
    return [problem.code for problem in found.value.problems]


@contextmanager
def reading(screen: Screen, folder: Path, allowed: list[str], drawn: set[str]) -> Iterator[Reader]:
    """A screen to read; in the end every text must have been translated, in the tree and as painted."""
    with flying(screen, folder, size=(1920, 1080), settings=Settings(intro_seen=True)) as pilot:
        reader = Reader(pilot, allowed)
        yield reader
        painted = {text for text in drawn if unmarked(text, allowed) and not _part(text, allowed)}
        assert (sorted(reader.found), sorted(painted)) == ([], [])


def _part(text: str, allowed: list[str]) -> bool:
    """Whether this is a line of a longer text: of a translated one (read in the tree), or of an author's."""
    wide = any(letter in WIDE_LETTERS for letter in text)
    parts = [part.strip(" …:,.;“”()") for part in re.split(" · |, ", text)]
    return wide or all(any(part in whole or part in whole.upper() for whole in allowed) for part in parts)


def test_title_list_and_settings(tmp_path: Path, allowed: list[str], drawn: set[str]) -> None:
    with reading(flow.title(), tmp_path, allowed, drawn) as at:
        at.read()
        at.keys()
        at.pilot.click("settings")
        at.read()
        at.pilot.click("settings.done")
        at.pilot.click("scenarios")
        at.read()
        at.keys()


def test_author(tmp_path: Path, allowed: list[str], drawn: set[str]) -> None:
    good = find("pyongyang-2024").read_text(encoding="utf-8")
    wrong = good.replace("who: ", "whom: ").replace("difficulty: ", "difficulty: x")
    file = tmp_path / "7.yaml"
    names = [str(path) for path in (tmp_path, Path().absolute(), find("first-steps").parent)]
    listed = [path for folder in names for path in Path(folder).glob("*.yaml")]
    files = [file.name, *map(str, listed), *(path.name for path in listed)]
    codes = [*explained_codes(wrong), "expect", "file-missing"]
    plans = [plan.name for plan in load_scenario_text(good, "").plans]
    quoted = ["who", "whom", "x3", "none"]
    known = [*files, *names, *wrong.splitlines(), *plans, *quoted, *codes, *allowed]
    known.sort(key=len, reverse=True)  # `7.yaml` is also the end of another file's name
    with reading(flow.author_files(), tmp_path, known, drawn) as at:
        at.read()
        at.pilot.press_key("return")
        at.read()
        at.keys()
        at.pilot.app.go(flow.author(file, "none"))
        at.read()
        file.write_text(good.replace("grade: F", "grade: D"), encoding="utf-8")
        at.pilot.frames(63)
        at.read()
        at.keys()
        file.write_text(wrong, encoding="utf-8")
        at.pilot.frames(63)
        at.pilot.press_key("e")
        at.pilot.press_key("return")
        at.read()
        at.pilot.press_key("p")
        at.read()
        at.keys()


def test_intro(tmp_path: Path, allowed: list[str], drawn: set[str]) -> None:
    with reading(IntroScreen(), tmp_path, allowed, drawn) as at:
        at.read()
        at.keys()
        for _ in range(60):
            at.pilot.frames(4, 250)
            at.read()
            if at.pilot.find_all(id="question"):
                break


@scenarios
def test_brief(scenario: str, tmp_path: Path, allowed: list[str], drawn: set[str]) -> None:
    with reading(flow.brief(Session.open(scenario)), tmp_path, allowed, drawn) as at:
        at.read()
        at.keys()


@scenarios
def test_plan(scenario: str, tmp_path: Path, allowed: list[str], drawn: set[str]) -> None:
    session = Session.open(scenario)
    with reading(PlanScreen(session), tmp_path, allowed, drawn) as at:
        screen = at.pilot.app.screen
        assert isinstance(screen, PlanScreen)
        at.read()
        at.keys()
        session.do(StartFrom(session.scenario.plan("reference").plan))
        officers = [(officer.id,) for officer in session.scenario.officers]
        for who in (session.plan.briefings[-1].who, ("all",), *officers, (session.scenario.delegates[-1].id,)):
            screen.desk.choose_who(who)
            at.read()
        at.pilot.press_key("b")
        for kind in ("clock", "once", "word", "after"):
            at.pilot.click(f"cue.kind.{kind}")
            at.read()
        at.pilot.click("cue.event.0.who")
        at.read()


@scenarios
def test_run(scenario: str, tmp_path: Path, allowed: list[str], drawn: set[str]) -> None:
    session = Session.open(scenario)
    if session.scenario.officers:
        session.do(StartFrom(session.scenario.plan("reference").plan))
    session.open_doors()
    with reading(RunScreen(session), tmp_path, allowed, drawn) as at:
        screen = at.pilot.app.screen
        assert isinstance(screen, RunScreen)
        at.read()
        at.keys()
        for key in ("h", "d"):
            at.pilot.press_key(key)
            at.read()
            at.pilot.press_key("escape")
        for person in (session.scenario.people[0], *session.scenario.officers):
            screen.pick(person.id)
            at.read()
            at.pilot.press_key("escape")
        for breach in screen.day.live.trace.breaches[:4]:
            screen.day.reach(float(breach.at + 1_000))
            screen.ui.refresh()
            at.read()
        at.pilot.press_key("end")
        at.read()
        screen.day.look(session.scenario.start + 60_000)
        screen.say(Verb.HOLD_DOOR)
        screen.pick(session.scenario.room.doors[0].id)
        screen.day.pause()
        at.read()


@scenarios
def test_debrief(scenario: str, tmp_path: Path, allowed: list[str], drawn: set[str]) -> None:
    session = Session.open(scenario)
    session.live = session.open_doors().live_to(session.scenario.end)
    assert session.finish() is not None
    with reading(DebriefScreen(session), tmp_path, allowed, drawn) as at:
        screen = at.pilot.app.screen
        assert isinstance(screen, DebriefScreen)
        at.keys()
        for place, line in enumerate(screen.lines):
            screen.opened = place
            screen.look(line.at)
            at.read()
        screen.opened = next(n for n, line in enumerate(screen.lines) if line.is_breach)
        at.pilot.press_key("f")
        at.read()
        at.pilot.frames(150)
        at.read()
        at.pilot.press_key("w")
        for _part in range(4):
            at.read()


def test_a_class_at_one_machine(tmp_path: Path, allowed: list[str], drawn: set[str]) -> None:
    session = Session.open("first-steps", folder=tmp_path)
    session.class_tries = ClassTries(Raised(2, 3, 1))
    with reading(PlanScreen(session), tmp_path, allowed, drawn) as at:
        at.pilot.press_key("ctrl+return")
        at.read()
    for _day in range(2):
        session.live = session.open_doors().live_to(session.scenario.end)
        session.finish()
    session.class_tries.tries = tuple(replace(one, replay="7") for one in session.class_tries.tries)  # no path in it
    with reading(DebriefScreen(session), tmp_path, allowed, drawn) as at:
        at.pilot.click([node.id for row in at.pilot.find_all(role="tabs") for node in row.children][-1])
        at.read()


def test_what_is_not_marked_is_found(allowed: list[str]) -> None:
    assert unmarked("Sergei Lavrov waits", allowed) == ["waits"]
    assert unmarked("12:03:16, 4 people", allowed) == ["people"]
    assert unmarked("ｗａｉｔｓ for Kim Jong Un", allowed) == ["for"]


def test_class(tmp_path: Path, allowed: list[str], drawn: set[str]) -> None:
    here = a_class()
    names = ["Door", "Lamp", "Fox", "Brass Heron", "Heron", "BRASS", "RECOVER-T", "nobody"]
    with reading(JoinScreen(None, here), tmp_path, [*names, *allowed], drawn) as at:
        for state in tour(at.pilot, here):
            at.read()
            if state in ("lobby", "plan", "run", "debrief"):
                at.keys()
