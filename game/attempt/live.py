"""The live phase: a day as far as it has been lived, and the orders given in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from game.protocol.legality import Refusal, order_problems
from game.protocol.plan import Order, Plan, Verb
from game.protocol.scenario import Scenario
from game.simulation.circumstances import Circumstances, draw
from game.simulation.engine import simulate
from game.simulation.trace import Trace
from game.wording.refusals import refusal_sentence


class OrderRefused(ValueError):
    """An order nobody could carry out: why, as a refusal, and as text the sentence for the player."""

    def __init__(self, scenario: Scenario, refusal: Refusal) -> None:
        super().__init__(refusal_sentence(scenario, refusal))
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class LiveRun:
    """A day being lived. `lived` is the instant reached (ms since midnight); `trace` is the whole day.

    Nothing of the trace after `lived` may be shown, for the player can still change it. `what_if`: an order
    was given in the past, so this branch is never scored; `trunk` is the run it branched off.
    """

    scenario: Scenario
    seed: int
    circumstances: Circumstances
    plan: Plan
    orders: tuple[Order, ...]
    lived: int
    trace: Trace = field(repr=False, compare=False)
    what_if: bool = False
    trunk: LiveRun | None = field(default=None, repr=False, compare=False)

    @classmethod
    def begin(cls, scenario: Scenario, plan: Plan, seed: int, orders: tuple[Order, ...] = ()) -> LiveRun:
        """The day of this seed, at its beginning."""
        circumstances = draw(scenario, seed)
        trace = simulate(scenario, plan, circumstances, orders)
        return cls(scenario, seed, circumstances, plan, orders, scenario.start, trace)

    @property
    def over(self) -> bool:
        """Whether the day has been lived to its end."""
        return self.lived >= self.scenario.end

    @property
    def scored(self) -> bool:
        """Whether this run counts."""
        return not self.what_if

    def live_to(self, instant: int) -> LiveRun:
        """Lived on to this instant (never back: looking back is reading the trace at another instant)."""
        return replace(self, lived=min(self.scenario.end, max(self.lived, instant)))

    def give(self, verb: Verb, target: str = "", at: int | None = None) -> LiveRun:
        """After this order, given now or at an instant already lived; raises OrderRefused.

        In the past it opens a branch: orders given later are no part of it, and it is never scored.
        """
        instant = self.lived if at is None else at
        order = Order(instant, verb, target)
        for refusal in order_problems(self.scenario, (order,)):
            raise OrderRefused(self.scenario, refusal)
        if instant >= self.lived:
            return self._with((*self.orders, order), instant)
        earlier = tuple(given for given in self.orders if given.at <= instant)
        branch = self._with((*earlier, order), instant)
        return replace(branch, what_if=True, trunk=self.trunk or self)

    def again(self, seed: int | None = None, plan: Plan | None = None) -> LiveRun:
        """The same morning from the beginning, or another one, or another plan; without the orders given."""
        chosen = self.plan if plan is None else plan
        return LiveRun.begin(self.scenario, chosen, self.seed if seed is None else seed)

    def _with(self, orders: tuple[Order, ...], lived: int) -> LiveRun:
        ordered = tuple(sorted(orders, key=lambda order: order.at))
        trace = simulate(self.scenario, self.plan, self.circumstances, ordered)
        return replace(self, orders=ordered, lived=lived, trace=trace)

