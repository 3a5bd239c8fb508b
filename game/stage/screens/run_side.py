"""The panel beside the room: orders under way, whom to choose, what can be said to them, what was announced."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pygame import Rect, Surface

from game.protocol.people import Role
from game.protocol.plan import Verb
from game.simulation.whereabouts import Space
from game.stage import shapes, theme
from game.stage import widgets as w
from game.stage.screens.run_bar import about, about_officer
from game.stage.screens.run_day import Day
from game.stage.screens.run_news import News, order_words
from game.stage.screens.run_orders import (
    OF_DOORS,
    Target,
    Token,
    door_words,
    here,
    key_of,
    person_words,
    sensible,
    why_not,
)
from game.stage.screens.run_timeline import clock_words
from game.wording.catalogue import _, ngettext
from game.wording.labels import verb_name
from game.wording.phrases import capital

if TYPE_CHECKING:
    from game.stage.screens.run import RunScreen

_STATE = w.Style("sans", "regular", theme.SMALL, theme.MUTED)
_LEFT = w.Style("sans", "semibold", theme.SMALL, theme.INK)
_TONES = {"alarm": theme.ALARM, "caution": theme.BRASS, "good": theme.BAIZE, "plain": theme.MUTED}


def side(screen: RunScreen, ui: w.Ui, day: Day, *, tabbed: bool = False) -> w.Node:
    """What is under way, and below it whom to choose, what to say, or what was announced."""
    if screen.verb is not None:
        below = _whom(screen, ui, day, screen.verb)
    elif (target := day.target(screen.chosen)) is not None:
        below = _card(screen, ui, day, target)
    elif screen.choosing:
        below = _whom(screen, ui, day, None)
    else:
        below = _announced(screen, day)
    above = () if tabbed else (_under_way(ui, day, token) for token in day.under_way())
    return w.panel(*above, *below, id="side", gap=8, pad=12)


def on_the_radio(ui: w.Ui, day: Day) -> w.Node:
    """The next order to arrive and its seconds in one line, for where panels are tabs and height is short."""

    def words() -> str:
        under_way = day.under_way()
        if not under_way:
            return ""
        order = order_words(under_way[0].order, day.name_of)
        return _("{order} · {left}").format(order=order, left=seconds_left(day, under_way[0]))

    style = w.Style("sans", "semibold", theme.BODY, theme.ON_NIGHT_CAUTION)
    sample = f"{_('Hold the door')}: {'n' * 14} · {_('waits for the radio')}"
    return w.ticker(ui, "radio", words, style, sample=sample, align="right")


def seconds_left(day: Day, token: Token) -> str:
    """How long an order still needs, in words."""
    if day.cursor < token.leaves:
        return _("waits for the radio")
    if token.arrives is None:
        return _("on its way")
    return _("{n} s").format(n=-(-(token.arrives - day.cursor) // 1_000))


def _under_way(ui: w.Ui, day: Day, token: Token) -> w.Node:
    """An order on the radio: a token that moves along its way, and the seconds it still needs."""

    left = partial(seconds_left, day, token)

    def paint(surface: Surface, rect: Rect) -> None:
        line = Rect(rect.x, rect.centery - max(1, ui.px(1)), rect.width, max(2, ui.px(2)))
        surface.fill(theme.RULE, line)
        arrives = token.arrives or day.scenario.end
        done = max(0, day.cursor - token.leaves) / max(1, arrives - token.leaves)
        x = rect.x + ui.px(6) + round((rect.width - ui.px(12)) * min(1.0, done))
        shapes.disc(surface, (x, rect.centery), ui.px(6), theme.BAIZE)
        shapes.disc(surface, (x, rect.centery), ui.px(2), theme.CREAM)

    words = order_words(token.order, day.name_of)
    name = f"token.{token.order.at}.{token.order.verb.name.lower()}.{token.order.target}"
    head = w.row(
        w.label(words, weight="semibold", width=w.FLEX),
        w.ticker(ui, f"{name}.left", left, _LEFT, sample=_("waits for the radio"), align="right"), gap=6,
    )  # fmt: skip
    way = w.canvas(f"{name}.way", paint, label=_("The order is on its way"), height=w.em(14), live=True)
    card = w.column(head, way, gap=3, pad=(10, 6), box=w.Box(theme.BRASS_TINT, theme.BRASS), id=name, role="status")
    card.label = _("On the radio: {order}").format(order=words)
    return card


def _whom(screen: RunScreen, ui: w.Ui, day: Day, verb: Verb | None) -> list[w.Node]:
    """Doors, groups and people to choose from; with an order in hand, those it fits first."""
    now = day.moment
    fits = [t for t in day.targets if (verb is None or t.door == (verb in OF_DOORS)) and here(day.scenario, t, now)]
    if verb is not None:
        fits = sorted(fits, key=lambda t: bool(why_not(day.scenario, verb, t, now)))
    title = _("{verb}: whom?").format(verb=verb_name(verb)) if verb and verb not in OF_DOORS else _("Which door?")
    rows = [_row(screen, ui, day, target, verb) for target in fits]
    return [
        w.row(
            w.heading(title if verb else _("Whom?")), w.spacer(),
            w.button("whom.close", _("Back"), screen.clear, key="escape", small=True),
        ),
        w.note(about(verb)) if verb else w.note(_("Choose, then say what.")),
        w.scroll(*rows, id="targets", gap=3),
    ]  # fmt: skip


def _row(screen: RunScreen, ui: w.Ui, day: Day, target: Target, verb: Verb | None) -> w.Node:
    state = partial(state_of, day, target)
    return w.list_row(
        f"target.{target.name}", w.label(target.words, weight="semibold", width=w.FLEX),
        w.ticker(ui, f"target.{target.name}.state", state, _STATE, sample=_sample(day, target), align="right"),
        label=target.words, value=state(), on_press=lambda: screen.pick(target.name), pad=(9, 4), gap=6,
        selected=screen.chosen == target.name,
        tooltip=why_not(day.scenario, verb, target, day.moment) if verb else "",
    )  # fmt: skip


def _sample(day: Day, target: Target) -> str:
    """The longest that is ever said of how it stands with a target."""
    doors = [door.name for door in day.scenario.room.doors]
    if target.door and day.scenario.officers:
        names = [_("kept by {officer}").format(officer=officer.short) for officer in day.scenario.officers]
        return max([*names, _("room not ready")], key=len)
    if target.people and day.scenario.people[target.people[0]].role is Role.OFFICER:
        return _("keeps: {door}").format(door=max(doors, key=len))
    return _("room not ready") if target.door and day.scenario.room_ready is not None else _("not here yet")


def state_of(day: Day, target: Target) -> str:
    """How it stands with a target at the instant shown, in a few words."""
    now = day.moment
    if target.door:
        return door_words(day.scenario, target.name, now, _("free"))
    if len(target.people) == 1:
        place = target.people[0]
        return person_words(day.scenario, day.scenario.people[place], now.people[place], now)
    inside = sum(now.people[i].space is Space.ROOM for i in target.people)
    return _("{n} of {all} in").format(n=inside, all=len(target.people))


def _card(screen: RunScreen, ui: w.Ui, day: Day, target: Target) -> list[w.Node]:
    """Somebody was chosen: who it is, where, and the orders that make sense now, each with its key."""
    verbs = sensible(day.scenario, target, day.moment)
    person = day.scenario.people[target.people[0]] if len(target.people) == 1 else None
    name = person.name if person else target.words
    state = w.ticker(ui, "card.state", partial(state_of, day, target), _STATE, sample=_sample(day, target))
    told = about_officer if person and person.role is Role.OFFICER else about
    buttons = [
        w.button(
            f"say.{verb.name.lower()}", verb_name(verb), partial(screen.say, verb), key=key_of(verb), width=w.FLEX,
            align="left", tooltip=told(verb),
        )
        for verb in verbs
    ]  # fmt: skip
    parts = [
        w.note(capital(person.office)) if person and person.office else None,
        state,
        *_button_lines(buttons, verbs, told is about_officer),
        None if buttons else w.note(_("Nothing can be said to them now.")),
    ]
    back = w.button("card.close", _("Back"), screen.clear, key="escape", small=True)
    return [
        w.row(w.label(name, size=theme.HEAD, face="serif", role="heading", width=w.FLEX), back),
        w.scroll(*parts, id="card", gap=8),
    ]


def _button_lines(buttons: list[w.Node], verbs: tuple[Verb, ...], officer: bool) -> list[w.Node]:
    """The orders; under each what it means to an officer of the house, for whom it is another thing."""
    if not officer:
        return buttons
    return [node for button, verb in zip(buttons, verbs, strict=True) for node in (button, w.note(about_officer(verb)))]


def _announced(screen: RunScreen, day: Day) -> list[w.Node]:
    """What has been announced so far, the last at the top."""
    news = day.news()
    rows = [_news(screen, day, item, place) for place, item in reversed(list(enumerate(news)))]
    count = ngettext("{n} thing noted", "{n} things noted", len(news)).format(n=len(news))
    nothing = w.note(_("Nothing has happened yet."))
    return [
        w.row(
            w.heading(_("Noted")), w.spacer(),
            w.button("whom", _("Whom?"), screen.choose, key="t", small=True,
                     tooltip=_("Choose a person, a group or a door, then say what")),
        ),
        w.note(count) if news else nothing,
        w.scroll(*rows, id="news", gap=4),
    ]  # fmt: skip


def _news(screen: RunScreen, day: Day, item: News, place: int) -> w.Node:
    words = item.sentence(day.scenario)
    clock = w.label(clock_words(item.at), size=theme.SMALL, colour=theme.MUTED, width=w.em(58))
    return w.list_row(
        f"news.{place}", _mark(item.tone), w.column(clock, w.label(words, size=theme.SMALL), gap=1, width=w.FLEX),
        label=words, value=clock_words(item.at), on_press=lambda: screen.look(item.at), pad=(8, 4), gap=8,
        align="start", tooltip=_("Look back at this moment"),
    )  # fmt: skip


def _mark(tone: str) -> w.Node:
    """A triangle for what is wrong, a disc for what is well, a bar for the rest: shape as well as colour."""
    colour = _TONES[tone]

    def paint(surface: Surface, rect: Rect) -> None:
        x, y, half = rect.centerx, rect.centery, rect.width // 2
        if tone == "alarm":
            shapes.polygon(surface, [(x, y - half), (x + half, y + half), (x - half, y + half)], colour)
        elif tone == "caution":
            shapes.polygon(surface, [(x, y - half), (x + half, y), (x, y + half), (x - half, y)], colour)
        elif tone == "good":
            shapes.disc(surface, rect.center, half, colour)
        else:
            surface.fill(colour, Rect(rect.x, y - max(1, half // 3), rect.width, max(2, half // 2)))

    return w.Node("mark", axis="canvas", paint=paint, width=w.em(11), height=w.em(16))
