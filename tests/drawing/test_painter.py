"""The room drawn without a window: what is where, what can be pointed at, and that it is drawn alike."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pygame
import pytest
from pygame import Rect

from game.authoring.library import find, shipped
from game.authoring.load import load_scenario
from game.drawing import fonts
from game.drawing.emblems import emblem_picture
from game.drawing.layout import HEADER, fit
from game.drawing.painter import RoomPainter
from game.drawing.picture import render_picture, save_picture
from game.drawing.scene import Scene, scene_at
from game.drawing.shapes import emblem_of
from game.drawing.waiting import grid
from game.protocol.people import Delegation, Flag, Side
from game.protocol.room import Door, Furniture, HoldingRoom, Point, Seat, Shape, Wall
from game.protocol.scenario import Scenario
from game.simulation.trace import Trace
from game.simulation.where import Timeline
from game.simulation.whereabouts import Posture, Space, Whereabouts
from tests import rooms

NOON = 12 * 3_600_000
CANVASES = [((600, 330), 1.0), ((980, 510), 1.0), ((1256, 368), 2.0), ((1470, 770), 1.5)]
SIZES = [(640, 400), (1280, 720), (1920, 1080), (700, 1000)]


def hall() -> Scenario:
    """A room with a door in each wall, a holding room behind each, a table and two sides."""
    people = {f"{side}{n}": f"{side} @{door}" for n, door in enumerate(Wall) for side in ("host", "guest")}
    small = rooms.room(people, doors={wall.value: {} for wall in Wall})
    doors = tuple(
        Door(wall.value, f"{wall.value} door", wall, 4_000, 1_600 if wall is Wall.NORTH else 1_000)
        for wall in Wall
    )
    holding = tuple(
        HoldingRoom(w.value, f"{w.value} room", tuple((v.value, 6_000) for v in (w, *Wall))) for w in Wall
    )
    table = Furniture("table", Point(6_000, 5_000), 6_000, 1_600, Shape.RECTANGLE, True)
    seats = tuple(
        Seat(p.seat, Point(3_400 + 1_700 * (n // 2), 3_600 if n % 2 else 6_400), Point(6_000, 5_000))
        for n, p in enumerate(small.people)
    )
    room = replace(
        small.room, width=12_000, depth=10_000, doors=doors, holding=holding, furniture=(table,), seats=seats
    )
    return replace(small, room=room)


def scene_of(scenario: Scenario, **places: Point) -> Scene:
    """Some people standing in the room, the others in their holding rooms."""
    people = []
    for person in scenario.people:
        at = places.get(person.id)
        space = Space.ROOM if at else Space.HOLDING
        facing = Point(6_000, 5_000) if at else None
        people.append(
            Whereabouts(person.id, space, Posture.STANDING, person.holds, person.holds, 0, at, facing)
        )
    return Scene(tuple(people))


def same(one: pygame.Surface, other: pygame.Surface) -> bool:
    return pygame.image.tobytes(one, "RGB") == pygame.image.tobytes(other, "RGB")


@pytest.fixture(autouse=True)
def no_window() -> None:
    """Nothing here may need a window."""
    pygame.display.quit()


@pytest.mark.parametrize("size", SIZES)
def test_everybody_is_drawn_inside_the_picture_and_can_be_pointed_at(size: tuple[int, int]) -> None:
    scenario = hall()
    painter = RoomPainter(scenario, size)
    scene = scene_of(scenario, host0=Point(2_000, 8_500), guest1=Point(9_500, 2_000))
    painter.picture(scene)
    bounds = pygame.Rect((0, 0), size)
    for person in scenario.people:
        rect = painter.person_rect(person.id)
        assert rect is not None
        assert bounds.contains(rect), person.id


@pytest.mark.parametrize("size", SIZES)
def test_every_door_can_be_seen(size: tuple[int, int]) -> None:
    scenario = hall()
    painter = RoomPainter(scenario, size)
    painter.picture(scene_of(scenario))
    for door in scenario.room.doors:
        rect = painter.door_rect(door.id)
        assert pygame.Rect((0, 0), size).contains(rect)


@pytest.mark.parametrize("size", SIZES)
def test_panels_cover_neither_the_room_nor_each_other(size: tuple[int, int]) -> None:
    scenario = hall()
    layout = fit(scenario, size, 1.0)
    left, top = layout.view.px(0, 0, 3_000)
    right, bottom = layout.view.px(scenario.room.width, scenario.room.depth)
    room = pygame.Rect(round(left), round(top), round(right - left), round(bottom - top))
    panels = list(layout.panels.values())
    for number, panel in enumerate(panels):
        assert not panel.colliderect(room)
        assert panel.collidelist(panels[number + 1 :]) < 0


@pytest.mark.parametrize("scenario", [load_scenario(find(name)) for name in shipped()], ids=shipped())
@pytest.mark.parametrize("size", [(602, 258), (602, 330), (900, 400)])
def test_however_flat_the_picture_no_panel_lies_over_another(scenario: Scenario, size: tuple[int, int]) -> None:
    panels = list(fit(scenario, size, 1.0).panels.values())
    for number, panel in enumerate(panels):
        assert panel.collidelist(panels[number + 1 :]) < 0
        chips = grid(panel, 6, 1.0)
        assert all(panel.contains(chip) for chip in chips)


@pytest.mark.parametrize("scenario", [load_scenario(find(name)) for name in shipped()], ids=shipped())
@pytest.mark.parametrize(("size", "text"), CANVASES)
def test_no_name_of_a_holding_room_is_cut(
    scenario: Scenario, size: tuple[int, int], text: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[str, str]] = []
    whole = fonts.shortened

    def kept(words: str, *how: Any) -> str:
        said.append((words, whole(words, *how)))
        return said[-1][1]

    painter = RoomPainter(scenario, size, text=text)
    monkeypatch.setattr(fonts, "shortened", kept)
    painter.picture(scene_of(scenario))
    headers = {holding.name for holding in scenario.room.holding}
    assert headers <= {words for words, _ in said}
    assert [words for words, shown in said if words in headers and words != shown] == []


def test_a_way_ends_at_its_door() -> None:
    scenario = hall()
    layout = fit(scenario, (1280, 720), 1.0)
    for (_, door), way in layout.ways.items():
        x, y = layout.view.px(*_threshold(scenario, door))
        end = way.at(1_000)
        wall = scenario.room.door(door).wall
        assert abs(end[0] - x) < 1 if wall in (Wall.NORTH, Wall.SOUTH) else abs(end[1] - y) < 1
        assert way.at(0) == way.points[0]


def _threshold(scenario: Scenario, door: str) -> tuple[int, int]:
    point = scenario.room.threshold(scenario.room.door(door))
    return point.x, point.y


def test_a_new_painter_draws_the_same() -> None:
    scenario = hall()
    scene = scene_of(scenario, host0=Point(2_000, 8_500), host1=Point(2_300, 8_500))
    assert same(
        RoomPainter(scenario, (800, 500)).picture(scene), RoomPainter(scenario, (800, 500)).picture(scene)
    )


@pytest.mark.parametrize(
    "change",
    [
        {"on_air": True},
        {"held": frozenset({"east"})},
        {"hover": "host0"},
        {"chosen": frozenset({"host0"})},
        {"chosen": frozenset({"north"})},
        {"trail": (Point(1_000, 1_000), Point(5_000, 8_000))},
    ],
)
def test_what_is_said_of_a_scene_shows(change: dict[str, object]) -> None:
    scenario = hall()
    painter = RoomPainter(scenario, (800, 500))
    scene = scene_of(scenario, host0=Point(2_000, 8_500))
    plain = painter.picture(scene)
    assert not same(plain, painter.picture(replace(scene, **change)))  # type: ignore[arg-type]
    assert same(plain, painter.picture(scene))


def test_a_breach_shows_unless_the_walk_through_may_not_tell() -> None:
    scenario = hall()
    painter = RoomPainter(scenario, (800, 500))
    scene = scene_of(scenario, host0=Point(2_000, 8_500))
    blamed = tuple(replace(w, to_blame=w.person == "host0") for w in scene.people)
    plain = painter.picture(scene)
    assert not same(plain, painter.picture(replace(scene, people=blamed)))
    assert same(plain, painter.picture(replace(scene, people=blamed, blame=False)))


def test_a_door_opens_for_whoever_passes() -> None:
    scenario = hall()
    painter = RoomPainter(scenario, (800, 500))
    for wall in Wall:
        near = scenario.room.threshold(scenario.room.door(wall.value))
        inside = [w for w in scene_of(scenario, host0=near).people if w.person == "host0"]
        opened = [replace(w, door=wall.value) for w in inside]
        assert painter._openness(wall.value, opened) == 2
        away = [replace(w, at=Point(6_000, 5_000)) for w in opened]
        assert painter._openness(wall.value, away) == 0


def test_names_do_not_cover_each_other() -> None:
    scenario = hall()
    painter = RoomPainter(scenario, (1280, 720))
    crowd = {p.id: Point(4_000 + 350 * n, 8_000) for n, p in enumerate(scenario.people)}
    painter.picture(scene_of(scenario, **crowd))
    plates = [rect for rect, _ in painter._hits[: -len(scenario.people)]]
    assert len(plates) >= 4
    for number, plate in enumerate(plates):
        assert plate.collidelist(plates[number + 1 :]) < 0


@pytest.mark.parametrize("size", SIZES[1:3])
@pytest.mark.parametrize("door", [wall.value for wall in Wall])
def test_all_in_a_queue_at_a_door_are_named_and_nobody_who_waits_is_covered(size: tuple[int, int], door: str) -> None:
    scenario = hall()
    painter = RoomPainter(scenario, size, text=size[1] / 720)
    last = len(scenario.people) - 1
    people = [
        Whereabouts(p.id, Space.HOLDING if n == last else Space.DOOR, Posture.STANDING, door, door, 1_000, None, None)
        for n, p in enumerate(scenario.people)
    ]
    painter.picture(Scene(tuple(people)))
    named = painter._hits[: -len(people)]
    assert {who for _, who in named} == {p.id for p in scenario.people[:last]}
    waiting = next(rect for rect, who in painter._hits if who == scenario.people[last].id)
    headers = [Rect(panel.topleft, (panel.width, round(HEADER * size[1] / 720)))
               for panel in painter.layout.panels.values()]  # fmt: skip
    for plate, _ in named:
        assert plate.collidelist([waiting, *headers]) < 0


def test_delegations_differ_in_shape_or_pattern() -> None:
    scenario = hall()
    many = tuple(Delegation(f"d{n}", "", "", Side.EQUAL, Flag(("red", "white"))) for n in range(12))
    wide = replace(scenario, delegations=many)
    seen = {(e.shape, e.pattern) for e in (emblem_of(wide, d.id) for d in many)}
    assert len(seen) == 12
    pictures = {pygame.image.tobytes(emblem_picture(emblem_of(wide, d.id), 24), "RGBA") for d in many}
    assert len(pictures) == 12
    with pytest.raises(KeyError):
        emblem_of(wide, "nobody")


def short_run() -> Trace:
    scenario = replace(
        hall(), habits=rooms.room({"host0": "host"}, habits={"all": {"set_out": "at 12:01"}}).habits
    )
    return rooms.run(scenario)


def test_a_run_is_drawn_at_any_instant(tmp_path: Path) -> None:
    trace = short_run()
    scenario = trace.scenario
    painter = RoomPainter(scenario, (640, 400), text=1.5, night=True)
    timeline = Timeline(scenario, trace)
    for seconds in range(0, 120, 7):
        painter.picture(scene_at(scenario, timeline, NOON + seconds * 1_000))
    surface = render_picture(scenario, trace, NOON + 66_000)
    assert surface.get_size() == (1280, 720)
    path = tmp_path / "room.png"
    save_picture(scenario, trace, NOON + 66_000, path, (800, 600))
    assert pygame.image.load(path).get_size() == (800, 600)


@pytest.mark.benchmark(group="frame")
def test_sixty_people_cost_little(benchmark) -> None:  # type: ignore[no-untyped-def]
    scenario = hall()
    people = tuple(
        replace(p, id=f"{p.id}-{n}", short=f"{p.short}-{n}") for n in range(8) for p in scenario.people
    )[:60]
    crowded = replace(scenario, people=people)
    painter = RoomPainter(crowded, (1920, 1080))
    places = {p.id: Point(700 + 170 * n, 1_000 + 1_900 * (n % 5)) for n, p in enumerate(people)}
    scene, target = scene_of(crowded, **places), pygame.Surface((1920, 1080), depth=32)
    benchmark(painter.paint, target, (0, 0), scene)
