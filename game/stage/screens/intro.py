"""The first start: the incident plays by itself, stops as the official steps in, and the player is asked.

Its first frame is a card in words, so that the window opens at once; everything else is loaded behind it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pygame import SRCALPHA, Rect, Surface

from game.stage import flow
from game.stage import widgets as w
from game.wording.catalogue import _, language

if TYPE_CHECKING:
    from game.drawing.painter import RoomPainter
    from game.stage.screens.intro_story import Story

INCIDENT: Final = "pyongyang-2024"
LESSON: Final = "first-steps"

CARD_MS: Final = 5_000
"""How long the opening card stands."""

HOLD_MS: Final = 3_500
"""How long the official's words stand before the question comes."""


class IntroScreen(w.Screen):
    """Card, incident, question. Left at once by Escape, Return or the button; never shown again unasked."""

    ground = w.theme.NIGHT_DEEP
    first_focus = "skip"

    def __init__(self) -> None:
        self.title = _("How it happened")
        self._story: Story | None = None
        self._painter: RoomPainter | None = None
        self._made_for: tuple[tuple[int, int], float] = ((0, 0), 1.0)
        self._instant = 0
        self._shown_ms = 0  # since the card or the last picture of the story stood still
        self._drawn = False
        self._asks = False

    # Time

    def leave(self) -> None:
        """However it is left, it was seen."""
        if not self.ui.settings.intro_seen:
            self.ui.change_settings(replace(self.ui.settings, intro_seen=True))

    def tick(self, ms: int) -> w.Screen | None:
        """Load behind the card, then let the incident happen."""
        if not self._drawn:  # the card has to stand before anything is loaded
            self._drawn = ms > 0
            return None
        if self._story is None:
            return self._load()
        if self._shown_ms < CARD_MS:
            self._stand(ms, CARD_MS)
        elif self._instant < self._story.ends:
            self._play(ms)
        elif not self._asks:
            self._asks = self._stand(ms, CARD_MS + HOLD_MS)
            if self._asks:
                self.ui.move_focus("begin")
        return None

    def _stand(self, ms: int, until: int) -> bool:
        self._shown_ms += ms
        if self._shown_ms < until:
            return False
        self.ui.refresh()
        return True

    def _play(self, ms: int) -> None:
        assert self._story is not None
        before = self._seen()
        self._instant = self._story.after(self._instant, ms)
        if self._seen() != before:
            self.ui.refresh()

    def _seen(self) -> tuple[object, ...]:
        """What the tree shows of the instant; the room itself is painted at every frame."""
        story = self._story
        assert story is not None
        return (*story.caption(self._instant), story.timeline.on_air(self._instant))

    def _load(self) -> w.Screen | None:
        from game.authoring.load import load_scenario
        from game.authoring.problems import ProblemsFound
        from game.resources import scenarios
        from game.stage.screens.intro_story import Story

        try:
            self._story = Story(load_scenario(scenarios() / f"{INCIDENT}.yaml", language()))
        except ProblemsFound:
            return flow.scenario_list()  # which says what is wrong with the file
        self._instant = self._story.begins
        return None

    # What one can do

    def shortcuts(self) -> list[w.Shortcut]:
        """Escape and Return leave."""
        if self._asks:
            return [w.Shortcut("escape", _("Title"), flow.title)]
        return [w.Shortcut("escape", _("Skip"), flow.title), w.Shortcut("return", _("Skip"), flow.title)]

    def begin(self) -> w.Screen | None:
        """Prevent it."""
        return self._open(INCIDENT)

    def lesson(self) -> w.Screen | None:
        """Learn it first."""
        return self._open(LESSON)

    def _open(self, scenario: str) -> w.Screen:
        from game.authoring.problems import ProblemsFound
        from game.stage.session import Session

        try:
            return flow.brief(Session.open(scenario))
        except ProblemsFound:
            return flow.scenario_list()

    # What is seen

    def view(self, ui: w.Ui) -> w.Node:
        """The card, or bar, room and caption."""
        if self._story is None or self._shown_ms < CARD_MS:
            return self._page(self._bar(ui), self._card(ui))
        body = self._question(ui) if self._asks else self._room(ui, live=True)
        return self._page(self._bar(ui), body, None if self._asks else self._caption())

    def _page(self, *parts: w.Node | None) -> w.Node:
        return w.column(*parts, gap=0, width=w.FLEX, height=w.FLEX, id="page", role="page")

    def _bar(self, ui: w.Ui) -> w.Node:
        story, words = self._story, [w.label(_("Leaders first · Pyongyang"), colour=w.theme.ON_NIGHT_MUTED)]
        if story is not None and self._shown_ms >= CARD_MS:
            on_air = story.timeline.on_air(self._instant)
            sign = w.chip(_("● ON AIR"), "alarm") if on_air else w.chip(_("off air"), "night")
            style = w.Style("sans", "semibold", 22, w.theme.ON_NIGHT)
            words = [w.ticker(ui, "clock", self._clock, style, sample="00:00:00", role="clock"), sign, *words]
        skip = None
        if not self._asks:
            skip = w.button("skip", _("Skip"), flow.title, kind="night", key="escape")
        left = w.row(*words, gap=14, width=w.FLEX)
        bar = w.row(left, skip, pad=(22, 7), box=w.Box(w.theme.NIGHT, radius=0), id="bar", role="header")
        bar.height = w.fixed(52)
        return bar

    def _clock(self) -> str:
        from game.protocol.units import format_clock

        return format_clock(self._instant)

    def _card(self, ui: w.Ui) -> w.Node:
        said = [
            w.title(_("Pyongyang, 19 June 2024"), size=44, colour=w.theme.CREAM, align="centre"),
            w.label(
                _("Shortly before the talks. The negotiation room is on live television already. "
                  "In this house the two leaders enter first, and everybody else after them."),
                face="serif", size=21, colour=w.theme.ON_NIGHT, align="centre",
            ),
            w.label(
                _("This happened. Who came in and what followed is told after The Moscow Times, Kyiv Post "
                  "and others; the room and the times are reconstructed."),
                size=w.theme.SMALL, colour=w.theme.ON_NIGHT_MUTED, align="centre",
            ),
        ]  # fmt: skip
        text = w.column(*said, gap=18, width=self._wide(ui, 640), justify="centre")
        middle = w.row(w.spacer(), text, w.spacer(), gap=0, width=w.FLEX)
        return w.column(middle, height=w.FLEX, justify="centre", pad=(30, 10))

    @staticmethod
    def _wide(ui: w.Ui, units: float) -> w.Size:
        """A width that grows with the text but never out of the window."""
        return w.fixed(min(units * ui.text_factor, ui.width - 80))

    def _room(self, ui: w.Ui, *, live: bool) -> w.Node:
        def paint(surface: Surface, rect: Rect) -> None:
            self._paint(ui, surface, rect)
            if not live:
                veil = Surface(rect.size, SRCALPHA)
                veil.fill((*w.theme.NIGHT_DEEP, 130))
                surface.blit(veil, rect)

        return w.canvas("room", paint, label=_("The negotiation room"), live=live, role="picture")

    def _paint(self, ui: w.Ui, surface: Surface, rect: Rect) -> None:
        from game.drawing.painter import RoomPainter
        from game.drawing.scene import scene_at

        story = self._story
        assert story is not None
        made_for = (rect.size, ui.text_scale)
        if self._painter is None or self._made_for != made_for:
            self._made_for = made_for
            self._painter = RoomPainter(story.scenario, rect.size, text=ui.text_scale, night=True)
        self._painter.paint(surface, rect.topleft, scene_at(story.scenario, story.timeline, self._instant))

    def _caption(self) -> w.Node:
        assert self._story is not None
        words, custom = self._story.caption(self._instant)
        broken = w.paragraph(
            w.span(_("⚠ The custom of this house:"), "semibold", w.theme.ON_NIGHT_CAUTION, 15),
            w.span("  " + custom, "regular", w.theme.ON_NIGHT, 15),
        ) if custom else w.label(" ", size=15)  # fmt: skip
        text = w.label(words, face="serif", size=24, colour=w.theme.CREAM, id="caption", role="caption")
        band = w.column(text, broken, gap=5, pad=(30, 10, 30, 14), box=w.Box(w.theme.NIGHT, radius=0))
        band.height = w.em(92)
        return band

    def _question(self, ui: w.Ui) -> w.Node:
        buttons = w.flow(
            w.button("begin", _("Prevent it"), self.begin, kind="primary"),
            w.button("lesson", _("First lesson"), self.lesson),
            w.button("title", _("Title"), flow.title, kind="quiet"),
            gap=10,
        )  # fmt: skip
        panel = w.panel(
            w.title(_("The same morning, an hour earlier."), size=30),
            w.prose(
                _("You are the protocol officer. Nobody has been told anything yet. Prevent it."), size=20
            ),
            buttons,
            w.note(_("New to this? The first lesson takes three minutes.")),
            id="question", label=_("Prevent it"), brass=True, pad=(30, 22), gap=16,
            width=self._wide(ui, 560),
        )  # fmt: skip
        middle = w.row(w.spacer(), panel, w.spacer(), gap=0, width=w.FLEX)
        over = w.column(middle, height=w.FLEX, justify="end", pad=(0, 0, 0, 30))
        return w.stack(self._room(ui, live=False), over, width=w.FLEX, height=w.FLEX)
