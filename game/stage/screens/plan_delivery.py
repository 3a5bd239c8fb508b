"""How a briefing travels: sent, read back, escorted; what each costs; and the way to take it out."""

from __future__ import annotations

from game.attempt.commands import Remove, SetReadBack
from game.protocol.legality import Refusal, read_back_cost, rooms_of
from game.protocol.plan import Briefing
from game.stage import theme
from game.stage import widgets as w
from game.stage.screens.plan_cue import open_cue
from game.stage.screens.plan_desk import PlanDesk
from game.stage.screens.plan_officers import any_of_house, post, post_delivery, walk_to
from game.wording.catalogue import _
from game.wording.labels import AFTER
from game.wording.lists import standing_of
from game.wording.means import escort_name
from game.wording.sentences import how_long, refusal_sentence


def delivery(desk: PlanDesk) -> w.Node:
    """The foot of the card: how sure it is that the briefing arrives, and the read-back with its cost."""
    briefing = desk.briefing
    if any_of_house(desk):
        return post_delivery(desk)
    if briefing is None:
        words = _("Say when to enter")
        begin = w.button("card.brief", words, lambda: brief(desk), kind="primary", key="b", small=True)
        return w.flow(begin, w.note(_("or change a field above")), gap=8)
    cost = read_back_cost(desk.scenario, briefing)
    words = _("Read back · {cost}").format(cost=how_long(cost))
    tick = w.checkbox("card.read_back", words, briefing.read_back, lambda on: read_back(desk, on))
    tick.width = w.FLEX
    told = standing_of(briefing)
    over = [r for r in desk.session.refusals if r.code == "over-budget" and briefing.read_back]
    return w.panel(
        w.row(tick, w.chip(told.words, told.tone), gap=6), _sureness(desk, briefing),
        *(trouble(desk, refusal) for refusal in over),
        fill=theme.BRASS_TINT, border=None, pad=(8, 4, 8, 6), gap=2, id="card.delivery", label=_("Delivery"),
    )  # fmt: skip


def trouble(desk: PlanDesk, refusal: Refusal) -> w.Node:
    """A refusal in a plain sentence, at the field concerned."""
    words = w.label(
        refusal_sentence(desk.scenario, refusal), size=theme.SMALL, colour=theme.ALARM, width=w.FLEX
    )
    return w.row(w.chip("!", "alarm"), words, gap=6, align="start")


def brief(desk: PlanDesk) -> None:
    """Begin with what matters most: the cue on which the chosen enter, an event rather than nothing.

    Of an officer of the house the door to stand at, or where there is one the cue to let people in.
    """
    if any_of_house(desk) and desk.briefing is None:
        post(desk)
    elif desk.chosen:
        open_cue(desk, "enter", begin=AFTER)


def remove(desk: PlanDesk) -> None:
    """Take the briefing of the chosen out."""
    if desk.briefing is not None:
        desk.do(Remove(desk.chosen))


def read_back(desk: PlanDesk, on: bool) -> None:
    """Have the briefing of the chosen read back, or not."""
    if desk.chosen and not any_of_house(desk):
        desk.do(SetReadBack(desk.chosen, on))


def _escorted(desk: PlanDesk, briefing: Briefing, escort: str) -> str:
    officer = next((person for person in desk.scenario.officers if person.id == escort), None)
    words = _("{officer} goes with them: it holds.")
    far = walk_to(desk, officer, briefing) if officer else None
    if far:
        words = _("{officer} goes with them: it holds as soon as they meet, {time} into the day.")
    return words.format(officer=escort_name(desk.scenario, escort), time=how_long(far or 0))


def _sureness(desk: PlanDesk, briefing: Briefing) -> w.Node:
    """How sure it is that the briefing arrives, in a sentence."""
    lost = desk.scenario.liaison.lost
    rooms = rooms_of(desk.scenario, briefing)
    if briefing.escort:
        words = _escorted(desk, briefing, briefing.escort)
    elif briefing.read_back:
        words = _("Their side has repeated it: it holds.")
    elif lost:
        chance = _("{percent}\u00a0%").format(percent=f"{lost / 10:g}")
        words = _("Until their side repeats it, the old cue may win ({chance}).").format(chance=chance)
        if len(rooms) > 1:
            each = _("Until their side repeats it, the old cue may win ({chance} in each of {number} rooms).")
            words = each.format(chance=chance, number=len(rooms))
    else:
        words = _("Here every briefing arrives.")
    return w.note(words)
