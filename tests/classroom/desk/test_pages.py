"""Desk and projector as files: every word in the tables, nothing from elsewhere, no way in for anybody's markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from game.classroom.room.desk import VERBS, VIEWS
from game.classroom.room.stages import MINUTES
from game.classroom.telling.desk_words import desk_words
from game.classroom.telling.projector_words import projector_words
from game.wording import catalogue
from tests.classroom.desk.fake import PAGES
from tests.pseudo import PseudoTranslations, unmarked

OURS: Final = sorted([*PAGES.glob("desk*"), *PAGES.glob("projector*"), PAGES / "office.css", PAGES / "room.css"])
SCRIPTS: Final = {
    "desk": [path for path in OURS if path.suffix == ".js" and path.name.startswith("desk")],
    "projector": [path for path in OURS if path.suffix == ".js" and path.name.startswith("projector")],
}
TABLES: Final[dict[str, Callable[[], dict[str, str]]]] = {"desk": desk_words, "projector": projector_words}

MADE: Final = {
    "desk": {
        "stage.": MINUTES,
        "state.": ["away", "unbriefed", "illegal", "working", "rehearsing", "ready", "outside", "quiet"],
        "next.": [*[name for name in MINUTES if name != "lobby"], "next-scenario"],
        "next-hint.": [*[name for name in MINUTES if name != "lobby"], "over"],
        "now.": ["brief", "run", "debrief", "end"], "view.": VIEWS, "help.": ["verdicts", "positions", "none"],
        "class.sort-": ["help", "name", "total"], "files.": ["debrief", "gradebook", "results", "events", "roster"],
        "person.total-": ["1", "2"], "data.": ["stored", "not-stored", "how-long", "who-sees", "delete", "where"],
    },
    "projector": {"stage.": MINUTES, "view.": VIEWS},
}  # fmt: skip
"""Keys that the pages put together from a beginning and one of these."""

SAID: Final = re.compile(
    r"\bt(n?)\((?:[^()\"`]|\([^()]*\))*?\"([a-z][a-z0-9 .-]*)\"(?:\s*:\s*\"([a-z][a-z0-9 .-]*)\")?"
)


def used(page: str) -> set[str]:
    """The keys that the scripts of a page name as they are."""
    found = set()
    for path in SCRIPTS[page]:
        for counts, *keys in SAID.findall(path.read_text(encoding="utf-8")):
            for key in filter(None, keys):
                found |= {f"{key}.one", f"{key}.other"} if counts else {key}
    return found


def put_together(page: str) -> set[str]:
    return {f"{start}{end}" for start, ends in MADE[page].items() for end in ends}


@pytest.mark.parametrize("page", TABLES)
def test_every_word_the_page_asks_for_is_in_its_table(page: str) -> None:
    assert len(used(page)) > 30
    assert sorted((used(page) | put_together(page)) - set(TABLES[page]())) == []


@pytest.mark.parametrize("page", TABLES)
def test_no_word_of_a_table_is_there_for_nothing(page: str) -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in SCRIPTS[page])
    literal = set(re.findall(r"\"([a-z][a-z0-9 .-]*)\"", text))
    known = put_together(page) | {f"{key}{end}" for key in literal for end in ("", ".one", ".other", "-what", "-text")}
    known |= {f"{key}-what" for key in put_together(page)} | {f"{key}-text" for key in put_together(page)}
    assert sorted(set(TABLES[page]()) - known) == []


@pytest.mark.parametrize("page", TABLES)
def test_every_word_goes_through_the_catalogue(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "_current", PseudoTranslations())
    assert [
        text for key, text in TABLES[page]().items()
        if key != "after-you" and unmarked(re.sub(r"\{\w+\}", "", text), [])
    ] == []


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_nothing_comes_from_elsewhere_and_no_text_becomes_markup(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) < 400
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", text)
    assert not re.search(r"https?://|//cdn|@import", text)
    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)|<style|\sstyle=\"|\son\w+=\"", text)


@pytest.mark.parametrize("path", [path for path in OURS if path.suffix == ".js"], ids=lambda path: path.name)
def test_every_module_that_is_imported_is_there_and_gives_what_is_taken(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for names, module in re.findall(r"import \{([^}]*)\} from \"\./([\w-]+\.js)\"", text):
        given = (PAGES / module).read_text(encoding="utf-8")
        for name in (each.strip() for each in names.split(",")):
            assert re.search(rf"export (?:async )?(?:function|class|const|let) {name}\b", given), (module, name)
            assert len(re.findall(rf"\b{name}\b", text)) > 1, f"{name} is taken for nothing"


def test_the_hour_and_the_views_are_those_of_the_room() -> None:
    sense = (PAGES / "desk_sense.js").read_text(encoding="utf-8")
    hour = re.search(r"HOUR = \{(.*?)\};", sense, re.S)
    assert hour is not None
    assert {key: int(n) for key, n in re.findall(r"\"?([a-z][a-z ]*)\"?: (\d+)", hour[1])} == dict(MINUTES)
    side = (PAGES / "desk_side.js").read_text(encoding="utf-8")
    debrief = (PAGES / "projector_debrief.js").read_text(encoding="utf-8")
    listed = re.search(r"DEBRIEF = \[(.*?)\]", side)
    shown = re.search(r"DEBRIEF = \[(.*?)\]", debrief)
    assert listed is not None
    assert shown is not None
    assert listed[1] == shown[1]
    assert {*re.findall(r"\"(\w+)\"", listed[1]), "stage", "lobby", "brief", "room"} == set(VIEWS)


def test_every_verb_of_the_desk_has_its_control() -> None:
    said = "".join(path.read_text(encoding="utf-8") for path in SCRIPTS["desk"])
    for verb in (*VERBS, "forget", "delete"):
        assert re.search(rf"act\([^)]*\"{verb}\"", said), verb
