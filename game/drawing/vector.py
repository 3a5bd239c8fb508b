"""Vector pictures: shapes collected as SVG and rasterised once, antialiased, at real pixels."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from functools import lru_cache

import pygame

from game.drawing import palette
from game.resources import assets

_OUTER = re.compile(r"<svg[^>]*>|</svg>")
Pixel = tuple[float, float]


def paint(fill: str = "none", stroke: str = "", width: float = 0, opacity: float = 1, dash: str = "") -> str:
    """The attributes of a shape."""
    parts = [f'fill="{fill}"']
    if stroke:
        parts.append(
            f'stroke="{stroke}" stroke-width="{width:.2f}" stroke-linejoin="round" stroke-linecap="round"'
        )
    if opacity != 1:
        parts.append(f'opacity="{opacity:.3f}"')
    if dash:
        parts.append(f'stroke-dasharray="{dash}"')
    return " ".join(parts)


class Sheet:
    """Shapes to be rasterised together, in pixels from the top left corner; the first lies at the bottom."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.size = max(1, size[0]), max(1, size[1])
        self._shapes: list[str] = []

    def add(self, markup: str) -> None:
        """Add SVG markup as it is."""
        self._shapes.append(markup)

    def polygon(self, points: Iterable[Pixel], style: str) -> None:
        """A closed outline."""
        self.path("M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in points) + "Z", style)

    def line(self, points: Iterable[Pixel], style: str) -> None:
        """An open line."""
        self.path("M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in points), style)

    def path(self, outline: str, style: str) -> None:
        """A path in SVG's own notation."""
        self._shapes.append(f'<path d="{outline}" {style}/>')

    def rect(self, x: float, y: float, width: float, height: float, style: str, radius: float = 0) -> None:
        """An upright rectangle, with round corners if `radius` is given."""
        self._shapes.append(
            f'<rect x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}" '
            f'rx="{radius:.2f}" {style}/>'
        )

    def ellipse(self, x: float, y: float, rx: float, ry: float, style: str) -> None:
        """An ellipse round a middle."""
        self._shapes.append(f'<ellipse cx="{x:.2f}" cy="{y:.2f}" rx="{rx:.2f}" ry="{ry:.2f}" {style}/>')

    def art(
        self, name: str, x: float, y: float, scale: float, replace: tuple[tuple[str, str], ...] = ()
    ) -> None:
        """A picture of assets/art put at a place, with some colours exchanged."""
        self._shapes.append(
            f'<g transform="translate({x:.2f} {y:.2f}) scale({scale:.4f})">{art(name, replace)}</g>'
        )

    def surface(self) -> pygame.Surface:
        """The picture, with alpha."""
        width, height = self.size
        head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        markup = f'{head}viewBox="0 0 {width} {height}">{"".join(self._shapes)}</svg>'
        return rasterised(markup, self.size)


def rasterised(markup: str, size: tuple[int, int]) -> pygame.Surface:
    """SVG text as a surface of that size in pixels, with alpha."""
    # As read, the channels lie in another order than on screen, and every blit would be twenty times slower.
    read = pygame.image.load_sized_svg(io.BytesIO(markup.encode("utf-8")), size)
    return read.convert(pygame.Surface((1, 1), pygame.SRCALPHA))


def trimmed(picture: pygame.Surface) -> tuple[pygame.Surface, tuple[int, int]]:
    """The picture without its transparent border, and how much was cut off on the left and above."""
    box = picture.get_bounding_rect()
    if not box.width:
        return picture, (0, 0)
    return picture.subsurface(box).copy(), box.topleft


@lru_cache(maxsize=256)
def _read(name: str) -> str:
    return _OUTER.sub("", (assets() / "art" / f"{name}.svg").read_text(encoding="utf-8"))


def art(name: str, replace: tuple[tuple[str, str], ...] = ()) -> str:
    """The shapes of `assets/art/NAME.svg` without their frame. Raises FileNotFoundError."""
    shapes = _read(name)
    for old, new in replace:
        shapes = shapes.replace(old, new)
    return shapes


@lru_cache(maxsize=256)
def icon(name: str, size: int, colour: str) -> pygame.Surface:
    """The icon `assets/art/icons/NAME.svg` in one colour, `size` pixels square. Raises FileNotFoundError."""
    # What is cut out of a sign is light in its file; in a light sign it has to be dark.
    cut = "#1f2a25" if palette.lightness(colour) > 0.6 else "#ffffff"
    shapes = art(f"icons/{name}", (("#ffffff", cut), ("#23231f", colour)))
    markup = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">{shapes}</svg>'
    )
    return rasterised(markup, (size, size))
