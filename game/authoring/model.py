"""What may stand in a scenario file, key by key. The game's own values are made from it in `build`."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from game.authoring.fields import (
    Chance,
    Clock,
    Colour,
    CueText,
    Date,
    Duration,
    Id,
    Label,
    Length,
    Minutes,
    Name,
    Names,
    Speed,
    Text,
    Texts,
    Url,
    Whole,
    YesNo,
    listed,
)
from game.authoring.hooks import Expanded
from game.authoring.shorthand import (
    aim_entry,
    expectation,
    named_plan,
    order_places,
    period,
    precedence_place,
    span,
    until_clock,
)


class Part(BaseModel):
    """A block of keys; unknown ones are refused."""

    model_config = ConfigDict(extra="forbid", defer_build=True)


class SourcePart(Part):
    title: Text
    publisher: Label
    date: Label
    url: Url | None = None


class ClockPart(Part):
    from_: Clock = Field(alias="from")
    to: Clock


class DoorPart(Part):
    wall: Literal["north", "east", "south", "west"]
    at: Length
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
    at: list[Length]
    size: list[Length]
    north: Id | None = None
    east: Id | None = None
    south: Id | None = None
    west: Id | None = None
    around: Names = Field(default_factory=list)
    seats: Whole | None = None


class FurniturePart(Part):
    id: Id
    at: list[Length]
    size: list[Length]
    shape: Literal["rectangle", "round"] = "rectangle"


class SeatPart(Part):
    id: Id
    at: list[Length]
    facing: list[Length] | None = None
    chair: YesNo = True


class CameraPart(Part):
    on: Id


class RoomPart(Part):
    size: list[Length]
    doors: dict[Id, DoorPart]
    holding: dict[Id, HoldingPart]
    table: TablePart | None = None
    furniture: list[FurniturePart] = Field(default_factory=list)
    seats: list[SeatPart] = Field(default_factory=list)
    cameras: list[CameraPart] = Field(default_factory=list)


class FlagPart(Part):
    stripes: Annotated[list[Colour], Expanded(listed)]
    vertical: YesNo = False
    emblem: Literal["star", "disc", "ring", "cross", "crescent", "triangle", "diamond"] | None = None
    emblem_colour: Colour | None = None


class DelegationPart(Part):
    name: Label
    short: Label | None = None
    side: Literal["host", "guest", "equal"]
    flag: FlagPart | None = None
    opposite_number: Label = ""


class PersonPart(Part):
    id: Id
    name: Label
    short: Label | None = None
    office: Label
    of: Id
    principal: YesNo = False
    holds: Id
    seat: Id | None = None
    groups: Annotated[list[Id], Expanded(listed)] = Field(default_factory=list)
    pace: Speed = 1_200


class PlacePart(Part):
    who: Names
    reason: Text = ""
    office_class: Whole = Field(default=0, alias="class")


class OrderPart(Part):
    places: list[Annotated[PlacePart, Expanded(precedence_place)]]
    system: Label = "agreed list"
    source: Id | None = None


class LiaisonPart(Part):
    minutes: Minutes
    read_back: Duration
    radio: Duration
    asks: Duration = 5_000
    lost: Chance = 150
    word: Duration = 10_000
    escorts: Annotated[list[Id], Expanded(listed)] = Field(default_factory=list)


class SpanPart(Part):
    between: list[Duration]
    nominal: Duration | None = None


SpanField = Annotated[SpanPart, Expanded(span)]


class PeriodPart(Part):
    from_: Clock | None = Field(default=None, alias="from")
    to: Clock | None = None
    returns: CueText | None = None
    reconstructed: YesNo = False


class OnAirPart(Part):
    on_air: Annotated[PeriodPart, Expanded(period)]
    reconstructed: YesNo = False


class PressPart(Part):
    press: Annotated[PeriodPart, Expanded(period)]
    reconstructed: YesNo = False


class ArrivePart(Part):
    arrive: Names
    at: Clock
    late: SpanField | None = None
    because: Text = ""
    reconstructed: YesNo = False


class LingersPart(Part):
    lingers: Name
    chance: Chance
    by: SpanField
    because: Text = ""
    reconstructed: YesNo = False


PROGRAMME: dict[str, type[Part]] = {
    "on_air": OnAirPart,
    "press": PressPart,
    "arrive": ArrivePart,
    "lingers": LingersPart,
}


class ConductPart(Part):
    who: Names
    door: Id | None = None
    set_out: CueText | None = None
    enter: CueText | None = None
    sit: CueText | None = None
    spacing: Duration | None = None
    pace: Speed | None = None
    place: Id | None = None


class HabitPart(ConductPart):
    because: Text = ""
    reconstructed: YesNo = False


class BriefingPart(ConductPart):
    read_back: YesNo = False
    escort: Id | None = None


class HousePart(Part):
    notices_after: SpanField
    answer: Duration = 10_000
    sends_out: YesNo = True
    cuts_away: Duration | None = None
    recalls: CueText | None = None
    by: Label = ""
    says: Text = ""


class RulePart(Part):
    """What every rule has; each kind adds the keys of its terms."""

    id: Id
    kind: Id
    title: Label | None = None
    says: Text | None = None
    gravity: Literal["slight", "moderate", "serious", "grave"]
    house: HousePart | None = None
    follows: Id | None = None
    waivable_by: Names = Field(default_factory=list)
    source: Id | None = None
    confidence: Literal["high", "medium", "low", "design"] | None = None
    reconstructed: YesNo = False


class AimPart(Part):
    who: Names
    in_place: Annotated[Clock, Expanded(until_clock)]
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
    text: Text
    source: Id
    differs: YesNo = False


class ScenarioPart(Part):
    """A whole file. Rules and programme are checked entry by entry, each against its own kind."""

    format: Literal["1"]
    id: Id
    title: Label
    place: Label
    date: Date
    difficulty: Whole
    help: Literal["verdicts", "positions", "none"] = "positions"
    learning: Texts = Field(default_factory=list)
    situation: Text = ""
    sources: dict[Id, SourcePart] = Field(default_factory=dict)
    clock: ClockPart
    room: RoomPart
    delegations: dict[Id, DelegationPart]
    people: list[PersonPart]
    groups: dict[Id, Names] = Field(default_factory=dict)
    precedence: dict[Id, Annotated[OrderPart, Expanded(order_places)]] = Field(default_factory=dict)
    liaison: LiaisonPart
    programme: list[Any] = Field(default_factory=list)
    unbriefed: list[HabitPart] = Field(default_factory=list)
    rules: list[Any]
    accomplish: Annotated[AimPart, Expanded(aim_entry)]
    plans: dict[Id, Annotated[PlanPart, Expanded(named_plan)]] = Field(default_factory=dict)
    expect: dict[Id, Annotated[ExpectPart, Expanded(expectation)]] = Field(default_factory=dict)
    accounts: list[AccountPart] = Field(default_factory=list)
    reconstructed: Texts = Field(default_factory=list)


class PlanFile(Part):
    """A plan in a file of its own."""

    plan: list[BriefingPart]
    orders: Texts = Field(default_factory=list)
    note: Text = ""
