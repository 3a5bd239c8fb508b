"""What may stand in a scenario file, key by key. The game's own values are made from it in `build`."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from game.authoring.chances import CHANCES, SpanField
from game.authoring.fields import (
    Chance,
    Clock,
    Colour,
    CueText,
    Date,
    DayAndTime,
    Duration,
    Id,
    Label,
    Minutes,
    Names,
    NamesByLanguage,
    Speed,
    Text,
    Texts,
    Url,
    Whole,
    Word,
    YesNo,
    listed,
)
from game.authoring.hooks import Expanded
from game.authoring.model_room import RoomPart
from game.authoring.parts import Part, about
from game.authoring.shorthand import (
    aim_entry,
    expectation,
    groups_of_equals,
    named_plan,
    order_places,
    period,
    precedence_place,
    uninvited_chance,
    until_clock,
)


class SourcePart(Part):
    title: Text = about("what it is called")
    publisher: Label = about("who published it")
    date: Label = about("when", like="2031-04-10")
    url: Url | None = about("its address, in quotes", None, like='"https://www.example.org/talks"')


class ClockPart(Part):
    from_: Clock = about("when the run begins", alias="from", like='"12:00"')
    to: Clock = about("when the run ends; at most six hours later", like='"12:15"')


class FlagPart(Part):
    stripes: Annotated[list[Colour], Expanded(listed)] = about("a list of colours", like='[white, "#0039a6", red]')
    vertical: YesNo = about("whether the stripes stand upright", False)
    emblem: Literal["star", "disc", "ring", "cross", "crescent", "triangle", "diamond"] | None = about(
        "a plain sign on it", None)
    emblem_colour: Colour | None = about("the colour of the emblem", None, like="gold")


class DelegationPart(Part):
    name: Label = about("the full name")
    short: Label | None = about("what stands on small labels", None, like="Marisk")
    side: Literal["host", "guest", "equal"] = about("host, guest or equal")
    names: NamesByLanguage = about("the state's name in each language, for alphabetical orders of precedence", {},
                                   like="{en: Marisk, de: Mariske, own: Marisko}")
    flag: FlagPart | None = about("its flag, by stripes and an emblem", None, like="{stripes: [white, red]}")
    opposite_number: Label = about(
        "the protocol officer of the other side, who passes your briefings on: you do not brief a guest's minister", "",
        like="Ida Brook")


class PostPart(Part):
    id: Id = about("a short name", like="chair")
    office: Label = about("what he or she is in this post")
    office_class: Word | None = about("the class of this office", None, alias="class", like="minister")
    took_office: Date | None = about("since when", None, like="2019-05-20")
    credentials: DayAndTime | None = about("for a head of mission: since when in this class", None,
                                           like='"2021-03-04 10:30"')


class UninvitedPart(Part):
    chance: Chance = about("how often he or she comes", like="20 %")
    because: Text = about("why", "", like="He has read of it in the newspaper.")
    reconstructed: YesNo = about("`yes` where no source gives it", False)


class PersonPart(Part):
    id: Id = about("a short name in small letters", like="brandt")
    name: Label = about("the full name")
    short: Label | None = about("what stands on small labels", None, like="Brandt")
    office: Label = about("what he or she is")
    of: Id = about("the delegation")
    principal: YesNo = about("`yes` for those for whom the event is run; all others support them", False)
    holds: Id = about("the holding room where he or she waits")
    seat: Id | None = about("an agreed seat; if not said, the table's seats are given by precedence", None,
                            like="marisk-2")
    groups: Annotated[list[Id], Expanded(listed)] = about("`ministers` makes the group `marisk.ministers`", [],
                                                          like="[ministers]")
    pace: Speed = about("how fast he or she walks", 1_200, like="0.9 m/s")
    uninvited: Annotated[UninvitedPart, Expanded(uninvited_chance)] | None = about(
        "how often somebody comes along whom nobody asked", None, like="20 %")
    office_class: Word | None = about("the class of the office, a word of an order's `classes`", None, alias="class",
                                      like="minister")
    took_office: Date | None = about("since when he or she holds it: ranks within a class", None, like="2019-05-20")
    credentials: DayAndTime | None = about(
        "heads of mission: when they took up their functions in this class (Vienna 1961, art. 16)", None,
        like='"2021-03-04 10:30"')
    posts: list[PostPart] = about("who holds several posts: these, instead of the three keys above", [],
                                  like="[{id: chair, office: Chair of the Union}]")
    invited_as: Id | None = about("which of the posts the invitation is for", None, like="chair")
    names: NamesByLanguage = about("the name in each language, for alphabetical orders", {}, like="{en: Lindqvist}")


class OfficerPart(Part):
    id: Id = about("a short name in small letters", like="ortiz")
    name: Label = about("the full name")
    short: Label | None = about("what stands on small labels", None, like="Ortiz")
    office: Label | None = about("what he or she is; officer of the house, if not said", None, like="Chief usher")
    of: Id | None = about("whose officer; the host's, if not said", None, like="veldmoor")
    holds: Id = about("the holding room where he or she stands at the beginning")
    pace: Speed = about("how fast he or she walks", 1_200, like="1.4 m/s")


class PlacePart(Part):
    who: Names = about("who stands at this place", like="[sato, hoel]")
    reason: Text = about("why just there; the brief says it", "", like="Vice-presidents")
    office_class: Whole = about("the class of the office, 0 the highest; classes count before places", 0, alias="class",
                                like="1")


class PromotionPart(Part):
    who: Id = about("who is ranked higher for this event")
    to: Word | None = about("the class he or she is ranked in", None, like="minister")
    above: Id | None = about("straight above whom", None, like="hoel")
    beside: Id | None = about("at whose place", None, like="hoel")
    because: Text = about("why, in a few words")


class OrderPart(Part):
    """Either the places as written, or a system by which they are worked out."""

    places: list[Annotated[PlacePart, Expanded(precedence_place)]] = about(
        "who comes first, second and so on; equals in brackets", [], like="[okoro, lindqvist, [sato, hoel]]")
    system: Label = about("`rank`, `office class`, `credentials` or `alphabetical`; for written places a name of your "
                          "own", "agreed list", like="rank")
    source: Id | None = about("the id of a source for this order", None, like="gazette")
    who: Names = about("who is in the order; if not said, everybody of the delegation", [], like="[brandt, tamm]")
    classes: list[Annotated[list[Word], Expanded(listed)]] = about(
        "the classes of office, the highest first; words in brackets are one class", [],
        like="[head of state, [foreign minister, minister]]")
    language: Id | None = about("the alphabet of an alphabetical order; `own`: each name in its own language", None,
                                like="en")
    lot: Label | None = about("the name or letter that was drawn: the list begins there and goes round", None, like="M")
    nuncio: Literal["first"] | None = about("with `credentials`: this house puts the nuncio before everybody", None)
    ties: Literal["share"] | None = about("all whom the system does not tell apart share a place", None)
    equals: Annotated[list[list[Id]], Expanded(groups_of_equals)] = about(
        "people whom the system does not tell apart and who share a place", [], like="[[sato, tamm]]")
    promote: list[PromotionPart] = about("who is ranked higher for this event only", [],
                                         like="[{who: tamm, above: hoel, because: She chairs the talks.}]")


class LiaisonPart(Part):
    minutes: Minutes = about("the time for read-backs in all", like="9")
    read_back: Duration = about("how long one takes", like="60 s")
    radio: Duration = about("how long a live order travels", like="6 s")
    asks: Duration = about("how much longer to a principal, who is asked and not ordered", 5_000, like="6 s")
    lost: Chance = about("how often a briefing that nobody reads back never arrives", 150, like="15 %")
    word: Duration = about("how long a quiet word takes", 10_000, like="10 s")
    escorts: Annotated[list[Id], Expanded(listed)] = about("names for people of the house who can take others in", [],
                                                           like="[usher, marshal]")


class EarlyPart(Part):
    chance: Chance = about("how often", like="20 %")
    by: SpanField = about("how much sooner than announced", like="{between: [10 s, 60 s]}")


class PeriodPart(Part):
    from_: Clock | None = about("when it begins; with the run if not said", None, alias="from", like='"12:02"')
    to: Clock | None = about("when it ends; with the run if not said", None, like='"12:14"')
    returns: CueText | None = about("when the broadcast comes back after somebody cut away", None,
                                    like="after both leaders sat")
    early: EarlyPart | None = about("how often the broadcast begins sooner than announced", None,
                                    like="{chance: 20 %, by: {between: [10 s, 60 s]}}")
    reconstructed: YesNo = about("`yes` where no source gives it", False)


class OnAirPart(Part):
    on_air: Annotated[PeriodPart, Expanded(period)] = about("the live broadcast", like="from 12:02")
    reconstructed: YesNo = about("`yes` where no source gives it", False)


class PressPart(Part):
    press: Annotated[PeriodPart, Expanded(period)] = about("while the press is in the room", like="from 12:01 to 12:04")
    reconstructed: YesNo = about("`yes` where no source gives it", False)


class ArrivePart(Part):
    arrive: Names = about("who reaches the holding room only then", like="brandt")
    at: Clock = about("the time of day", like='"12:06"')
    late: SpanField | None = about("what chance adds; nobody's motorcade comes to the minute", None,
                                   like="{between: [0 s, 3 min]}")
    because: Text = about("why then", "", like="The ferry goes by the tide.")
    reconstructed: YesNo = about("`yes` where no source gives it", False)


PROGRAMME: dict[str, type[Part]] = {
    "on_air": OnAirPart,
    "press": PressPart,
    "arrive": ArrivePart,
    **CHANCES,
}


class ConductPart(Part):
    who: Names = about("whom it is about: people, groups, delegations or all", like="marisk.ministers")
    door: Id | None = about("by which door; the holding room's first if not said", None, like="side")
    set_out: CueText | None = about("the cue to leave the holding room; without it nobody goes by himself", None,
                                    like="after brandt arrived")
    enter: CueText | None = about("the cue to go in, standing by at the door until then; without it, on reaching it",
                                  None, like="after brandt entered")
    sit: CueText | None = about("the cue to sit down; without it they stay standing at their place", None,
                                like="after both leaders sat")
    spacing: Duration | None = about("the time between two of a group, who then go one after another", None,
                                     like="1.5 s")
    pace: Speed | None = about("how fast they walk", None, like="1.3 m/s")
    place: Id | None = about("a seat other than their own", None, like="marisk-2")
    leave: CueText | None = about("the cue to leave the room again; without it they stay", None,
                                  like="after brandt sat + 2 min")


class HabitPart(ConductPart):
    because: Text = about("why they do so; the debrief tells it", "", like="Their own side told them to hurry.")
    reconstructed: YesNo = about("`yes` where no source gives it", False)


class BriefingPart(ConductPart):
    read_back: YesNo = about("the opposite number repeats it: then it is certain to arrive; it costs minutes", False)
    escort: Id | None = about("one of `liaison.escorts`, who takes them in; for people of one holding room", None,
                              like="usher")


class HousePart(Part):
    notices_after: SpanField = about("how soon the house notices", like="40 s")
    answer: Duration = about("how long it then leaves you to act first", 10_000, like="10 s")
    does: Literal["sends out", "halts", "remarks", "notes"] | None = about(
        "what it does then; it sends out if not said", None)
    sends_out: YesNo | None = about("in older files: `yes` for `does: sends out`, `no` for `does: notes`", None)
    cuts_away: Duration | None = about("how long after that the broadcast leaves the room; never if not said", None,
                                       like="8 s")
    recalls: CueText | None = about("when those sent out come back; only on your word if not said", None,
                                    like="after both leaders sat")
    by: Label = about("who steps in", "", like="the chief of protocol")
    says: Text = about("what he or she says", "", like="Please wait outside. You will be called.")


class RulePart(Part):
    """What every rule has; each kind adds the keys of its terms."""

    id: Id = about("a short name", like="leaders-first")
    kind: Id = about("what kind of rule: scenarios/README.md lists them")
    title: Label | None = about("a short name for people", None, like="Leaders first")
    says: Text | None = about("the custom in one plain sentence", None, like="The leaders enter before anybody else.")
    gravity: Literal["slight", "moderate", "serious", "grave"] = about("slight, moderate, serious or grave")
    house: HousePart | None = about("what the house does about a breach; without it nobody steps in", None,
                                    like="{notices_after: 40 s, says: Please wait outside.}")
    follows: Id | None = about("another rule whose breach brings this one with it; it then costs little", None,
                               like="leaders-first")
    waivable_by: Names = about("who may let it pass when you ask with the live order `waive`; nobody if not said", [],
                               like="brandt")
    grace: Duration = about("a breach that lasts no longer is none", 0, like="5 s")
    exempt: Names = about("whom it does not concern: interpreter, doctor, aide", [], alias="except", like="interpreter")
    during: Literal["on air", "off air", "press in", "press out"] | None = about(
        "the rule is in force only while this is so", None, alias="while")
    source: Id | None = about("the id of a source that tells of this custom", None, like="gazette")
    confidence: Literal["high", "medium", "low", "design"] | None = about(
        "how sure the source makes us; `design`: you made it up", None)
    reconstructed: YesNo = about("`yes` where no source gives it", False)


class AimPart(Part):
    who: Names = about("who must be in place", like="all")
    in_place: Annotated[Clock, Expanded(until_clock)] = about("the latest time", like="by 12:13")
    due: Annotated[Clock, Expanded(until_clock)] | None = about("when it was planned; later costs points", None,
                                                                like='"12:10"')
    seated: YesNo = about("whether they must also sit", False)


class PlanPart(Part):
    briefings: list[BriefingPart] = about("who is told what", [], like="[{who: brandt, enter: after okoro at door}]")
    orders: Texts = about("what is said while it runs", [], like='["12:03:20 hold lindqvist", "12:04 cut away"]')
    note: Text = about("the thought behind the plan", "", like="One event moves them all.")


class ExpectPart(Part):
    clean: YesNo | None = about("whether it ends accomplished and without a breach", None)
    accomplished: YesNo | None = about("whether what the day was for has happened", None)
    grade: Literal["A", "B", "C", "D", "E", "F"] | None = about("the grade it earns", None)
    breaches: dict[Id, Whole] = about("how many people break a rule", {}, like="{leaders-first: 7}")
    seed: Whole = about("the day it is played on", 1, like="1")


class AccountPart(Part):
    text: Text = about("what happened")
    source: Id = about("the id of a source", like="gazette")
    differs: YesNo = about("whether other sources say otherwise", False)


class ScenarioPart(Part):
    """A whole file. Rules and programme are checked entry by entry, each against its own kind."""

    format: Literal["1"] = about("always 1")
    id: Id = about("the scenario's id", like="pyongyang-2024")
    title: Label = about("shown in the list")
    place: Label = about("where it happens")
    date: Date = about("the day", like="2031-04-10")
    difficulty: Whole = about("1 (a lesson) to 5")
    fictional: YesNo = about("yes where countries, people and event are invented: nothing needs a source", False)
    help: Literal["verdicts", "positions", "none"] = about(
        "what the walk-through shows while planning: breaches too (`verdicts`), where everyone is, or nothing",
        "positions")
    learning: Texts = about("what one should have understood afterwards, a sentence each", [],
                            like="[Read the custom of the house before you brief anyone.]")
    situation: Text = about("the brief: what is going on, in a few sentences", "",
                            like="Two presidents meet; nobody has told anybody.")
    sources: dict[Id, SourcePart] = about("where facts come from", {},
                                          like="gazette: {title: .., publisher: Harbour Press, date: 2031}")
    clock: ClockPart = about("when the run begins and ends", like='{from: "12:00", to: "12:15"}')
    room: RoomPart = about("the room: its size, doors, holding rooms, table")
    delegations: dict[Id, DelegationPart] = about("the sides", like="marisk: {name: .., side: guest}")
    people: list[PersonPart] = about("a list of everybody who enters")
    officers: list[OfficerPart] = about("the officers of the house, whom you place", [],
                                        like="[{id: ortiz, name: Luis Ortiz, holds: gallery}]")
    groups: dict[Id, Names] = about("groups of your own, also across delegations", {},
                                    like="{leaders: [brandt, okoro]}")
    precedence: dict[Id, Annotated[OrderPart, Expanded(order_places)]] = about(
        "who comes before whom: an order for each delegation, or `joint` for all", {},
        like="{marisk: [okoro, lindqvist]}")
    liaison: LiaisonPart = about("the means of telling people", like="{minutes: 9, read_back: 60 s, radio: 6 s}")
    programme: list[Any] = about("what happens at what time anyway", [], like="[on_air: from 12:02]")
    unbriefed: list[HabitPart] = about(
        "what people do if nobody tells them anything, or what their own side told them", [],
        like="[{who: brandt, set_out: at 12:03, because: She is punctual.}]")
    rules: list[Any] = about("the custom of the house: a list of rules")
    accomplish: Annotated[AimPart, Expanded(aim_entry)] = about("what the day is for",
                                                                like="{who: all, in_place: by 12:13}")
    plans: dict[Id, Annotated[PlanPart, Expanded(named_plan)]] = about(
        "plans by name; `recorded`, nobody briefs anybody, is there even unwritten", {}, like="{recorded: []}")
    expect: dict[Id, Annotated[ExpectPart, Expanded(expectation)]] = about(
        "how each plan ends: the proof that the file carries", {}, like="{reference: clean}")
    accounts: list[AccountPart] = about("what really happened, as the sources tell it", [],
                                        like="[{text: The feed was cut., source: gazette}]")
    reconstructed: Texts = about("what no source gives and you made up, a sentence each; the brief says so", [],
                                 like="[All distances.]")
    outcomes: dict[str, Text] = about("your own words for how the day went, see below", {},
                                      like="{clean: Nobody noticed anything., F: The evening papers had it.}")


class PlanFile(Part):
    """A plan in a file of its own."""

    plan: list[BriefingPart] = about("a list of briefings")
    orders: Texts = about("what is said while it runs", [], like="[12:03:20 hold lindqvist]")
    note: Text = about("the thought behind the plan", "", like="One event moves them all.")
