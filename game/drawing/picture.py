"""A run at an instant as a picture with its caption: for `run --picture`, the report and the movie."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pygame

from game.drawing import fonts
from game.drawing import palette as p
from game.drawing.emblems import emblem_picture
from game.drawing.painter import RoomPainter
from game.drawing.scene import scene_at
from game.drawing.shapes import emblem_of
from game.protocol.scenario import Scenario
from game.protocol.units import format_clock
from game.simulation.trace import Trace
from game.simulation.where import Timeline
from game.wording.catalogue import _
from game.wording.dates import date_words

SIZE: Final = (1280, 720)


class PictureMaker:
    """Makes pictures of one run, one after another, sharing what they have in common. Needs no window."""

    def __init__(self, scenario: Scenario, trace: Trace, size: tuple[int, int] = SIZE) -> None:
        self._scenario = scenario
        self._timeline = Timeline(scenario, trace)
        self._size = max(320, size[0]), max(240, size[1])
        self._text = min(self._size[0] / SIZE[0], self._size[1] / SIZE[1]) * 0.6 + 0.4
        self._bar = round(44 * self._text)
        body = self._size[0], self._size[1] - 2 * self._bar
        self._painter = RoomPainter(scenario, body, text=self._text)

    def at(self, instant: int) -> pygame.Surface:
        """The picture at an instant (ms since midnight)."""
        surface = pygame.Surface(self._size, depth=32)
        scene = scene_at(self._scenario, self._timeline, instant)
        self._painter.paint(surface, (0, self._bar), scene)
        self._caption(surface, instant, scene.on_air)
        self._legend(surface)
        return surface

    def _caption(self, surface: pygame.Surface, instant: int, on_air: bool) -> None:
        width = self._size[0]
        pygame.draw.rect(surface, p.NIGHT, (0, 0, width, self._bar))
        x = self._put(surface, format_clock(instant), fonts.SANS, 22, p.ON_NIGHT, 16, 0) + 14
        sign = _("On air").upper() if on_air else _("Off air")
        name = fonts.text(
            sign, fonts.SANS_BOLD, round(12 * self._text), p.WHITE if on_air else p.ON_NIGHT_MUTED
        )
        plate = name.get_rect().inflate(round(34 * self._text), round(10 * self._text))
        plate.midleft = round(x), self._bar // 2
        pygame.draw.rect(
            surface, p.ALARM if on_air else p.NIGHT_EDGE, plate, 0 if on_air else 1, border_radius=4
        )
        dot = plate.left + round(11 * self._text), plate.centery
        pygame.draw.aacircle(
            surface, p.WHITE if on_air else p.NIGHT_EDGE, dot, round(4 * self._text), 0 if on_air else 1
        )
        surface.blit(name, name.get_rect(midleft=(dot[0] + round(9 * self._text), plate.centery)))
        title = f"{self._scenario.title} · {self._scenario.place}, {date_words(self._scenario.date)}"
        room = width - plate.right - 32
        words = fonts.shortened(title, fonts.SERIF, round(18 * self._text), room)
        self._put(surface, words, fonts.SERIF, 18, p.ON_NIGHT, plate.right + 16, 0)

    def _legend(self, surface: pygame.Surface) -> None:
        top = self._size[1] - self._bar
        pygame.draw.rect(surface, p.PAPER, (0, top, self._size[0], self._bar))
        pygame.draw.line(surface, p.RULE, (0, top), (self._size[0], top))
        x = 16.0
        for delegation in self._scenario.delegations:
            mark = emblem_picture(emblem_of(self._scenario, delegation.id), round(22 * self._text))
            name = fonts.text(delegation.name, fonts.SANS_MEDIUM, round(13 * self._text), p.INK)
            if x + mark.get_width() + name.get_width() + 8 > self._size[0]:
                break
            surface.blit(mark, (round(x), top + (self._bar - mark.get_height()) // 2))
            x = (
                self._put(
                    surface, delegation.name, fonts.SANS_MEDIUM, 13, p.INK, x + mark.get_width() + 6, top
                )
                + 22
            )
        note = _("star: principal · triangle: in breach · red corners: in shot, on air")
        if self._scenario.officers:
            note = _("key: officer of the house") + " · " + note
        words = fonts.text(note, fonts.SANS_PLAIN, round(12 * self._text), p.MUTED)
        if x + words.get_width() + 16 < self._size[0]:
            at = words.get_rect(midright=(self._size[0] - 16, top + self._bar // 2))
            surface.blit(words, at)

    def _put(
        self, surface: pygame.Surface, words: str, face: str, size: float, ink: str, x: float, top: int
    ) -> float:
        picture = fonts.text(words, face, round(size * self._text), ink)
        surface.blit(picture, (round(x), top + (self._bar - picture.get_height()) // 2))
        return x + picture.get_width()


def render_picture(
    scenario: Scenario, trace: Trace, instant: int, size: tuple[int, int] = SIZE
) -> pygame.Surface:
    """A run at an instant (ms since midnight) as a surface with caption and legend."""
    return PictureMaker(scenario, trace, size).at(instant)


def save_picture(
    scenario: Scenario, trace: Trace, instant: int, path: Path, size: tuple[int, int] = SIZE
) -> None:
    """The same, saved; the file's ending (`.png`, `.jpg`) says how. Raises OSError or pygame.error."""
    pygame.image.save(render_picture(scenario, trace, instant, size), path)
