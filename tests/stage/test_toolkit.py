"""The widget set, played by the pilot: every control by keyboard alone and by mouse alone."""

from pathlib import Path

import pygame
import pytest
from pygame import Rect, Surface

from game.stage import widgets as w
from game.stage.app import App
from game.stage.crash import Crashed
from game.stage.settings import Settings
from tests.stage.layout_check import SIZES, problems
from tests.stage.pilot import Pilot, flying

DOORS = [
    ("main", "Main doors"),
    ("side", "Side door"),
    ("north", "North door, by the corridor of the guests"),
]


class Bench(w.Screen):
    """A screen with one of everything."""

    title = "Bench"

    def __init__(self) -> None:
        self.log: list[str] = []
        self.door = "side"
        self.seconds = 4
        self.pace = 30
        self.name = ""
        self.read_back = False
        self.chosen = 0
        self.asking = False

    def shortcuts(self) -> list[w.Shortcut]:
        return [
            w.Shortcut("g", "Brief a group", lambda: self.note("group")),
            w.Shortcut("return", "Open the doors", lambda: Second()),
            w.Shortcut("x", "Ask", self.ask),
        ]

    def note(self, what: str) -> None:
        self.log.append(what)

    def ask(self) -> None:
        self.asking = True

    def answer(self) -> None:
        self.asking = False

    def handle(self, intent: w.Intent) -> w.Screen | None:
        self.log.append(intent.name)
        return None

    def set(self, name: str, value: object) -> None:
        setattr(self, name, value)

    def view(self, ui: w.Ui) -> w.Node:
        if self.asking:
            ok = w.button("ask.ok", "Let it stand", self.answer, kind="primary")
            no = w.button("ask.no", "Send them out", lambda: self.note("out"))
            ui.dialog(
                w.dialog(
                    "ask", "They are seated", w.prose("What now?"), buttons=[ok, no], on_cancel=self.answer
                )
            )
        body = w.columns_or_tabs(
            ui,
            "sides",
            [
                w.Side("Order", self.people(), 300),
                w.Side("Room", self.room(), 300),
                w.Side("Briefing", self.card(ui), 300),
            ],
        )
        head = w.header(ui, "Plan", "A long subtitle that says where and when, and for which attempt this is")
        return w.page(head, body, w.footer(self.shortcuts(), w.button("go", "Go", Second, kind="primary")))

    def people(self) -> w.Node:
        rows = [
            w.list_row(
                f"person.{i}",
                w.label(f"Minister number {i}", width=w.FLEX),
                w.chip("unbriefed", "alarm_soft"),
                label=f"Minister {i}",
                selected=self.chosen == i,
                payload=i,
                on_press=lambda i=i: self.set("chosen", i),
            )
            for i in range(30)
        ]
        return w.panel(w.heading("Order of precedence"), w.scroll(*rows, id="people", gap=4))

    def room(self) -> w.Node:
        def paint(surface: Surface, rect: Rect) -> None:
            surface.fill(w.theme.SHEET, rect)

        def spots(rect: Rect) -> list[w.Node]:
            return [
                w.spot(
                    "kim", Rect(rect.x + 20, rect.y + 20, 40, 40), "Kim", on_press=lambda: self.note("kim")
                )
            ]

        return w.canvas(
            "room",
            paint,
            label="Room",
            spots=spots,
            live=True,
            on_drop=lambda payload, at: self.note(f"dropped {payload}"),
        )

    def card(self, ui: w.Ui) -> w.Node:
        seconds = w.stepper(
            "seconds", "Seconds", f"{self.seconds} s", lambda d: self.set("seconds", self.seconds + d)
        )
        return w.panel(
            w.scroll(
                w.field(
                    "Door", w.combo(ui, "door", "Door", DOORS, self.door, lambda key: self.set("door", key))
                ),
                seconds,
                w.slider("pace", "Pace", self.pace, (0, 100), lambda value: self.set("pace", value)),
                w.entry(ui, "name", "Name", self.name, lambda value: self.set("name", value)),
                w.checkbox("back", "Have it read back", self.read_back, lambda on: self.set("read_back", on)),
                w.label(
                    "A sentence that must be cut because it is far too long for its line", lines=1, id="cut"
                ),
                w.button("never", "Out of use", lambda: self.note("never"), enabled=False),
                id="card",
            ),
            brass=True,
        )


class Second(w.Screen):
    """Where the bench leads."""

    title = "Second"
    first_focus = "back"

    def view(self, ui: w.Ui) -> w.Node:
        return w.page(w.header(ui, "Second"), w.column(w.button("back", "Back", Bench)))


@pytest.fixture
def pilot(tmp_path: Path):
    with flying(Bench(), tmp_path) as pilot:
        yield pilot


def bench(pilot: Pilot) -> Bench:
    screen = pilot.app.screen
    assert isinstance(screen, Bench)
    return screen


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_no_text_leaves_its_box_and_nothing_overlaps(
    tmp_path: Path, size: tuple[int, int], text: int
) -> None:
    with flying(Bench(), tmp_path, size=size, settings=Settings(text_size=text)) as pilot:
        assert problems(pilot.tree()) == []
        for place in range(3):
            pilot.app.ui.keep("sides", place)
            pilot.frames()
            assert problems(pilot.tree()) == []
        for key in ("f1", "escape", "x"):
            pilot.press_key(key)
            assert problems(pilot.tree()) == []


def test_the_checker_sees_what_is_wrong(pilot: Pilot) -> None:
    node = pilot.find(id="cut")
    node.text_boxes[0].width += 400
    assert any("leaves its box" in problem for problem in problems(pilot.tree()))


def test_the_checker_sees_a_letter_the_font_lacks(pilot: Pilot) -> None:
    node = w.label("❚❚ pause, ✓ done")
    pilot.app.scene.tree.children.append(node)
    assert [problem for problem in problems(pilot.tree()) if "'❚'" in problem]
    assert not [problem for problem in problems(pilot.tree()) if "'✓'" in problem]


def test_panels_become_tabs_when_the_text_is_large(tmp_path: Path) -> None:
    with flying(Bench(), tmp_path, settings=Settings(text_size=200)) as pilot:
        assert not pilot.find_all(id="room")
        pilot.click("Room")
        assert pilot.find(id="room").rect.width > 1000


def test_tab_reaches_every_control_and_comes_round(pilot: Pilot) -> None:
    seen = []
    for _ in range(80):
        pilot.press_key("tab")
        assert pilot.focus is not None
        if pilot.focus.id in seen:
            break
        seen.append(pilot.focus.id)
    assert {"person.0", "kim", "door", "seconds", "pace", "name", "back", "go", "header.settings"} <= set(
        seen
    )
    assert "never" not in seen
    pilot.press_key("shift+tab")
    assert pilot.focus.id == seen[-1]


def test_the_focus_is_scrolled_into_view(pilot: Pilot) -> None:
    node = pilot.focus_on("person.29")
    assert node.clip.contains(node.rect)


def test_arrows_move_to_the_nearest_control(pilot: Pilot) -> None:
    pilot.focus_on("person.3")
    pilot.press_key("down")
    assert pilot.focus is not None
    assert pilot.focus.id == "person.4"
    pilot.press_key("right")
    assert pilot.focus.id == "kim"


def test_a_list_is_opened_and_chosen_by_keys(pilot: Pilot) -> None:
    pilot.focus_on("door")
    pilot.press_key("return")
    assert pilot.focus is not None
    assert pilot.focus.id == "door.side"
    pilot.press_key("down")
    pilot.press_key("return")
    assert bench(pilot).door == "north"
    assert pilot.focus.id == "door"
    pilot.press_key("left")
    assert bench(pilot).door == "side"
    pilot.press_key("space")
    pilot.press_key("m")
    pilot.press_key("escape")
    assert bench(pilot).door == "side"
    assert pilot.app.ui.open_list == ""


def test_a_list_is_opened_and_chosen_by_mouse(pilot: Pilot) -> None:
    pilot.click("door")
    pilot.click("Main doors")
    assert bench(pilot).door == "main"
    pilot.click("door")
    pilot.click("people")
    assert pilot.app.ui.open_list == ""
    assert bench(pilot).chosen == 0


def test_values_by_keys_and_by_mouse(pilot: Pilot) -> None:
    pilot.focus_on("seconds")
    pilot.press_key("right", times=2)
    pilot.click("seconds.less")
    assert bench(pilot).seconds == 5
    pilot.focus_on("pace")
    pilot.press_key("left")
    assert bench(pilot).pace == 29
    rect = pilot.find(id="pace").rect
    pilot.drag("pace", (rect.right - 2, rect.centery))
    assert bench(pilot).pace == 100
    pilot.click("back")
    assert bench(pilot).read_back
    pilot.focus_on("back")
    pilot.press_key("space")
    assert not bench(pilot).read_back


def test_typing_goes_into_the_field_and_not_to_the_shortcuts(pilot: Pilot) -> None:
    pilot.click("name")
    for key in ("g", "x", "a"):
        pilot.press_key(key)
    pilot.press_key("left")
    pilot.press_key("backspace")
    assert bench(pilot).name == "ga"
    assert bench(pilot).log == []
    assert not bench(pilot).asking


def test_shortcuts_by_key_and_in_the_footer(pilot: Pilot) -> None:
    pilot.press_key("g")
    pilot.click("footer.g")
    assert bench(pilot).log == ["group", "group"]
    pilot.press_key("f1")
    pilot.click("keys.g")
    assert bench(pilot).log == ["group"] * 3
    pilot.press_key("u")
    assert bench(pilot).log[-1] == "key"


def test_return_goes_to_the_focused_control_first(pilot: Pilot) -> None:
    pilot.focus_on("person.2")
    pilot.press_key("return")
    assert bench(pilot).chosen == 2
    pilot.click("person.1")
    pilot.press_key("return")
    assert pilot.app.screen.title == "Second"
    assert pilot.focus is not None
    assert pilot.focus.id == "back"


def test_a_dialog_keeps_the_focus_and_gives_it_back(pilot: Pilot) -> None:
    pilot.focus_on("person.5")
    pilot.press_key("x")
    for _ in range(5):
        assert pilot.focus is not None
        assert pilot.focus.id.startswith("ask.")
        pilot.press_key("tab")
    pilot.click((5, 300))
    assert bench(pilot).asking
    pilot.press_key("g")
    assert bench(pilot).log == []
    pilot.press_key("escape")
    assert not bench(pilot).asking
    assert pilot.focus is not None
    assert pilot.focus.id == "person.5"


def test_a_person_is_carried_to_the_room(pilot: Pilot) -> None:
    pilot.drag("person.3", "room")
    assert bench(pilot).log == ["dropped 3"]
    assert bench(pilot).chosen == 0


def test_escape_lets_go_of_what_is_carried(pilot: Pilot) -> None:
    rect = pilot.find(id="person.3").rect
    at = rect.center
    for kind, pos in ((pygame.MOUSEBUTTONDOWN, at), (pygame.MOUSEMOTION, (at[0] + 300, at[1]))):
        pygame.event.post(pygame.event.Event(kind, pos=pos, button=1, rel=(0, 0), buttons=(1, 0, 0)))
        pilot.frames()
    assert pilot.app.ui.carried == 3
    pilot.press_key("escape")
    assert pilot.app.ui.carried is None
    assert bench(pilot).log == []


def test_the_wheel_and_the_bar_scroll(pilot: Pilot) -> None:
    area = pilot.find(id="people")
    pilot.wheel(area.rect.center, -3)
    after_wheel = pilot.app.ui.offsets["people"]
    assert after_wheel > 0
    pilot.drag((area.rect.right - 5, area.rect.y + 20), (area.rect.right - 5, area.rect.bottom - 1))
    assert pilot.app.ui.offsets["people"] > after_wheel
    pilot.focus_on("person.0")
    pilot.press_key("end")
    assert pilot.find(id="person.29").rect.colliderect(area.rect)


def test_a_cut_text_tells_the_whole_in_its_tooltip(pilot: Pilot) -> None:
    node = pilot.find(id="cut")
    assert node.setting is not None
    assert node.setting.cut
    assert "…" in node.setting.lines[0].pieces[-1].text
    pilot.hover("cut")
    assert "far too long for its line" in pilot.find(role="tooltip").label


def test_the_tree_says_label_role_and_value(pilot: Pilot) -> None:
    door, never = pilot.focus_on("door"), pilot.find(id="never")
    assert (door.said, door.role, door.value) == ("Door", "combo", "Side door")
    assert (never.said, never.role, never.enabled) == ("Out of use", "button", False)


def test_out_of_use_does_nothing(pilot: Pilot) -> None:
    pilot.click("never")
    assert bench(pilot).log == []


def test_a_toast_goes_away(pilot: Pilot) -> None:
    pilot.app.ui.toast("Autosaved")
    pilot.frames()
    assert pilot.says("Autosaved")
    pilot.frames(20, 250)
    assert not pilot.says("Autosaved")


def test_settings_take_effect_at_once_and_are_kept(pilot: Pilot, tmp_path: Path) -> None:
    before = pilot.find(label="Order of precedence").rect.height
    pilot.click("header.settings")
    pilot.focus_on("settings.text")
    pilot.press_key("right", times=10)
    pilot.press_key("escape")
    pilot.app.ui.keep("sides", 0)
    pilot.frames()
    assert pilot.app.ui.settings.text_size == 200
    assert pilot.find(label="Order of precedence").rect.height > 1.7 * before
    assert '"text_size": 200' in (tmp_path / "settings.json").read_text(encoding="utf-8")


def test_closing_the_window_ends_the_loop(pilot: Pilot) -> None:
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    assert not pilot.frames()


def test_a_crash_saves_the_attempt_writes_a_log_and_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken(Second):
        def tick(self, ms: int) -> w.Screen | None:
            raise RuntimeError("the ceiling came down")

        def save_after_crash(self) -> str:
            return "Your attempt is in attempt.yaml."

    monkeypatch.setattr("game.stage.app.log_folder", lambda: tmp_path / "logs")
    with pytest.raises(Crashed) as told:
        App(Broken(), settings_file=tmp_path / "settings.json").run()
    (log,) = (tmp_path / "logs").glob("*.log")
    assert "Your attempt is in attempt.yaml." in str(told.value)
    assert str(log) in str(told.value)
    assert "the ceiling came down" in log.read_text(encoding="utf-8")


def test_full_screen_by_key_and_back(pilot: Pilot) -> None:
    pilot.press_key("f11")
    assert pilot.app.ui.settings.full_screen
    pilot.press_key("f11")
    assert not pilot.app.ui.settings.full_screen
    assert pilot.app.ui.size == (1280, 720)


def test_a_larger_window_shows_everything_larger(pilot: Pilot) -> None:
    before = pilot.find(id="go").rect.height
    pygame.display.set_mode((1920, 1080), pygame.RESIZABLE)
    pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=(1920, 1080), w=1920, h=1080))
    pilot.frames()
    assert pilot.find(id="go").rect.height >= 1.4 * before
    assert problems(pilot.tree()) == []


def test_text_size_by_key(pilot: Pilot) -> None:
    pilot.press_key("ctrl+=")
    assert pilot.app.ui.settings.text_size == 110
    pilot.press_key("ctrl+-", times=3)
    assert pilot.app.ui.settings.text_size == 100


def test_one_frame_of_many_moves_ends_where_the_last_one_did(pilot: Pilot) -> None:
    for x in range(100, 200, 10):
        pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=(x, 50), rel=(0, 0), buttons=(0, 0, 0)))
    pilot.frames()
    assert pilot.app.pointer.at == (190, 50)


def test_a_held_key_presses_once_but_moves_on(pilot: Pilot) -> None:
    for _ in range(3):
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_g, mod=0, unicode="g", scancode=0))
        pilot.frames()
    assert bench(pilot).log == ["group"]
    pilot.focus_on("person.0")
    for _ in range(3):
        down = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_DOWN, mod=0, unicode="", scancode=0)
        pygame.event.post(down)
        pilot.frames()
    assert pilot.focus is not None
    assert pilot.focus.id == "person.3"
