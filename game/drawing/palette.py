"""Colours of a protocol office, as `#rrggbb`: pygame and SVG both take them as they are."""

from __future__ import annotations

from typing import Final

INK: Final = "#23231f"
MUTED: Final = "#6a6250"
PAPER: Final = "#f4eee0"
CARD: Final = "#fffaf0"
SHEET: Final = "#ece4d0"
RULE: Final = "#c9bd9f"
BAIZE: Final = "#2f5d4a"
BRASS: Final = "#b08d3e"  # never for text
ALARM: Final = "#a4262c"
LINK: Final = "#2b4a78"
WHITE: Final = "#ffffff"

NIGHT: Final = "#26332d"
NIGHT_RAISED: Final = "#2d4038"
NIGHT_EDGE: Final = "#4b6157"
ON_NIGHT: Final = "#f7f1e2"
ON_NIGHT_MUTED: Final = "#bfc9c1"

FLOOR: Final = "#d9c7a0"
FLOOR_LINE: Final = "#cdb98d"
CARPET: Final = "#8c3a3d"
CARPET_EDGE: Final = "#7b2f33"
CARPET_LINE: Final = "#c9a25a"
WALL: Final = "#efe6d2"
DADO: Final = "#d8ccb0"
WALL_TOP: Final = "#b9ab89"
WALL_FACE: Final = "#9d8f6f"
WOOD: Final = "#7a5236"
WOOD_DARK: Final = "#5c3c26"
WOOD_LIGHT: Final = "#8f6445"
WOOD_LINE: Final = "#4a2f1d"
BEYOND: Final = "#2a2720"

NAMED: Final = {
    "white": "#ffffff",
    "black": "#1d1d1d",
    "red": "#c8313a",
    "blue": "#1f4fa3",
    "green": "#2c7a4b",
    "yellow": "#f2c230",
    "gold": "#d9a92c",
    "orange": "#e07b28",
    "light blue": "#6fa8dc",
    "lightblue": "#6fa8dc",
    "navy": "#16305f",
    "brown": "#6b4a2f",
    "grey": "#8a8a86",
    "gray": "#8a8a86",
    "silver": "#c3c3bf",
    "purple": "#6b3f86",
    "maroon": "#7b2432",
}
"""Colour names authors may use in a flag; whatever is not known is drawn grey."""


def colour(text: str) -> str:
    """A flag's colour as `#rrggbb`; unknown names become a neutral grey."""
    plain = text.strip().lower()
    if plain.startswith("#") and len(plain) == 7 and all(c in "0123456789abcdef" for c in plain[1:]):
        return plain
    if plain.startswith("#") and len(plain) == 4:
        return "#" + "".join(c * 2 for c in plain[1:])
    return NAMED.get(plain, "#9a958a")


def channels(hexed: str) -> tuple[int, int, int]:
    """`#rrggbb` as red, green, blue."""
    return int(hexed[1:3], 16), int(hexed[3:5], 16), int(hexed[5:7], 16)


def mix(one: str, other: str, share: float) -> str:
    """`one` with `share` (0 to 1) of `other` in it."""
    mixed = (round(a + (b - a) * share) for a, b in zip(channels(one), channels(other), strict=True))
    return "#{:02x}{:02x}{:02x}".format(*mixed)


def lightness(hexed: str) -> float:
    """How light a colour seems, between 0 and 1."""
    red, green, blue = channels(hexed)
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255
