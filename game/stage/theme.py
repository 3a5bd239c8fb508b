"""Colours and sizes of a protocol office: ivory paper, ink, drafting lines, green baize, brass edges.

Sizes are logical units: one unit is one pixel in a 1280x720 window at 100 % text. A test holds every text
colour to a contrast of at least 4.5 on the grounds it is meant for.
"""

from typing import Final, TypeAlias

from game.drawing import palette

Colour: TypeAlias = tuple[int, int, int]

hex_colour = palette.channels

# Grounds.
PAPER: Final = hex_colour(palette.PAPER)
CARD: Final = hex_colour(palette.CARD)
SHEET: Final = hex_colour(palette.SHEET)
WHITE: Final = hex_colour(palette.WHITE)
RULE: Final = hex_colour(palette.RULE)
HAIRLINE: Final = hex_colour("#e6dcc4")
BAIZE: Final = hex_colour(palette.BAIZE)
BAIZE_DEEP: Final = hex_colour("#244a3a")
BAIZE_TINT: Final = hex_colour("#e6eee4")
BRASS: Final = hex_colour(palette.BRASS)  # never for text
BRASS_TINT: Final = hex_colour("#f6ecd6")
ALARM: Final = hex_colour(palette.ALARM)
ALARM_DEEP: Final = hex_colour("#6e1a20")
ALARM_TINT: Final = hex_colour("#f7e4e0")
LINK_TINT: Final = hex_colour("#e4e9f1")
NIGHT: Final = hex_colour(palette.NIGHT)
NIGHT_DEEP: Final = hex_colour("#18201c")
NIGHT_RAISED: Final = hex_colour(palette.NIGHT_RAISED)
NIGHT_EDGE: Final = hex_colour(palette.NIGHT_EDGE)
CREAM: Final = hex_colour("#f6ecd2")

# Text.
INK: Final = hex_colour(palette.INK)
MUTED: Final = hex_colour(palette.MUTED)
LINK: Final = hex_colour(palette.LINK)
CAUTION: Final = hex_colour("#785810")
FAINT: Final = hex_colour("#726b5b")  # words of a control that is out of use
ON_NIGHT: Final = hex_colour(palette.ON_NIGHT)
ON_NIGHT_MUTED: Final = hex_colour(palette.ON_NIGHT_MUTED)
ON_NIGHT_CAUTION: Final = hex_colour("#f0cf86")

# Text sizes, logical pixels of the em.
TITLE: Final = 34.0
HEAD: Final = 22.0
LEAD: Final = 17.0
BODY: Final = 14.0
SMALL: Final = 12.5
TINY: Final = 11.5

RADIUS: Final = 7.0
PAD: Final = 14.0
GAP: Final = 10.0


def luminance(colour: Colour) -> float:
    """Relative luminance after WCAG 2, between 0 and 1."""
    channels = [c / 255 for c in colour]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio after WCAG 2, between 1 and 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
