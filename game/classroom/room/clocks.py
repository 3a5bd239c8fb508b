"""Two clocks as values: one that counts a stage's time down, one that says how much of the day has been lived."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Countdown:
    """Time that runs out: `left` ms as of `since`, less what has passed while it `runs`; None is no limit at all."""

    since: int
    left: int | None
    whole: int | None
    runs: bool = True

    def remaining(self, now: int) -> int | None:
        """Ms left, negative when it is over; None without a limit."""
        if self.left is None:
            return None
        return self.left - (max(0, now - self.since) if self.runs else 0)

    def halted(self, now: int) -> Countdown:
        """Standing still from now on."""
        return replace(self, since=now, left=self.remaining(now), runs=False)

    def going(self, now: int) -> Countdown:
        """Running again from now on."""
        return self if self.runs else replace(self, since=now, runs=True)

    def longer(self, ms: int) -> Countdown:
        """With so much more time (or less); without a limit it stays without."""
        if self.left is None or self.whole is None:
            return self
        return replace(self, left=self.left + ms, whole=max(0, self.whole + ms))


@dataclass(frozen=True, slots=True)
class DayClock:
    """How far a day has been lived: `lived` (ms since midnight) as of `since`, and `pace` times as fast as time."""

    since: int
    lived: int
    pace: int
    end: int
    runs: bool = True

    def at(self, now: int) -> int:
        """The instant of the day that has been reached."""
        return min(self.end, self.lived + (max(0, now - self.since) * self.pace if self.runs else 0))

    def over(self, now: int) -> bool:
        """Whether the day has been lived to its end."""
        return self.at(now) >= self.end

    def halted(self, now: int) -> DayClock:
        """Standing still from now on."""
        return replace(self, since=max(now, self.since), lived=self.at(now), runs=False)

    def going(self, now: int) -> DayClock:
        """Running again from now on."""
        return self if self.runs else replace(self, since=max(now, self.since), runs=True)

    def at_pace(self, pace: int, now: int) -> DayClock:
        """The same with another pace from now on."""
        return replace(self, since=max(now, self.since), lived=self.at(now), pace=pace)
