"""Small signs laid over the room: warning, ring, held door, camera's frame, words spoken."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

import pygame

from game.drawing import fonts
from game.drawing import palette as p
from game.drawing.doors import door_area
from game.drawing.vector import Sheet, icon, paint
from game.drawing.view import DEPTH, View
from game.protocol.room import Camera, Room, Wall
from game.wording.catalogue import _

Placed = tuple[pygame.Surface, tuple[int, int]]


@lru_cache(maxsize=16)
def warning(size: int) -> pygame.Surface:
    """The sign over somebody in a breach: a triangle with an exclamation mark."""
    sheet, u = Sheet((size, size)), size / 24
    sheet.path(f"M{12 * u} {2 * u}L{23 * u} {21.5 * u}H{u}Z", paint(p.ALARM, p.WHITE, 2 * u))
    sheet.path(f"M{10.7 * u} {8.5 * u}h{2.6 * u}l{-0.5 * u} {6.6 * u}h{-1.6 * u}Z", paint(p.WHITE))
    sheet.ellipse(12 * u, 17.8 * u, 1.5 * u, 1.5 * u, paint(p.WHITE))
    return sheet.surface()


@lru_cache(maxsize=32)
def ring(width: int, chosen: bool) -> pygame.Surface:
    """The ring at somebody's feet: whole for the chosen one, broken for the one pointed at."""
    height, line = max(4, round(width * DEPTH)), max(2.0, width / 22)
    sheet = Sheet((width, height))
    x, y, rx, ry = width / 2, height / 2, width / 2 - line, height / 2 - line
    sheet.ellipse(x, y, rx, ry, paint("none", p.WHITE, line * 1.9))
    sheet.ellipse(
        x, y, rx, ry, paint("none", p.LINK, line, dash="" if chosen else f"{line * 3:.1f} {line * 2:.1f}")
    )
    return sheet.surface()


@lru_cache(maxsize=16)
def dot(size: int) -> pygame.Surface:
    """One of the dots that show a way on the floor."""
    sheet = Sheet((size, size))
    sheet.ellipse(size / 2, size / 2, size / 2, size / 2, paint(p.WHITE))
    sheet.ellipse(size / 2, size / 2, size / 2 - 1.2, size / 2 - 1.2, paint(p.LINK))
    return sheet.surface()


@lru_cache(maxsize=16)
def held_sign(width: int, text: int) -> pygame.Surface:
    """The sign on a door that is held: a bar across it and the word."""
    words = fonts.text(_("held").upper(), fonts.SANS_BOLD, max(8, text), p.WHITE)
    size = max(width, words.get_width() + 14), words.get_height() + 6
    sheet = Sheet(size)
    sheet.rect(0.75, 0.75, size[0] - 1.5, size[1] - 1.5, paint(p.ALARM, p.WHITE, 1.5), 4)
    picture = sheet.surface()
    picture.blit(words, words.get_rect(center=picture.get_rect().center))
    return picture


@lru_cache(maxsize=32)
def kept_sign(words: str, text: int) -> pygame.Surface:
    """The sign on a door through which nobody may pass yet, and why: brass, with a key."""
    size = max(8, text)
    name, key = fonts.text(words, fonts.SANS_BOLD, size, p.INK), icon("key", round(size * 1.2), p.INK)
    wide, high = key.get_width() + name.get_width() + 16, name.get_height() + 6
    sheet = Sheet((wide, high))
    sheet.rect(0.75, 0.75, wide - 1.5, high - 1.5, paint("#f2dfae", p.INK, 1.5), 2)
    picture = sheet.surface()
    picture.blit(key, (6, (high - key.get_height()) // 2))
    picture.blit(name, (key.get_width() + 10, (high - name.get_height()) // 2))
    return picture


def frames(room: Room, view: View, on_air: bool) -> list[Placed]:
    """The corners of what each camera shows, and the camera beside them; red and heavy while on air."""
    spots = [_shown(camera, room, view) for camera in room.cameras]
    placed = [corner for spot in spots for corner in _corners(spot, view, on_air)]
    return placed + [_camera(spot, view, on_air) for spot in spots]


def _camera(spot: tuple[float, float, float, float], view: View, on_air: bool) -> Placed:
    """A camera on its stand at the corner of its spot nearest to us; its lamp burns while on air."""
    unit = max(0.22, 11.0 * view.scale)
    sheet = Sheet((ceil(60 * unit), ceil(64 * unit)))
    sheet.art("room/camera", 0, 0, unit, (("#9fb2b8", "#e0433f"), ("#565e57", "#f3d6cf")) if on_air else ())
    picture = pygame.transform.flip(sheet.surface(), True, False)
    return picture, (round(spot[2] + 6), round(spot[3] - 56 * unit))


def _shown(camera: Camera, room: Room, view: View) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of a camera's spot in pixels."""
    if camera.on == "room":
        return *view.px(150, 150), *view.px(room.width - 150, room.depth - 150)
    if camera.on == "table":
        tables = [f for f in room.furniture if f.table] or list(room.furniture)
        spots = [s.at for s in room.seats]
        xs = (
            [s.x for s in spots]
            + [t.at.x - t.width // 2 for t in tables]
            + [t.at.x + t.width // 2 for t in tables]
        )
        ys = [s.y for s in spots] + [t.at.y for t in tables]
        if not xs:
            return *view.px(150, 150), *view.px(room.width - 150, room.depth - 150)
        return *view.px(min(xs) - 450, min(ys) - 300, 900), *view.px(max(xs) + 450, max(ys) + 420)
    door = next((d for d in room.doors if d.id == camera.on), None)
    if door is None:
        return 0, 0, 0, 0
    area = door_area(door, room, view)
    reach = 1_000 * view.scale
    match door.wall:
        case Wall.NORTH:
            return (
                area.left - reach * 0.3,
                area.top + reach * 0.2,
                area.right + reach * 0.3,
                area.bottom + reach * 0.9,
            )
        case Wall.SOUTH:
            return area.left - reach * 0.3, area.top - reach * 1.4, area.right + reach * 0.3, area.bottom
        case Wall.WEST:
            return area.left, area.top - reach * 0.8, area.right + reach * 1.4, area.bottom + reach * 0.2
        case _:
            return area.left - reach * 1.4, area.top - reach * 0.8, area.right, area.bottom + reach * 0.2


def _corners(spot: tuple[float, float, float, float], view: View, on_air: bool) -> list[Placed]:
    """The four corners of a spot, each a picture of its own: one over all of them would cost a ms a frame."""
    left, top, right, bottom = spot
    arm = min(380 * view.scale, (right - left) / 4, (bottom - top) / 4)
    line = max(2.2, 46 * view.scale) if on_air else max(1.2, 24 * view.scale)
    edge = ceil(line * 2.5)
    placed: list[Placed] = []
    for x, dx in ((left, arm), (right, -arm)):
        for y, dy in ((top, arm), (bottom, -arm)):
            at = round(min(x, x + dx)) - edge, round(min(y, y + dy)) - edge
            sheet = Sheet((ceil(arm) + 2 * edge, ceil(arm) + 2 * edge))
            corner = [(x + dx - at[0], y - at[1]), (x - at[0], y - at[1]), (x - at[0], y + dy - at[1])]
            if on_air:
                sheet.line(corner, paint("none", p.WHITE, line * 1.9))
            sheet.line(corner, paint("none", p.ALARM if on_air else p.INK, line, 1 if on_air else 0.4))
            if on_air and x == right and y == top:
                dot = x - arm * 0.45 - at[0], y + arm * 0.45 - at[1]
                sheet.ellipse(*dot, line * 1.5, line * 1.5, paint(p.ALARM, p.WHITE, line * 0.5))
            placed.append((sheet.surface(), at))
    return placed


@lru_cache(maxsize=32)
def bubble(words: str, text: int, width: int) -> pygame.Surface:
    """Words spoken, in a bubble whose tip points down at a fifth of its width."""
    lines = fonts.wrapped(words, fonts.SERIF, text, max(40, width))
    pictures = [fonts.text(line, fonts.SERIF, text, p.INK) for line in lines]
    pad, tip = round(text * 0.75), round(text * 0.9)
    wide = max(picture.get_width() for picture in pictures) + 2 * pad
    step = round(text * 1.22)
    high = step * len(pictures) + 2 * pad - round(text * 0.3)
    sheet = Sheet((wide + 2, high + tip + 2))
    r, foot = pad * 0.7, wide * 0.2
    sheet.path(
        f"M{1 + r} 1H{wide - r}Q{wide} 1 {wide} {1 + r}V{high - r}Q{wide} {high} {wide - r} {high}"
        f"H{foot + tip}L{foot} {high + tip}L{foot} {high}H{1 + r}Q1 {high} 1 {high - r}"
        f"V{1 + r}Q1 1 {1 + r} 1Z",
        paint(p.CARD, "#8f8468", 1.2),
    )
    surface = sheet.surface()
    for number, picture in enumerate(pictures):
        surface.blit(picture, (pad, pad - round(text * 0.2) + step * number))
    return surface
