"""A class of thirty bots of five kinds, as replay files on a stick. The mistake of most is planted."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from game.attempt.replay import SUFFIX, Replay, print_replay
from game.authoring.library import find
from game.authoring.load import load_scenario
from game.planning.bots import hold_everybody, nobody_briefed
from game.protocol.cues import parse_cue
from game.protocol.plan import Briefing, Conduct, Order, Plan
from game.protocol.scenario import Scenario

PYONGYANG: Final = load_scenario(find("pyongyang-2024"))
FIRST_STEPS: Final = load_scenario(find("first-steps"))
REFERENCE: Final = PYONGYANG.plan("reference").plan


def ministers(**cues: str) -> Plan:
    """The reference plan of Pyongyang, but with other cues for the guest's ministers."""
    said = Conduct(**{field: parse_cue(cue) for field, cue in cues.items()})  # type: ignore[arg-type]
    kim, russia, dprk = REFERENCE.briefings
    return Plan((kim, Briefing(russia.who, said, read_back=True), dprk))


PLANTED: Final = ministers(set_out="after putin arrived", enter="after kim entered", sit="after leaders sat")
"""They wait for one of the two leaders only."""

KINDS: Final = (
    ("one-leader", PLANTED, 12),
    ("by-the-clock", ministers(enter="at 12:37", sit="after leaders sat"), 7),
    ("nothing", nobody_briefed(), 5),
    ("reference", REFERENCE, 4),
    ("holds-all", hold_everybody(PYONGYANG), 2),
)


def hand_in(
    folder: Path, name: str, plan: Plan, *, scenario: Scenario = PYONGYANG, seed: int = 1,
    orders: tuple[Order, ...] = (),
) -> Path:  # fmt: skip
    """Put a replay onto the stick; the name may hold folders and has no ending."""
    path = folder / f"{name}{SUFFIX}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(print_replay(Replay.of(scenario, seed, plan, orders)), encoding="utf-8")
    return path


def thirty(folder: Path) -> None:
    """The whole class."""
    for kind, plan, number in KINDS:
        for nth in range(1, number + 1):
            hand_in(folder, f"{kind}-{nth:02}", plan)
