"""What can be said to whom: when to leave, the agreed place to who would take another, the cue of the room."""

from game.planning.changes import Change
from game.planning.vocabulary import Vocabulary
from game.protocol.cues import After, Moment, Occurrence
from game.wording.advice import change_sentence
from tests.scenarios.shipped import scenario

WORDS = Vocabulary(scenario("beijing-2017"))
RULES = scenario("beijing-2017").rules


def said(who: str, field: str) -> list[object]:
    return [each.value for each in WORDS.sayings((who,), ("trump", "usa-photographer"), RULES) if each.field == field]


def test_only_those_who_go_again_are_told_when() -> None:
    assert After((Occurrence("usa-photographer", Moment.LEFT),)) in said("china-photographer", "leave")
    assert said("wang-yang", "leave") == []


def test_the_agreed_place_is_for_whoever_would_take_another() -> None:
    assert said("usa-interpreter", "place") == ["usa-3"]
    assert said("china-interpreter", "place") == []


def test_people_may_set_out_when_the_room_is_ready() -> None:
    ready = After((Occurrence("", Moment.ROOM_READY),))
    assert ready in said("usa.members", "set_out")
    assert ready not in said("usa.members", "enter")
    elsewhere = Vocabulary(scenario("pyongyang-2024"))
    sayings = elsewhere.sayings(("kim",), ("putin",), elsewhere.scenario.rules)
    assert Change(("kim",), "set_out", ready) not in list(sayings)


def test_what_can_be_said_has_a_sentence() -> None:
    every = {each.field: each for each in WORDS.sayings(("usa-interpreter",), ("trump",), RULES)}
    every |= {each.field: each for each in WORDS.sayings(("usa-photographer",), ("trump",), RULES)}
    told = [change_sentence(WORDS.scenario, each) for each in every.values()]
    assert "Tell the guest's interpreter to take the place “usa-3”." in told
    assert any(sentence.startswith("Tell the guest's photographer to leave ") for sentence in told)
