"""What may stand in a scenario file, key by key. The game's own values are made from it in `build`."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

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
    Length,
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
    date: Label = about("when, like 2024-06-19")
    url: Url | None = None


class ClockPart(Part):
    from_: Clock = Field(alias="from", description='when the run begins, like "12:00"')
    to: Clock = about('when the run ends, like "12:15"')


class DoorPart(Part):
    wall: Literal["north", "east", "south", "west"] = about("north, east, south or west")
    at: Length = about("the middle of the door along its wall, like 5 m")
    width: Length = 1_200
    abreast: Whole = 1
    headway: Duration = 1_500
    name: Label | None = None


class HoldingPart(Part):
    door: Id | None = None
    walk: Length | None = None
    walks: dict[Id, Length] | None = None
    name: Label | None = None


class TablePart(Part):
    shape: Literal["rectangle", "round"] = "rectangle"
    at: list[Length] = about("its middle, like [8 m, 5.5 m]")
    size: list[Length] = about("how wide and how deep, like [9 m, 1.8 m]")
    north: Id | None = None
    east: Id | None = None
    south: Id | None = None
    west: Id | None = None
    around: Names = Field(default_factory=list)
    seats: Whole | None = None


class FurniturePart(Part):
    id: Id = about("a short name, like piano")
    at: list[Length] = about("its middle, like [8 m, 5.5 m]")
    size: list[Length] = about("how wide and how deep, like [1 m, 2 m]")
    shape: Literal["rectangle", "round"] = "rectangle"


class SeatPart(Part):
    id: Id = about("a short name, like interpreter")
    at: list[Length] = about("where it stands, like [8 m, 3 m]")
    facing: list[Length] | None = None
    chair: YesNo = True


class CameraPart(Part):
    on: Id = about("a door, or table, or room")


class RoomPart(Part):
    size: list[Length] = about("how wide and how deep, like [16 m, 11 m]")
    doors: dict[Id, DoorPart] = about("at least one door, like main: {wall: north, at: 8 m}")
    holding: dict[Id, HoldingPart] = about("where people wait, like anteroom: {door: main, walk: 12 m}")
    table: TablePart | None = None
    furniture: list[FurniturePart] = Field(default_factory=list)
    seats: list[SeatPart] = Field(default_factory=list)
    cameras: list[CameraPart] = Field(default_factory=list)


class FlagPart(Part):
    stripes: Annotated[list[Colour], Expanded(listed)] = about("a list of colours")
    vertical: YesNo = False
    emblem: Literal["star", "disc", "ring", "cross", "crescent", "triangle", "diamond"] | None = None
    emblem_colour: Colour | None = None


class DelegationPart(Part):
    name: Label = about("the full name")
    short: Label | None = None
    side: Literal["host", "guest", "equal"] = about("host, guest or equal")
    names: NamesByLanguage = Field(default_factory=dict)
    flag: FlagPart | None = None
    opposite_number: Label = ""


class PostPart(Part):
    id: Id = about("a short name, like chair")
    office: Label = about("what he or she is in this post")
    office_class: Word | None = Field(default=None, alias="class")
    took_office: Date | None = None
    credentials: DayAndTime | None = None


class UninvitedPart(Part):
    chance: Chance = about("how often he or she comes, like 20 %")
    because: Text = ""
    reconstructed: YesNo = False


class PersonPart(Part):
    id: Id = about("a short name in small letters, like kim")
    name: Label = about("the full name")
    short: Label | None = None
    office: Label = about("what he or she is")
    of: Id = about("the delegation")
    principal: YesNo = False
    holds: Id = about("the holding room where he or she waits")
    seat: Id | None = None
    groups: Annotated[list[Id], Expanded(listed)] = Field(default_factory=list)
    pace: Speed = 1_200
    uninvited: Annotated[UninvitedPart, Expanded(uninvited_chance)] | None = None
    office_class: Word | None = Field(default=None, alias="class")
    took_office: Date | None = None
    credentials: DayAndTime | None = None
    posts: list[PostPart] = Field(default_factory=list)
    invited_as: Id | None = None
    names: NamesByLanguage = Field(default_factory=dict)


class OfficerPart(Part):
    id: Id = about("a short name in small letters, like hong")
    name: Label = about("the full name")
    short: Label | None = None
    office: Label | None = None
    of: Id | None = None
    holds: Id = about("the holding room where he or she stands at the beginning")
    pace: Speed = 1_200


class PlacePart(Part):
    who: Names = about("who stands at this place")
    reason: Text = ""
    office_class: Whole = Field(default=0, alias="class")


class PromotionPart(Part):
    who: Id = about("who is ranked higher for this event")
    to: Word | None = None
    above: Id | None = None
    beside: Id | None = None
    because: Text = about("why, in a few words")


class OrderPart(Part):
    """Either the places as written, or a system by which they are worked out."""

    places: list[Annotated[PlacePart, Expanded(precedence_place)]] = Field(
        default_factory=list, description="who comes first, second and so on"
    )
    system: Label = "agreed list"
    source: Id | None = None
    who: Names = Field(default_factory=list)
    classes: list[Annotated[list[Word], Expanded(listed)]] = Field(default_factory=list)
    language: Id | None = None
    lot: Label | None = None
    nuncio: Literal["first"] | None = None
    ties: Literal["share"] | None = None
    equals: Annotated[list[list[Id]], Expanded(groups_of_equals)] = Field(default_factory=list)
    promote: list[PromotionPart] = Field(default_factory=list)


class LiaisonPart(Part):
    minutes: Minutes = about("the time for read-backs in all, like 9")
    read_back: Duration = about("how long one takes, like 60 s")
    radio: Duration = about("how long a live order travels, like 6 s")
    asks: Duration = 5_000
    lost: Chance = 150
    word: Duration = 10_000
    escorts: Annotated[list[Id], Expanded(listed)] = Field(default_factory=list)


class EarlyPart(Part):
    chance: Chance = about("how often, like 20 %")
    by: SpanField = about("how much sooner than announced, like {between: [10 s, 60 s]}")


class PeriodPart(Part):
    from_: Clock | None = Field(default=None, alias="from")
    to: Clock | None = None
    returns: CueText | None = None
    early: EarlyPart | None = None
    reconstructed: YesNo = False


class OnAirPart(Part):
    on_air: Annotated[PeriodPart, Expanded(period)]
    reconstructed: YesNo = False


class PressPart(Part):
    press: Annotated[PeriodPart, Expanded(period)]
    reconstructed: YesNo = False


class ArrivePart(Part):
    arrive: Names
    at: Clock = about('the time of day, like "12:06"')
    late: SpanField | None = None
    because: Text = ""
    reconstructed: YesNo = False


PROGRAMME: dict[str, type[Part]] = {
    "on_air": OnAirPart,
    "press": PressPart,
    "arrive": ArrivePart,
    **CHANCES,
}


class ConductPart(Part):
    who: Names = about("whom it is about: people, groups, delegations or all")
    door: Id | None = None
    set_out: CueText | None = None
    enter: CueText | None = None
    sit: CueText | None = None
    spacing: Duration | None = None
    pace: Speed | None = None
    place: Id | None = None
    leave: CueText | None = None


class HabitPart(ConductPart):
    because: Text = ""
    reconstructed: YesNo = False


class BriefingPart(ConductPart):
    read_back: YesNo = False
    escort: Id | None = None


class HousePart(Part):
    notices_after: SpanField = about("how soon the house notices, like 40 s")
    answer: Duration = 10_000
    does: Literal["sends out", "halts", "remarks", "notes"] | None = None
    sends_out: YesNo | None = None
    cuts_away: Duration | None = None
    recalls: CueText | None = None
    by: Label = ""
    says: Text = ""


class RulePart(Part):
    """What every rule has; each kind adds the keys of its terms."""

    id: Id = about("a short name, like leaders-first")
    kind: Id = about("what kind of rule: scenarios/README.md lists them")
    title: Label | None = None
    says: Text | None = None
    gravity: Literal["slight", "moderate", "serious", "grave"] = about("slight, moderate, serious or grave")
    house: HousePart | None = None
    follows: Id | None = None
    waivable_by: Names = Field(default_factory=list)
    grace: Duration = 0
    exempt: Names = Field(default_factory=list, alias="except")
    during: Literal["on air", "off air", "press in", "press out"] | None = Field(default=None, alias="while")
    source: Id | None = None
    confidence: Literal["high", "medium", "low", "design"] | None = None
    reconstructed: YesNo = False


class AimPart(Part):
    who: Names = about("who must be in place")
    in_place: Annotated[Clock, Expanded(until_clock)] = about("the latest time, like by 12:13")
    due: Annotated[Clock, Expanded(until_clock)] | None = None
    seated: YesNo = False


class PlanPart(Part):
    briefings: list[BriefingPart] = Field(default_factory=list)
    orders: Texts = Field(default_factory=list)
    note: Text = ""


class ExpectPart(Part):
    clean: YesNo | None = None
    accomplished: YesNo | None = None
    grade: Literal["A", "B", "C", "D", "E", "F"] | None = None
    breaches: dict[Id, Whole] = Field(default_factory=dict)
    seed: Whole = 1


class AccountPart(Part):
    text: Text = about("what happened")
    source: Id = about("the id of a source")
    differs: YesNo = False


class ScenarioPart(Part):
    """A whole file. Rules and programme are checked entry by entry, each against its own kind."""

    format: Literal["1"] = about("always 1")
    id: Id = about("the scenario's id, like pyongyang-2024")
    title: Label = about("shown in the list")
    place: Label = about("where it happens")
    date: Date = about("the day, like 2024-06-19")
    difficulty: Whole = about("1 (a lesson) to 5")
    help: Literal["verdicts", "positions", "none"] = "positions"
    learning: Texts = Field(default_factory=list)
    situation: Text = ""
    sources: dict[Id, SourcePart] = Field(default_factory=dict)
    clock: ClockPart = about('when the run begins and ends, like {from: "12:00", to: "12:15"}')
    room: RoomPart = about("the room: its size, doors, holding rooms, table")
    delegations: dict[Id, DelegationPart] = about("the sides, like russia: {name: .., side: guest}")
    people: list[PersonPart] = about("a list of everybody who enters")
    officers: list[OfficerPart] = Field(default_factory=list)
    groups: dict[Id, Names] = Field(default_factory=dict)
    precedence: dict[Id, Annotated[OrderPart, Expanded(order_places)]] = Field(default_factory=dict)
    liaison: LiaisonPart = about(
        "the means of telling people, like {minutes: 9, read_back: 60 s, radio: 6 s}"
    )
    programme: list[Any] = Field(default_factory=list)
    unbriefed: list[HabitPart] = Field(default_factory=list)
    rules: list[Any] = about("the custom of the house: a list of rules")
    accomplish: Annotated[AimPart, Expanded(aim_entry)] = about(
        "what the day is for, like {who: all, in_place: by 12:13}"
    )
    plans: dict[Id, Annotated[PlanPart, Expanded(named_plan)]] = Field(default_factory=dict)
    expect: dict[Id, Annotated[ExpectPart, Expanded(expectation)]] = Field(default_factory=dict)
    accounts: list[AccountPart] = Field(default_factory=list)
    reconstructed: Texts = Field(default_factory=list)
    outcomes: dict[str, Text] = Field(default_factory=dict)


class PlanFile(Part):
    """A plan in a file of its own."""

    plan: list[BriefingPart] = about("a list of briefings")
    orders: Texts = Field(default_factory=list)
    note: Text = ""
