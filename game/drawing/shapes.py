"""What tells delegations apart, as values and outlines: a shape and a pattern, and a colour only besides."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import cos, pi, sin
from typing import Final

from game.drawing import palette
from game.protocol.scenario import Scenario
from game.wording.catalogue import _

SHAPES: Final = ("circle", "diamond", "square", "triangle", "hexagon", "shield")
PATTERNS: Final = ("plain", "bar", "dot", "cross")
_SPARE: Final = ("#2b4a78", "#a4262c", "#2f5d4a", "#6b3f86", "#8a5a12", "#1d6f78")


@dataclass(frozen=True, slots=True)
class Emblem:
    """A delegation's mark. Shape and pattern together are unique among 12 delegations."""

    shape: str
    pattern: str
    colour: str

    @property
    def word(self) -> str:
        """The shape by its name."""
        return {
            "circle": _("circle"),
            "diamond": _("diamond"),
            "square": _("square"),
            "triangle": _("triangle"),
            "hexagon": _("hexagon"),
            "shield": _("shield"),
        }[self.shape]


@lru_cache(maxsize=64)
def _emblems(flags: tuple[tuple[str, ...], ...]) -> tuple[Emblem, ...]:
    taken: list[str] = []
    for number, stripes in enumerate(flags):
        dark = [c for c in map(palette.colour, stripes) if palette.lightness(c) < 0.55]
        free = [c for c in (*dark, *_SPARE) if all(_apart(c, other) for other in taken)]
        taken.append(free[0] if free else _SPARE[number % len(_SPARE)])
    return tuple(
        Emblem(SHAPES[n % len(SHAPES)], PATTERNS[(n + n // len(SHAPES)) % len(PATTERNS)], colour)
        for n, colour in enumerate(taken)
    )


def _apart(one: str, other: str) -> bool:
    return sum(abs(a - b) for a, b in zip(palette.channels(one), palette.channels(other), strict=True)) > 150


def emblem_of(scenario: Scenario, delegation_id: str) -> Emblem:
    """The mark of a delegation; raises KeyError for an unknown one."""
    ids = [delegation.id for delegation in scenario.delegations]
    if delegation_id not in ids:
        raise KeyError(delegation_id)
    flags = tuple(
        (d.flag.emblem_colour, *d.flag.stripes) if d.flag.emblem_colour else d.flag.stripes
        for d in scenario.delegations
    )
    return _emblems(flags)[ids.index(delegation_id)]


def outline(shape: str, x: float, y: float, r: float) -> str:
    """The outline of an emblem's shape round a middle, as an SVG path; all look equally large."""
    match shape:
        case "circle":
            return f"M{x - r} {y}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0Z"
        case "shield":
            return (
                f"M{x - r * 0.9} {y - r * 0.9}L{x + r * 0.9} {y - r * 0.9}L{x + r * 0.9} {y}"
                f"Q{x + r * 0.8} {y + r * 0.7} {x} {y + r * 1.15}"
                f"Q{x - r * 0.8} {y + r * 0.7} {x - r * 0.9} {y}Z"
            )
    corners, turn, size, drop = {
        "diamond": (4, 0.0, 1.2, 0.0),
        "square": (4, pi / 4, 1.22, 0.0),
        "triangle": (3, -pi / 2, 1.32, 0.18),
        "hexagon": (6, 0.0, 1.08, 0.0),
    }[shape]
    points = [
        (
            x + r * size * cos(turn + 2 * pi * k / corners),
            y + r * drop + r * size * sin(turn + 2 * pi * k / corners),
        )
        for k in range(corners)
    ]
    return "M" + "L".join(f"{px:.2f} {py:.2f}" for px, py in points) + "Z"
