"""Chance in words: what may happen on some days, for the brief, and what was drawn for one, for the debrief."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.protocol.plan import Conduct
from game.protocol.rules import Does, Span
from game.protocol.scenario import Chance, Mishap, Otherwise, Scenario, Swerve
from game.simulation.circumstances import Circumstances, otherwise_name
from game.wording.catalogue import _
from game.wording.phrases import capital, clock, cue_words, door, everyone, holding, how_long, people, who


class Risk(NamedTuple):
    """Something that may happen: how likely or how long, what, why, and whether no source gives it."""

    chance: str
    says: str
    because: str = ""
    reconstructed: bool = False


def risks(scenario: Scenario) -> Iterator[Risk]:
    """Everything that chance may bring on a day of this scenario, house reactions apart."""
    for arrival in scenario.arrivals:
        if arrival.late.high:
            names = everyone([who(scenario, name) for name in arrival.who])
            said = capital(_("{who} may arrive late").format(who=names))
            yield Risk(span_words(arrival.late), said, arrival.because, arrival.reconstructed)
    if scenario.liaison.lost:
        said = _("A message that is only sent never reaches a holding room")
        more = _("Drawn for each delegation and holding room; then people do what they are used to. "
                 "What is read back, or brought by an escort, always arrives.")  # fmt: skip
        yield Risk(percent(scenario.liaison.lost), said, more)
    for chance in scenario.chances:
        yield Risk(percent(chance.chance), _may_befall(scenario, chance), chance.because, chance.reconstructed)
    for each in scenario.otherwise:
        yield Risk(percent(each.chance), _may_do(scenario, each), each.because, each.reconstructed)
    for uninvited in scenario.uninvited:
        said = _("{who} comes along, whom nobody invited").format(who=who(scenario, uninvited.who))
        yield Risk(percent(uninvited.chance), capital(said), uninvited.because, uninvited.reconstructed)
    ready = scenario.room_ready
    if ready is not None and ready.late.high:
        said = _("The room may be ready later than announced")
        yield Risk(span_words(ready.late), said, ready.because, ready.reconstructed)
    air = scenario.broadcast
    if air.early and air.by is not None:
        said = _("The broadcast begins {span} early").format(span=span_words(air.by))
        yield Risk(percent(air.early), said, "", air.reconstructed)


def notices(scenario: Scenario) -> Iterator[Risk]:
    """How soon the house sees what is broken, rule by rule."""
    for rule in scenario.rules:
        if rule.house is not None and rule.house.does is not Does.NOTES:
            said = _("until the house notices a breach of “{rule}”").format(rule=rule.title)
            answer = how_long(rule.house.answer)
            more = _("You then have {answer} to act before it does.").format(answer=answer)
            yield Risk(span_words(rule.house.notices_after), said, more)


def span_words(span: Span) -> str:
    """How long something may last: `20 s to 1 min 30 s`."""
    if span.low == span.high:
        return how_long(span.low)
    if span.low == 0:
        return _("0 to {high}").format(high=how_long(span.high))
    return _("{low} to {high}").format(low=how_long(span.low), high=how_long(span.high))


def percent(permille: int) -> str:
    """A chance in thousandths: `2.5 %`."""
    return _("{percent} %").format(percent=f"{permille / 10:g}")


def _may_befall(scenario: Scenario, chance: Chance) -> str:
    names = people(scenario, chance.who) if chance.mishap is not Mishap.NO_CHAIR else ", ".join(chance.who)
    return capital({
        Mishap.LINGERS: _("{who} lingers for {span}"),
        Mishap.BLOCKED: _("{who} may be stopped at the door for {span}, unless an officer of the house stands there"),
        Mishap.EAGER: _("{who} may lose patience {span} after coming to a door where no officer of the house stands"),
        Mishap.NO_CHAIR: _("A chair may be missing at {who}, and takes {span} to be brought"),
    }[chance.mishap].format(who=names, span=span_words(chance.by)))


def _may_do(scenario: Scenario, otherwise: Otherwise) -> str:
    names = people(scenario, otherwise.who)
    text = {
        Swerve.MISHEARD: _("{who} may be told something else than you said: {what}"),
        Swerve.IMPROVISES: _("{who} may do what nobody told them: {what}"),
        Swerve.SLOW: _("{who} may walk more slowly than you reckon: {what}"),
    }[otherwise.swerve]
    return capital(text.format(who=names, what=_does(scenario, otherwise.conduct)))


def _does(scenario: Scenario, conduct: Conduct) -> str:
    """What a conduct comes to, cue by cue."""
    cues = (
        (_("set out {cue}"), conduct.set_out),
        (_("enter {cue}"), conduct.enter),
        (_("sit down {cue}"), conduct.sit),
        (_("leave {cue}"), conduct.leave),
    )
    parts = [text.format(cue=cue_words(scenario, cue)) for text, cue in cues if cue is not None]
    if conduct.door is not None:
        parts.append(_("by {door}").format(door=door(scenario, conduct.door)))
    if conduct.pace is not None:
        parts.append(_("{metres} m a second").format(metres=f"{conduct.pace / 1_000:g}"))
    return everyone(parts)


def chances(scenario: Scenario, circumstances: Circumstances) -> tuple[tuple[str, int, str], ...]:
    """What chance has drawn: the name of each draw, its value, and a sentence of what it means."""
    return tuple((name, value, _drawn(scenario, name, value)) for name, value in circumstances.draws)


def disturbs(name: str, value: int) -> bool:
    """Whether a draw is worth telling in short: arrivals always, anything else where it came about."""
    return name.startswith(("late:", "ready")) or (bool(value) and not name.startswith("notices:"))


def _drawn(scenario: Scenario, name: str, value: int) -> str:
    what, _colon, rest = name.partition(":")
    first, _colon, second = rest.partition(":")
    match what:
        case "late":
            return _late(people(scenario, tuple(first.split(","))), value)
        case "ready":
            return _ready(scenario, value)
        case "early":
            if not value:
                return _("The broadcast begins as announced.")
            return _("The broadcast begins {how_long} early.").format(how_long=how_long(value))
        case "lost":
            return _lost(who(scenario, first), holding(scenario, second), value)
        case "uninvited":
            text = _("{who} came, whom nobody invited.") if value else _("{who} did not come.")
            return capital(text.format(who=who(scenario, first)))
        case "misheard" | "improvises" | "slow":
            return _did(scenario, name, value)
        case "notices":
            text = _("The house would notice a breach of “{rule}” after {how_long}.")
            if second != "1":
                text = _("The house would notice a breach of “{rule}” the next time ({nth}) after {how_long}.")
            return text.format(rule=scenario.rule(first).title, nth=second, how_long=how_long(value))
        case _:
            return _befell(scenario, Mishap(what), first, value)


def _late(names: str, value: int) -> str:
    if not value:
        return capital(_("{who}: on time.").format(who=names))
    return capital(_("{who}: {how_long} late.").format(who=names, how_long=how_long(value)))


def _ready(scenario: Scenario, value: int) -> str:
    announced = scenario.room_ready.at if scenario.room_ready else scenario.start
    if not value:
        return _("The room was ready at {clock}, as announced.").format(clock=clock(announced))
    return _("The room was ready {how_long} late, at {clock}.").format(
        how_long=how_long(value), clock=clock(announced + value))


def _lost(names: str, room: str, value: int) -> str:
    if value:
        return _("To {who} in {room} only what was read back or escorted arrived.").format(who=names, room=room)
    return _("To {who} in {room} everything arrived that was sent.").format(who=names, room=room)


def _did(scenario: Scenario, name: str, value: int) -> str:
    otherwise = next(each for each in scenario.otherwise if otherwise_name(each) == name)
    happened, did_not = {
        Swerve.MISHEARD: (_("{who} would be told something else than was sent: {what}."),
                          _("{who} would be told what was sent.")),
        Swerve.IMPROVISES: (_("{who} improvised: {what}."), _("{who} did not improvise.")),
        Swerve.SLOW: (_("{who} walked slowly: {what}."), _("{who} walked as reckoned.")),
    }[otherwise.swerve]
    text = happened if value else did_not
    return capital(text.format(who=people(scenario, otherwise.who), what=_does(scenario, otherwise.conduct)))


def _befell(scenario: Scenario, mishap: Mishap, name: str, value: int) -> str:
    happened, did_not = {
        Mishap.LINGERS: (_("{who} lingered for {how_long}."), _("{who} did not linger.")),
        Mishap.BLOCKED: (_("{who} would be stopped for {how_long} at a door without an officer of the house."),
                         _("{who} would be stopped at no door.")),
        Mishap.EAGER: (_("{who} would wait {how_long} at a door without an officer of the house, and no longer."),
                       _("{who} would be patient.")),
        Mishap.NO_CHAIR: (_("At the seat “{who}” a chair was missing; it took {how_long} to bring one."),
                          _("At the seat “{who}” no chair was missing.")),
    }[mishap]
    names = name if mishap is Mishap.NO_CHAIR else who(scenario, name)
    return capital((happened if value else did_not).format(who=names, how_long=how_long(value)))
