"""Live orders as an author writes them: `12:03:20 hold lavrov`."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from game.authoring.problems import Wrong
from game.authoring.quantities import read_clock
from game.authoring.suggest import did_you_mean, short
from game.protocol.plan import Order, Verb
from game.wording.catalogue import _

_VERBS: Final = tuple(sorted((verb.value for verb in Verb), key=len, reverse=True))
_ALONE: Final = (Verb.CUT_AWAY, Verb.LET_STAND)


def read_order(text: str, who: Collection[str], doors: Collection[str], rules: Collection[str] = ()) -> Order:
    """The order a text spells; raises Wrong."""
    clock, _blank, rest = " ".join(text.split()).partition(" ")
    at = read_clock(clock)
    said = next((verb for verb in _VERBS if rest == verb or rest.startswith(verb + " ")), None)
    if said is None:
        raise Wrong(
            "order", _("`{text}` is no live order.").format(text=short(text)), did_you_mean(rest, _VERBS)
        )
    verb, target = Verb(said), rest.removeprefix(said).strip()
    if verb in _ALONE:
        if target:
            raise Wrong("order", _("Nothing follows `{verb}`.").format(verb=said))
        return Order(at, verb)
    what, known = {
        Verb.HOLD_DOOR: (_("door"), doors),
        Verb.RELEASE_DOOR: (_("door"), doors),
        Verb.WAIVE: (_("rule"), rules),
    }.get(verb, (_("person or group"), who))
    if target not in known:
        wrong = _("There is no {what} called `{name}` in this file.").format(what=what, name=short(target))
        raise Wrong("name-unknown", wrong, did_you_mean(target, known))
    return Order(at, verb, target)
