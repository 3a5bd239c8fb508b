"""The day as the run screen shows it: what has been lived, the instant looked at, the pace, the orders.

No window in here: time is handed in, and what is on the screen is read out.
"""

from __future__ import annotations

from bisect import bisect_right

from game.attempt.live import LiveRun, OrderRefused
from game.protocol.plan import Verb
from game.protocol.rules import Does
from game.protocol.units import SECOND
from game.simulation.codes import Code
from game.simulation.where import Timeline
from game.stage.screens.onlookers import onlookers
from game.stage.screens.run_news import News, joined, news_of
from game.stage.screens.run_orders import Moment, Target, Token, targets, tokens, why_not
from game.stage.screens.run_pace import SPEEDS, Kind, Pace
from game.wording import sentences
from game.wording.catalogue import _

STEP = SECOND
LOOK = 5 * SECOND


class Day:
    """One player's way through a live run. `live` is replaced as it is lived; `real` keeps it from a what-if."""

    def __init__(self, live: LiveRun) -> None:
        self.scenario = live.scenario
        self.targets: tuple[Target, ...] = targets(live.scenario)
        self._by_name = {target.name: target for target in self.targets}
        self.live = live
        self.playing = not live.over
        self.jump = True
        self._cursor = float(live.lived)
        self._read()
        self.speed = self.pace.brisk()

    def _read(self) -> None:
        """Read the trace anew, after an order has changed it."""
        live = self.live
        self.timeline = Timeline(live.scenario, live.trace)
        self.pace = Pace(live.scenario, live.trace)
        self.tokens: tuple[Token, ...] = tokens(live.trace)
        self._news = news_of(live.scenario, live.trace, self.name_of)
        self._news_at = [item.at for item in self._news]
        self._notices = [(r.at, r.extra) for r in live.trace.records if r.code == Code.NOTICED]
        self._moment: tuple[int, Moment] | None = None
        self._joined: tuple[int, list[News]] | None = None

    # Looking

    @property
    def cursor(self) -> int:
        """The instant that is shown."""
        return int(self._cursor)

    @property
    def looking_back(self) -> bool:
        """Whether what is shown lies in the past."""
        return self.cursor < self.live.lived

    @property
    def what_if(self) -> bool:
        """Whether this is a branch that is never scored."""
        return self.live.what_if

    @property
    def over(self) -> bool:
        """Whether the day has been lived to its end."""
        return self.live.over

    @property
    def can_go_on(self) -> bool:
        """Whether there is anything after the instant shown."""
        return self.cursor < self.scenario.end

    @property
    def sweeping(self) -> bool:
        """Whether a quiet stretch is being swept over."""
        return self.playing and self.jump and self.pace.at(self.cursor).kind is Kind.QUIET and not self.over

    def name_of(self, name: str) -> str:
        """A target as the screen calls it."""
        target = self._by_name.get(name)
        if target is None:
            return next((rule.title for rule in self.scenario.rules if rule.id == name), name)
        return target.words

    def target(self, name: str) -> Target | None:
        """The target of that name."""
        return self._by_name.get(name)

    @property
    def moment(self) -> Moment:
        """Everybody and everything at the instant shown; kept until the instant changes."""
        at = self.cursor
        if self._moment is None or self._moment[0] != at:
            line = self.timeline
            noticed = self.notice() is not None
            held, seen_by = line.held_doors(at), onlookers(self.scenario, line, at)
            kept, ready = line.doors.kept(at), line.doors.ready(at)
            self._moment = (at, Moment(line.at(at), seen_by, held, noticed, self._waivable(at), kept, ready))
        return self._moment[1]

    def _waivable(self, at: int) -> str:
        """The rule broken last among those being broken now that somebody may waive."""
        going = [b for b in self.live.trace.breaches if b.at <= at < b.until and self.scenario.rule(b.rule).waivable_by]
        return max(going, key=lambda breach: breach.at).rule if going else ""

    def told(self) -> int:
        """How many announcements there have been; the tree changes when this does."""
        return bisect_right(self._news_at, self.cursor)

    def news(self) -> list[News]:
        """What has been announced up to the instant shown, the last at the end."""
        told = self.told()
        if self._joined is None or self._joined[0] != told:
            self._joined = (told, joined(self._news[:told]))
        return self._joined[1]

    def marks(self) -> tuple[News, ...]:
        """What the timeline marks of what has been lived."""
        return self._news[: bisect_right(self._news_at, self.live.lived)]

    def under_way(self) -> list[Token]:
        """The orders given and not yet arrived."""
        at = self.cursor
        return [t for t in self.tokens if t.order.at <= at and (t.arrives is None or t.arrives > at)]

    def notice(self) -> tuple[str, int] | None:
        """The rule whose breach the house has noticed and when it acts, while the player can still answer."""
        at = self.cursor
        for noticed, rule in reversed(self._notices):
            house = self.scenario.rules[rule].house
            acts = noticed + (house.answer if house else 0)
            answers = house is not None and house.does is not Does.NOTES
            if noticed <= at < acts and answers and not self._let_stand(noticed):
                return self.scenario.rules[rule].id, acts
        return None

    def _let_stand(self, since: int) -> bool:
        return any(
            t.order.verb is Verb.LET_STAND and t.arrives is not None and since < t.arrives <= self.cursor
            for t in self.tokens
        )

    # Passing

    def tick(self, ms: int) -> None:
        """So much wall time has passed."""
        if self.playing:
            self.reach(self.pace.on(self._cursor, ms, self.speed, self.jump))

    def reach(self, instant: float) -> None:
        """Let the day get to this instant and show it."""
        self._cursor = min(float(self.scenario.end), max(float(self.scenario.start), instant))
        if self._cursor > self.live.lived:
            self.live = self.live.live_to(self.cursor)
        if self.cursor >= self.scenario.end:
            self.playing = False

    def pause(self) -> None:
        """Stop, or go on."""
        self.playing = not self.playing and self.cursor < self.scenario.end

    def step(self) -> None:
        """A second on, and stop there."""
        self.playing = False
        self.reach(self._cursor + STEP)

    def faster(self, by: int) -> None:
        """The next speed up (1) or down (-1)."""
        place = SPEEDS.index(self.speed) + by
        self.speed = SPEEDS[max(0, min(len(SPEEDS) - 1, place))]

    def look(self, instant: int) -> None:
        """Look at an instant already lived, and stop there; never beyond what was lived."""
        self.playing = False
        self._cursor = float(max(self.scenario.start, min(self.live.lived, instant)))

    def to_the_end(self) -> None:
        """Let the rest of the day happen at once."""
        self.reach(float(self.scenario.end))

    # Orders

    def refusal(self, verb: Verb, name: str) -> str:
        """Why this order would be no use now, in a sentence; empty where it may be given."""
        if not self.can_go_on:
            return _("The day is over: no order can arrive any more.")
        return why_not(self.scenario, verb, self._by_name.get(name), self.moment)

    def order(self, verb: Verb, name: str = "") -> str:
        """Give an order at the instant shown; returns the sentence that tells what became of it.

        In the past it opens a what-if branch. A refused order changes nothing.
        """
        refused = self.refusal(verb, name)
        if refused:
            return refused
        branching = self.looking_back and not self.what_if
        try:
            self.live = self.live.give(verb, name, self.cursor)
        except OrderRefused as error:
            return sentences.refusal_sentence(self.scenario, error.refusal)
        self._cursor = float(self.cursor)
        self._read()
        self.playing = True
        if branching:
            return _("A what-if begins here: it is never scored.")
        return ""

    def back_to_real(self) -> None:
        """Leave the what-if: the real day, where it was left."""
        if self.live.trunk is not None:
            self.live = self.live.trunk
            self._cursor = float(self.live.lived)
            self.playing = False
            self._read()
