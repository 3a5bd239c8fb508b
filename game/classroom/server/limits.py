"""Who asks too much is slowed down. Everything is kept in memory, for a while, and never written anywhere.

Instants are seconds of a clock that only goes forward, and are given.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

MOST_PEERS: Final = 4_096
"""So many are remembered at a time; who has been quiet longest is forgotten first."""

FREE_GUESSES: Final = 12
"""So many wrong codes from one address are nothing but mistyped."""

LONGEST_DELAY: Final = 8.0
_FORGIVEN_IN: Final = 60.0
_EXAMINED: Final = 20.0
_EXAMINED_OF_ALL: Final = 100.0
_HOSTILE: Final = 60


@dataclass(slots=True)
class Bucket:
    """So many at once, and then so many a second."""

    burst: float
    rate: float
    level: float
    since: float

    @classmethod
    def full(cls, burst: float, rate: float, now: float) -> Bucket:
        """One that nothing has been taken from."""
        return cls(burst, rate, burst, now)

    def take(self, now: float) -> bool:
        """Whether there is one more to be had; it is taken then."""
        self.level = min(self.burst, self.level + max(0.0, now - self.since) * self.rate)
        self.since = now
        if self.level < 1:
            return False
        self.level -= 1
        return True


@dataclass(slots=True)
class _Guesser:
    wrong: float
    since: float
    bucket: Bucket


class Guesses:
    """Guessing of codes, tokens and keys, by address and in all.

    A right code is never counted: a whole class behind one address comes in at once. Wrong ones are answered later
    and later; who guesses by the hundred is let in front of the door only a few times a second, right or wrong.
    """

    def __init__(self) -> None:
        self._peers: OrderedDict[str, _Guesser] = OrderedDict()
        self._all = _Guesser(0, 0, Bucket.full(10 * _EXAMINED_OF_ALL, _EXAMINED_OF_ALL, 0))

    def admits(self, peer: str, now: float) -> bool:
        """Whether a code from there is looked at now at all."""
        guesser = self._peers.get(peer)
        if guesser is None or self._calm(guesser, now) < _HOSTILE:
            return True
        if self._calm(self._all, now) >= 10 * _HOSTILE and not self._all.bucket.take(now):
            return False
        return guesser.bucket.take(now)

    def wrong(self, peer: str, now: float) -> float:
        """A code from there was wrong; so many seconds later it is told."""
        guesser = self._peers.pop(peer, None) or _Guesser(0, now, Bucket.full(_EXAMINED, _EXAMINED, now))
        self._peers[peer] = guesser
        if len(self._peers) > MOST_PEERS:
            self._peers.popitem(last=False)
        for each in (guesser, self._all):
            each.wrong = self._calm(each, now) + 1
            each.since = now
        over = max(guesser.wrong - FREE_GUESSES, (self._all.wrong - 20 * FREE_GUESSES) / 20)
        return 0.0 if over <= 0 else float(min(LONGEST_DELAY, 0.25 * 2 ** (over / 4)))

    @staticmethod
    def _calm(guesser: _Guesser, now: float) -> float:
        """The wrong codes that are not forgiven yet: half of them are in every minute."""
        return float(guesser.wrong * 0.5 ** (max(0.0, now - guesser.since) / _FORGIVEN_IN))


class Floods:
    """Too many messages of one device. `excess` tells one that does not listen from one that is merely hasty."""

    def __init__(self, burst: float = 80, rate: float = 20) -> None:
        self._given = burst, rate
        self._devices: OrderedDict[str, Bucket] = OrderedDict()
        self._excess: dict[str, int] = {}

    def admits(self, device: str, now: float) -> bool:
        """Whether one more message is answered now."""
        bucket = self._devices.pop(device, None) or Bucket.full(*self._given, now)
        self._devices[device] = bucket
        if len(self._devices) > MOST_PEERS:
            forgotten, _bucket = self._devices.popitem(last=False)
            self._excess.pop(forgotten, None)
        if bucket.take(now):
            self._excess[device] = max(0, self._excess.get(device, 0) - 1)
            return True
        self._excess[device] = self._excess.get(device, 0) + 1
        return False

    def excess(self, device: str) -> int:
        """How many more messages were refused than answered since it became too much."""
        return self._excess.get(device, 0)
