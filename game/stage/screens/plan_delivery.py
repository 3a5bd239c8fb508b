"""How a briefing travels: sent, read back, escorted; what each costs; and the way to take it out."""

from __future__ import annotations

from game.attempt.commands import Brief, Remove, SetEscort, SetReadBack
from game.protocol.legality import Refusal, read_back_cost, rooms_of
from game.protocol.plan import Briefing
from game.stage import theme
from game.stage import widgets as w
from game.stage.screens.plan_desk import PlanDesk
from game.wording.catalogue import _
from game.wording.sentences import how_long, refusal_sentence


def delivery(desk: PlanDesk, ui: w.Ui) -> w.Node:
    """The foot of the card."""
    briefing = desk.briefing
    if briefing is None:
        begin = w.button("card.brief", _("Brief them"), lambda: brief(desk), kind="primary", key="b", small=True)
        return w.flow(begin, w.note(_("or change a field above")), gap=8)
    parts: list[w.Node | None] = [_state(desk, briefing)]
    words = _("Read back · {cost}").format(cost=how_long(read_back_cost(desk.scenario, briefing)))
    parts.append(w.checkbox("card.read_back", words, briefing.read_back, lambda on: read_back(desk, on)))
    over = [r for r in desk.session.refusals if r.code == "over-budget" and briefing.read_back]
    parts += [trouble(desk, refusal) for refusal in over]
    if desk.scenario.liaison.escorts:
        parts.append(_escort(desk, ui, briefing))
        parts += [trouble(desk, refusal) for refusal in desk.refusals_at("escort")]
    remove_it = w.button("card.remove", _("Take this briefing out"), lambda: remove(desk), kind="link", small=True)
    parts.append(w.row(remove_it))
    return w.panel(
        *parts, fill=theme.BRASS_TINT, border=None, pad=(10, 8), gap=4, id="card.delivery", label=_("Delivery")
    )


def trouble(desk: PlanDesk, refusal: Refusal) -> w.Node:
    """A refusal in a plain sentence, at the field concerned."""
    words = w.label(
        refusal_sentence(desk.scenario, refusal), size=theme.SMALL, colour=theme.ALARM, width=w.FLEX
    )
    return w.row(w.chip("!", "alarm"), words, gap=6, align="start")


def brief(desk: PlanDesk) -> None:
    """Open a briefing for the chosen."""
    if desk.chosen:
        desk.do(Brief(desk.chosen))


def remove(desk: PlanDesk) -> None:
    """Take the briefing of the chosen out."""
    if desk.briefing is not None:
        desk.do(Remove(desk.chosen))


def read_back(desk: PlanDesk, on: bool) -> None:
    """Have the briefing of the chosen read back, or not."""
    if desk.chosen:
        desk.do(SetReadBack(desk.chosen, on))


def _state(desk: PlanDesk, briefing: Briefing) -> w.Node:
    """How sure it is that the briefing arrives."""
    lost = desk.scenario.liaison.lost
    if briefing.escort:
        title, words, colour = _("Escorted"), _("An officer of the house goes with them: it holds."), theme.BAIZE
    elif briefing.read_back:
        title, words, colour = _("Read back ✓"), _("Their side has repeated it: it holds."), theme.BAIZE
    elif lost:
        chance = _("{percent} %").format(percent=f"{lost / 10:g}")
        words = _("Until their side repeats it, the old cue may win: {chance} in each room.").format(chance=chance)
        title, colour = _("Sent, not read back"), theme.CAUTION
    else:
        title, words, colour = _("Sent"), _("Here every briefing arrives."), theme.BAIZE
    rooms = rooms_of(desk.scenario, briefing)
    if not briefing.escort and len(rooms) > 1:
        words += " " + _("They wait in {number} rooms; each has to be read back.").format(number=len(rooms))
    return w.column(w.label(title, weight="semibold", size=13, colour=colour), w.note(words), gap=1)


def _escort(desk: PlanDesk, ui: w.Ui, briefing: Briefing) -> w.Node:
    options = [("", _("no escort"))]
    for escort in desk.scenario.liaison.escorts:
        other = next((b for b in desk.session.plan.briefings if b.escort == escort and b is not briefing), None)
        name = officer(escort)
        if other is not None:
            name = _("{officer}, is with {who}").format(officer=name, who=desk.addressee(other.who))
        options.append((escort, name))

    def choose(key: str) -> None:
        desk.do(SetEscort(desk.chosen, key or None))

    return w.field(_("Escort"), w.combo(ui, "card.escort", _("Escort"), options, briefing.escort or "", choose))


def officer(escort: str) -> str:
    """An escort's id as a reader would write it: `Liaison officer`."""
    return escort.replace("-", " ").replace("_", " ").capitalize()
