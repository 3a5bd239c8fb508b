"""What the file says can be: the clock runs forwards, numbers are sensible, nobody arrives twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from game.authoring.chance_sense import ChanceSense, span_problems
from game.authoring.chances import SpanPart, instead
from game.authoring.draft import Draft
from game.authoring.house_sense import house_problems
from game.authoring.members import members
from game.authoring.model import ConductPart, PeriodPart
from game.authoring.precedence import Orders
from game.authoring.problems import Wrong
from game.authoring.role_sense import role_problems
from game.authoring.rule_sense import idle_common, idle_terms
from game.authoring.seating import WALLS
from game.authoring.shape import Fitting
from game.authoring.tree import Path
from game.protocol.conduct import CUES
from game.protocol.cues import AtClock, AtDoorBy, Cue
from game.protocol.precedence import OrderOfPrecedence
from game.protocol.units import HOUR, MINUTE, format_duration, format_exact_clock, format_length
from game.wording.catalogue import _

_MOST = {
    ("people",): 200,
    ("officers",): 40,
    ("delegations",): 20,
    ("rules",): 100,
    ("plans",): 100,
    ("expect",): 100,
    ("unbriefed",): 300,
    ("programme",): 300,
    ("groups",): 100,
    ("sources",): 200,
    ("accounts",): 50,
    ("learning",): 20,
    ("reconstructed",): 100,
    ("room", "doors"): 20,
    ("room", "holding"): 40,
    ("room", "furniture"): 12,
    ("room", "seats"): 200,
    ("room", "cameras"): 40,
    ("liaison", "escorts"): 40,
}
_OF_SEVERAL = ("together", "same_door", "separate_doors", "in_order")
_FIRST_AND_THEN = {
    "before": ("first", "then"),
    "nobody_sits_before": ("before", "who"),
    "nobody_leaves_before": ("before", "who"),
}
_LEAST = {("people",): 1, ("delegations",): 1, ("rules",): 1, ("room", "doors"): 1, ("room", "holding"): 1}


class Sense:
    """Checks one draft whose names all lead somewhere or have been noted."""

    def __init__(self, draft: Draft, orders: Orders, fitting: Fitting) -> None:
        self._draft = draft
        self._orders = orders
        self._model = draft.model
        self._data = fitting.tree.data
        self._refuse = fitting.refuse

    def check(self, *, names_are_well: bool) -> None:
        """Note whatever makes no sense; what an unknown name would entail only if there is none."""
        self._counts()
        self._numbers()
        self._clock()
        self._people()
        self._holding()
        self._programme()
        self._table()
        if names_are_well:
            self._rules()
        self._cues()

    def _between(
        self, value: int | None, low: int, high: int, path: Path, write: Callable[[int], str] = str
    ) -> None:
        if value is not None and not low <= value <= high:
            self._refuse(
                path,
                Wrong(
                    "out-of-range",
                    _("This must be between {low} and {high}.").format(low=write(low), high=write(high)),
                ),
            )

    def _counts(self) -> None:
        for path, most in _MOST.items():
            found = self._data
            for step in path:
                found = found.get(str(step), []) if isinstance(found, dict) else []
            count, least = (len(found) if isinstance(found, dict | list) else 1), _LEAST.get(path, 0)
            if count > most:
                self._refuse(
                    path,
                    Wrong(
                        "too-many",
                        _("There are {count} of these; at most {most} can be.").format(
                            count=count, most=most
                        ),
                    ),
                    key=True,
                )
            if count < least:
                self._refuse(path, Wrong("too-few", _("There must be at least one of these.")), key=True)

    def _numbers(self) -> None:
        model, path = self._model, "liaison"
        self._between(model.difficulty, 1, 5, ("difficulty",))
        for key, most in (
            ("minutes", 6 * HOUR),
            ("read_back", HOUR),
            ("radio", 10 * MINUTE),
            ("asks", 10 * MINUTE),
            ("word", 10 * MINUTE),
        ):
            self._between(getattr(model.liaison, key), 0, most, (path, key), format_duration)
        for key, door in model.room.doors.items():
            spot: Path = ("room", "doors", key)
            self._between(door.width, 600, 8_000, (*spot, "width"), format_length)
            self._between(door.abreast, 1, 8, (*spot, "abreast"))
            self._between(door.headway, 100, MINUTE, (*spot, "headway"), format_duration)
        if model.room.table:
            self._between(model.room.table.seats, 1, 60, ("room", "table", "seats"))
        for key, order in model.precedence.items():
            for n, place in enumerate(order.places):
                self._between(place.office_class, 0, 50, ("precedence", key, "places", n, "class"))
        for n, rule in enumerate(rule.part for rule in self._draft.rules):
            if rule.house:
                self._span(rule.house.notices_after, ("rules", n, "house", "notices_after"))
                self._between(
                    rule.house.answer, 0, 10 * MINUTE, ("rules", n, "house", "answer"), format_duration
                )
                self._between(
                    rule.house.cuts_away, 0, 10 * MINUTE, ("rules", n, "house", "cuts_away"), format_duration
                )
        for where, entry in self._conducts():
            self._between(entry.spacing, 0, 10 * MINUTE, (*where, "spacing"), format_duration)

    def _conducts(self) -> Iterable[tuple[Path, ConductPart]]:
        for n, habit in enumerate(self._model.unbriefed):
            yield ("unbriefed", n), habit
        for name, plan in self._model.plans.items():
            for n, briefing in enumerate(plan.briefings):
                yield ("plans", name, "briefings", n), briefing

    def _span(self, span: SpanPart | None, path: Path) -> None:
        for where, wrong in span_problems(span):
            self._refuse((*path, *where), wrong)

    def _clock(self) -> None:
        clock, aim = self._model.clock, self._model.accomplish
        if clock.from_ >= clock.to:
            self._refuse(
                ("clock", "to"),
                Wrong(
                    "clock-order",
                    _("The clock must end after it begins."),
                    _("A day that passes midnight cannot be played."),
                ),
            )
            return
        if clock.to - clock.from_ > 6 * HOUR:
            self._refuse(("clock", "to"), Wrong("clock-long", _("The clock runs for more than six hours.")))
        self._within(aim.in_place, ("accomplish", "in_place"))
        self._within(aim.due, ("accomplish", "due"))
        if aim.due is not None and aim.due > aim.in_place:
            self._refuse(
                ("accomplish", "due"),
                Wrong("aim-due", _("`due` is when it was planned, so it cannot be later than `in_place`.")),
            )

    def _within(self, instant: int | None, path: Path) -> None:
        clock = self._model.clock
        if instant is not None and clock.from_ < clock.to and not clock.from_ <= instant <= clock.to:
            self._refuse(
                path,
                Wrong(
                    "outside-clock",
                    _("This lies outside the clock, which runs from {start} to {end}.").format(
                        start=format_exact_clock(clock.from_), end=format_exact_clock(clock.to)
                    ),
                ),
            )

    def _people(self) -> None:
        model = self._model
        for path, wrong in role_problems(self._draft):
            self._refuse(path, wrong)
        for key in model.delegations:
            if not any(person.of == key and person.uninvited is None for person in model.people):
                self._refuse(
                    ("delegations", key),
                    Wrong("delegation-empty", _("Nobody is of the delegation `{name}`.").format(name=key)),
                    key=True,
                )
        if model.people and not any(person.principal for person in model.people):
            self._refuse(
                ("people",),
                Wrong(
                    "no-principal",
                    _("Nobody here is a principal."),
                    _("Write principal: yes for those for whom the event is run."),
                ),
                key=True,
            )

    def _holding(self) -> None:
        for key, part in self._model.room.holding.items():
            path: Path = ("room", "holding", key)
            if part.walks is None and (part.door is None or part.walk is None):
                self._refuse(
                    path,
                    Wrong(
                        "holding-way",
                        _("This holding room does not say which door it opens on and how long the way is."),
                        _("Write door: main, walk: 12 m."),
                    ),
                    key=True,
                )
            if part.walks is not None and (part.door is not None or part.walk is not None):
                self._refuse(
                    path,
                    Wrong("holding-way", _("Write either `door` and `walk`, or `walks`, not both.")),
                    key=True,
                )
            if part.walks == {}:
                self._refuse((*path, "walks"), Wrong("empty", _("Somebody or something must be named here.")))
            for door, walk in (part.walks or {}).items():
                self._between(walk, 500, 500_000, (*path, "walks", door), format_length)
            self._between(part.walk, 500, 500_000, (*path, "walk"), format_length)

    def _table(self) -> None:
        table = self._model.room.table
        if table is None:
            return
        path: Path = ("room", "table")
        sides = {wall: getattr(table, wall) for wall in WALLS if getattr(table, wall) is not None}
        if table.shape == "round" and sides:
            wrong = Wrong("table-sides", _("A round table has no sides."), _("Write around: [one, two, ..]."))
            self._refuse((*path, next(iter(sides))), wrong, key=True)
        if table.shape == "rectangle" and table.around:
            wrong = Wrong(
                "table-sides",
                _("Only a round table has delegations around it."),
                _("Give each delegation a side: north, east, south or west."),
            )
            self._refuse((*path, "around"), wrong, key=True)
        for n, (wall, delegation) in enumerate(sides.items()):
            if delegation in list(sides.values())[:n]:
                self._refuse(
                    (*path, wall),
                    Wrong(
                        "table-sides", _("`{name}` already has a side of this table.").format(name=delegation)
                    ),
                )

    def _programme(self) -> None:
        seen: dict[str, int] = {}
        for n, entry in enumerate(self._draft.programme):
            for key in ("on_air", "press"):
                period = getattr(entry, key, None)
                if period is not None:
                    self._once(seen, key, ("programme", n))
                    self._period(period, ("programme", n, key), returns=key == "on_air")
        for n, arrival in self._draft.arrivals():
            self._within(arrival.at, ("programme", n, "at"))
            self._span(arrival.late, ("programme", n, "late"))
            for person in dict.fromkeys(self._expand(arrival.arrive)):
                self._once(seen, f"arrive {person}", ("programme", n, "arrive"))
        ChanceSense(self._draft, self._refuse, self._within).check(seen, self._once)

    def _once(self, seen: dict[str, int], what: str, path: Path) -> None:
        if what in seen:
            self._refuse(
                path, Wrong("programme-twice", _("`{what}` stands in the programme twice.").format(what=what))
            )
        seen[what] = 1

    def _period(self, period: PeriodPart, path: Path, *, returns: bool) -> None:
        if period.early is not None:
            self._span(period.early.by, (*path, "early", "by"))
            if not returns:
                self._refuse((*path, "early"), Wrong("key-unknown", _("Only the broadcast begins early.")), key=True)
        self._within(period.from_, (*path, "from"))
        self._within(period.to, (*path, "to"))
        if period.from_ is None:
            self._refuse(path, Wrong("key-missing", _("The key `{key}` is missing here.").format(key="from")))
        elif period.to is not None and period.to <= period.from_:
            self._refuse((*path, "to"), Wrong("clock-order", _("This must end after it begins.")))
        if period.returns is not None and not returns:
            self._refuse((*path, "returns"), Wrong("key-unknown", _("Only the broadcast returns.")), key=True)

    def _expand(self, names: Sequence[str]) -> list[str]:
        return members(self._model, names)

    def _rules(self) -> None:
        rules = [rule.part for rule in self._draft.rules]
        follows = {rule.id: rule.follows for rule in rules}
        for n, rule in enumerate(rules):
            trail, here = [rule.id], rule.follows
            while here is not None and here not in trail:
                trail.append(here)
                here = follows.get(here)
            if here == rule.id:
                self._refuse(
                    ("rules", n, "follows"),
                    Wrong(
                        "rule-circle",
                        _("These rules follow each other in a circle: {rules}.").format(
                            rules=", ".join(trail)
                        ),
                    ),
                )
            self._rule_terms(n)
            self._tempered(n)
            for key, wrong in house_problems(self._draft.rules[n]):
                self._refuse(("rules", n, "house", key), wrong, key=True)

    def _rule_terms(self, n: int) -> None:
        path: Path = ("rules", n)
        kind, terms = self._draft.rules[n].part.kind, self._draft.rules[n].terms
        self._within(getattr(terms, "deadline", None), (*path, "deadline"))
        for key in ("within", "longest"):
            self._between(getattr(terms, key, None), 0, 6 * HOUR, (*path, key), format_duration)
        self._between(getattr(terms, "difference", None), 0, 200, (*path, "difference"))
        for key, sentence in idle_terms(kind, terms, self._expand):
            self._needs(False, (*path, key), sentence)
        people = self._expand(getattr(terms, "who", ()))
        if kind in _OF_SEVERAL:
            self._needs(len(people) >= 2, (*path, "who"), _("This rule needs at least two people."))
        if kind in _FIRST_AND_THEN:
            early, late = _FIRST_AND_THEN[kind]
            rest = set(self._expand(getattr(terms, late))) - set(self._expand(getattr(terms, early)))
            self._needs(
                bool(rest),
                (*path, late),
                _("Everybody named here is among those who come first, so this rule can never be broken."),
            )
        if kind == "in_order":
            self._ordered(people, self._orders.get(getattr(terms, "order", "")), (*path, "who"))

    def _tempered(self, n: int) -> None:
        rule, path = self._draft.rules[n].part, ("rules", n)
        self._between(rule.grace, 0, 30 * MINUTE, (*path, "grace"), format_duration)
        programme = {"on_air": self._draft.on_air(), "press": self._draft.press()}
        missing = {key for key, entry in programme.items() if entry is None}
        for key, sentence in idle_common(rule, missing, self._expand):
            self._needs(False, (*path, key), sentence)

    def _ordered(self, people: list[str], order: OrderOfPrecedence | None, path: Path) -> None:
        if order is None:
            return
        missing = [who for who in people if who not in order.people]
        self._needs(
            not missing,
            path,
            _("Not in that order of precedence: {people}.").format(people=", ".join(missing[:8])),
        )

    def _needs(self, well: bool, path: Path, sentence: str) -> None:
        if not well:
            self._refuse(path, Wrong("rule-idle", sentence))

    def _cues(self) -> None:
        for n, rule in enumerate(rule.part for rule in self._draft.rules):
            if rule.house:
                self._cue(rule.house.recalls, ("rules", n, "house", "recalls"), house=True)
        on_air = self._draft.on_air()
        if on_air is not None:
            n = self._draft.programme.index(on_air)
            self._cue(on_air.on_air.returns, ("programme", n, "on_air", "returns"), house=True)
        for where, entry in self._conducts():
            for key in CUES:
                self._cue(getattr(entry, key), (*where, key))
        for n, chance in self._draft.chances():
            for key in CUES:
                self._cue(getattr(instead(chance), key, None), ("programme", n, "instead", key))

    def _cue(self, cue: Cue | None, path: Path, *, house: bool = False) -> None:
        if isinstance(cue, AtClock | AtDoorBy):
            self._within(cue.instant, path)
        if house and isinstance(cue, AtDoorBy):
            self._refuse(
                path,
                Wrong(
                    "cue",
                    _("The house cannot be at a door: give a time of day or something to wait for."),
                    _("Write it like after both leaders sat."),
                ),
            )
