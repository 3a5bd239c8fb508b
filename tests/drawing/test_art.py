"""The art: every file is valid, draws something, and holds nothing the rasteriser cannot."""

from pathlib import Path

import pygame
import pytest

from game.drawing import palette
from game.drawing.figures import HEADS, Pose, figure, look_of
from game.drawing.flags import flag_picture
from game.drawing.vector import icon
from game.protocol.people import Flag
from game.resources import assets

ART = assets() / "art"
FILES = sorted(ART.rglob("*.svg"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_picture_draws_something(path: Path) -> None:
    words = path.read_text(encoding="utf-8")
    assert "<text" not in words
    assert "<style" not in words
    assert pygame.image.load_sized_svg(path, (96, 96)).get_bounding_rect().width > 4


def test_icons_take_a_colour() -> None:
    red, blue = icon("clock", 48, "#ff0000"), icon("clock", 48, "#0000ff")
    middle = red.get_bounding_rect()
    assert middle == blue.get_bounding_rect()
    colours = {tuple(red.get_at((x, 24)))[:3] for x in range(48) if red.get_at((x, 24))[3] == 255}
    assert colours == {(255, 0, 0)}


@pytest.mark.parametrize("stance", ["standing", "walking-a", "walking-b", "sitting"])
def test_all_turns_of_body_and_head_exist_and_differ(stance: str) -> None:
    look = look_of("somebody", None)
    body = {
        pygame.image.tobytes(figure(look, Pose(stance, turn, 2), 0.5)[0], "RGBA") for turn in (0, 2, 4, 6)
    }
    heads = {
        pygame.image.tobytes(figure(look, Pose(stance, 2, turn), 0.5)[0], "RGBA")
        for turn in range(len(HEADS))
    }
    assert len(body) == 4
    assert len(heads) == 8


def test_a_person_always_looks_the_same_and_people_differ() -> None:
    assert look_of("kim", None) == look_of("kim", None)
    assert len({look_of(f"person-{n}", None) for n in range(40)}) > 20


@pytest.mark.parametrize(
    "emblem", ["", "circle", "star", "cross", "crescent", "triangle", "diamond", "square"]
)
@pytest.mark.parametrize("vertical", [False, True])
def test_flags_show_their_stripes_and_emblem(emblem: str, vertical: bool) -> None:
    picture = flag_picture(Flag(("white", "#0039a6", "no colour"), vertical, emblem, "gold"), 90)
    first = picture.get_at((8, 30)) if vertical else picture.get_at((45, 6))
    assert tuple(first)[:3] == (255, 255, 255)
    plain = flag_picture(Flag(("white", "#0039a6", "no colour"), vertical), 90)
    changed = pygame.image.tobytes(plain, "RGBA") != pygame.image.tobytes(picture, "RGBA")
    assert changed == bool(emblem)


def test_colours_are_read_as_authors_write_them() -> None:
    assert palette.colour("#D52B1E") == "#d52b1e"
    assert palette.colour("#fff") == "#ffffff"
    assert palette.colour("Light Blue") == palette.NAMED["light blue"]
    assert palette.colour("nonsense") == palette.colour("other nonsense")
