"""The brief: everything of the dossier is there, nothing of the solution and nothing of today's luck."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.attempt.history import Attempt
from game.authoring.library import find, shipped
from game.authoring.load import load_scenario
from game.protocol.scenario import Scenario
from game.stage import flow
from game.stage.screen import Screen
from game.stage.screens.brief import BriefScreen
from game.stage.screens.scenarios import ScenariosScreen
from game.stage.session import Session
from game.stage.settings import Settings
from game.wording.phrases import capital
from tests.stage.layout_check import SIZES, problems
from tests.stage.pilot import Pilot, flying

SCENARIOS = {name: load_scenario(find(name)) for name in shipped()}
EMBASSIES = Path(__file__).parents[1] / "authoring" / "good" / "embassies.yaml"
PYONGYANG = SCENARIOS["pyongyang-2024"]


def brief(scenario: Scenario, folder: Path, seed: int = 1) -> BriefScreen:
    """A brief whose attempt is kept in this folder."""
    return BriefScreen(Session(scenario, seed, folder))


def pages(pilot: Pilot) -> Iterator[str]:
    """Opens one section after another by its digit; gives all that is said on each."""
    tabs = pilot.find(role="tabs").children
    for place, tab in enumerate(tabs, 1):
        pilot.press_key(str(place))
        assert pilot.find(id=tab.id).selected
        yield "\n".join(node.said for node in pilot.tree().walk())


@pytest.mark.parametrize(("size", "text"), SIZES)
@pytest.mark.parametrize("name", SCENARIOS)
def test_nothing_overlaps_or_leaves_its_box(
    name: str, size: tuple[int, int], text: int, tmp_path: Path
) -> None:
    screen = brief(SCENARIOS[name], tmp_path)
    with flying(screen, tmp_path, size=size, settings=Settings(text_size=text)) as pilot:
        for number, _page in enumerate(pages(pilot), 1):
            assert problems(pilot.tree()) == [], f"section {number}"


def test_large_text_makes_the_essential_the_first_tab(tmp_path: Path) -> None:
    with flying(brief(PYONGYANG, tmp_path), tmp_path, settings=Settings(text_size=200)) as pilot:
        assert pilot.find(role="tabs").children[0].said == "In short"
        assert pilot.says(PYONGYANG.situation)
    with flying(brief(PYONGYANG, tmp_path), tmp_path) as pilot:
        assert pilot.find(id="short.panel")
        assert pilot.says(PYONGYANG.situation)


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_whole_dossier_is_there(name: str, tmp_path: Path) -> None:
    scenario = SCENARIOS[name]
    with flying(brief(scenario, tmp_path), tmp_path) as pilot:
        said = "\n".join(pages(pilot))
    wanted = [rule.says for rule in scenario.rules]
    wanted += [person.name for person in scenario.people]
    wanted += [door.name for door in scenario.room.doors]
    wanted += [arrival.because for arrival in scenario.arrivals]
    wanted += [*scenario.learning, *scenario.reconstructed]
    wanted += [source.title for source in scenario.sources]
    # A name that is no proper name may begin a sentence.
    assert [words for words in wanted if words not in said and capital(words) not in said] == []


def test_what_no_source_gives_is_marked(tmp_path: Path) -> None:
    with flying(brief(PYONGYANG, tmp_path), tmp_path) as pilot:
        for rule in PYONGYANG.rules:
            card = pilot.find(id=f"rule.{rule.id}")
            marked = any(node.said == "reconstructed" for node in card.walk())
            assert marked == rule.reconstructed, rule.id


def test_the_first_rule_says_how_sure_we_are_and_what_the_house_does(tmp_path: Path) -> None:
    with flying(brief(PYONGYANG, tmp_path), tmp_path) as pilot:
        card = "\n".join(node.said for node in pilot.find(id="rule.leaders-first").walk())
    assert "grave if broken" in card
    assert "Source: Kyiv Post, 20 June 2024 · how sure: one secondary source" in card
    assert "an official of the house sends people out and the broadcast cuts away" in card


def test_people_stand_in_the_order_of_precedence_with_the_reason(tmp_path: Path) -> None:
    with flying(brief(PYONGYANG, tmp_path), tmp_path) as pilot:
        pilot.press_key("2")
        side = pilot.find(id="delegation.russia")
        rows = [node for node in side.children if node.id.startswith("person.")]
        order = [row.id for row in rows]
        assert order[:3] == ["person.putin", "person.lavrov", "person.manturov"]
        ranks = [row.children[0].said for row in rows]
        assert ranks == ["1", "2", "3", "4", "4", "6", "7", "8"]
        assert pilot.says("Why here: first in the list of KCNA; that of Sputnik begins with Manturov")


def test_an_order_that_is_worked_out_gives_everybody_a_reason_of_their_own(tmp_path: Path) -> None:
    with flying(brief(load_scenario(EMBASSIES), tmp_path), tmp_path) as pilot:
        pilot.press_key("2")
        assert pilot.says("class of office, then date of taking office")
        assert pilot.says("Why here: minister; in office since 30 June 2027; equals, who share the place")
        assert pilot.says("Why here: put beside Jan Voss for this event: The town's birthday; equals, who share")
        assert pilot.says("Place 1 in the joint order: the nuncio first, by the custom of this house")
        assert problems(pilot.tree()) == []


def test_neither_the_solution_nor_the_luck_of_the_day_is_told(tmp_path: Path) -> None:
    told = []
    for seed in (1, 2):
        with flying(brief(PYONGYANG, tmp_path, seed), tmp_path) as pilot:
            told.append(list(pages(pilot)))
    assert told[0] == told[1]
    said = "\n".join(told[0])
    for plan in PYONGYANG.plans:
        assert not plan.note or plan.note not in said


@pytest.mark.parametrize("how", ["return", "mouse", "tab"])
def test_on_to_the_plan(how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planned: list[Session] = []

    def plan(session: Session) -> Screen:
        planned.append(session)
        return BriefScreen(session)

    monkeypatch.setattr(flow, "plan", plan)
    screen = brief(PYONGYANG, tmp_path)
    with flying(screen, tmp_path) as pilot:
        if how == "return":
            pilot.press_key("return")
        else:
            pilot.click("plan" if how == "mouse" else "step.1")
    assert planned == [screen.session]


def test_sections_open_by_mouse_and_long_ones_scroll_by_keys(tmp_path: Path) -> None:
    with flying(brief(PYONGYANG, tmp_path), tmp_path) as pilot:
        pilot.click("People")
        assert pilot.says("Sergei Lavrov")
        pilot.focus_on("People")
        pilot.press_key("page down")
        assert pilot.app.ui.offsets["section"] > 0
        pilot.press_key("4")
        assert pilot.app.ui.offsets.get("section", 0) == 0, "a section opens at its beginning"


def test_back_to_the_list(tmp_path: Path) -> None:
    with flying(brief(PYONGYANG, tmp_path), tmp_path) as pilot:
        pilot.press_key("escape")
        assert isinstance(pilot.app.screen, ScenariosScreen)


def test_a_damaged_autosave_is_told(tmp_path: Path) -> None:
    session = Session(PYONGYANG, folder=tmp_path)
    session.notice = "The file is damaged."
    with flying(BriefScreen(session), tmp_path) as pilot:
        assert pilot.says("The file is damaged.")
    assert session.attempt == Attempt.begin()
