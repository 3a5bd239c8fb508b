"""The orders of precedence of a file: as written, or worked out from what it says of people and the house."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from unicodedata import normalize

from game.authoring.members import members
from game.authoring.model import OrderPart, PersonPart, PostPart, ScenarioPart
from game.authoring.objections import Objections
from game.authoring.problems import Wrong
from game.authoring.shape import Fitting
from game.authoring.suggest import did_you_mean, short
from game.authoring.texts import no_alphabet
from game.authoring.tree import Path
from game.protocol.alphabets import ALPHABETS
from game.protocol.precedence import JOINT, OrderOfPrecedence, Place, System
from game.protocol.promotions import Promotion
from game.protocol.ranking import VIENNA_CLASSES, Claim, Custom, needs, ranked
from game.protocol.undecided import Undecided
from game.wording.catalogue import _

Orders = dict[str, OrderOfPrecedence]
"""The orders by whose they are: a delegation, or joint."""

_ALWAYS: Final = frozenset({"system", "source"})
_WORKED_OUT: Final = _ALWAYS | {"who", "classes", "ties", "equals", "promote"}
_KEYS: Final = {
    System.RANK: _WORKED_OUT,
    System.OFFICE_CLASS: _WORKED_OUT,
    System.CREDENTIALS: _WORKED_OUT | {"nuncio"},
    System.ALPHABETICAL: _WORKED_OUT | {"language", "lot"},
}
_NEEDED: Final = {
    System.RANK: "classes",
    System.OFFICE_CLASS: "classes",
    System.ALPHABETICAL: "language",
}


def orders_of_precedence(model: ScenarioPart, fitting: Fitting) -> Orders:
    """All orders that can be worked out; what stands in the way of the others is noted. Names lead somewhere."""
    well = _posts(model, fitting)
    found: Orders = {}
    for key, part in model.precedence.items():
        order = _Order(model, key, part, fitting).made(worked_out=well)
        if order is not None:
            found[key] = order
    return found


def _posts(model: ScenarioPart, fitting: Fitting) -> bool:
    """Whether it is clear for everybody in which post the invitation sees them."""
    wrong = [(path, problem) for n, person in enumerate(model.people) for path, problem in _unclear(n, person)]
    for path, problem in wrong:
        fitting.refuse(path, Wrong("precedence-post", *problem))
    return not wrong


def _unclear(n: int, person: PersonPart) -> Iterable[tuple[Path, tuple[str, str]]]:
    ids = [post.id for post in person.posts]
    twice = next((m for m, each in enumerate(ids) if each in ids[:m]), None)
    if twice is not None:
        path: Path = ("people", n, "posts", twice, "id")
        yield path, (_("There is already a post `{name}`.").format(name=ids[twice]), "")
    elif person.invited_as is not None and person.invited_as not in ids:
        sentence = _("`{who}` holds no post called `{post}`.").format(who=person.id, post=person.invited_as)
        yield ("people", n, "invited_as"), (sentence, did_you_mean(person.invited_as, ids))
    elif len(ids) > 1 and person.invited_as is None:
        yield ("people", n, "posts"), (
            _("`{who}` holds several posts, and nothing says which one the invitation is for.").format(who=person.id),
            _("Write invited_as: {post}, or another of them.").format(post=ids[0]),
        )
    for key, value in (
        ("class", person.office_class),
        ("took_office", person.took_office),
        ("credentials", person.credentials),
    ):
        if ids and value is not None:
            yield ("people", n, key), (_("This belongs to one of the posts."), _("Write it there."))


class _Order:
    """One order of the file on its way."""

    def __init__(self, model: ScenarioPart, key: str, part: OrderPart, fitting: Fitting) -> None:
        self._model = model
        self._key = key
        self._part = part
        self._path: Path = ("precedence", key)
        self._refuse = fitting.refuse

    def made(self, *, worked_out: bool) -> OrderOfPrecedence | None:
        """The order, or None with the reasons noted; also where it would have to be `worked_out` and cannot."""
        part = self._part
        if "places" in part.model_fields_set:
            places = tuple(Place(tuple(p.who), p.reason, p.office_class) for p in part.places)
            well = self._fits(_ALWAYS | {"places"}, part.system)
            return OrderOfPrecedence(self._key, places, part.system, part.source or "") if well else None
        system = self._system()
        if system is None or not (self._fits(_KEYS[system], system) and self._complete(system)):
            return None
        custom = self._custom(system)
        people = members(self._model, part.who or [self._all()])
        if not self._promotions(custom, people) or not self._people(people) or not worked_out:
            return None
        try:
            places = ranked(custom, [self._claim(p, custom) for p in self._model.people if p.id in people])
        except Undecided as undecided:
            Objections(self._model, self._key, custom, self._refuse).note(undecided)
            return None
        said = (("language", custom.language), ("lot", custom.lot))
        particulars = tuple((name, value) for name, value in said if value)
        return OrderOfPrecedence(self._key, places, system, part.source or "", particulars)

    def _all(self) -> str:
        return "all" if self._key == JOINT else self._key

    def _system(self) -> System | None:
        """The system by which it is worked out, if the file names one."""
        if self._part.system in {system.value for system in _KEYS}:
            return System(self._part.system)
        if "system" in self._part.model_fields_set and self._part.system != System.AGREED_LIST:
            sentence = _("No order can be worked out by `{system}`.").format(system=short(self._part.system))
            hint = did_you_mean(self._part.system, [system.value for system in _KEYS])
            also = _("{guess} Or write the places yourself: places: [..].").format(guess=hint)
            self._refuse((*self._path, "system"), Wrong("precedence-system", sentence, also))
        else:
            self._needs("places", _("who comes first, second and so on"))
        return None

    def _needs(self, key: str, about: str) -> None:
        sentence = _("The key `{key}` is missing here.").format(key=key)
        hint = _("`{key}`: {about}.").format(key=key, about=about)
        self._refuse(self._path, Wrong("key-missing", sentence, hint), key=True)

    def _fits(self, allowed: frozenset[str], system: str) -> bool:
        """Whether every key has something to say in this system."""
        idle = sorted(self._part.model_fields_set - allowed)
        for key in idle:
            sentence = (
                _("`{key}` says nothing where the places are written out.")
                if "places" in allowed
                else _("`{key}` says nothing in an order by {system}.")
            )
            wrong = Wrong("precedence-mixed", sentence.format(key=key, system=system))
            self._refuse((*self._path, key), wrong, key=True)
        return not idle

    def _complete(self, system: System) -> bool:
        """Whether the system has what it needs: its classes, each word once, or its language."""
        part, needed = self._part, _NEEDED.get(system, "")
        if needed and not getattr(part, needed):
            about = {
                "classes": _("the classes of office from the highest, like [head of state, minister]"),
                "language": _("whose alphabet it is, like fr, or own: each name in its own language"),
            }[needed]
            self._needs(needed, about)
            return False
        if part.language is not None and part.language not in ALPHABETS:
            self._refuse((*self._path, "language"), no_alphabet(part.language))
            return False
        words = [(n, word) for n, together in enumerate(part.classes) for word in together]
        twice = [n for m, (n, word) in enumerate(words) if word in [other for _n, other in words[:m]]]
        for n in twice:
            self._refuse((*self._path, "classes", n), Wrong("precedence-class", _("A class stands here twice.")))
        return not twice

    def _custom(self, system: System) -> Custom:
        part = self._part
        vienna = VIENNA_CLASSES if system is System.CREDENTIALS else ()
        return Custom(
            system,
            tuple(tuple(together) for together in part.classes) or vienna,
            part.language or "",
            normalize("NFC", part.lot or ""),
            part.nuncio is not None,
            part.ties is not None,
            tuple(tuple(equals) for equals in part.equals),
            tuple(Promotion(p.who, p.because, p.to or "", p.above or "", p.beside or "") for p in part.promote),
        )

    def _promotions(self, custom: Custom, people: list[str]) -> bool:
        """Whether every promotion says one thing that can be."""
        known = [word for together in custom.classes for word in together]
        done: set[tuple[str, bool]] = set()
        well = True
        for n, promotion in enumerate(custom.promotions):
            problem = _no_promotion(promotion, known, people)
            if not problem and (promotion.who, promotion.moves) in done:
                problem = _("`{who}` is promoted twice."), ""
            done.add((promotion.who, promotion.moves))
            if problem:
                self._refuse((*self._path, "promote", n), Wrong("precedence-promotion", *problem))
                well = False
        return well

    def _people(self, people: list[str]) -> bool:
        """Whether those declared equals are in the order, and everybody in a side's order is of that side."""
        of = {person.id: person.of for person in self._model.people}
        strangers = [who for who in people if self._key not in (JOINT, of[who])]
        if strangers:
            sentence = _("`{name}` is not of the delegation `{key}`.").format(name=strangers[0], key=self._key)
            hint = _("An order of several delegations is called joint.")
            self._refuse((*self._path, "who"), Wrong("precedence-stranger", sentence, hint))
        well = not strangers
        for n, equals in enumerate(self._part.equals):
            outside = [who for who in equals if who not in people]
            if outside or len(set(equals)) < 2:
                sentence = _("Equals are two or more people of this order.")
                self._refuse((*self._path, "equals", n), Wrong("precedence-equals", sentence))
                well = False
        return well

    def _claim(self, person: PersonPart, custom: Custom) -> Claim:
        post: PersonPart | PostPart = next((post for post in person.posts if post.id == person.invited_as), person)
        if len(person.posts) == 1:
            post = person.posts[0]
        name = ""
        if needs(custom.system) == "name":
            of = self._model.delegations[person.of]
            shared = of.names if self._key == JOINT else {}
            name = person.names.get(custom.language) or shared.get(custom.language, "")
        several = post.office if len(person.posts) > 1 else ""
        return Claim(
            person.id, post.office_class or "", post.took_office or "", post.credentials or "", name, several
        )


def _no_promotion(promotion: Promotion, classes: list[str], people: list[str]) -> tuple[str, str] | None:
    """Why a promotion cannot be, and what to do; None if it can."""
    ways = [way for way in (promotion.to, promotion.above, promotion.beside) if way]
    if len(ways) != 1:
        return _("A promotion is to a class, above somebody or beside somebody."), _("Write one of the three.")
    if promotion.to and promotion.to not in classes:
        return _("There is no class `{name}` in this order.").format(name=short(promotion.to)), did_you_mean(
            promotion.to, classes
        )
    missing = [who for who in (promotion.who, promotion.above or promotion.beside) if who and who not in people]
    if missing:
        return _("`{who}` is not in this order.").format(who=missing[0]), did_you_mean(missing[0], people)
    if promotion.who in ways:
        return _("Nobody is promoted above or beside himself."), ""
    return None
