"""What a trainee is told before the day: everything the brief says, and nothing of what would solve it."""

import json
import subprocess
import sys
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

import pytest

from game.attempt.spelling import read, spell
from game.classroom.telling.room import room_document, room_svg
from game.classroom.telling.scenario import scenario_document
from game.protocol.cues import parse_cue
from game.protocol.legality import problems
from game.protocol.people import Role
from game.protocol.plan import Briefing, Conduct, Plan
from game.protocol.scenario import Scenario
from tests import rooms
from tests.scenarios.shipped import IDS
from tests.scenarios.shipped import scenario as shipped

NASTY = """<script>alert("1")</script> & ]]>'"""


def text_of(document: object) -> str:
    return json.dumps(document, ensure_ascii=False)


@pytest.mark.parametrize("name", IDS)
def test_no_plan_of_the_scenario_is_in_it_and_nothing_of_how_it_went(name: str) -> None:
    scenario = shipped(name)
    bare = replace(scenario, plans=(), expect=(), accounts=(), outcomes=())
    assert scenario_document(bare) == scenario_document(scenario)
    told = text_of(scenario_document(scenario))
    habits = {spell(field, value) for habit in scenario.habits for field in ("enter", "set_out", "sit", "leave")
              if (value := getattr(habit.conduct, field)) is not None}
    for named in scenario.plans:
        assert not named.note or named.note not in told
        for briefing in named.plan.briefings:
            cues = [getattr(briefing.conduct, field) for field in ("enter", "set_out", "sit", "leave")]
            assert not [cue for cue in cues if cue is not None and str(cue) not in habits and str(cue) in told]
    assert not [account for account in scenario.accounts if account.text in told]


@pytest.mark.parametrize("name", IDS)
def test_everything_the_brief_says_is_in_it(name: str) -> None:
    scenario = shipped(name)
    document = scenario_document(scenario)
    assert json.loads(text_of(document)) == document
    told = text_of(document)
    words = [scenario.title, *scenario.learning, *(person.name for person in scenario.people),
             *(person.office for person in scenario.people), *(rule.says for rule in scenario.rules),
             *(source.title for source in scenario.sources), *scenario.reconstructed,
             *(habit.because for habit in scenario.habits)]
    assert not [text for text in words if json.dumps(text, ensure_ascii=False)[1:-1] not in told]
    assert " ".join(document["situation"]) == " ".join(scenario.situation.split())
    ranked = {who for order in document["orders"] for place in order["places"] for who in place["who"]}
    assert ranked == {n for n, p in enumerate(scenario.people) if any(o.lists(p.id) for o in scenario.precedence)}
    assert all(place["reason"] for order in document["orders"] for place in order["places"])
    assert [rule["gravity"] for rule in document["rules"]] == sorted(
        (rule["gravity"] for rule in document["rules"]), key=["grave", "serious", "moderate", "slight"].index)


@pytest.mark.parametrize("name", IDS)
def test_whatever_is_offered_can_be_said(name: str) -> None:
    scenario = shipped(name)
    document = scenario_document(scenario)
    assert set(document["fields"]) == set(document["briefable"])
    for who, fields in document["fields"].items():
        for door in fields["doors"]:
            assert not problems(scenario, Plan((Briefing((who,), Conduct(door=door["id"])),))), (who, door)
        for escort in fields["escorts"]:
            briefing = Briefing((who,), Conduct(set_out=parse_cue("at once")), escort=escort["id"])
            assert not problems(scenario, Plan((briefing,))), (who, escort)
        assert all(read("pace", pace) for pace in document["paces"])
        officer = all(scenario.people[n].role is Role.OFFICER for n in _members(document, who))
        assert ("sit" in fields["cues"]) != officer
        assert (fields["read_back"] == 0) == officer
    uninvited = {person.id for person in scenario.people if person.role is Role.UNINVITED}
    assert not uninvited & set(document["briefable"])


def _members(document: dict[str, object], name: str) -> list[int]:
    lists = document["lists"]
    assert isinstance(lists, list)
    return next(row["members"] for part in lists for row in part["rows"] if row["name"] == name)


@pytest.mark.parametrize("name", IDS)
def test_the_room_is_a_small_well_formed_picture_with_a_place_for_everybody(name: str) -> None:
    scenario = shipped(name)
    room = room_document(scenario)
    picture = ElementTree.fromstring(room["svg"])
    assert picture.get("viewBox") == f"0 0 {room['view'][0]} {room['view'][1]}"
    assert len(room["svg"].encode()) <= 13_500
    depth = next(group for group in picture if group.get("class") == "depth")
    souths = [int(piece.get("data-y", "")) for piece in depth]
    assert souths == sorted(souths)
    wide, high = room["view"]
    cards = room["holding"]
    assert {card["id"] for card in cards} == {each.id for each in scenario.room.holding}
    for card in cards:
        waiting = sum(person.holds == card["id"] for person in scenario.people)
        assert len(card["slots"]) >= waiting
        for x, y, w, h in card["slots"]:
            assert card["x"] <= x
            assert x + w <= card["x"] + card["w"] + 1
            assert card["y"] <= y
            assert y + h <= card["y"] + card["h"] + 1
            assert w >= 180
        assert card["x"] >= 0
        assert card["x"] + card["w"] <= wide
        assert card["y"] + card["h"] <= high
    for a, b in combinations(cards, 2):
        apart = a["x"] + a["w"] <= b["x"] or b["x"] + b["w"] <= a["x"]
        assert apart or a["y"] + a["h"] <= b["y"] or b["y"] + b["h"] <= a["y"]


@pytest.mark.parametrize("name", IDS)
def test_ways_lead_from_the_card_to_the_door(name: str) -> None:
    scenario = shipped(name)
    room = room_document(scenario)
    doors = {door["id"]: door for door in room["doors"]}
    cards = {card["id"]: card for card in room["holding"]}
    for holding in scenario.room.holding:
        for door, mm in holding.walks:
            way = room["ways"][f"{holding.id}>{door}"]
            assert way["mm"] == mm
            (x0, y0), (x1, y1) = way["line"][0], way["line"][-1]
            card = cards[holding.id]
            assert card["x"] <= x0 <= card["x"] + card["w"]
            assert min(abs(y0 - card["y"]), abs(y0 - card["y"] - card["h"])) <= 1
            along = x1 - doors[door]["x"] if doors[door]["wall"] in ("north", "south") else y1 - doors[door]["y"]
            assert abs(along) <= 1


def test_a_point_of_the_floor_is_where_the_document_says() -> None:
    scenario = shipped("pyongyang-2024")
    room = room_document(scenario)
    door = next(door for door in room["doors"] if door["id"] == "side")
    x, y = 14_400, 3_000
    assert abs(room["left"] + x * room["scale"] - door["x"]) <= 1
    assert abs(room["top"] + y * room["scale"] * 0.62 - door["y"]) <= 1


def nasty() -> Scenario:
    scenario = rooms.room({"boss": "host* @main", "min": "guest @side"}, doors={"main": {}, "side": {}})
    room = scenario.room
    return replace(
        scenario, title=NASTY,
        people=tuple(replace(person, name=NASTY, short=NASTY) for person in scenario.people),
        room=replace(
            room, doors=tuple(replace(door, name=NASTY) for door in room.doors),
            holding=tuple(replace(each, name=NASTY) for each in room.holding),
        ),
    )  # fmt: skip


def test_names_are_never_markup() -> None:
    picture = ElementTree.fromstring(room_svg(nasty()))
    assert {element.tag.rpartition("}")[2] for element in picture.iter()} <= {
        "svg", "defs", "pattern", "path", "g", "rect", "ellipse", "text", "use", "circle"}  # fmt: skip
    texts = ["".join(element.itertext()) for element in picture.iter() if element.tag.endswith("text")]
    assert NASTY in texts
    assert not [name for element in picture.iter() for name in element.attrib if name.startswith("on")]


def test_doors_in_every_wall_and_a_room_without_a_table_can_be_drawn() -> None:
    scenario = rooms.room({"boss": "host* @main"}, doors={"main": {}})
    for wall in ("north", "east", "south", "west"):
        doors = tuple(replace(door, wall=type(door.wall)(wall), at=2_000) for door in scenario.room.doors)
        room = replace(scenario.room, doors=doors, furniture=())
        ElementTree.fromstring(room_svg(replace(scenario, room=room)))


def test_telling_needs_no_window() -> None:
    code = ("import sys, game.classroom.telling.scenario, game.classroom.telling.result, game.classroom.telling.walk;"
            "print([name for name in ('pygame', 'jinja2', 'sqlalchemy', 'starlette') if name in sys.modules])")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
