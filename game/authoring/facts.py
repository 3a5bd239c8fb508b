"""Facts and where they come from: of a real event, what has no source says that it is made up."""

from __future__ import annotations

from game.authoring.codes.entry import Severity
from game.authoring.draft import Draft
from game.authoring.problems import Wrong
from game.authoring.shape import Fitting
from game.authoring.tree import Path
from game.wording.catalogue import _


def facts(draft: Draft, fitting: Fitting) -> None:
    """Note rules, habits, and what the programme says of people, that have neither source nor mark."""
    model = draft.model
    if model.fictional:
        return
    for n, rule in enumerate(draft.rules):
        if not (rule.part.source or rule.part.reconstructed or rule.part.confidence == "design"):
            hint = _("Give it a source, or write reconstructed: yes or confidence: design.")
            _note(fitting, ("rules", n, "id"), _("The rule `{name}` has no source.").format(name=rule.part.id), hint)
    hint = _("Write reconstructed: yes, or fictional: yes for the whole file.")
    for n, arrival in draft.arrivals():
        if not arrival.reconstructed:
            _note(fitting, ("programme", n, "arrive"), _("This arrival is not marked as reconstructed."), hint)
    for n, chance in draft.chances():
        if not getattr(chance, "reconstructed", True):
            _note(fitting, ("programme", n), _("This chance is not marked as reconstructed."), hint)
    for n, habit in enumerate(model.unbriefed):
        if not habit.reconstructed:
            _note(fitting, ("unbriefed", n), _("This habit is not marked as reconstructed."), hint)


def _note(fitting: Fitting, path: Path, sentence: str, hint: str) -> None:
    fitting.refuse(path, Wrong("fact-bare", sentence, hint, severity=Severity.ADVICE))
