"""An officer's means in words: the liaison's minutes, read-backs, escorts, the radio."""

from __future__ import annotations

from typing import NamedTuple

from game.protocol.scenario import Scenario
from game.wording.catalogue import _, ngettext
from game.wording.phrases import how_long


class Means(NamedTuple):
    """Something one has: how much of it, what it is, and more about it."""

    figure: str
    words: str
    more: str = ""


def before_the_doors_open(scenario: Scenario) -> list[Means]:
    """What one can spend on telling people."""
    liaison = scenario.liaison
    found = [
        Means(how_long(liaison.minutes), _("of the liaison's time in all"), _("Sending a message costs nothing.")),
        Means(how_long(liaison.read_back), _("for each holding room a message is read back in"),
              _("Read back, a message is certain to have arrived.")),
    ]  # fmt: skip
    if scenario.officers:
        count = len(scenario.officers)
        words = ngettext("officer of the house", "officers of the house", count)
        more = _("Each stands at a door, or goes to the people of one holding room and takes them in.")
        found.append(Means(str(count), words, more))
    escorts = [name for name in liaison.escorts if all(officer.id != name for officer in scenario.officers)]
    if escorts:
        count = len(escorts)
        words = ngettext("escort of the house", "escorts of the house", count)
        more = _("Each carries one message in person, to people of one holding room. It costs no time.")
        found.append(Means(str(count), words, more))
    return found


def while_it_happens(scenario: Scenario) -> list[Means]:
    """What live orders take."""
    liaison = scenario.liaison
    asks = ""
    if liaison.asks:
        asks = _("To a principal {seconds} more: a principal is asked and not ordered.").format(
            seconds=how_long(liaison.asks))  # fmt: skip
    return [
        Means(how_long(liaison.radio), _("until an order by radio arrives, one at a time"), asks),
        Means(how_long(liaison.word), _("for a quiet word with somebody in the room")),
    ]


def escort_name(scenario: Scenario, escort: str) -> str:
    """An escort as a reader would write it: by name, or `Liaison officer` where it is nobody of the scenario."""
    known = next((person.name for person in scenario.officers if person.id == escort), "")
    return known or escort.replace("-", " ").replace("_", " ").capitalize()
