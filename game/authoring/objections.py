"""What keeps an order of precedence from being worked out, in an author's words and at its place in the file."""

from __future__ import annotations

from collections.abc import Callable

from game.authoring.model import PersonPart, ScenarioPart
from game.authoring.problems import Wrong
from game.authoring.suggest import did_you_mean, short
from game.authoring.tree import Path
from game.protocol.precedence import JOINT
from game.protocol.ranking import Custom
from game.protocol.undecided import Objection, Undecided
from game.wording.catalogue import _
from game.wording.phrases import everyone


class Objections:
    """Puts the objections to one order where the author can see them."""

    def __init__(
        self, model: ScenarioPart, key: str, custom: Custom, refuse: Callable[[Path, Wrong], None]
    ) -> None:
        self._people = {person.id: (n, person) for n, person in enumerate(model.people)}
        self._key = key
        self._equals = model.precedence[key].equals
        self._custom = custom
        self._refuse = refuse

    def note(self, undecided: Undecided) -> None:
        """Note every one of them."""
        for objection in undecided.objections:
            path, wrong = {
                "missing": self._missing,
                "class": self._class,
                "letter": self._letter,
                "tie": self._tie,
                "equals": self._no_equals,
                "nuncio": self._nuncio,
                "promotion": self._promotion,
            }[objection.code](objection)
            self._refuse(path, wrong)

    def _at(self, who: str, field: str = "") -> Path:
        """Where a fact about somebody stands, in the post the invitation is for; else the entry of the person."""
        n, person = self._people[who]
        path: Path = ("people", n)
        if not field:
            return path
        if person.posts and field in ("class", "took_office", "credentials"):
            return (*path, "posts", _post_number(person), field)
        return (*path, field)

    def _missing(self, objection: Objection) -> tuple[Path, Wrong]:
        who, field = objection.people[0], objection.value("field")
        if field == "name":
            sentence = _("`{who}` has no name in the language of this order, `{language}`.")
            wrong = sentence.format(who=who, language=self._custom.language)
            write = f"names: {{{self._custom.language}: ..}}"
            hint = (
                _("Write it like {write}, for the delegation or for the person.")
                if self._key == JOINT
                else _("Write it like {write}, for the person.")
            )
            return self._at(who), Wrong("precedence-data", wrong, hint.format(write=write))
        sentence = _("`{field}` of `{who}` is missing, and the order of precedence `{order}` needs it.")
        hint = {
            "class": did_you_mean("", [word for together in self._custom.classes for word in together]),
            "took_office": _("Write it like {write}.").format(write="took_office: 2019-05-20"),
            "credentials": _("Write it like {write}.").format(write='credentials: "2021-03-04 10:30"'),
        }[field]
        return self._at(who), Wrong(
            "precedence-data", sentence.format(field=field, who=who, order=self._key), hint
        )

    def _class(self, objection: Objection) -> tuple[Path, Wrong]:
        word = objection.value("class")
        sentence = _("There is no class `{name}` in the order of precedence `{order}`.")
        known = [word for together in self._custom.classes for word in together]
        return self._at(objection.people[0], "class"), Wrong(
            "precedence-class", sentence.format(name=short(word), order=self._key), did_you_mean(word, known)
        )

    def _letter(self, objection: Objection) -> tuple[Path, Wrong]:
        path: Path = ("precedence", self._key, "lot")
        if objection.people:
            path = self._at(objection.people[0], "names")
        sentence = _("`{letter}` in `{name}` is no letter of the alphabet of the language `{language}`.")
        values = {name: short(value) for name, value in objection.values}
        return path, Wrong(
            "precedence-letter", sentence.format(**values), _("Write the name as that language has it.")
        )

    def _tie(self, objection: Objection) -> tuple[Path, Wrong]:
        people = everyone([f"`{who}`" for who in objection.people])
        sentence = _("Nothing in the order of precedence `{order}` tells {people} apart.")
        hint = _("Write what does, or let them share the place: equals: [[{ids}]], or ties: share for all.")
        if objection.value("field") == "credentials":
            hint = _("Write the time of day too, or let them share the place: equals: [[{ids}]].")
        field = {"name": "names"}.get(objection.value("field"), objection.value("field"))
        return self._at(objection.people[-1], field), Wrong(
            "precedence-tie",
            sentence.format(order=self._key, people=people),
            hint.format(ids=", ".join(objection.people)),
        )

    def _no_equals(self, objection: Objection) -> tuple[Path, Wrong]:
        number = next(n for n, equals in enumerate(self._equals) if tuple(equals) == objection.people)
        people = everyone([f"`{who}`" for who in objection.people])
        sentence = _("The system tells {people} apart, so they are no equals.").format(people=people)
        write = "promote: [{who: .., beside: .., because: ..}]"
        hint = _("To let them share a place for this event, write {write}.").format(write=write)
        return ("precedence", self._key, "equals", number), Wrong("precedence-equals", sentence, hint)

    def _nuncio(self, _objection: Objection) -> tuple[Path, Wrong]:
        return ("precedence", self._key, "nuncio"), Wrong(
            "precedence-nuncio",
            _("There is no nuncio in this order."),
            _("Write class: nuncio for the representative of the Holy See."),
        )

    def _promotion(self, objection: Objection) -> tuple[Path, Wrong]:
        sentence = {
            "idle": _("This promotes `{who}` to no higher place."),
            "undone": _("A later promotion undoes this one of `{who}`."),
        }[objection.value("problem")]
        path: Path = ("precedence", self._key, "promote", int(objection.value("number")))
        return path, Wrong("precedence-promotion", sentence.format(who=objection.people[0]))


def _post_number(person: PersonPart) -> int:
    return next((m for m, post in enumerate(person.posts) if post.id == person.invited_as), 0)
