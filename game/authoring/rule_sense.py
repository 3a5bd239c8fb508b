"""What the terms of single kinds of rules must have, so that the rule can be kept and broken at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from game.authoring.model import RulePart
from game.simulation.kinds.registry import registry
from game.wording.catalogue import _

Expand = Callable[[Sequence[str]], list[str]]
Idle = Iterator[tuple[str, str]]


def idle_terms(kind: str, terms: Any, expand: Expand) -> Idle:
    """The keys of a rule's terms that leave it without an effect, each with the reason."""
    check = _CHECKS.get(kind)
    return check(terms, expand) if check else iter(())


def idle_common(rule: RulePart, missing: set[str], expand: Expand) -> Idle:
    """The keys that any rule may have and that say nothing here; `missing` is what the programme has not."""
    if rule.grace and not registry()[rule.kind].price.lasting:
        yield "grace", _("A breach of this kind is over in an instant, so a grace changes nothing.")
    if rule.exempt and len(expand(rule.exempt)) == len(expand(["all"])):
        yield "except", _("Everybody is named here, so this rule can never be broken.")
    if rule.during in ("on air", "off air") and "on_air" in missing:
        yield "while", _("There is no on_air in the programme.")
    if rule.during in ("press in", "press out") and "press" in missing:
        yield "while", _("There is no press in the programme.")


def _placed_at(terms: Any, expand: Expand) -> Idle:
    if terms.seat is None and terms.facing is None and not terms.beside and not terms.opposite:
        yield "kind", _("This rule needs at least one of seat, beside, opposite and facing.")
    if terms.seat is not None and len(expand(terms.who)) > 1:
        yield "seat", _("Only one person can have this seat.")
    if terms.side != "either" and not terms.beside:
        yield "side", _("A side is a side of somebody: say beside whom.")
    for key in ("beside", "opposite"):
        if set(expand(terms.who)) & set(expand(getattr(terms, key))):
            yield key, _("Nobody has a place beside or across from himself.")


def _received_by(terms: Any, expand: Expand) -> Idle:
    if set(expand(terms.who)) & set(expand(terms.by)):
        yield "by", _("Nobody can receive himself.")


def _escorted_by(terms: Any, expand: Expand) -> Idle:
    if set(expand(terms.who)) & set(expand(terms.by)):
        yield "by", _("Nobody can take himself in.")


def _never_parted_from(terms: Any, expand: Expand) -> Idle:
    if set(expand(terms.who)) & set(expand(terms.principal)):
        yield "principal", _("Nobody can be parted from himself.")


def _parity(terms: Any, expand: Expand) -> Idle:
    if set(expand(terms.one)) & set(expand(terms.other)):
        yield "other", _("Nobody can be on both sides.")


def _closed_between(terms: Any, expand: Expand) -> Idle:
    if len(expand(terms.staff)) == len(expand(["all"])):
        yield "staff", _("Everybody is named here, so this rule can never be broken.")


_CHECKS: dict[str, Callable[[Any, Expand], Idle]] = {
    "placed_at": _placed_at,
    "received_by": _received_by,
    "escorted_by": _escorted_by,
    "never_parted_from": _never_parted_from,
    "parity": _parity,
    "closed_between": _closed_between,
}
