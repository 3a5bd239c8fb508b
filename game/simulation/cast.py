"""The people of a scenario by number, and the names that mean them: made once, shared by every run."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.protocol.groups import names
from game.protocol.scenario import Scenario


@dataclass(frozen=True)
class Cast:
    """Indices are places in `scenario.people`; a set of people is an integer with one bit for each."""

    scenario: Scenario
    index: dict[str, int]
    known: dict[str, tuple[str, ...]]
    door_index: dict[str, int]
    everybody: tuple[str, ...]
    _meant: dict[tuple[str, ...], tuple[int, ...]] = field(default_factory=dict, compare=False, repr=False)
    _named: dict[tuple[int, ...], tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, scenario: Scenario) -> Cast:
        """The cast of a scenario."""
        return cls(
            scenario,
            {person.id: i for i, person in enumerate(scenario.people)},
            names(scenario),
            {door.id: i for i, door in enumerate(scenario.room.doors)},
            tuple(person.id for person in scenario.people),
        )

    def indices(self, who: tuple[str, ...]) -> tuple[int, ...]:
        """The people that names mean, each once, in the order written."""
        found = self._meant.get(who)
        if found is None:
            if len(self._meant) >= 20_000:
                self._meant.clear()
            found = tuple(dict.fromkeys(self.index[person] for name in who for person in self.known[name]))
            self._meant[who] = found
        return found

    def mask(self, who: tuple[str, ...]) -> int:
        """The same people as bits."""
        return sum(1 << index for index in self.indices(who))

    def ids(self, indices: tuple[int, ...]) -> tuple[str, ...]:
        """Back to person ids."""
        found = self._named.get(indices)
        if found is None:
            if len(self._named) >= 20_000:
                self._named.clear()
            found = self._named[indices] = tuple([self.everybody[index] for index in indices])
        return found
