"""Joining a class: where it is, its code, under which name; or coming back to one.

What speaks over the network, and the screens of a class, are imported in a thread while one types.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from game.attempt.attended import Attended, attended, forget
from game.classroom.client.address import Address, NoAddress, read_address
from game.classroom.client.refusal import Refusal, Unreachable
from game.stage import flow
from game.stage import widgets as w
from game.stage.class_calls import Calls, Invitation, OverTheNetwork
from game.stage.errand import Errand
from game.wording.catalogue import _

if TYPE_CHECKING:
    from game.stage.attendance import Attendance, Line

LONGEST_CODE: Final = 24
LONGEST_NAME: Final = 40
LONGEST_ADDRESS: Final = 200


class JoinScreen(w.Screen):
    """First where and which class; then, once it has answered, under which name. Kept places are listed below."""

    def __init__(self, given: Invitation | None = None, calls: Calls | None = None) -> None:
        self.title = _("Join a class")
        self._given = given or Invitation()
        self._calls = calls or OverTheNetwork()
        self.address, self.code, self.name = self._given.address, self._given.code, self._given.name
        self.team = self.recovery = self.answer = ""
        self.room: dict[str, Any] | None = None
        self._where: Address | None = None
        self._looking: Errand[dict[str, Any]] | None = None
        self._arriving: Attendance | None = None
        self._ready: Errand[tuple[object, ...]] | None = None
        self._waits: Callable[[], None] | None = None
        self._places: tuple[Attended, ...] = ()

    # Time

    def enter(self) -> None:
        """Read the kept places; with an address and a code go there at once."""
        self._ready = Errand(_bring_in)
        self._places = attended()
        if not self.address and self._places:
            self.address = self._places[0].address
        if self._given.address and self._given.code:
            self._go_at_once()
        self.ui.move_focus("name" if self.room else "code" if self.address else "address")

    def _go_at_once(self) -> None:
        given, self._given = self._given, Invitation()
        known = self._known(given)
        if known is not None and not given.name:
            self.come_back(known)
        else:
            self.look()

    def _known(self, given: Invitation) -> Attended | None:
        try:
            address = str(read_address(given.address))
        except NoAddress:
            return None
        same = (one for one in self._places if (one.address, one.code) == (address, plain(given.code)))
        return next(same, None)

    def leave(self) -> None:
        """Whoever goes elsewhere while they are being let in hangs up."""
        if self._arriving is not None:
            self._arriving.close()

    def tick(self, ms: int) -> w.Screen | None:
        """Take in what the class answered."""
        if self._looking is not None and self._looking.done:
            self._seen(self._looking)
        if self._waits is not None and self._ready is not None and self._ready.done:
            waits, self._waits = self._waits, None
            waits()
        arriving = self._arriving
        if arriving is None:
            return None
        arriving.tick(ms)
        if arriving.gone:
            self._refused(arriving)
        elif arriving.news:
            self._arriving = None
            return flow.in_class(arriving)
        return None

    def _seen(self, looking: Errand[dict[str, Any]]) -> None:
        self._looking = None
        try:
            self.room = looking.result()
        except (Refusal, Unreachable) as failed:
            self.answer = getattr(failed, "sentence", "") or str(failed)
        else:
            self.name = self.name or str(self.room.get("proposal") or "")
            self.ui.move_focus("name" if self.room.get("names") != "given" else "join")
        self.ui.refresh()

    def _refused(self, arriving: Attendance) -> None:
        self.answer = arriving.gone
        for notice in arriving.take_notices():
            self.ui.toast(notice)
        arriving.close()
        self._arriving = None
        self._places = attended()
        self.ui.refresh()

    # Acting

    @property
    def busy(self) -> bool:
        """Whether an answer is being waited for."""
        return self._looking is not None or self._arriving is not None or self._waits is not None

    def type(self, field: str, text: str) -> None:
        """A field says this so far. With another class the one that was found is no longer it."""
        setattr(self, field, text.upper() if field == "code" else text)
        self.answer = ""
        if field in ("address", "code"):
            self.room = None
        self.ui.refresh()

    def look(self) -> None:
        """Ask the class what it is."""
        where = self._read_where()
        if where is not None and not self.busy:
            self._looking = Errand(partial(self._calls.look, where, plain(self.code)))
        self.ui.refresh()

    def _read_where(self) -> Address | None:
        self.answer = ""
        try:
            where = read_address(self.address)
        except NoAddress as wrong:
            self.answer = str(wrong)
            return None
        self.code = self.code or where.code
        if not plain(self.code):
            self.answer = _("Type the code of the class; it stands beside the address.")
            return None
        self._where = where
        return where

    def join(self) -> None:
        """Come in under this name."""
        if self._where is None or self.room is None or self.busy:
            return
        name = None if self.room.get("names") == "given" else self.name.strip() or None
        call = partial(self._calls.join, self._where, plain(self.code), name, self.team or None)
        self._arrive(call, Attended(str(self._where), plain(self.code), "", "", self.name))

    def recover(self) -> None:
        """Come back with the code one has written down."""
        where = self._read_where()
        if where is None or self.busy:
            self.ui.refresh()
            return
        if not self.recovery.strip():
            self.answer = _("Type the recovery code you were shown when you joined.")
            self.ui.refresh()
            return
        call = partial(self._calls.recover, where, plain(self.code), self.recovery.strip())
        self._arrive(call, Attended(str(where), plain(self.code), "", "", ""))

    def come_back(self, place: Attended) -> None:
        """Come back to a kept place."""
        if self.busy:
            return
        self.address, self.code = place.address, place.code
        where = self._read_where()
        if where is not None:
            self._arrive(partial(self._calls.back, where, place), place)
        self.ui.refresh()

    def _arrive(self, call: Callable[[], Line], place: Attended) -> None:
        def go() -> None:
            from game.stage.attendance import Attendance  # brings much with it

            self._arriving = Attendance(call(), place)

        self.answer, self._waits = "", go
        self.ui.refresh()

    def stop(self) -> w.Screen | None:
        """Give up what is being waited for, or else go back to the title."""
        if not self.busy:
            return flow.title()
        if self._arriving is not None:
            self._arriving.close()
        self._looking = self._arriving = self._waits = None
        self.answer = _("Given up.")
        self.ui.refresh()
        return None

    def shortcuts(self) -> list[w.Shortcut]:
        """Return goes to what has the focus by itself."""
        return [w.Shortcut("escape", _("Give up") if self.busy else _("Title"), self.stop)]

    # The tree

    def view(self, ui: w.Ui) -> w.Node:
        """What is asked above, the classes one has a place in below."""
        parts = [self._where_panel(ui)]
        if self.room is not None:
            parts.append(self._who_panel(ui, self.room))
        parts += [*self._kept(), self._recovery_panel(ui)]
        body = w.scroll(*parts, id="join.body", gap=12)
        hint = w.note(_("Tab next field · ↵ go on"))
        return w.page(w.header(ui, self.title), body, w.footer(self.shortcuts(), hint))

    def _entry(self, ui: w.Ui, field: str, words: str, submit: Any, longest: int) -> w.Node:
        value = str(getattr(self, field))
        entry = w.entry(ui, field, words, value, partial(self.type, field), on_submit=submit, longest=longest)
        return w.field(words, entry)

    def _where_panel(self, ui: w.Ui) -> w.Node:
        fields = [
            self._entry(ui, "address", _("Address of the class, such as 192.168.0.7:8642"), self.look, LONGEST_ADDRESS),
            self._entry(ui, "code", _("Code of the class"), self.look, LONGEST_CODE),
        ]
        return w.panel(
            w.prose(_("Your instructor shows you an address and a code. No account is needed, and nothing but what you "
                      "do in this class is sent.")),
            _side_by_side(ui, fields),
            w.label(self.answer, weight="semibold", colour=w.theme.ALARM, id="answer", role="status")
            if self.answer else None,
            w.row(
                w.button("look", _("Find the class"), self.look, kind="plain" if self.room else "primary",
                         enabled=not self.busy),
                w.note(_("Waiting for an answer …")) if self.busy else None, w.spacer(), gap=12,
            ),
            brass=True, id="join.where", gap=10,
        )  # fmt: skip

    def _who_panel(self, ui: w.Ui, room: dict[str, Any]) -> w.Node:
        given = room.get("names") == "given"
        teams = [str(team) for team in room.get("teams") or ()]
        fields: list[w.Node] = []
        if not given:
            fields.append(self._entry(ui, "name", _("Your name in the class; it need not be your own"), self.join,
                                      LONGEST_NAME))
        if teams:
            options = [("", _("any team")), *((team, team) for team in teams)]
            fields.append(w.field(_("Team"), w.combo(ui, "team", _("Team"), options, self.team, self._choose_team)))
        return w.panel(
            w.heading(str(room.get("title", ""))),
            w.label(_("The class is locked at the moment; ask your instructor.")) if not room.get("joinable", True)
            else None,
            w.note(_("You will be given a name.")) if given else None,
            _side_by_side(ui, fields) if fields else None,
            w.row(w.button("join", _("Join the class"), self.join, kind="primary", enabled=not self.busy), w.spacer()),
            id="join.who", gap=10,
        )  # fmt: skip

    def _choose_team(self, team: str) -> None:
        self.team = team
        self.ui.refresh()

    def _kept(self) -> list[w.Node]:
        if not self._places:
            return []
        rows = [self._place_row(number, place) for number, place in enumerate(self._places)]
        return [w.panel(w.heading(_("Go on in a class")), *rows, id="join.kept", gap=6)]

    def _place_row(self, number: int, place: Attended) -> w.Node:
        title = place.title or place.code
        as_whom = _("as {name} · {address} · {code}").format(name=place.name, address=place.address, code=place.code)
        text = w.column(w.label(title, weight="semibold"), w.note(as_whom), gap=1, width=w.FLEX)
        back = w.list_row(
            f"kept.{number}", text, label=title, value=as_whom, on_press=partial(self.come_back, place), pad=(12, 7)
        )
        back.width = w.FLEX
        forget = w.button(f"kept.{number}.forget", _("Forget"), partial(self.forget, place), kind="quiet", small=True,
                          tooltip=_("Whoever sits at this computer next cannot go on in your name."))
        return w.row(back, forget, gap=8)

    def forget(self, place: Attended) -> None:
        """Keep nothing of this place on this computer; in the class it stays."""
        if notice := forget(place):
            self.ui.toast(notice)
        self._places = attended()
        self.ui.refresh()

    def _recovery_panel(self, ui: w.Ui) -> w.Node:
        words = _("Recovery code, from another device")
        return w.panel(
            w.heading(_("Come back from another device")),
            w.note(_("With the address and the code of the class above, and the recovery code you were shown.")),
            _side_by_side(ui, [
                self._entry(ui, "recovery", words, self.recover, LONGEST_CODE),
                w.row(w.button("recover", _("Come back"), self.recover, enabled=not self.busy), w.spacer()),
            ]),
            id="join.recovery", gap=8,
        )  # fmt: skip


def _bring_in() -> tuple[object, ...]:
    """What a class needs, imported so that no frame waits for it."""
    from game.authoring import load
    from game.stage import attendance
    from game.stage.screens import class_brief, class_debrief, class_plan, class_run, class_wait

    return load, attendance, class_brief, class_debrief, class_plan, class_run, class_wait


def plain(code: str) -> str:
    """A code as it is meant, however it was written down: letters and digits."""
    return "".join(c for c in code.upper() if c.isascii() and c.isalnum())


def _side_by_side(ui: w.Ui, fields: list[w.Node]) -> w.Node:
    if not w.fits(ui, [420] * len(fields)):
        return w.column(*fields, gap=10)
    for field in fields:
        field.width = w.FLEX
    return w.row(*fields, gap=14, align="end")
