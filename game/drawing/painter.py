"""Draws a scene: the still picture once, and on it the people in order of depth, their names, and signs."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

import pygame
from pygame import Rect

from game.drawing import marks
from game.drawing.doors import DoorPicture, picture
from game.drawing.figures import FOOT, Look, Pose, eighth, figure, look_of, shadow
from game.drawing.furniture import Prop, props
from game.drawing.labels import Placer, Tag, plate
from game.drawing.layout import Layout, fit
from game.drawing.scene import Scene
from game.drawing.shapes import emblem_of
from game.drawing.standing import LARGER, UNIT_MM, quarter
from game.drawing.still import DAY, NIGHT, door_plates, south_wall, still
from game.drawing.waiting import chip, grid, header
from game.drawing.ways import OUTSIDE
from game.protocol.people import Person, Role
from game.protocol.room import Door, Point, Wall
from game.protocol.scenario import Scenario
from game.simulation.official import OFFICIAL
from game.simulation.whereabouts import Posture, Space, Whereabouts
from game.wording.catalogue import _

STRIDE: Final = 330
"""Mm walked from one phase of the step to the next."""

WIDE_OPEN: Final = 1_300
AJAR: Final = 2_000

Blit = tuple[pygame.Surface, tuple[int, int]]


class RoomPainter:
    """One scenario's room in a picture of `size` pixels. `text` scales what is read, `night` is dark.

    Works without a window. Whatever it keeps may be thrown away: a new painter draws the same.
    """

    def __init__(
        self, scenario: Scenario, size: tuple[int, int], *, text: float = 1.0, night: bool = False
    ) -> None:
        self.scenario = scenario
        self.size = max(64, size[0]), max(64, size[1])
        self._text = text
        self._ground = NIGHT if night else DAY
        self.layout: Layout = fit(scenario, self.size, text)
        self.view = self.layout.view
        room = scenario.room
        self._still = still(scenario, self.layout, self._ground, text)
        self._props: list[Prop] = sorted(props(scenario, self.view), key=lambda prop: prop.depth)
        self._south = south_wall(room, self.view)
        self._doors: dict[str, DoorPicture] = {door.id: picture(door, room, self.view) for door in room.doors}
        self._frames = {on: marks.frames(room, self.view, on) for on in (False, True)}
        self._people = {person.id: person for person in scenario.people}
        self._looks = {p.id: _look(scenario, p) for p in scenario.people}
        self._looks[OFFICIAL] = look_of(OFFICIAL, None)
        self._chairs = {seat.at: quarter(seat) for seat in room.seats}
        self._unit = UNIT_MM * self.view.scale
        self._placer = Placer()
        self._plates = door_plates(room, self.view, text)
        self._hits: list[tuple[Rect, str]] = []
        self._covered: list[Rect] = []  # headers, waiting people, signs: no name may cover them
        self._foreseen: set[tuple[str, Pose, bool]] = set()

    # Where things are.

    def door_rect(self, door_id: str) -> Rect:
        """The rectangle a door covers. Raises KeyError."""
        return self._doors[door_id].rect

    def person_rect(self, person_id: str) -> Rect | None:
        """Where somebody was drawn last, or None."""
        return next((rect for rect, who in reversed(self._hits) if who == person_id), None)

    # Drawing.

    def paint(self, target: pygame.Surface, at: tuple[int, int], scene: Scene) -> None:
        """Draw the scene with its top left corner at a pixel of the target."""
        area = target.subsurface(Rect(at, self.size).clip(target.get_rect()))
        self._hits, self._covered = [], []
        tags: list[Tag] = []
        layers: list[tuple[int, list[Blit]]] = [
            (prop.depth, [(prop.picture, prop.at)]) for prop in self._props
        ]
        inside = [one for one in scene.people if one.at is not None]
        if scene.official is not None:
            inside.append(scene.official)
        for one in inside:
            layers.append(self._inside(one, scene, tags))
        layers.sort(key=lambda layer: layer[0])
        blits: list[Blit] = [(self._still, (0, 0)), *self._under(scene, inside)]
        for _depth, some in layers:
            blits.extend(some)
        blits.extend(self._over(scene, inside))
        blits.extend(self._outside(scene, tags))
        area.fblits(blits)
        self._names(area, tags, self._speech(area, scene))

    def picture(self, scene: Scene) -> pygame.Surface:
        """The scene as a new surface."""
        surface = pygame.Surface(self.size, depth=32)
        self.paint(surface, (0, 0), scene)
        return surface

    def foresee(self, people: Iterable[Whereabouts], most: int = 2) -> int:
        """Draw ahead of time the figures of people as they will be, at most so many that are new; returns how many.

        A window that calls this a little before its time never has to draw many new figures in one frame.
        """
        made = 0
        for one in people:
            if one.at is not None:
                key = one.person, self._pose(one), True
            elif one.space in (Space.WAY, Space.DOOR):
                key = one.person, self._way_pose(one), False
            else:
                continue
            if key in self._foreseen:
                continue
            self._foreseen.add(key)
            figure(self._look(one.person), key[1], self._unit * (1 if key[2] else OUTSIDE))
            made += 1
            if made >= most:
                break
        return made

    def _under(self, scene: Scene, inside: list[Whereabouts]) -> list[Blit]:
        """What lies on the floor or in the walls: cameras' frames, open doors, the shown way."""
        blits: list[Blit] = []
        blits.extend(self._frames[scene.on_air])
        for door in self.scenario.room.doors:
            opened = self._openness(door.id, inside)
            if opened and door.wall is not Wall.SOUTH:
                made = self._doors[door.id]
                blits.append((made.full if opened == 2 else made.half, made.at))
        blits.extend(self._trail(scene.trail))
        return blits

    def _openness(self, door_id: str, inside: list[Whereabouts]) -> int:
        threshold = self.scenario.room.threshold(self.scenario.room.door(door_id))
        nearest = min(
            (
                (w.at.x - threshold.x) ** 2 + (w.at.y - threshold.y) ** 2
                for w in inside
                if w.at and w.door == door_id
            ),
            default=AJAR**2,
        )
        return 2 if nearest < WIDE_OPEN**2 else 1 if nearest < AJAR**2 else 0

    def _trail(self, trail: tuple[Point, ...]) -> list[Blit]:
        dots: list[Blit] = []
        spot = marks.dot(max(6, round(130 * self.view.scale)))
        for a, b in pairwise(trail):
            steps = max(1, round(((b.x - a.x) ** 2 + (b.y - a.y) ** 2) ** 0.5 / 380))
            for k in range(steps):
                x, y = self.view.px(a.x + (b.x - a.x) * k / steps, a.y + (b.y - a.y) * k / steps)
                dots.append((spot, (round(x - spot.get_width() / 2), round(y - spot.get_height() / 2))))
        return dots

    def _over(self, scene: Scene, inside: list[Whereabouts]) -> list[Blit]:
        """What hides people: the low south wall with its doors; and the signs of held doors."""
        blits: list[Blit] = [self._south]
        for door in self.scenario.room.doors:
            made = self._doors[door.id]
            if door.wall is Wall.SOUTH and (opened := self._openness(door.id, inside)):
                blits.append((made.full if opened == 2 else made.half, made.at))
            blits.extend(self._signs(door, made.rect, scene))
            if door.id in scene.chosen or door.id == scene.hover:
                halo = marks.ring(round(max(made.rect.width, 30) * 1.25), door.id in scene.chosen)
                blits.append((halo, halo.get_rect(center=made.rect.midbottom).topleft))
        return blits

    def _signs(self, door: Door, at: Rect, scene: Scene) -> list[Blit]:
        """Why nobody passes a door: it is held, an officer of the house keeps it, or the room is not ready."""
        signs = []
        text = round(10.5 * self._text)
        if door.id in scene.held:
            signs.append(marks.held_sign(round(at.width * 0.9), text))
        kept = [who for of, who in scene.kept if of == door.id]
        signs += [marks.kept_sign(_("kept by {officer}").format(officer=who), text) for who in kept]
        if not scene.ready and not signs:
            signs.append(marks.kept_sign(_("not ready"), text))
        top, blits = at.centery - sum(sign.get_height() for sign in signs) // 2, []
        for sign in signs:
            place = sign.get_rect(midtop=(at.centerx, top))
            if sign.get_width() > at.width and door.wall in (Wall.EAST, Wall.WEST):  # beside the door, on the floor
                place.x = at.left - place.width if door.wall is Wall.EAST else at.right
            self._covered.append(place.clamp(Rect((0, 0), self.size)))
            blits.append((sign, self._covered[-1].topleft))
            top += sign.get_height()
        return blits

    def _inside(self, one: Whereabouts, scene: Scene, tags: list[Tag]) -> tuple[int, list[Blit]]:
        """Somebody in the room: their depth and pictures. Notes their name for placing."""
        assert one.at is not None
        x, y = self.view.px(one.at.x, one.at.y)
        pose = self._pose(one)
        sitting = one.posture is Posture.SITTING
        blits = self._figure(one, pose, (x, y), self._unit, scene)
        body = self._body(x, y, self._unit, sitting)
        placed = one.posture is not Posture.WALKING and self._chairs.get(one.at) == 2
        self._note(one, scene, body, tags, above=placed)
        return one.at.y, blits

    def _body(self, x: float, y: float, unit: float, sitting: bool) -> Rect:
        tall = 142 if sitting else 176
        return Rect(round(x - 27 * unit), round(y - tall * unit), round(54 * unit), round((tall + 6) * unit))

    def _figure(
        self, one: Whereabouts, pose: Pose, foot: tuple[float, float], unit: float, scene: Scene
    ) -> list[Blit]:
        x, y = foot
        blits: list[Blit] = []
        if one.posture is not Posture.SITTING:
            blits.append(_centred(shadow(max(3, round(70 * unit))), x, y))
        if one.person in scene.chosen or one.person == scene.hover:
            blits.append(_centred(marks.ring(max(12, round(96 * unit)), one.person in scene.chosen), x, y))
        picture, (left, top) = figure(self._look(one.person), pose, unit)
        blits.append((picture, (round(x - FOOT[0] * unit) + left, round(y - FOOT[1] * unit) + top)))
        if one.to_blame and scene.blame:
            size = max(15, round(40 * unit))
            head = (FOOT[1] - 38 - (34 if one.posture is Posture.SITTING else 0)) * unit
            blits.append((marks.warning(size), (round(x + 15 * unit), round(y - head - size))))
        return blits

    def _look(self, person: str) -> Look:
        return self._looks[person]

    def _pose(self, one: Whereabouts) -> Pose:
        assert one.at is not None
        head = eighth(one.at, one.facing or one.at)
        seated = self._chairs.get(one.at)
        if one.posture is Posture.SITTING:
            return Pose("sitting", seated if seated is not None else 2, head)
        if one.posture is Posture.WALKING and one.facing is not None:
            return Pose(_step(one.at, one.facing), head, head)
        return Pose("standing", seated if seated is not None else head, head)

    def _outside(self, scene: Scene, tags: list[Tag]) -> list[Blit]:
        """Those who wait, and those on their way or queueing at a door."""
        blits: list[Blit] = []
        waiting: dict[str, list[Whereabouts]] = {holding.id: [] for holding in self.scenario.room.holding}
        queued: dict[tuple[str, str], int] = {}
        posted: dict[str, int] = {}
        walkers: list[tuple[float, float, Whereabouts]] = []
        for one in scene.people:
            role = self._people[one.person].role
            if one.space is Space.AWAY and role is Role.UNINVITED:
                continue  # nobody expects them
            if one.space is Space.DOOR and role is Role.OFFICER:
                walkers.append((*self._post_px(one, posted), one))
            elif one.space in (Space.HOLDING, Space.AWAY):
                waiting[one.holding].append(one)
            elif one.space in (Space.WAY, Space.DOOR):
                walkers.append((*self._way_px(one, queued), one))
        for holding in self.scenario.room.holding:
            blits.extend(self._panel(holding.id, holding.name, waiting[holding.id], scene))
        for x, y, one in sorted(walkers, key=lambda walker: walker[1]):
            unit = self._unit * OUTSIDE
            blits.extend(self._figure(one, self._way_pose(one), (x, y), unit, scene))
            self._note(one, scene, self._body(x, y, unit, False), tags, above=False, crowded=True)
        return blits

    def _way_px(self, one: Whereabouts, queued: dict[tuple[str, str], int]) -> tuple[float, float]:
        way = self.layout.ways.get((one.holding, one.door))
        if way is None:
            return self.door_rect(one.door).center
        if one.space is Space.DOOR:
            place = queued[one.holding, one.door] = queued.get((one.holding, one.door), -1) + 1
            return way.at(1_000, place * max(10.0, 48 * self._unit * OUTSIDE))
        behind = 44 * self._unit * OUTSIDE if self._people[one.person].role is Role.OFFICER else 0.0
        return way.at(one.progress, behind)

    def _post_px(self, one: Whereabouts, posted: dict[str, int]) -> tuple[float, float]:
        """Beside the door, past the end of the way, so that whoever queues stands before him."""
        way = self.layout.ways.get((one.holding, one.door))
        if way is None:
            return self.door_rect(one.door).center
        place = posted[one.door] = posted.get(one.door, -1) + 1
        door, figure_ = self.scenario.room.door(one.door), 54 * self._unit * OUTSIDE
        (ax, ay), (bx, by) = way.points[-2], way.points[-1]
        aside = door.width / 2 * self.view.scale + figure_ * (place + 0.6)
        if door.wall in (Wall.NORTH, Wall.SOUTH):
            return (bx + aside if bx >= ax else bx - aside), by
        return bx, (by + aside if by >= ay else by - aside)

    def _way_pose(self, one: Whereabouts) -> Pose:
        way = self.layout.ways.get((one.holding, one.door))
        if one.posture is not Posture.WALKING or way is None:
            return Pose("standing", 2, 2)
        (ax, ay), (bx, by) = way.at(max(0, one.progress - 8)), way.at(min(1_000, one.progress + 8))
        walked = one.progress * (self.scenario.room.holding_room(one.holding).walk_to(one.door) or 0) // 1_000
        turn = eighth(Point(round(ax), round(ay)), Point(round(bx), round(by)))
        return Pose(_phase(walked // STRIDE), turn, turn)

    def _panel(self, holding: str, name: str, waiting: list[Whereabouts], scene: Scene) -> list[Blit]:
        panel = self.layout.panels[holding]
        present = sum(one.space is Space.HOLDING for one in waiting)
        title = header(name, present, panel.width, self._text, self._ground)
        blits: list[Blit] = [(title, panel.topleft)]
        self._covered.append(title.get_rect(topleft=panel.topleft))
        for one, rect in zip(waiting, grid(panel, len(waiting), self._text), strict=True):
            person = self._people[one.person]
            marked = one.person in scene.chosen or one.person == scene.hover
            state = (one.space is Space.HOLDING, one.to_blame and scene.blame, marked, person.principal)
            blits.append((
                chip(person.short, self._look(one.person), rect.size, self._ground, state),
                rect.topleft,
            ))
            self._hits.append((rect, one.person))
            self._covered.append(rect)
        return blits

    def _note(
        self, one: Whereabouts, scene: Scene, body: Rect, tags: list[Tag], *, above: bool, crowded: bool = False
    ) -> None:
        if one.person == OFFICIAL:
            words, principal = _("Official"), False
        else:
            self._hits.append((body, one.person))
            person = self._people[one.person]
            words, principal = person.short, person.principal
        marked = one.person in scene.chosen or one.person == scene.hover
        alarmed, look = one.to_blame and scene.blame, self._look(one.person)
        name = plate(
            words, round(11 * self._text), look.emblem, principal, (alarmed, marked), look.officer
        )
        weight = 0 if marked else 1 if principal or one.person == OFFICIAL else 2 if alarmed or look.officer else 3
        tags.append(Tag(one.person, name, body, weight, above, crowded))

    def _names(self, area: pygame.Surface, tags: list[Tag], spoken: list[Rect]) -> None:
        heads = [Rect(t.figure.left, t.figure.top, t.figure.width, t.figure.height * 2 // 5) for t in tags]
        placed = self._placer.place(tags, self._plates + heads + spoken + self._covered, area.get_rect())
        area.fblits([(tag.picture, rect.topleft) for tag, rect in placed])
        self._hits[:0] = [(rect, tag.id) for tag, rect in placed if tag.id != OFFICIAL]

    def _speech(self, area: pygame.Surface, scene: Scene) -> list[Rect]:
        """Draw the words spoken, and answer what they cover."""
        if not scene.speech or scene.official is None or scene.official.at is None:
            return []
        words = marks.bubble(scene.speech, round(15 * self._text), round(260 * self._text))
        x, y = self.view.px(scene.official.at.x, scene.official.at.y, 1_820 * LARGER)
        rect = words.get_rect(bottomleft=(round(x - words.get_width() * 0.2), round(y)))
        return [area.blit(words, rect.clamp(area.get_rect()))]


def _look(scenario: Scenario, person: Person) -> Look:
    if person.role is Role.OFFICER:
        return look_of(person.id, None, officer=True)
    return look_of(person.id, emblem_of(scenario, person.of))


def _centred(picture: pygame.Surface, x: float, y: float) -> Blit:
    return picture, (round(x - picture.get_width() / 2), round(y - picture.get_height() / 2))


def _step(here: Point, goal: Point) -> str:
    """The phase of the step, from the way left to the next corner: the same whenever it is drawn."""
    left = ((here.x - goal.x) ** 2 + (here.y - goal.y) ** 2) ** 0.5
    return _phase(round(left) // STRIDE)


def _phase(steps: int) -> str:
    return ("walking-a", "standing", "walking-b", "standing")[steps % 4]
