"""The trainee's page as files: small, of its own, nothing put in as markup, every word from the table."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

from game.classroom.telling.trainee_words import trainee_words
from game.resources import assets

FOLDER = assets() / "pages" / "classroom"
LARGEST = 200_000
"""Bytes of all files as they lie on the disk."""

PACKED = 80_000
"""Bytes of all files and words as they travel: the server packs them, and every browser asks for that."""

MOMENTS = ("arrived", "called", "set out", "at door", "entered", "took place", "sat", "rose", "left", "sent out")
STEPS = ("brief", "plan", "run", "debrief", "again")
FIELDS = ("door", "set_out", "enter", "sit", "leave", "spacing", "pace", "place")
ENDINGS = {
    "attempt.": ("1", "2"),
    "brief.": ("custom", "order", "people", "day", "means", "sources"),
    "card.none.": ("enter", "set_out", "sit", "leave"),
    "cue.they.": ("enter", "set_out", "sit", "leave"),
    "debrief.": ("put_right", "waived", "improvised"),
    "gone.": ("no-token", "no-room", "no-such-trainee"),
    "have.": ("on air", "off air", "room ready", *(moment + form for moment in MOMENTS for form in (".one", ".other"))),
    "lobby.step.": tuple(step + more for step in STEPS for more in ("", ".text")),
    "phase.": ("join", "lobby", "brief", "plan", "run", "debrief", "end"),
    "said.": ("undo", "redo"),
    "state.": ("connecting", "offline"),
    "time.mark.": ("300", "60", "20"),
    "told.": FIELDS,
    "walk.": ("set_out", "at_door", "took_place", "sat", "left"),
}  # fmt: skip
"""What a key that is put together may end in."""


def ours() -> list[Path]:
    """The files of the trainee's page: the page, and whatever it loads."""
    found = [FOLDER / "index.html"]
    for path in found:
        text = path.read_text(encoding="utf-8")
        names = re.findall(r'"(?:\./|/static/)([\w.-]+)"', text)
        found += [FOLDER / name for name in dict.fromkeys(names) if FOLDER / name not in found]
    return found


def texts() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in ours()}


def scripts() -> str:
    return "\n".join(text for name, text in texts().items() if name.endswith(".js"))


def test_all_of_it_is_small() -> None:
    words = json.dumps(trainee_words()).encode()
    sizes = {path.name: path.stat().st_size for path in ours()}
    assert len(sizes) > 20
    assert sum(sizes.values()) <= LARGEST, sizes
    packed = sum(len(gzip.compress(path.read_bytes())) for path in ours()) + len(gzip.compress(words))
    assert packed <= PACKED


def test_nothing_comes_from_elsewhere() -> None:
    for name, text in texts().items():
        found = [url for url in re.findall(r"(?:https?:)?//[\w.-]+\.\w+", text) if "www.w3.org" not in url]
        assert not found, (name, found)


def test_nothing_is_put_in_as_markup_or_run_as_text() -> None:
    for name, text in texts().items():
        wrong = re.findall(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|cssText|srcdoc", text
        )
        assert not wrong, (name, wrong)
        assert not name.endswith(".html") or not re.search(r"\son\w+=|style=|<style|javascript:", text)


def test_every_word_is_in_the_table_and_every_word_of_the_table_is_used() -> None:
    table, code = trainee_words(), scripts()
    plain = set(re.findall(r'"([a-z]+(?:\.[\w-]+)+|[a-z_]+)"', code))
    counted = {f"{key}.{form}" for key in re.findall(r'\btn\("([\w.]+)"', code) for form in ("one", "other")}
    made = {begin + end for begin, ends in ENDINGS.items() if f"`{begin}${{" in code for end in ends}
    said = set(re.findall(r'\bt\("([\w.]+)"', code)) | counted | made
    assert said <= set(table), sorted(said - set(table))
    assert set(table) <= said | plain, sorted(set(table) - said - plain)
    begun = set(re.findall(r"`([a-z]+\.(?:[a-z_]+\.)*)\$\{", code))
    assert begun <= set(ENDINGS), begun - set(ENDINGS)


def test_every_value_in_a_word_is_given_a_plain_name() -> None:
    for key, text in trainee_words().items():
        assert re.sub(r"\{[a-z_]+\}", "", text).find("{") < 0, key


def test_files_stay_short() -> None:
    long = {name: text.count("\n") for name, text in texts().items() if text.count("\n") > 400}
    assert not long
