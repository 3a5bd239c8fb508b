"""The debrief of a class on paper, on the projector and in other programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from functools import cache
from html.parser import HTMLParser

import pytest
from openpyxl import load_workbook

from game.planning.class_debrief import Attempt, ClassDebrief, class_debrief
from game.planning.mistakes import mistake
from game.planning.robust import robust
from game.protocol.plan import Plan
from game.report.class_document import class_json
from game.report.class_page import class_page
from game.report.class_tables import events, gradebook, harmless, workbook
from game.report.class_text import class_text
from game.report.class_values import LeftAside, chart
from game.scoring.scorecard import score
from game.simulation.circumstances import draw
from game.simulation.engine import simulate
from game.wording import catalogue
from game.wording.class_debrief import mistake_sentence
from tests.classes import FIRST_STEPS, KINDS, PLANTED, PYONGYANG, REFERENCE, ministers
from tests.pseudo import PseudoTranslations, authors_texts, unmarked

EVIL = "<script>alert('x')</script>&\"=1+1"
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1+1")
VOID = {"meta", "br", "hr", "img", "input", "link"}


@cache
def played(which: int, seed: int = 1) -> Attempt:
    plan = KINDS[which][1]
    trace = simulate(PYONGYANG, plan, draw(PYONGYANG, seed))
    return Attempt("", 1, seed, plan, (), trace, score(PYONGYANG, trace), robust(PYONGYANG, plan, (), seed, 20))


def run_of(trainee: str, which: int, nth: int = 1) -> Attempt:
    one = played(which)
    return Attempt(trainee, nth, one.seed, one.plan, one.orders, one.trace, one.card, one.robust)


def debriefs(names: Sequence[str] = ("ann", "bob", "cy")) -> list[ClassDebrief]:
    runs = [run_of(name, nth % 2) for nth, name in enumerate(names)]
    return [class_debrief(PYONGYANG, [*runs, run_of(names[0], 3, 2)])]


class Page(HTMLParser):
    """A page as its elements, which must be well nested, and its texts by the element they stand in."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open:
            self.texts.append((self.open[-1], " ".join(data.split())))

    def of(self, tag: str) -> list[str]:
        return [text for where, text in self.texts if where == tag]


def test_the_page_has_these_parts_in_this_order() -> None:
    page = Page(class_page(debriefs(), [LeftAside("broken.json", "This replay file is damaged.")]))
    assert page.of("h1") == ["Leaders first"]
    assert page.of("h2") == [
        "The commonest wrong plan", "Breaches by rule", "Breaches by event", "Two plans side by side",
        "First and last try", "Questions", "What really happened", "Sheets", "ann", "bob", "cy", "Left aside",
    ]  # fmt: skip
    sheets = [about for tag, about in page.elements if tag == "section" and about.get("class") == "sheet"]
    assert [about["id"] for about in sheets] == ["s1-1", "s1-2", "s1-3"]
    assert page.of("caption").count("What you said") == 4  # three first tries and one second


def test_the_page_stands_alone_and_can_be_read_by_everybody() -> None:
    text = class_page(debriefs())
    page = Page(text)
    assert not [tag for tag, _about in page.elements if tag in ("script", "link", "img", "iframe", "object")]
    assert "url(" not in text
    assert "@import" not in text
    assert all(about["href"].startswith("#") for tag, about in page.elements if tag == "a" and about["href"])
    ids = [about["id"] for _tag, about in page.elements if about.get("id")]
    assert len(ids) == len(set(ids))
    for tag, about in page.elements:
        for key in ("href", "aria-labelledby"):
            for name in (about.get(key) or "").split():
                assert name.removeprefix("#") in ids, (tag, name)
    charts = [about for tag, about in page.elements if tag == "svg"]
    assert len(charts) == 4
    assert all(about["role"] == "img" for about in charts)
    assert page.of("desc")[0] == "0–9: 1 run; 90–100: 2 runs"
    tables = sum(tag == "table" for tag, _ in page.elements)
    assert tables == len(page.of("caption"))
    assert all(about.get("scope") in ("col", "row") for tag, about in page.elements if tag == "th")
    assert page.elements[0] == ("html", {"lang": "en"})
    assert ".scenario:not(:first-child), .sheet { break-before: page;" in text


def test_the_class_part_names_no_trainee() -> None:
    text = class_page(debriefs(["zwingli", "xanthippe", "quentin"]))
    class_part = text[: text.index("<nav")]
    assert len(class_part) > 5_000
    for name in ("zwingli", "xanthippe", "quentin"):
        assert name not in class_part
        assert name in text
        assert name not in class_text(debriefs(["zwingli", "xanthippe", "quentin"]))


def test_whatever_a_pseudonym_holds_the_page_shows_it_and_obeys_none_of_it() -> None:
    text = class_page(debriefs([EVIL, "bob"]), [LeftAside(EVIL, EVIL)])
    page = Page(text)
    assert EVIL in page.of("h2")
    assert "<script" not in text
    assert all(not name.startswith("on") for _tag, about in page.elements for name in about)


def test_the_gradebook_is_read_by_spreadsheets_as_it_is_meant() -> None:
    text = gradebook(debriefs())
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text[1:], newline="")))
    assert rows == [
        ["Username", "pyongyang-2024: first try", "pyongyang-2024: last try", "pyongyang-2024: last grade",
         "pyongyang-2024: last try clean on days of 100", "pyongyang-2024: tries"],
        ["ann", "94", "100", "A", "100", "2"],
        ["bob", "4", "4", "F", rows[2][4], "1"],
        ["cy", "94", "94", "A", "0", "1"],
    ]  # fmt: skip
    assert text.count("\r\n") == text.count("\n") == 4


@pytest.mark.parametrize("name", FORMULAS)
def test_no_name_is_a_formula_anywhere(name: str) -> None:
    assert harmless(name) == f"'{name}"
    rows = list(csv.reader(io.StringIO(gradebook(debriefs([name, "bob"]))[1:], newline="")))
    assert f"'{name}" in [row[0] for row in rows]
    book = load_workbook(io.BytesIO(workbook(debriefs([name, "bob"]), [LeftAside(name, name)])))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell for cell in cells if cell.data_type == "f"]
    named = [cell for cell in cells if isinstance(cell.value, str) and cell.value.strip() == name.strip()]
    assert named
    assert all(cell.quotePrefix and cell.data_type == "s" for cell in named)


@pytest.mark.parametrize("cell", ["anna", "a=b", "", 0, -5, "1-2"])
def test_what_is_harmless_stays_as_it_is(cell: str | int) -> None:
    assert harmless(cell) == cell


def test_the_workbook_is_read_back() -> None:
    book = load_workbook(io.BytesIO(workbook(debriefs(["an\x00n", "bob"]))))
    assert book.sheetnames == ["Runs", "Breaches by rule", "Breaches by event", "Wrong plans"]
    runs = list(book["Runs"].values)
    assert runs[0][:6] == ("trainee", "scenario", "try", "day", "total", "grade")
    assert [row[:6] for row in runs[1:]] == [
        ("an n", "pyongyang-2024", 1, 1, 94, "A"), ("an n", "pyongyang-2024", 2, 1, 100, "A"),
        ("bob", "pyongyang-2024", 1, 1, 4, "F"),
    ]  # fmt: skip
    assert {row[1] for row in list(book["Breaches by rule"].values)[1:]} >= {"leaders-first"}


def test_every_event_of_every_run_is_a_line() -> None:
    lines = [json.loads(line) for line in events(debriefs())]
    told = debriefs()[0]
    assert len(lines) == sum(len(one.trace.events) for trainee in told.trainees for one in trainee.attempts)
    assert {(line["trainee"], line["try"]) for line in lines} == {("ann", 1), ("ann", 2), ("bob", 1), ("cy", 1)}
    assert set(lines[0]) >= {"scenario", "trainee", "try", "seed", "at", "what"}


def test_the_text_says_what_matters_in_these_words() -> None:
    text = class_text(debriefs(), [LeftAside("b.json", "This replay file is damaged.")])
    plain = " ".join(text.split())
    assert max(map(len, text.splitlines())) <= 92
    for said in (
        "3 runs. Totals: 4 to 94, the middle one 94. Aim reached: 3; clean: 0.",
        "Everybody played day 1, with the same circumstances.",
        "The commonest wrong plan (2 of 3 plans) The ministers of Russia were told to wait for the wrong thing, or for "
        "too little (to enter as soon as Kim Jong Un has entered). So “The picture is the leaders'” was broken.",
        "1 × The ministers of Russia were told a time of day, and no event to wait for (to enter at 12:37). So "
        "“Leaders first” was broken.",
        "Plan B told the ministers of Russia: enter as soon as Kim Jong Un and Vladimir Putin are in place; plan A: "
        "enter as soon as Kim Jong Un has entered; with that alone plan A would have come to 100 points instead of 94.",
        "1 trainee tried again. Better: 1; the same: 0; worse: 0. The middle total was 94 and is 100;",
        "Left aside b.json: This replay file is damaged.",
    ):
        assert said in plain


def test_a_class_without_a_mistake_is_told_so() -> None:
    trace = simulate(FIRST_STEPS, FIRST_STEPS.plan("reference").plan, draw(FIRST_STEPS, 1))
    given = FIRST_STEPS.plan("reference").plan
    one = Attempt("a", 1, 1, given, (), trace, score(FIRST_STEPS, trace), robust(FIRST_STEPS, given, days=5))
    good = [class_debrief(FIRST_STEPS, [one])]
    assert "No plan went wrong: everybody's day was clean." in class_text(good)
    text = class_page([*good, *debriefs()])
    assert "there is nothing to set side by side" in text
    assert Page(text).of("h1") == [FIRST_STEPS.title, "Leaders first"]
    assert class_json(good)["debriefs"][0]["contrast"] is None


def test_who_comes_too_late_waited_for_too_long() -> None:
    after = ministers(enter="after leaders took place + 1 min", sit="after leaders sat")
    trace = simulate(PYONGYANG, after, draw(PYONGYANG, 1))
    made = mistake(PYONGYANG, after, trace)
    assert made is not None
    assert mistake_sentence(PYONGYANG, made) == (
        "The ministers of Russia were told to wait for the wrong thing, or for too long (to enter 1 min after Kim Jong "
        "Un and Vladimir Putin are in place). So “The table fills at once” was broken."
    )


def test_who_told_nobody_anything_is_told_so_and_why_people_came_as_they_did() -> None:
    text = class_page([class_debrief(PYONGYANG, [run_of("ann", 2)])])
    assert "You told nobody anything." in text
    assert (
        "The ministers of Russia were not told when to come in, and went by habit. Their own side told them to hurry. "
        "So “Leaders first” was broken."
    ) in Page(text).of("p")
    assert played(2).plan == Plan()


def test_the_document_can_be_written_as_json() -> None:
    document = json.loads(json.dumps(class_json(debriefs(), [LeftAside("b", "c")])))
    (one,) = document["debriefs"]
    assert document["left_aside"] == [{"file": "b", "sentence": "c"}]
    wrong = one["wrong_plans"][0]
    assert (wrong["plans"], wrong["trainees"], wrong["went_by"], wrong["told"]) == (
        2, ["ann", "cy"], "event", "after kim entered")
    assert one["contrast"]["total_with_it"] == 100
    assert [len(each["tries"]) for each in one["trainees"]] == [2, 1, 1]


def test_a_bar_that_is_there_is_seen_and_none_is_taller_than_its_chart() -> None:
    bars = chart("k", "t", (0, 1, 500, 0, 0, 0, 0, 0, 0, 3))["bars"]
    assert [bool(bar["height"]) for bar in bars] == [False, True, True, *[False] * 6, True]
    assert max(bar["height"] for bar in bars) <= 130


def test_every_word_goes_through_the_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "_current", PseudoTranslations())
    allowed = [*authors_texts([PYONGYANG]), "ann", "bob", "cy"]
    shown = Page(class_page(debriefs(), [LeftAside("b", "c")])).texts
    texts = [text for where, text in shown if where != "style"] + [" ".join(class_text(debriefs()).split())]
    assert [word for text in texts for word in unmarked(text, [*allowed, "A", "F", "liaison-officer"])] == []
    assert PLANTED != REFERENCE
