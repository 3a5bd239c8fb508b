"""What a rule kind is: its terms, the monitor that watches a run for it, and its price.

A monitor is fed one event at a time and only answers what it wants: a breach opened, a breach closed, to be woken
later, to be left alone. It never schedules anything, and everything it knows comes from the events: fed the bare
trace of a run, a fresh monitor finds the same breaches.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

from game.protocol.rules import Terms
from game.simulation.cast import Cast
from game.simulation.codes import Code

if TYPE_CHECKING:
    from game.simulation.latch import Latch, LatchPlan

ANYBODY = -1


class Opened(NamedTuple):
    """A breach begins. `key` names it within its monitor; people are indices.

    `shown` are those whose being seen makes the breach seen (None: the offenders; empty: the room itself, where
    what is wrong is that somebody is missing). With `instant` it is over as soon as it has happened.
    """

    key: int
    offenders: tuple[int, ...]
    against: tuple[int, ...] = ()
    shown: tuple[int, ...] | None = None
    instant: bool = False


class Closed(NamedTuple):
    """A breach ends; `put_right` when somebody acted, not when time healed it."""

    key: int
    put_right: bool


class WakeMe(NamedTuple):
    """Wake this monitor at an instant (ms)."""

    at: int


class Finished(NamedTuple):
    """Nothing that may still happen makes this monitor say anything: it need not be fed any more, but may be."""


FINISHED: Final = Finished()


class Awake(NamedTuple):
    """From now on this monitor has to be fed what its blueprint calls dormant too."""


AWAKE: Final = Awake()

Want = Opened | Closed | WakeMe | Finished | Awake
Wants = Sequence[Want] | None


class Monitor(Protocol):
    """Watches one run for one rule."""

    def feed(self, at: int, code: int, who: int, extra: int) -> Wants:
        """Take an event it subscribed to; `who` is an index or -1, `extra` the door for door events."""

    def wake(self, at: int) -> Wants:
        """The instant it asked for has come (or another of its own)."""


class Sharing(Protocol):
    """A monitor that can wait by latches which others wait by too, and which are fed for all of them."""

    def share(self, latches: Sequence[Latch]) -> None:
        """Before anything has happened: use these for the blueprint's `latches`."""


class Blueprint:
    """A rule's terms made ready for one scenario, shared by all its runs.

    `subscriptions` are the events its monitors are fed: (code, person's index or ANYBODY); `wakes` the instants at
    which they are woken in any case; `stops` those, as bits, whom the house may also stop on their way when it reacts.
    `dormant` are those of the subscriptions that change nothing before a monitor has said that it is awake: until then
    it need not be fed them, but may be.

    `latches` are what its monitors wait for, where they can share it with others (see Sharing), and `counted` those of
    the subscriptions that nothing but these latches needs.
    """

    subscriptions: tuple[tuple[Code, int], ...] = ()
    dormant: tuple[tuple[Code, int], ...] = ()
    latches: tuple[LatchPlan, ...] = ()
    counted: tuple[tuple[Code, int], ...] = ()
    wakes: tuple[int, ...] = ()
    stops: int = 0

    def start(self) -> Monitor:
        """A fresh monitor for one run."""
        raise NotImplementedError

    def stopped(self, monitor: Monitor) -> tuple[int, int | None]:
        """Who of `stops` would break the rule by coming in now, and by which door (None: by any)."""
        return self.stops, None


class Figure(StrEnum):
    """The four figures of the scorecard; each line belongs to exactly one."""

    PRECEDENCE = "precedence"
    PUNCTUALITY = "punctuality"
    COURTESY = "courtesy"
    COMPOSURE = "composure"


@dataclass(frozen=True, slots=True)
class Price:
    """How a kind's breaches are priced: the figure they count in, and how much of the price grows with duration.

    `lasting` is in thousandths of the price, reached in full after `full_after` ms.
    """

    figure: Figure
    lasting: int = 0
    full_after: int = 60_000


@dataclass(frozen=True, slots=True)
class RuleKind:
    """One rule kind: `name` as written in YAML, its terms' class, how to prepare and price it.

    `about` says in a sentence or two what such a rule asks for; it is a literal, so that it can be collected for
    translation. `message` is the id of the sentence that tells a player of a breach. `suffered`: it is done to those
    it names, who are not to blame. `example` is one such rule as YAML, the keys of its kind alone, for the people of
    the small complete example in scenarios/README.md. `halts`: the house can turn back those who are about to break
    it by coming in.
    """

    name: str
    about: str
    terms: type[Terms]
    message: str
    price: Price
    prepare: Callable[[Any, Cast], Blueprint]
    suffered: bool = False
    example: str = ""
    halts: bool = False

