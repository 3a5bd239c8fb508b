"""Sets text: opens fonts at real pixels, breaks lines, and keeps what it has measured and rendered.

Nothing here is rendered twice: a frame only blits. All caches are draw caches and may be dropped at any time.
The small values are named tuples: a frame makes and hashes hundreds, and start-up waits for the classes.
"""

from collections.abc import Hashable, Sequence
from typing import Final, Generic, NamedTuple, TypeVar

import pygame

from game.drawing import fonts
from game.stage import theme
from game.stage.theme import Colour

_FILES: Final = {
    ("serif", "regular"): "EBGaramond12-Regular.otf",
    ("serif", "italic"): "EBGaramond12-Italic.otf",
    ("serif", "bold"): "EBGaramond12-Bold.otf",
    ("sans", "regular"): "Inter-Regular.otf",
    ("sans", "italic"): "Inter-Italic.otf",
    ("sans", "medium"): "Inter-Medium.otf",
    ("sans", "semibold"): "Inter-SemiBold.otf",
    ("sans", "bold"): "Inter-Bold.otf",
}
_LEADING: Final = {"serif": 1.2, "sans": 1.3}
_SEAMS: Final = "/\\-."
"""After these a word that is too long for a line, such as the path of a file, is rather broken."""

ELLIPSIS: Final = "…"

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Shelf(Generic[K, V]):
    """A cache that forgets its oldest entries when it is full."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._kept: dict[K, V] = {}

    def get(self, key: K) -> V | None:
        """The value kept under this key, if it still is."""
        return self._kept.get(key)

    def put(self, key: K, value: V) -> V:
        """Keep this value and return it."""
        if len(self._kept) >= self._room:
            for old in list(self._kept)[: self._room // 4]:
                del self._kept[old]
        self._kept[key] = value
        return value

    def clear(self) -> None:
        """Forget everything."""
        self._kept.clear()


class Style(NamedTuple):
    """How a piece of text looks.

    `size` is the em in logical units; weights are regular, medium, semibold, bold, italic.
    """

    face: str = "sans"
    weight: str = "regular"
    size: float = theme.BODY
    colour: Colour = theme.INK


class Span(NamedTuple):
    """A run of text in one style."""

    text: str
    style: Style


class Piece(NamedTuple):
    """A run of one line, `x` pixels from the line's left edge."""

    x: int
    text: str
    style: Style


class Line(NamedTuple):
    """One set line: pieces, width, top and height in pixels."""

    pieces: tuple[Piece, ...]
    width: int
    top: int
    height: int


class Setting(NamedTuple):
    """Text broken into lines at some width; `cut` when an ellipsis stands for the rest."""

    lines: tuple[Line, ...]
    width: int
    height: int
    cut: bool


class Typesetter:
    """Measures, sets and draws text at one scale (pixels per logical unit of text)."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[str, int], pygame.font.Font] = {}
        self._widths: Shelf[tuple[str, str, int, str], int] = Shelf(20_000)
        self._settings: Shelf[tuple[tuple[Span, ...], float, int, int], Setting] = Shelf(3_000)
        self._images: Shelf[tuple[str, str, int, str, Colour], pygame.Surface] = Shelf(3_000)

    def font(self, style: Style, scale: float) -> pygame.font.Font:
        """The font of this style, opened at the real pixel size."""
        name = _FILES.get((style.face, style.weight)) or _FILES[style.face, "bold"]
        key = (name, max(6, round(style.size * scale)))
        if key not in self._fonts:
            self._fonts[key] = fonts.font(*key)
        return self._fonts[key]

    def width(self, text: str, style: Style, scale: float) -> int:
        """Width of this text on one line, in pixels."""
        key = (style.face, style.weight, round(style.size * scale), text)
        known = self._widths.get(key)
        return known if known is not None else self._widths.put(key, self.font(style, scale).size(text)[0])

    def line_height(self, style: Style, scale: float) -> int:
        """Height of a line in this style, in pixels."""
        wanted = round(style.size * scale * _LEADING[style.face])
        return max(wanted, self.font(style, scale).get_height())

    def longest_word(self, spans: Sequence[Span], scale: float) -> int:
        """Width of the longest word: the narrowest this text can be set without breaking a word."""
        words = ((word, span.style) for span in spans for word in span.text.split())
        return max((self.width(word, style, scale) for word, style in words), default=0)

    def set(self, spans: tuple[Span, ...], scale: float, width: int, most_lines: int = 0) -> Setting:
        """Break the text into lines no wider than `width`.

        `most_lines` > 0 cuts it there with an ellipsis.
        """
        key = (spans, scale, width, most_lines)
        known = self._settings.get(key)
        return known or self._settings.put(key, _Breaker(self, scale, width, most_lines).set(spans))

    def image(self, text: str, style: Style, scale: float) -> pygame.Surface:
        """This text as a picture with alpha, rendered once."""
        key = (style.face, style.weight, round(style.size * scale), text, style.colour)
        known = self._images.get(key)
        if known is not None:
            return known
        return self._images.put(key, self.font(style, scale).render(text, True, style.colour).convert_alpha())

    def draw(
        self, surface: pygame.Surface, setting: Setting, box: pygame.Rect, scale: float, align: str = "left"
    ) -> None:
        """Blit the set text into `box`, each line aligned left, centre or right."""
        blits: list[tuple[pygame.Surface, tuple[int, int]]] = []
        for line in setting.lines:
            left = box.x + aligned(line.width, box.width, align)
            base = max((self.font(p.style, scale).get_ascent() for p in line.pieces), default=0)
            for piece in line.pieces:
                image = self.image(piece.text, piece.style, scale)
                drop = base - self.font(piece.style, scale).get_ascent()
                slack = (line.height - image.get_height()) // 2 if drop == 0 else drop
                blits.append((image, (left + piece.x, box.y + line.top + max(0, slack))))
        surface.fblits(blits)

    def forget(self) -> None:
        """Drop everything rendered or measured, as when the window's scale changes."""
        self._fonts.clear()
        for shelf in (self._widths, self._settings, self._images):
            shelf.clear()


def aligned(inner: int, outer: int, align: str) -> int:
    """Offset of something `inner` wide in a space `outer` wide."""
    return {"left": 0, "centre": (outer - inner) // 2, "right": outer - inner}[align]


class _Breaker:
    """Breaks one text. Words longer than the line are broken between letters: text never leaves its box."""

    def __init__(self, setter: Typesetter, scale: float, width: int, most_lines: int) -> None:
        self._setter = setter
        self._scale = scale
        self._limit = max(1, width)
        self._most = most_lines
        self._rows: list[list[Span]] = [[]]

    def set(self, spans: tuple[Span, ...]) -> Setting:
        for span in spans:
            for number, paragraph in enumerate(span.text.split("\n")):
                if number:
                    self._rows.append([])
                for word in _words(paragraph):
                    self._add(word, span.style)
        cut = self._cut()
        return self._finish(spans[0].style if spans else Style(), cut)

    def _add(self, word: str, style: Style) -> None:
        row = self._rows[-1]
        if self._measure([*row, Span(word.rstrip(), style)]) <= self._limit:
            _append(row, word, style)
        elif row and word.strip():
            _trim(row)
            self._rows.append([])
            self._add(word.lstrip(), style)
        elif word.strip():
            self._break_word(word, style)

    def _break_word(self, word: str, style: Style) -> None:
        fits = len(word)
        while fits > 1 and self._measure([Span(word[:fits], style)]) > self._limit:
            fits -= 1
        if fits < len(word):
            seam = 1 + max(word.rfind(sign, 0, fits) for sign in _SEAMS)
            fits = seam if seam > fits // 2 else fits
        _append(self._rows[-1], word[:fits], style)
        if word[fits:]:
            self._rows.append([])
            self._add(word[fits:], style)

    def _cut(self) -> bool:
        if not self._most or len(self._rows) <= self._most:
            return False
        del self._rows[self._most :]
        row = self._rows[-1]
        style = row[-1].style if row else Style()
        while row and self._measure([*row, Span(ELLIPSIS, style)]) > self._limit:
            last = row.pop()
            if len(last.text) > 1:
                row.append(Span(last.text[:-1], last.style))
        _trim(row)
        _append(row, ELLIPSIS, style)
        return True

    def _measure(self, row: Sequence[Span]) -> int:
        joined: list[Span] = []
        for span in row:
            _append(joined, span.text, span.style)
        return sum(self._setter.width(span.text, span.style, self._scale) for span in joined)

    def _finish(self, first: Style, cut: bool) -> Setting:
        lines: list[Line] = []
        top = 0
        for row in self._rows:
            _trim(row)
            x = 0
            pieces: list[Piece] = []
            for span in row:
                pieces.append(Piece(x, span.text, span.style))
                x += self._setter.width(span.text, span.style, self._scale)
            styles = [span.style for span in row] or [first]
            height = max(self._setter.line_height(style, self._scale) for style in styles)
            lines.append(Line(tuple(pieces), x, top, height))
            top += height
        return Setting(tuple(lines), max(line.width for line in lines), top, cut)


def _words(paragraph: str) -> list[str]:
    """Words with the blanks before them, so that joining them gives the paragraph back."""
    words: list[str] = []
    blank = ""
    for part in paragraph.split(" "):
        if part:
            words.append(blank + part)
            blank = " "
        else:
            blank += " "
    if paragraph.endswith(" "):
        words.append(" ")
    return words


def _append(row: list[Span], text: str, style: Style) -> None:
    if row and row[-1].style == style:
        row[-1] = Span(row[-1].text + text, style)
    else:
        row.append(Span(text, style))


def _trim(row: list[Span]) -> None:
    if row and row[-1].text != row[-1].text.rstrip():
        last = row.pop()
        if last.text.rstrip():
            row.append(Span(last.text.rstrip(), last.style))
