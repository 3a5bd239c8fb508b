"""What is announced while the day runs: events of the trace in words, never a word about what is still to come."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from game.protocol.people import Role
from game.protocol.plan import Order
from game.protocol.scenario import Scenario
from game.simulation.blame import is_suffered
from game.simulation.codes import Code
from game.simulation.trace import Breach, Record, Trace
from game.wording.catalogue import _, ngettext
from game.wording.labels import verb_name
from game.wording.phrases import capital

JOINS: Final = 20_000
"""What happens again to others within so many ms is told in one sentence with it."""


@dataclass(frozen=True, slots=True)
class News:
    """One announcement: `topic` joins what is of a kind, `who` are the people it tells of, `tone` as chips have it."""

    at: int
    topic: str
    who: tuple[str, ...]
    tone: str
    words: Callable[[str, int], str]  # from the names and their number to the sentence

    def sentence(self, scenario: Scenario) -> str:
        """The announcement in words."""
        return self.words(listed(scenario, self.who), len(self.who))


def listed(scenario: Scenario, who: tuple[str, ...], most: int = 3) -> str:
    """`Lavrov, Manturov and 5 others`."""
    names = [scenario.person(each).short for each in who]
    if len(names) > most + 1:
        rest = len(names) - most
        others = ngettext("{n} other", "{n} others", rest).format(n=rest)
        return _("{names} and {last}").format(names=", ".join(names[:most]), last=others)
    if len(names) > 1:
        return _("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])
    return names[0] if names else ""


def order_words(order: Order, names: Callable[[str], str]) -> str:
    """An order as it is called on screen: `Hold: Lavrov`."""
    what = verb_name(order.verb)
    return _("{verb}: {target}").format(verb=what, target=names(order.target)) if order.target else what


def news_of(scenario: Scenario, trace: Trace, names: Callable[[str], str]) -> tuple[News, ...]:
    """All announcements of a run in order; the caller shows those that have happened."""
    on_air = False
    found: list[News] = []
    for record in trace.records:
        if record.code in (Code.ON_AIR, Code.OFF_AIR):
            on_air = record.code == Code.ON_AIR
        found.extend(_told(scenario, trace, record, names, on_air))
    return tuple(found)


def joined(news: tuple[News, ...]) -> list[News]:
    """Announcements of one kind soon after each other as one, with everybody it tells of."""
    result: list[News] = []
    last: dict[str, int] = {}
    for item in news:
        place = last.get(item.topic)
        if item.topic and place is not None and item.at - result[place].at <= JOINS:
            before = result[place]
            who = tuple(dict.fromkeys((*before.who, *item.who)))
            result[place] = News(before.at, item.topic, who, item.tone, item.words)
        else:
            last[item.topic] = len(result)
            result.append(item)
    return result


def _told(
    scenario: Scenario, trace: Trace, record: Record, names: Callable[[str], str], on_air: bool
) -> Iterator[News]:
    at, code, who, extra = record
    person = (scenario.people[who].id,) if who >= 0 else ()
    match code:
        case Code.BREACH:
            breach = trace.breaches[extra]
            if breach.improvised:
                yield _improvised(scenario, at, breach)
            else:
                yield _breach(scenario, at, breach.rule, breach.offenders, on_air)
        case Code.NOTICED:
            yield _noticed(scenario, at, extra)
        case Code.SENT_OUT:
            yield News(at, f"sent:{extra}", person, "alarm", lambda n, _k: _("Sent out: {names}").format(names=n))
        case Code.REMARKED:
            yield _remark(scenario, at, extra, person)
        case Code.QUIET_WORD:
            words = _("A quiet word: {names} step out").format
            yield News(at, "word", person, "caution", lambda n, _k: words(names=n))
        case Code.ON_AIR:
            yield _plain(at, "on air", "caution", _("The broadcast is on air"))
        case Code.OFF_AIR:
            cut = _("The broadcast cuts away") if extra else _("The broadcast ends")
            yield _plain(at, "off air", "plain", cut)
        case Code.PRESS_IN:
            yield _plain(at, "press in", "caution", _("The press is in the room"))
        case Code.PRESS_OUT:
            yield _plain(at, "press out", "plain", _("The press has left"))
        case Code.ORDER:
            done = _("The order has arrived: {order}").format(order=order_words(trace.orders[extra], names))
            yield _plain(at, f"order:{extra}", "good", done)
        case Code.ROOM_READY:
            yield _plain(at, "ready", "good", _("The room is ready"))
        case Code.JOINED | Code.KEEPS | Code.OPENED:
            yield _of_house(scenario, at, code, person, extra)
        case Code.AT_DOOR if scenario.people[who].role is Role.OFFICER:
            yield _of_house(scenario, at, code, person, extra)
        case Code.ARRIVED | Code.ENTERED | Code.TURNED_BACK if scenario.people[who].role is Role.UNINVITED:
            yield _uninvited(at, code, person)
        case Code.ARRIVED:
            yield News(at, "arrived", person, "plain", lambda n, _k: _("Arrived: {names}").format(names=n))
        case Code.CALLED:
            yield News(at, "called", person, "plain", lambda n, _k: _("Called again: {names}").format(names=n))
        case Code.TOOK_LEAVE:
            yield News(at, "leaves", person, "plain", lambda n, _k: _("Leaving: {names}").format(names=n))
        case Code.ENTERED if scenario.people[who].principal:
            yield News(at, "enters", person, "plain", lambda n, _k: _("Entered: {names}").format(names=n))
        case Code.ACCOMPLISHED:
            yield _plain(at, "done", "good", _("Everybody the day is for is in place"))
        case Code.MISSED:
            yield _plain(at, "missed", "alarm", _("The deadline has passed"))


def _plain(at: int, topic: str, tone: str, sentence: str) -> News:
    return News(at, topic, (), tone, lambda _names, _number: sentence)


def _breach(scenario: Scenario, at: int, rule_id: str, who: tuple[str, ...], on_air: bool) -> News:
    title = scenario.rule(rule_id).title
    live = _("On air: “{rule}” broken by {names}") if on_air else _("“{rule}” broken by {names}")
    alone = _("“{rule}” is broken")
    if is_suffered(scenario, rule_id):
        live = _("On air: “{rule}”: {names} waits") if on_air else _("“{rule}”: {names} waits")

    def words(names: str, number: int) -> str:
        return (live if number else alone).format(rule=title, names=names)

    return News(at, f"breach:{rule_id}", who, "alarm", words)


def _improvised(scenario: Scenario, at: int, breach: Breach) -> News:
    """A breach that is a principal's own idea: worth seeing, and nobody's fault who planned the day."""
    title = scenario.rule(breach.rule).title
    words = _("“{rule}”: a principal's own idea ({names})")
    return News(at, f"own:{breach.rule}", breach.offenders, "caution",
                lambda names, _number: words.format(rule=title, names=names))  # fmt: skip


def _of_house(scenario: Scenario, at: int, code: int, person: tuple[str, ...], extra: int) -> News:
    """What an officer of the house does: comes to people or to a door, keeps it, lets people in."""
    text = {
        int(Code.JOINED): _("{names} has come to those to be taken in ({place})"),
        int(Code.AT_DOOR): _("{names} stands at a door: {place}"),
        int(Code.KEEPS): _("{names} lets only principals in: {place}"),
        int(Code.OPENED): _("{names} lets people in: {place}"),
    }[int(code)]
    room = scenario.room
    place = room.holding[extra].name if code == Code.JOINED else room.doors[extra].name
    topic = f"post:{code if code in (Code.OPENED, Code.JOINED) else 'door'}:{person[0]}:{extra}"
    tone = "good" if code == Code.OPENED else "plain"
    return News(at, topic, person, tone, lambda names, _number: text.format(names=names, place=place))


def _uninvited(at: int, code: int, person: tuple[str, ...]) -> News:
    """Somebody whom nobody invited comes, goes in, or is turned away."""
    text = {
        int(Code.ARRIVED): _("Here without an invitation: {names}"),
        int(Code.ENTERED): _("In the room without an invitation: {names}"),
        int(Code.TURNED_BACK): _("Turned away, for nobody invited them: {names}"),
    }[int(code)]
    tone = "good" if code == Code.TURNED_BACK else "caution"
    return News(at, f"uninvited:{code}", person, tone, lambda names, _number: text.format(names=names))


def _noticed(scenario: Scenario, at: int, rule: int) -> News:
    house = scenario.rules[rule].house
    by = house.by if house else ""
    sentence = _("{by} has noticed: “{rule}”").format(by=by or _("The house"), rule=scenario.rules[rule].title)
    return _plain(at, "", "caution", capital(sentence))


def _remark(scenario: Scenario, at: int, rule: int, who: tuple[str, ...]) -> News:
    house = scenario.rules[rule].house
    by, says = (house.by, house.says) if house else ("", "")
    alone, to = _("{by}: “{words}”"), _("{by}, to {names}: “{words}”")

    def words(names: str, number: int) -> str:
        text = to if number else alone
        return capital(text.format(by=by or _("an official of the house"), names=names, words=says))

    return News(at, f"remark:{rule}", who, "alarm", words)
