"""Every name in a file leads somewhere: people, groups, doors, rooms, sources, rules, plans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields

from game.authoring.chances import instead, key_of, whom
from game.authoring.draft import Draft, RuleDraft
from game.authoring.known import LEADERS, RESERVED, Known
from game.authoring.model import ConductPart, OrderPart
from game.authoring.parts import Part
from game.authoring.problems import Wrong
from game.authoring.shape import Fitting
from game.authoring.suggest import did_you_mean, short
from game.authoring.tree import Path
from game.protocol.conduct import CUES
from game.protocol.cues import After, Cue, Occurrence
from game.protocol.rules import TermType
from game.scoring.outcome import OUTCOMES
from game.simulation.kinds.registry import registry
from game.wording.catalogue import _

CAMERA_SPOTS = ("table", "room")


class References:
    """Checks the names of one draft; seats are checked with the room."""

    def __init__(self, draft: Draft, known: Known, fitting: Fitting) -> None:
        self._draft = draft
        self._model = draft.model
        self._known = known
        self._refuse = fitting.refuse
        self._full = fitting.full

    def check(self) -> None:
        """Note every name that leads nowhere or is given twice."""
        self._namespaces()
        self._people()
        self._groups()
        self._precedence()
        self._room()
        self._programme()
        self._rules()
        self._plans()
        self._rest()

    # What a name must be.

    def _one(self, name: str | None, known: Iterable[str], path: Path, what: str) -> None:
        known = set(known)
        if name is not None and name not in known and not self._full():
            self._refuse(
                path,
                Wrong(
                    "name-unknown",
                    _("There is no {what} called `{name}` in this file.").format(what=what, name=name),
                    did_you_mean(name, known),
                ),
            )

    def _who(self, names: Sequence[str], path: Path) -> None:
        for n, name in enumerate(names):
            self._one(name, self._known.who, (*path, n), _("person or group"))
        self._twice(names, path)

    def _twice(self, names: Sequence[str], path: Path) -> None:
        for n, name in enumerate(names):
            if name in names[:n]:
                self._refuse(
                    (*path, n), Wrong("name-twice", _("`{name}` stands here twice.").format(name=name))
                )

    def _cue(self, cue: Cue | None, path: Path) -> None:
        if isinstance(cue, After):
            self._events(cue.events, path)

    def _events(self, events: Sequence[Occurrence], path: Path) -> None:
        for n, event in enumerate(events):
            if not event.moment.of_nobody:
                self._one(event.who, self._known.who, (*path, n), _("person or group"))

    def _source(self, source: str | None, path: Path) -> None:
        self._one(source, self._known.sources, (*path, "source"), _("source"))

    # Part by part.

    def _namespaces(self) -> None:
        """People, delegations and groups are named in the same places, so no two may share a name."""
        taken: dict[str, str] = dict.fromkeys(RESERVED, _("a word with a meaning of its own"))
        entries: list[tuple[str, Path, str]] = [
            *((key, ("delegations", key), _("a delegation")) for key in self._model.delegations),
            *((p.id, ("people", n, "id"), _("a person")) for n, p in enumerate(self._model.people)),
            *((o.id, ("officers", n, "id"), _("an officer")) for n, o in enumerate(self._model.officers)),
            *((key, ("groups", key), _("a group")) for key in self._model.groups),
        ]
        for name, path, what in entries:
            if name in taken and not (name == LEADERS and path[0] == "groups"):
                self._refuse(
                    path,
                    Wrong(
                        "name-taken",
                        _("`{name}` is already {what}.").format(name=name, what=taken[name]),
                        _("Everybody and every group needs a name of their own."),
                    ),
                    key=path[0] not in ("people", "officers"),
                )
            taken[name] = what

    def _people(self) -> None:
        for n, person in enumerate(self._model.people):
            self._one(person.of, self._known.delegations, ("people", n, "of"), _("delegation"))
            self._one(person.holds, self._known.holding, ("people", n, "holds"), _("holding room"))
            self._twice(person.groups, ("people", n, "groups"))
        for n, officer in enumerate(self._model.officers):
            self._one(officer.of, self._known.delegations, ("officers", n, "of"), _("delegation"))
            self._one(officer.holds, self._known.holding, ("officers", n, "holds"), _("holding room"))

    def _groups(self) -> None:
        allowed = self._known.people | self._known.delegations | self._known.groups | {"all"}
        for key, members in self._model.groups.items():
            for n, name in enumerate(members):
                if name in self._known.officers:
                    self._no_group_for_officers(name, ("groups", key, n))
                else:
                    self._one(name, allowed, ("groups", key, n), _("person or delegation"))
            self._twice(members, ("groups", key))

    def _no_group_for_officers(self, name: str, path: Path) -> None:
        self._refuse(
            path,
            Wrong(
                "name-unknown",
                _("`{name}` is an officer of the house, and officers belong to no group.").format(name=name),
                _("Name officers one by one, where a rule or a briefing needs them."),
            ),
        )

    def _precedence(self) -> None:
        of = {person.id: person.of for person in self._model.people}
        for key, order in self._model.precedence.items():
            path: Path = ("precedence", key)
            if key != "joint":
                self._one(key, self._known.delegations, path, _("delegation"))
            self._source(order.source, path)
            self._worked_out(order, path)
            seen: set[str] = set()
            for n, place in enumerate(order.places):
                for m, who in enumerate(place.who):
                    spot = (*path, "places", n, "who", m)
                    self._one(who, self._known.people, spot, _("person"))
                    if who in seen:
                        self._refuse(
                            spot,
                            Wrong("name-twice", _("`{name}` stands in this order twice.").format(name=who)),
                        )
                    elif key != "joint" and of.get(who, key) in self._known.delegations - {key}:
                        self._refuse(
                            spot,
                            Wrong(
                                "precedence-stranger",
                                _("`{name}` is not of the delegation `{key}`.").format(name=who, key=key),
                                _("An order of several delegations is called joint."),
                            ),
                        )
                    seen.add(who)

    def _worked_out(self, order: OrderPart, path: Path) -> None:
        """The people named in an order that is worked out."""
        self._who(order.who, (*path, "who"))
        for n, equals in enumerate(order.equals):
            for m, who in enumerate(equals):
                self._one(who, self._known.people, (*path, "equals", n, m), _("person"))
        for n, promotion in enumerate(order.promote):
            for key in ("who", "above", "beside"):
                self._one(getattr(promotion, key), self._known.people, (*path, "promote", n, key), _("person"))

    def _room(self) -> None:
        room = self._model.room
        for key, holding in room.holding.items():
            self._one(holding.door, self._known.doors, ("room", "holding", key, "door"), _("door"))
            for door in holding.walks or {}:
                self._one(door, self._known.doors, ("room", "holding", key, "walks", door), _("door"))
        for n, camera in enumerate(room.cameras):
            self._one(camera.on, {*self._known.doors, *CAMERA_SPOTS}, ("room", "cameras", n, "on"), _("door"))
        if room.table is None:
            return
        for wall in ("north", "east", "south", "west"):
            self._one(
                getattr(room.table, wall), self._known.delegations, ("room", "table", wall), _("delegation")
            )
        for n, name in enumerate(room.table.around):
            self._one(name, self._known.delegations, ("room", "table", "around", n), _("delegation"))
        self._twice(room.table.around, ("room", "table", "around"))

    def _programme(self) -> None:
        for n, arrival in self._draft.arrivals():
            self._who(arrival.arrive, ("programme", n, "arrive"))
        for n, entry in self._draft.chances():
            self._chance(entry, ("programme", n))
        for n, entry in enumerate(self._draft.programme):
            on_air = getattr(entry, "on_air", None)
            if on_air is not None:
                self._cue(on_air.returns, ("programme", n, "on_air", "returns"))

    def _chance(self, entry: Part, path: Path) -> None:
        """The names in something that may happen; the seats of missing chairs are checked with the room."""
        key, who = key_of(entry), whom(entry)
        if key == "lingers":
            self._one(who[0], self._known.people, (*path, key), _("person"))
        elif key != "missing_chair":
            self._who(who, (*path, key))
        said = instead(entry)
        if said is not None:
            self._one(said.door, self._known.doors, (*path, "instead", "door"), _("door"))
            for cue in CUES:
                self._cue(getattr(said, cue), (*path, "instead", cue))

    def _rules(self) -> None:
        seen: set[str] = set()
        for n, entry in enumerate(self._draft.rules):
            rule = entry.part
            path: Path = ("rules", n)
            if rule.id in seen:
                self._refuse(
                    (*path, "id"),
                    Wrong("name-taken", _("There is already a rule `{name}`.").format(name=rule.id)),
                )
            seen.add(rule.id)
            self._one(rule.follows, self._known.rules, (*path, "follows"), _("rule"))
            self._who(rule.waivable_by, (*path, "waivable_by"))
            self._who(rule.exempt, (*path, "except"))
            self._source(rule.source, path)
            if rule.house:
                self._cue(rule.house.recalls, (*path, "house", "recalls"))
            self._terms(entry, path)

    def _terms(self, rule: RuleDraft, path: Path) -> None:
        for term in fields(registry()[rule.part.kind].terms):
            value, spot = getattr(rule.terms, term.name), (*path, term.name)
            match term.metadata["type"]:
                case TermType.PEOPLE:
                    self._who(value, spot)
                case TermType.EVENTS:
                    self._events(value, spot)
                case TermType.DOOR:
                    self._one(value, self._known.doors, spot, _("door"))
                case TermType.ORDER:
                    self._one(value, self._model.precedence, spot, _("order of precedence"))

    def _conduct(self, part: ConductPart, path: Path) -> None:
        self._who(part.who, (*path, "who"))
        self._one(part.door, self._known.doors, (*path, "door"), _("door"))
        for key in CUES:
            self._cue(getattr(part, key), (*path, key))

    def plan(self, briefings: Sequence[ConductPart], path: Path) -> None:
        """The names in a list of briefings."""
        for n, briefing in enumerate(briefings):
            self._conduct(briefing, (*path, n))
            self._one(
                getattr(briefing, "escort", None), self._known.escorts, (*path, n, "escort"), _("escort")
            )

    def _plans(self) -> None:
        for n, habit in enumerate(self._model.unbriefed):
            self._conduct(habit, ("unbriefed", n))
        for key, plan in self._model.plans.items():
            self.plan(plan.briefings, ("plans", key, "briefings"))
        for key, expectation in self._model.expect.items():
            if key not in self._known.plans:
                self._refuse(
                    ("expect", key),
                    Wrong(
                        "name-unknown",
                        _("There is no plan called `{name}` in this file.").format(name=key),
                        did_you_mean(key, self._known.plans),
                    ),
                    key=True,
                )
            for rule in expectation.breaches:
                self._one(rule, self._known.rules, ("expect", key, "breaches", rule), _("rule"))

    def _outcomes(self) -> None:
        """A text belongs to a way the day can go."""
        for key in self._model.outcomes:
            if key not in (*OUTCOMES, *self._known.rules):
                hint = did_you_mean(key, (*OUTCOMES, *sorted(self._known.rules)))
                wrong = _("`{name}` is neither clean, failed, a grade nor a rule of this file.").format(name=short(key))
                self._refuse(("outcomes", key), Wrong("outcome", wrong, hint), key=True)

    def _rest(self) -> None:
        self._outcomes()
        self._who(self._model.accomplish.who, ("accomplish", "who"))
        self._twice(self._model.liaison.escorts, ("liaison", "escorts"))
        for n, account in enumerate(self._model.accounts):
            self._source(account.source, ("accounts", n))
