"""Customs that a house may have, each a rule with its words. The kinds of events choose among them."""

from __future__ import annotations

from game.authoring.generating.scene import Custom


def comes_first(first: str, then: str, leaders: str, others: str, gravity: str = "grave") -> Custom:
    """Some enter before the others."""
    return Custom(
        "they-come-first",
        "before",
        f"{_capital(leaders)} come first",
        f"Nobody of {others} enters before {leaders} are in the room.",
        gravity,
        (("first", first), ("then", then)),
        f"Some of {others} were in the room before {leaders} were, and everybody had seen it.",
        "Who comes first is the first thing to find out about a house.",
    )


def waits_outside(who: str, until: str, leaders: str, others: str, official: str, recalls: str, cuts: bool) -> Custom:
    """Others wait outside; an official of the house sees to it."""
    house = (
        ("notices_after", "{between: [25 s, 45 s], nominal: 35 s}"),
        ("answer", "10 s"),
        ("does", "sends out"),
        *((("cuts_away", "10 s"),) if cuts else ()),
        ("recalls", recalls),
        ("by", official),
        ("says", "Please wait outside. You will be called to your places."),
    )
    return Custom(
        "they-come-first",
        "absent_until",
        f"{_capital(leaders)} come first",
        f"{_capital(others)} wait outside until {leaders} have entered the room.",
        "grave",
        (("who", who), ("until", until)),
        f"{_capital(others)} were not all outside when {leaders} came, and had to be asked to wait.",
        "Read the custom of the house before you tell anybody anything.",
        house,
    )


def stands_ready(who: str, when: str, others: str, moment: str) -> Custom:
    """The others are at their places already when it happens."""
    return Custom(
        "standing-ready",
        "standing_at_place_when",
        "Everybody stands ready",
        f"When {moment}, {others} stand at their places.",
        "grave",
        (("who", who), ("when", when)),
        f"Some of {others} were not at their places yet when they should have stood there.",
        "What is usual at home may be the other way round in this house.",
    )


def comes_together(who: str, leaders: str, seconds: int, gravity: str = "serious") -> Custom:
    """They enter at nearly one moment."""
    return Custom(
        "side-by-side",
        "together",
        f"{_capital(leaders)} come in together",
        f"{_capital(leaders)} enter within {seconds} seconds of each other.",
        gravity,
        (("who", who), ("within", f"{seconds} s")),
        f"{_capital(leaders)} did not come in together, and one had to wait for the other.",
        "Let people wait for something that happens, not for a time of day.",
    )


def sits_first(who: str, before: str, leaders: str, others: str, follows: str = "") -> Custom:
    """Nobody sits before they do."""
    return Custom(
        "nobody-sits-first",
        "nobody_sits_before",
        f"{_capital(leaders)} sit first",
        f"{_capital(others)} stay standing until {leaders} have sat down.",
        "moderate",
        (("who", who), ("before", before)),
        f"Some of {others} sat down while {leaders} were still standing.",
        follows=follows,
    )


def not_kept(who: str, name: str, place: str, seconds: int) -> Custom:
    """Nobody leaves this person waiting in a holding room."""
    return Custom(
        "not-kept-waiting",
        "longest_wait",
        f"{name} is not kept waiting",
        f"{name} is not left in {place} for longer than {spoken(seconds)}.",
        "serious",
        (("who", who), ("place", "holding room"), ("longest", written(seconds))),
        f"{name} was left waiting in {place}.",
        "A guest who waits is a message too.",
    )


def not_alone(who: str, until: str, one: str, seconds: int) -> Custom:
    """Nobody of them stands alone before the cameras."""
    return Custom(
        "nobody-alone",
        "longest_wait",
        "Nobody stands alone before the cameras",
        f"{one} stands in the live picture for longer than {spoken(seconds)} while another is missing.",
        "serious",
        (("who", who), ("place", "on camera"), ("longest", written(seconds)), ("until", until)),
        "Somebody stood alone before a live camera and waited for another.",
    )


def not_at_door(who: str, one: str, seconds: int) -> Custom:
    """Nobody of them is kept before a closed door."""
    return Custom(
        "not-before-a-door",
        "longest_wait",
        "Nobody before a closed door",
        f"{one} stands before a closed door for longer than {spoken(seconds)}.",
        "serious",
        (("who", who), ("place", "door"), ("longest", written(seconds))),
        "Somebody stood before a closed door for too long, with everybody looking on.",
        "Standing by at the door is the best cue, as long as nobody has to stand there for long.",
    )


def fills_at_once(who: str, until: str, name: str, others: str, seconds: int) -> Custom:
    """The room fills soon after somebody has come in."""
    return Custom(
        "the-room-fills",
        "longest_wait",
        "The room fills at once",
        f"Once in the room, {name} waits no longer than {spoken(seconds)} for {others}.",
        "moderate",
        (("who", who), ("place", "room"), ("longest", written(seconds)), ("until", until)),
        f"{name} stood in a room that stayed empty for too long.",
    )


def not_long_on_feet(who: str, until: str, others: str, moment: str, seconds: int) -> Custom:
    """Those who stand ready do not stand for ever."""
    return Custom(
        "not-long-on-their-feet",
        "longest_wait",
        "Nobody stands for long",
        f"Nobody of {others} stands in the room for longer than {spoken(seconds)} before {moment}.",
        "slight",
        (("who", who), ("place", "room"), ("longest", written(seconds)), ("until", until)),
        f"{_capital(others)} stood at their places for too long before {moment}.",
    )


def guests_then_house(first: str, then: str, guests: str, house: str) -> Custom:
    """The guests' people come in before the house's own."""
    return Custom(
        "guests-before-the-house",
        "before",
        "Guests before the house",
        f"{_capital(guests)} come in before {house} do.",
        "moderate",
        (("first", first), ("then", then)),
        f"{_capital(house)} came in before {guests}; a house does not go before its guests.",
        "In your own house you are the last.",
    )


def own_door(door: str, door_name: str, only: str, until: str, leaders: str) -> Custom:
    """A door is kept for some."""
    return Custom(
        "the-great-doors",
        "door_reserved",
        f"The {door_name} are kept",
        f"Nobody but {leaders} uses the {door_name} until they are in the room.",
        "moderate",
        (("door", door), ("only", only), ("until", until)),
        f"Somebody else came by the {door_name}, which are kept for {leaders}.",
    )


def the_picture(who: str, until: str, leaders: str, follows: str = "") -> Custom:
    """The picture is theirs until they stand at their places."""
    return Custom(
        "the-picture",
        "alone_in_shot",
        f"The picture is for {leaders}",
        f"While on air nobody else is in the picture until {leaders} stand at their places.",
        "slight",
        (("who", who), ("until", until)),
        f"The first picture showed others than {leaders}.",
        follows=follows,
    )


def in_order(who: str, order: str, direction: str, says: str, people: str) -> Custom:
    """They go by an order of precedence."""
    return Custom(
        "in-their-order",
        "in_order",
        "In their order",
        says,
        "grave",
        (("who", who), ("order", order), ("direction", direction)),
        f"{_capital(people)} did not go in their order, and whoever was passed over will remember it.",
        "Know by what the house ranks people, before somebody goes by what he thinks of himself.",
    )


def received(who: str, by: str, guests: str, hosts: str) -> Custom:
    """Nobody comes into a room where the hosts are not."""
    return Custom(
        "received",
        "received_by",
        "Nobody comes to an empty room",
        f"When {guests} enter, {hosts} there to receive them.",
        "grave",
        (("who", who), ("by", by)),
        "A guest came in, and not everybody was there who should have received the guests.",
        "Whoever receives is there before those who are received.",
    )


def hosts_do_not_stand(who: str, until: str, hosts: str, first: str, seconds: int) -> Custom:
    """The hosts are not left standing."""
    return Custom(
        "hosts-not-kept",
        "longest_wait",
        "The hosts do not stand about",
        f"{hosts} not left standing in the room for longer than {spoken(seconds)} before {first} comes.",
        "moderate",
        (("who", who), ("place", "room"), ("longest", written(seconds)), ("until", until)),
        "The hosts stood about in an empty room.",
    )


def keeps_moving(who: str, people: str, seconds: int) -> Custom:
    """From the first to the last it does not take long."""
    return Custom(
        "the-line-moves",
        "together",
        "The line moves",
        f"From the first of {people} to the last it takes no more than {spoken(seconds)}.",
        "slight",
        (("who", who), ("within", written(seconds))),
        f"Too long a gap opened between the first and the last of {people}.",
    )


def closed(begins: str, moment: str, staff: str = "") -> Custom:
    """The doors are closed from then on."""
    return Custom(
        "doors-closed",
        "closed_between",
        "The doors are closed",
        f"Once {moment}, nobody comes in or goes out.",
        "serious",
        (("begins", begins), *((("staff", staff),) if staff else ())),
        "Somebody came in or went out when the doors should have been closed.",
        "Begin with the last moment and plan backwards.",
    )


def sits_together(who: str, leaders: str, seconds: int) -> Custom:
    """They sit down at one moment."""
    return Custom(
        "one-moment",
        "together",
        "Two chairs, one moment",
        f"{_capital(leaders)} sit down within {seconds} seconds of each other.",
        "moderate",
        (("who", who), ("event", "sat"), ("within", f"{seconds} s")),
        f"{_capital(leaders)} did not sit down at one moment.",
    )


def papers_first(first: str, then: str, bearers: str, leaders: str) -> Custom:
    """The papers are on the table before anybody comes to sign them."""
    return Custom(
        "papers-first",
        "before",
        "The papers are there first",
        f"{_capital(bearers)} stand at the table before {leaders} take their places.",
        "moderate",
        (("first", first), ("then", then), ("event", "took place")),
        f"{_capital(leaders)} stood at the table, and the papers did not lie there yet.",
        "Begin with the last moment and plan backwards.",
    )


def one_door(who: str, people: str) -> Custom:
    """All come by the same door."""
    return Custom(
        "one-door",
        "same_door",
        "One door for all",
        f"{_capital(people)} all come by one door.",
        "moderate",
        (("who", who),),
        f"{_capital(people)} came by different doors, as if some were more and some less.",
    )


def stays_with(who: str, principal: str, name: str, of: str, number: int) -> Custom:
    """An interpreter is not parted from his or her principal."""
    return Custom(
        f"interpreter-{number}",
        "never_parted_from",
        f"{name} stays with {of}",
        f"The interpreter enters by the same door as {of}, within ten seconds.",
        "moderate",
        (("who", who), ("principal", principal), ("within", "10 s")),
        f"{of} stood there without an interpreter and could only smile.",
        "Whoever speaks through somebody else is two people.",
    )


def taken_in(who: str, by: str, name: str, officer: str) -> Custom:
    """A guest is taken to the door by an officer of the house."""
    return Custom(
        "taken-to-the-door",
        "escorted_by",
        f"{name} is taken to the door",
        f"{name} does not walk alone: {officer} goes along to the door.",
        "serious",
        (("who", who), ("by", by), ("within", "20 s")),
        f"{name} walked alone through a strange house.",
        "Send your officers where nobody else can be sure.",
    )


def spoken(seconds: int) -> str:
    """A duration within a sentence: `a minute and a half` is written as `90 seconds`."""
    words = {60: "a minute", 120: "two minutes", 180: "three minutes", 240: "four minutes", 300: "five minutes"}
    return words.get(seconds, f"{seconds} seconds")


def written(seconds: int) -> str:
    """A duration as a value."""
    whole, rest = divmod(seconds, 60)
    return " ".join(part for part in (f"{whole} min" if whole else "", f"{rest} s" if rest else "") if part)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
