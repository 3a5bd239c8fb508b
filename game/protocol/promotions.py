"""Ad hoc promotions: for one event somebody is ranked higher than the custom has it, and the reason is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.protocol.precedence import Place, Reason
from game.protocol.undecided import Objection, Undecided


@dataclass(frozen=True, slots=True)
class Promotion:
    """`who` is ranked in the class `to`, or put straight above or beside somebody; exactly one of the three."""

    who: str
    because: str
    to: str = ""
    above: str = ""
    beside: str = ""

    @property
    def moves(self) -> bool:
        """Whether it puts somebody at another's place, and not into a class."""
        return bool(self.above or self.beside)


def promoted(places: Sequence[Place], promotions: Sequence[Promotion]) -> tuple[Place, ...]:
    """The places after all that move somebody, in the order written; raises Undecided for one that moves nobody up,
    or that a later one undoes.
    """
    found = list(places)
    objections = []
    for number, promotion in enumerate(promotions):
        if promotion.moves:
            problem = _in_the_way(found, promotion)
            if problem:
                objections.append(_objection(promotion, number, problem))
            else:
                found = _moved(found, promotion)
    if not objections:
        objections = [_objection(p, n, "undone") for n, p in enumerate(promotions) if p.moves and not _holds(found, p)]
    if objections:
        raise Undecided(objections)
    return tuple(found)


def _objection(promotion: Promotion, number: int, problem: str) -> Objection:
    return Objection("promotion", (promotion.who,), (("number", str(number)), ("problem", problem)))


def _index(places: Sequence[Place], person: str) -> int:
    return next((n for n, place in enumerate(places) if person in place.people), -1)


def _in_the_way(places: Sequence[Place], promotion: Promotion) -> str:
    own, other = _index(places, promotion.who), _index(places, promotion.above or promotion.beside)
    if own < other:
        return "idle"
    return "idle" if own == other and promotion.beside else ""


def _moved(places: Sequence[Place], promotion: Promotion) -> list[Place]:
    left = [_without(place, promotion.who) for place in places]
    kept = [place for place in left if place.people]
    at = _index(kept, promotion.above or promotion.beside)
    because = ("because", promotion.because)
    if promotion.above:
        reason = Reason("above", (("other", promotion.above), because))
        return [*kept[:at], Place((promotion.who,), "", kept[at].office_class, (reason,)), *kept[at:]]
    reason = Reason("beside", (("other", promotion.beside), because, ("who", promotion.who)))
    shared = kept[at]
    grounds = (*_of_each(shared), reason, Reason("shared"))
    kept[at] = replace(shared, people=(*shared.people, promotion.who), grounds=grounds)
    return kept


def _of_each(place: Place) -> tuple[Reason, ...]:
    """What was said of all at a place said of each, because it is not true of somebody who joins them."""
    return tuple(
        reason if reason.value("who") else Reason(reason.id, (*reason.values, ("who", person)))
        for person in place.people
        for reason in place.grounds
        if reason.id != "shared" and reason.value("who") in {"", person}
    )


def _without(place: Place, person: str) -> Place:
    """The place without somebody; what was said of him alone, and of sharing with nobody left, goes too."""
    if person not in place.people:
        return place
    people = tuple(one for one in place.people if one != person)
    grounds = tuple(
        reason
        for reason in place.grounds
        if reason.value("who") != person and not (reason.id == "shared" and len(people) < 2)
    )
    return replace(place, people=people, grounds=grounds)


def _holds(places: Sequence[Place], promotion: Promotion) -> bool:
    own, other = _index(places, promotion.who), _index(places, promotion.above or promotion.beside)
    return own < other if promotion.above else own == other
