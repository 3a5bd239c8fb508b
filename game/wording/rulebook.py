"""The page of all rules in words: what the kinds, the keys that every rule has, and the systems of precedence say.

What single kinds say of themselves stands as literals in the registry and is looked up here.
"""

from __future__ import annotations

from game.protocol.cues import Moment
from game.protocol.precedence import System
from game.protocol.rules import TermType
from game.simulation.kinds.base import Price, RuleKind
from game.wording.catalogue import _
from game.wording.day import figure_name
from game.wording.phrases import how_long


def registry_words(about: str) -> str:
    """What a kind, or a key of its own, says of itself in the registry."""
    return _(about)


def price_words(kind: RuleKind) -> str:
    """In which figure the kind's breaches count, whether they last, and who is not to blame."""
    told = [_("Counts in {figure}.").format(figure=figure_name(kind.price.figure)), _lasting(kind.price)]
    if kind.suffered:
        told.append(_("It is done to those it names, who are not to blame."))
    return " ".join(told)


def _lasting(price: Price) -> str:
    if not price.lasting:
        return _("A breach is over in an instant.")
    whole, tenth = divmod(price.lasting, 10)
    share = f"{whole}.{tenth}" if tenth else str(whole)
    text = _("A breach lasts; its length makes up to {share} % of its price, all of it after {how_long}.")
    return text.format(share=share, how_long=how_long(price.full_after))


def type_words(type_: TermType) -> str:
    """How a value of this type is written; empty where the words to choose from say it."""
    return {
        TermType.PEOPLE: _("the id of a person, a group or a delegation; leaders or all; or a list of these"),
        TermType.EVENTS: _("what happens to whom, like kim entered; or on air, off air; or a list, of which all count"),
        TermType.MOMENT: ", ".join(moment.value for moment in Moment if not moment.of_nobody),
        TermType.DURATION: _("10 s, 1.5 s, 3 min or 1 min 30 s"),
        TermType.CLOCK: _("12:03 or 12:03:16"),
        TermType.COUNT: _("0, 1, 2 and so on"),
        TermType.DOOR: _("the id of a door"),
        TermType.SEAT: _("the id of a seat, like russia-1"),
        TermType.ORDER: _("a delegation that has an order of precedence, or joint"),
        TermType.FLAG: _("yes or no"),
    }.get(type_, "")


def type_word(type_: TermType) -> str:
    """The short name of what a key holds; empty where its words or its default say it."""
    return {
        TermType.PEOPLE: _("people"),
        TermType.EVENTS: _("events"),
        TermType.MOMENT: _("event"),
        TermType.DURATION: _("duration"),
        TermType.CLOCK: _("time of day"),
        TermType.COUNT: _("number"),
        TermType.DOOR: _("door"),
        TermType.SEAT: _("seat"),
        TermType.ORDER: _("order"),
        TermType.FLAG: _("yes or no"),
    }.get(type_, "")


def common_words(key: str) -> str:
    """What a key is for that every rule may have."""
    return {
        "id": _("a short name of your own, by which reports and plans call the rule"),
        "kind": _("what kind of rule: one of those of this page"),
        "title": _("a few words for lists; made from the id, if not said"),
        "says": _("the custom in one plain sentence; made from the keys, if not said"),
        "gravity": _("how heavily a breach weighs; grave ones also cap the grade"),
        "house": _("what the house does about a breach; without it nobody steps in"),
        "follows": _("another rule whose breach brings this one with it, which then costs only a part"),
        "waivable_by": _("who may let it pass when the officer asks for it; without it nobody may"),
        "grace": _("where breaches last: one that lasts no longer than this is none, a longer one begins after it"),
        "except": _("people whom the rule does not concern: interpreter, doctor, aide"),
        "while": _("the rule is in force only then; what is wrong when it comes into force counts from then on"),
        "source": _("the id of a source of the scenario"),
        "confidence": _("how sure the source makes us; design is what you made up"),
        "reconstructed": _("no source gives it"),
    }[key]


def house_words(key: str) -> str:
    """What a key is for that says how the house reacts."""
    return {
        "notices_after": _("how long after the breach began the house notices"),
        "answer": _("how long it then waits for the player"),
        "does": _("what it then does, unless the breach is healed by then; without it `sends out`"),
        "sends_out": _("the older way of saying it: `yes` for `sends out`, `no` for `notes`"),
        "cuts_away": _("how long after people were sent out the broadcast leaves the room; without it never"),
        "recalls": _("the cue on which those sent out or turned back come; without it only on the officer's word"),
        "by": _("who steps in"),
        "says": _("what he or she says"),
    }[key]


def system_meaning(system: System) -> str:
    """Who is first by a system of precedence, and what it needs to know."""
    return {
        System.AGREED_LIST: _("As the list `places` has it, which you write; what holds where no system is named."),
        System.RANK: _(
            "The higher class of office; within it who took office earlier. Needs `classes`, and of everybody `class` "
            "and `took_office`."
        ),
        System.OFFICE_CLASS: _("The higher class of office. Needs `classes`, and of everybody `class`."),
        System.CREDENTIALS: _(
            "Heads of mission by the Vienna Convention of 1961: the higher class (art. 14), within it the earlier date "
            "and time of taking up functions (art. 16). Needs of everybody `class` and `credentials`."
        ),
        System.ALPHABETICAL: _(
            "The `names` in the alphabet of `language`, from the one that a `lot` drew, if one was drawn; within "
            "`classes`, if there are any. Needs `language`, and of everybody a name in it."
        ),
    }[system]
