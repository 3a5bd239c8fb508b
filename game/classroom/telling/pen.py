"""Shapes as SVG text, as short as they can be: a tenth of a unit is finer than anybody sees."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

Pixel = tuple[float, float]


def n(value: float) -> str:
    """A number with one decimal at most."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def style(fill: str = "none", stroke: str = "", width: float = 0, opacity: float = 1, dash: str = "") -> str:
    """The attributes of a shape."""
    parts = [f'fill="{fill}"']
    parts += [f'stroke="{stroke}" stroke-width="{n(width)}"'] if stroke else []
    parts += [f'opacity="{opacity:g}"'] if opacity != 1 else []
    parts += [f'stroke-dasharray="{dash}"'] if dash else []
    return " ".join(parts)


def outline(points: Iterable[Pixel], *, closed: bool = True) -> str:
    """A polygon or a line, in a path's notation; what lies along the axes is said shorter."""
    points = list(points)
    if closed and len(points) == 4 and points[0][1] == points[1][1] and points[1][0] == points[2][0]:
        (x0, y0), (x1, y1) = points[0], points[2]
        return f"M{n(x0)} {n(y0)}H{n(x1)}V{n(y1)}H{n(x0)}z"
    return "M" + "L".join(f"{n(x)} {n(y)}" for x, y in points) + ("Z" if closed else "")


class Pen:
    """Shapes one upon the other."""

    def __init__(self) -> None:
        self._shapes: list[str] = []

    def add(self, markup: str) -> None:
        """Markup as it is."""
        self._shapes.append(markup)

    def path(self, outlines: str, how: str) -> None:
        """One path, of as many outlines as there are in it."""
        self._shapes.append(f'<path d="{outlines}" {how}/>')

    def polygon(self, points: Iterable[Pixel], how: str) -> None:
        """A closed outline."""
        self.path(outline(points), how)

    def rect(self, x: float, y: float, wide: float, high: float, how: str, radius: float = 0) -> None:
        """An upright rectangle."""
        round_ = f' rx="{n(radius)}"' if radius else ""
        self._shapes.append(f'<rect x="{n(x)}" y="{n(y)}" width="{n(wide)}" height="{n(high)}"{round_} {how}/>')

    def ellipse(self, x: float, y: float, rx: float, ry: float, how: str) -> None:
        """An ellipse round a middle."""
        self._shapes.append(f'<ellipse cx="{n(x)}" cy="{n(y)}" rx="{n(rx)}" ry="{n(ry)}" {how}/>')

    def text(self, words: str, x: float, y: float, size: int, how: str) -> None:
        """Words on a line at `y`."""
        self._shapes.append(f'<text x="{n(x)}" y="{n(y)}" font-size="{size}" {how}>{escape(words)}</text>')

    def __str__(self) -> str:
        return "".join(self._shapes)


def shortened(words: str, size: float, wide: float) -> str:
    """The words as far as they fit, judged by what letters measure on average."""
    most = max(1, int(wide / (size * 0.56)))
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
