"""Tables and bar charts of a class's debrief, ready to be drawn; and what a file was left aside for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from game.protocol.scenario import Scenario
from game.wording.catalogue import _, ngettext
from game.wording.dates import date_words

FLOOR: Final = 160
TALLEST: Final = 130
PITCH: Final = 55
"""Where the bars stand, how tall the tallest is, and how far apart they are, in units of the drawing."""


@dataclass(frozen=True, slots=True)
class LeftAside:
    """A file that does not count, and why."""

    file: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `numbers` are the columns set to the right."""

    caption: str
    heads: tuple[str, ...]
    rows: Sequence[tuple[Any, ...]]
    numbers: tuple[int, ...] = ()


def bar_label(nth: int, bars: int) -> str:
    """What a bar stands for: `0–9`, the last one `90–100`."""
    return f"{nth * 10}–{nth * 10 + 9 if nth < bars - 1 else 100}"


def chart(key: str, title: str, bars: Sequence[int]) -> dict[str, Any]:
    """Bars as rectangles, with a text that says the same to whom cannot see them."""
    highest = max(1, *bars)
    said = [ngettext("{label}: {n} run", "{label}: {n} runs", n).format(label=bar_label(nth, len(bars)), n=n)
            for nth, n in enumerate(bars) if n]
    drawn = []
    for nth, n in enumerate(bars):
        height = max(2, n * TALLEST // highest) if n else 0  # one among hundreds is still seen
        drawn.append({"x": 8 + nth * PITCH, "y": FLOOR - height, "height": height, "count": n,
                      "label": bar_label(nth, len(bars))})
    return {"id": key, "title": title, "text": "; ".join(said), "bars": drawn}


def place(scenario: Scenario) -> str:
    """Where and when a scenario is set."""
    return f"{scenario.place}, {date_words(scenario.date)}" if scenario.date else scenario.place


def try_name(nth: int) -> str:
    """A try by its number."""
    return {1: _("First try"), 2: _("Second try")}.get(nth, _("Try {n}").format(n=nth))
