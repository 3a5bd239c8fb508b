"""What may happen can happen: durations with a shortest and a longest, nobody twice, nothing that changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.authoring.chances import MissingChairPart, RoomReadyPart, SpanPart, instead, key_of, spans, whom
from game.authoring.draft import Draft
from game.authoring.members import members
from game.authoring.parts import Part
from game.authoring.problems import Wrong
from game.authoring.tree import Path
from game.protocol.conduct import FIELDS
from game.protocol.units import HOUR
from game.wording.catalogue import _

_LONGEST = 2 * HOUR


def span_problems(span: SpanPart | None) -> Iterator[tuple[Path, Wrong]]:
    """What is wrong with a duration left to chance, and where in it."""
    if span is None:
        return
    if span.between and span.odds:
        yield ("odds",), Wrong("span", _("Write either `between` or `odds`, not both."))
        return
    parts: list[tuple[Path, list[int]]] = [(("odds", n, "between"), part.between) for n, part in enumerate(span.odds)]
    parts = parts or [(("between",), span.between)]
    wrong = [(path, problem) for path, between in parts for problem in _pair_problems(between)]
    yield from wrong
    if not wrong and span.nominal is not None:
        low, high = min(b[0] for _path, b in parts), max(b[1] for _path, b in parts)
        if not low <= span.nominal <= high:
            yield ("nominal",), Wrong("span", _("This must lie between the two durations."))
    for n, part in enumerate(span.odds):
        if not 1 <= part.weight <= 1_000_000:
            yield ("odds", n, "weight"), Wrong("out-of-range", _("This must be between {low} and {high}.").format(
                low=1, high=1_000_000))


def _pair_problems(between: list[int]) -> Iterator[Wrong]:
    if len(between) != 2:
        yield Wrong(
            "pair",
            _("Two durations belong here: the shortest and the longest."),
            _("Write it like {{between: [20 s, 90 s]}}.").format(),
        )
    elif between[0] > between[1]:
        yield Wrong("span", _("The shorter duration comes first."))
    elif between[1] > _LONGEST:
        yield Wrong("out-of-range", _("This must be between {low} and {high}.").format(low="0 s", high="2 h"))


class ChanceSense:
    """Checks what may happen in one draft."""

    def __init__(self, draft: Draft, refuse: Callable[..., None], within: Callable[[int | None, Path], None]) -> None:
        self._draft = draft
        self._refuse = refuse
        self._within = within

    def check(self, seen: dict[str, int], once: Callable[[dict[str, int], str, Path], None]) -> None:
        """Note whatever makes no sense; `once` notes what stands in the programme twice."""
        for n, entry in self._draft.chances():
            path: Path = ("programme", n)
            key = key_of(entry)
            for where, span in spans(entry):
                for inner, wrong in span_problems(span):
                    self._refuse((*path, where, *inner), wrong)
            for what in self._befalls(entry) or [""]:
                once(seen, f"{key} {what}".rstrip(), (*path, key))
            self._says_something(entry, path)
            if isinstance(entry, RoomReadyPart):
                self._within(entry.room_ready, (*path, key))
        self._uninvited()

    def _befalls(self, entry: Part) -> list[str]:
        """Whom it befalls, each for themselves: people, or the seats named."""
        named = whom(entry)
        return named if isinstance(entry, MissingChairPart) else members(self._draft.model, named)

    def _says_something(self, entry: Part, path: Path) -> None:
        said = instead(entry)
        if said is not None and all(getattr(said, field, None) is None for field in FIELDS):
            self._refuse((*path, "instead"), Wrong("empty", _("Somebody or something must be named here.")))

    def _uninvited(self) -> None:
        """Nobody has a chair at the table for somebody whom nobody asked."""
        for n, person in enumerate(self._draft.model.people):
            if person.uninvited is not None and person.seat is None:
                self._refuse(
                    ("people", n, "uninvited"),
                    Wrong(
                        "uninvited-seat",
                        _("Nobody has set a chair for `{who}`, so this must say where he or she goes.").format(
                            who=person.id
                        ),
                        _("Write a seat of its own under seats, with chair: no, and name it here: seat: by-the-wall."),
                    ),
                    key=True,
                )
            if person.uninvited is not None and person.principal:
                wrong = Wrong("uninvited-principal", _("A principal is always invited."))
                self._refuse(("people", n, "uninvited"), wrong, key=True)
