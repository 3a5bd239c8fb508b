"""The orders of precedence at the left: persons by rank and their groups, to be chosen and dragged."""

from __future__ import annotations

from pygame import Rect, Surface

from game.protocol.legality import liaison_spent
from game.protocol.precedence import OrderOfPrecedence
from game.stage import shapes, theme
from game.stage import widgets as w
from game.stage.screens.brief_pieces import emblem, key_mark
from game.stage.screens.plan_desk import PlanDesk
from game.wording.catalogue import _
from game.wording.dossier import side_words
from game.wording.lists import Row, Section
from game.wording.precedence import system_words, why_here
from game.wording.sentences import how_long, who
from game.wording.sources import origin


def order_panel(desk: PlanDesk) -> w.Node:
    """The panel with all lists and the liaison's minutes below."""

    def why() -> None:
        desk.dialog = "why"

    def several(wanted: bool) -> None:
        desk.several = wanted
        desk.refresh()

    head = w.row(
        w.heading(_("Order of precedence"), size=19), w.spacer(),
        w.button("order.why", _("why?"), why, kind="link", small=True,
                 tooltip=_("Why everybody stands where they stand")),
    )  # fmt: skip
    lists = [node for section in desk.sections for node in _section(desk, section)]
    return w.panel(
        head,
        w.scroll(*lists, id="order.lists", gap=4),
        w.checkbox("order.several", _("Choose several (M)"), desk.several, several),
        liaison_bar(desk),
        label=_("Order of precedence"), id="order", pad=12, gap=8,
    )  # fmt: skip


def liaison_bar(desk: PlanDesk) -> w.Node:
    """How much of the liaison's time the read-backs take, as a bar and in words."""
    spent, whole = liaison_spent(desk.scenario, desk.session.plan), desk.scenario.liaison.minutes
    over = spent > whole
    shown = _("{spent} of {whole}").format(spent=minutes(spent), whole=_with_unit(whole))
    if over:
        shown = _("{shown}: too much").format(shown=shown)
    colour = theme.ALARM if over else theme.BRASS
    return w.progress(_("Liaison"), spent, whole, shown, id="liaison", colour=colour)


def minutes(millis: int) -> str:
    """Whole minutes as a number, anything else in words."""
    return str(millis // 60_000) if millis % 60_000 == 0 else how_long(millis)


def _with_unit(millis: int) -> str:
    if millis % 60_000:
        return how_long(millis)
    return _("{minutes} min").format(minutes=minutes(millis))


def _section(desk: PlanDesk, section: Section) -> list[w.Node]:
    title = section.title
    if section.order is not None:
        delegation = next((d for d in desk.scenario.delegations if d.id == section.order.of), None)
        if delegation is not None:
            side = side_words(delegation.side)
            title = _("{delegation} · {side}").format(delegation=delegation.short, side=side)
    return [w.subheading(title), *(_row(desk, row) for row in section.rows), w.spacer(height=4)]


def _row(desk: PlanDesk, row: Row) -> w.Node:
    told = desk.standing(row.name)
    chosen = row.name in desk.chosen
    rank = "" if row.rank is None else str(row.rank)
    tick = "✓" if chosen and desk.several else rank
    title = w.label(row.title, weight="semibold", size=13, width=w.FLEX)
    office = None
    if row.detail and not row.group:
        office = w.label(row.detail, size=theme.TINY, colour=theme.MUTED, lines=1)
    name = w.column(w.row(title, w.chip(told.words, told.tone), gap=6), office, gap=1, width=w.FLEX)
    ranked = _("rank {rank}").format(rank=rank) if rank else ""
    value = ", ".join(part for part in (ranked, row.detail, told.words) if part)
    return w.list_row(
        f"who.{row.name}",
        w.label(tick, size=13, colour=theme.MUTED, align="centre", width=w.em(15)),
        key_mark(18) if row.officer else emblem(desk.scenario, row.of, 18) if row.of else several_mark(),
        name,
        label=row.title, value=value, selected=chosen, gap=6, pad=(6, 4),
        tooltip=row.detail if row.group else "", on_press=lambda: desk.choose(row.name), payload=(row.name,),
    )  # fmt: skip


def several_mark() -> w.Node:
    """The mark of a group across the sides: two overlapping rings."""

    def paint(surface: Surface, rect: Rect) -> None:
        radius = rect.width // 4
        for shift in (-1, 1):
            at = (rect.centerx + shift * radius * 2 // 3, rect.centery)
            shapes.disc(surface, at, radius, theme.MUTED, max(1, rect.width // 12))

    return w.Node("mark", axis="canvas", paint=paint, width=w.em(18), height=w.em(18))


def reasons_dialog(desk: PlanDesk) -> w.Node:
    """Why everybody stands where they stand: the system, its source, and every place's reason."""

    def close() -> None:
        desk.dialog = ""
        desk.refresh()

    ranked = [(section.title, section.order) for section in desk.sections if section.order]
    parts = [node for title, order in ranked for node in _reasons(desk, title, order)]
    shared = w.note(_("People who share a place are equals: neither goes before the other by rank."))
    done = w.button("why.close", _("Close"), close, kind="primary")
    return w.dialog("why", _("Why this order?"), *parts, shared, buttons=[done], on_cancel=close, width=600)


def _reasons(desk: PlanDesk, title: str, order: OrderOfPrecedence) -> list[w.Node]:
    source = desk.scenario.source(order.source)
    about = [_("By {system}.").format(system=system_words(order))]
    if source is not None:
        about.append(_("After {source}.").format(source=origin(source)))
    lines = [w.subheading(title, colour=theme.INK), w.note(" ".join(about))]
    for place in order.places:
        rank = order.rank(place.people[0])
        names = ", ".join(who(desk.scenario, person) for person in place.people)
        words = _("{names}: {reason}").format(names=names, reason=why_here(desk.scenario, place))
        lines.append(w.row(
            w.label(str(rank), weight="semibold", width=w.em(24), align="right"),
            w.label(words, width=w.FLEX),
            align="start",
        ))  # fmt: skip
    return [*lines, w.spacer(height=6)]
