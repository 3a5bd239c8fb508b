"""How an order of precedence comes about: from what is known of people and the custom of the house, place by place.

Office class first, then what the system goes by: the date of taking office, the date and time of credentials, or the
name. What the custom does not decide is refused and never settled by the order in which people happen to be written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from game.protocol.collation import UnknownLetter, sort_key
from game.protocol.precedence import Place, Reason, System
from game.protocol.promotions import Promotion, promoted
from game.protocol.undecided import Objection, Undecided

# Vienna Convention on Diplomatic Relations, 1961, art. 14 (1): three classes of heads of mission.
VIENNA_CLASSES: Final = (
    ("ambassador", "nuncio", "high commissioner"),
    ("envoy", "minister", "internuncio"),
    ("chargé d'affaires",),
)
NUNCIO: Final = "nuncio"

_Key = tuple[int, int, Any]


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody's place follows from, in the post the invitation is for.

    Days are `2019-05-20`; credentials may have a time, `2021-03-04 10:30`. `name` is in the order's language. `post`
    says which one counts, for somebody who holds several.
    """

    person: str
    office_class: str = ""
    took_office: str = ""
    credentials: str = ""
    name: str = ""
    post: str = ""


@dataclass(frozen=True, slots=True)
class Custom:
    """By what this house ranks. `classes` go from the highest; what stands together is one class.

    `lot` is the drawn name or letter from which an alphabetical order begins; `ties_share` lets all share a place whom
    the system does not tell apart, `equals` only those named.
    """

    system: System
    classes: tuple[tuple[str, ...], ...] = ()
    language: str = ""
    lot: str = ""
    nuncio_first: bool = False
    ties_share: bool = False
    equals: tuple[tuple[str, ...], ...] = ()
    promotions: tuple[Promotion, ...] = ()


def ranked(custom: Custom, claims: Sequence[Claim]) -> tuple[Place, ...]:
    """The places from the highest to the lowest, each with its grounds; equals as they are given.

    Raises Undecided with everything that is missing, tied or contradictory.
    """
    objections = [*_missing(custom, claims), *_letters(custom, claims)]
    if objections:
        raise Undecided(objections)
    keys = {claim.person: _key(custom, claim, claims) for claim in claims}
    groups = [[c for c in claims if keys[c.person] == key] for key in sorted(set(keys.values()))]
    objections = [*_ties(custom, groups), *_no_equals(custom, keys), *_no_nuncio(custom, claims)]
    if objections:
        raise Undecided(objections)
    return promoted(tuple(_place(custom, group, keys) for group in groups), custom.promotions)


def needs(system: System) -> str:
    """Which fact of a claim the system goes by within a class; empty if by none."""
    return {System.RANK: "took_office", System.CREDENTIALS: "credentials", System.ALPHABETICAL: "name"}.get(system, "")


def _raised(custom: Custom, claim: Claim) -> Promotion | None:
    """The promotion to another class, if there is one."""
    return next((p for p in custom.promotions if p.who == claim.person and p.to), None)


def _class_of(custom: Custom, claim: Claim) -> str:
    raised = _raised(custom, claim)
    return raised.to if raised else claim.office_class


def _missing(custom: Custom, claims: Sequence[Claim]) -> list[Objection]:
    found = []
    known = {name for together in custom.classes for name in together}
    for claim in claims:
        own = _class_of(custom, claim)
        if custom.classes and not own:
            found.append(Objection("missing", (claim.person,), (("field", "class"),)))
        elif custom.classes and own not in known:
            found.append(Objection("class", (claim.person,), (("class", own),)))
        field = needs(custom.system)
        if field and not getattr(claim, field):
            found.append(Objection("missing", (claim.person,), (("field", field),)))
    return found


def _letters(custom: Custom, claims: Sequence[Claim]) -> list[Objection]:
    """Names, and the lot, that cannot be sorted in the language."""
    if custom.system != System.ALPHABETICAL:
        return []
    found = []
    for person, text in (("", custom.lot), *((claim.person, claim.name) for claim in claims)):
        try:
            letters, _marks = sort_key(text, custom.language)
        except UnknownLetter as unknown:
            values = (("letter", unknown.letter), ("name", text), ("language", custom.language))
            found.append(Objection("letter", (person,) if person else (), values))
        else:
            if text and not letters:
                values = (("letter", text), ("name", text), ("language", custom.language))
                found.append(Objection("letter", (person,) if person else (), values))
    return found


def _key(custom: Custom, claim: Claim, claims: Sequence[Claim]) -> _Key:
    """What people are compared by; the least comes first."""
    own = _class_of(custom, claim)
    number = next((n for n, together in enumerate(custom.classes) if own in together), 0)
    # Art. 16 (3): the usage accepted by the receiving State regarding the representative of the Holy See stands.
    ahead = 0 if custom.nuncio_first and claim.office_class == NUNCIO else 1
    match custom.system:
        case System.RANK:
            return ahead, number, claim.took_office
        case System.CREDENTIALS:
            return ahead, number, _functions(custom, claim, claims)
        case System.ALPHABETICAL:
            name = sort_key(claim.name, custom.language)
            # The list goes round: whoever stands before the lot comes after the last letter.
            return ahead, number, (name < sort_key(custom.lot, custom.language), name)
        case _:
            return ahead, number, ""


def _functions(custom: Custom, claim: Claim, claims: Sequence[Claim]) -> tuple[str, str]:
    """Day and time of taking up functions (art. 16 (1)). Where one of a class has no time written for that day, no
    time of that day and class counts: who came first is then not known.
    """
    day, _blank, time = claim.credentials.partition(" ")
    own = _class_of(custom, claim)
    alike = next((together for together in custom.classes if own in together), (own,))
    same_day = [c for c in claims if _class_of(custom, c) in alike and c.credentials.partition(" ")[0] == day]
    return day, time if all(c.credentials.partition(" ")[2] for c in same_day) else ""


def _ties(custom: Custom, groups: Sequence[Sequence[Claim]]) -> list[Objection]:
    found = []
    for group in groups:
        people = tuple(claim.person for claim in group)
        declared = any(set(people) <= set(equals) for equals in custom.equals)
        moved = {p.who for p in custom.promotions if p.moves}
        if len(set(people) - moved) > 1 and not custom.ties_share and not declared:
            found.append(Objection("tie", people, (("field", needs(custom.system) or "class"),)))
    return found


def _no_equals(custom: Custom, keys: dict[str, _Key]) -> list[Objection]:
    """Who is declared to share a place and stands apart by the system: that would be a promotion."""
    return [
        Objection("equals", equals)
        for equals in custom.equals
        if len({keys[person] for person in equals if person in keys}) != 1
    ]


def _no_nuncio(custom: Custom, claims: Sequence[Claim]) -> list[Objection]:
    if custom.nuncio_first and not any(claim.office_class == NUNCIO for claim in claims):
        return [Objection("nuncio")]
    return []


def _place(custom: Custom, group: Sequence[Claim], keys: dict[str, _Key]) -> Place:
    grounds = [_grounds(custom, claim) for claim in group]
    shared = [reason for reason in grounds[0] if all(reason in other for other in grounds)]
    personal = [
        Reason(reason.id, (*reason.values, ("who", claim.person)))
        for claim, own in zip(group, grounds, strict=True)
        for reason in own
        if reason not in shared
    ]
    together = [Reason("shared")] if len(group) > 1 else []
    return Place(tuple(c.person for c in group), "", keys[group[0].person][1], (*shared, *personal, *together))


def _grounds(custom: Custom, claim: Claim) -> tuple[Reason, ...]:
    """Why somebody stands where he stands, in the order in which it counts."""
    raised = _raised(custom, claim)
    found = [Reason("post", (("post", claim.post),))] if claim.post else []
    if custom.nuncio_first and claim.office_class == NUNCIO:
        found.append(Reason("nuncio"))
    elif raised:
        found.append(Reason("promoted", (("class", raised.to), ("because", raised.because))))
    elif custom.classes:
        found.append(Reason("class", (("class", claim.office_class),)))
    match custom.system:
        case System.RANK:
            found.append(Reason("took_office", (("day", claim.took_office),)))
        case System.CREDENTIALS:
            day, _blank, time = claim.credentials.partition(" ")
            found.append(Reason("credentials", (("day", day), ("time", time))))
        case System.ALPHABETICAL:
            values = (("name", claim.name), ("language", custom.language), ("lot", custom.lot))
            found.append(Reason("alphabetical", values))
        case _:
            pass
    return tuple(found)
