"""Parts of the widget set that need no window of their own."""

import itertools
import json
import os
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.stage import display, theme
from game.stage.intents import key_caption
from game.stage.settings import Settings, load_settings, save_settings
from game.stage.typeset import Span, Style, Typesetter

LIGHT = (
    theme.PAPER,
    theme.CARD,
    theme.WHITE,
    theme.SHEET,
    theme.BAIZE_TINT,
    theme.BRASS_TINT,
    theme.LINK_TINT,
)
NIGHT = (theme.NIGHT, theme.NIGHT_DEEP, theme.NIGHT_RAISED)


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *itertools.product((theme.INK, theme.MUTED, theme.LINK, theme.CAUTION), LIGHT),
        *itertools.product((theme.ON_NIGHT, theme.ON_NIGHT_MUTED, theme.ON_NIGHT_CAUTION), NIGHT),
        (theme.BAIZE, theme.BAIZE_TINT),
        (theme.ALARM, theme.ALARM_TINT),
        (theme.WHITE, theme.BAIZE),
        (theme.WHITE, theme.ALARM),
        (theme.FAINT, theme.PAPER),
        (theme.INK, theme.CREAM),
        (theme.ALARM, theme.CARD),
        (theme.BAIZE, theme.CARD),
    ],
)
def test_text_stands_out_from_its_ground(ink: theme.Colour, ground: theme.Colour) -> None:
    assert theme.contrast(ink, ground) >= 4.5


def test_contrast_of_black_on_white() -> None:
    assert round(theme.contrast((0, 0, 0), (255, 255, 255)), 2) == 21


@pytest.fixture
def setter() -> Typesetter:
    pygame.font.init()
    return Typesetter()


def lines(setter: Typesetter, text: str, width: int, most: int = 0) -> list[str]:
    setting = setter.set((Span(text, Style()),), 1.0, width, most)
    assert setting.width <= width
    return ["".join(piece.text for piece in line.pieces) for line in setting.lines]


def test_text_wraps_at_words_and_keeps_all_of_them(setter: Typesetter) -> None:
    text = "Seven ministers were sent out of the room on live television."
    broken = lines(setter, text, 150)
    assert len(broken) > 2
    assert " ".join(broken) == text


def test_a_word_longer_than_the_line_is_broken_between_letters(setter: Typesetter) -> None:
    broken = lines(setter, "Staatsminister Donaudampfschifffahrtsgesellschaft", 90)
    assert "".join(broken).replace(" ", "") == "StaatsministerDonaudampfschifffahrtsgesellschaft"


def test_a_line_break_begins_a_new_line(setter: Typesetter) -> None:
    assert lines(setter, "one\ntwo", 500) == ["one", "two"]


def test_a_cut_text_ends_in_an_ellipsis(setter: Typesetter) -> None:
    assert lines(setter, "one two three four five six", 90, 1)[0].endswith("…")


def test_pieces_in_several_styles_share_a_line(setter: Typesetter) -> None:
    spans = (Span("If nobody tells him, ", Style(weight="bold")), Span("he sits.", Style()))
    setting = setter.set(spans, 1.0, 500)
    (line,) = setting.lines
    assert [piece.text for piece in line.pieces] == ["If nobody tells him, ", "he sits."]
    assert line.pieces[1].x > 0


def test_a_key_is_printed_as_on_a_keyboard() -> None:
    assert key_caption("ctrl+z") == "Ctrl Z"
    assert key_caption("return") == "↵"
    assert key_caption("f11") == "F11"


def test_settings_come_back_as_saved(tmp_path: Path) -> None:
    wanted = Settings(text_size=150, full_screen=True, jump_quiet=False, intro_seen=True)
    file = tmp_path / "deep" / "settings.json"
    assert save_settings(wanted, file) == ""
    assert load_settings(file) == (wanted, "")
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"null", b"[" * 5_000])
def test_a_broken_settings_file_is_told_and_forgiven(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    settings, notice = load_settings(file)
    assert settings == Settings()
    assert str(file) in notice


def test_what_is_wrong_in_one_setting_leaves_the_others(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(
        json.dumps({"text_size": 900, "full_screen": "yes", "intro_seen": True, "new": 1}), encoding="utf-8"
    )
    assert load_settings(file) == (Settings(text_size=200, intro_seen=True), "")


def test_no_settings_file_is_no_news(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.json") == (Settings(), "")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert "could not be saved" in save_settings(Settings(), blocked / "settings.json")


def test_no_display_is_one_plain_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> None:
        raise pygame.error("No available video device")

    monkeypatch.setattr(pygame.display, "set_mode", refuse)
    with pytest.raises(display.NoDisplay, match="after-you run"):
        display.open_window()


def test_importing_the_stage_prints_nothing_and_opens_nothing() -> None:
    code = "import game.stage.app, pygame; print(pygame.display.get_init(), pygame.font.get_init())"
    env = {**os.environ, "SDL_VIDEODRIVER": "dummy"}
    env.pop("PYGAME_HIDE_SUPPORT_PROMPT", None)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_a_driver_that_shows_nothing_is_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SDL_VIDEODRIVER", raising=False)
    for name, answer in (("get_init", False), ("init", None), ("quit", None), ("get_driver", "offscreen")):
        monkeypatch.setattr(pygame.display, name, lambda answer=answer: answer)
    with pytest.raises(display.NoDisplay, match="offscreen"):
        display.open_window()
