"""Which scenario file to write at: a path typed in, or one of a folder, of those opened last, of those shipped."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from game.attempt.recent import recent
from game.authoring.library import shipped
from game.resources import scenarios
from game.stage import flow
from game.stage import widgets as w
from game.wording.catalogue import _

MOST: Final = 100
"""So many files of a folder are listed."""

LONGEST: Final = 4_000
_ENDINGS: Final = (".yaml", ".yml")


class AuthorFilesScreen(w.Screen):
    """Type a path, or choose from the lists; a folder's path lists its files."""

    first_focus = "path"

    def __init__(self, folder: Path | None = None) -> None:
        self.title = _("Write a scenario")
        self.folder = folder or Path()
        self.typed = ""
        self.answer = ""
        self._next: Path | None = None
        self._files: tuple[Path, ...] = ()
        self._recent: tuple[Path, ...] = ()

    def enter(self) -> None:
        """Read the folder and what was opened last."""
        self._files = _scenario_files(self.folder)
        self._recent = recent()

    def tick(self, ms: int) -> w.Screen | None:
        """Open what was typed."""
        path, self._next = self._next, None
        return flow.author(path) if path is not None else None

    # Acting

    def type(self, text: str) -> None:
        """The path is this so far."""
        self.typed, self.answer = text, ""
        self.ui.refresh()

    def submit(self) -> None:
        """Open the path that was typed, or list the folder it names."""
        given = self.typed.strip()
        if not given:
            self.answer = _("Type the path of a scenario file, or choose one below.")
        elif (path := _typed_path(given)) is None:
            self.answer = _("That cannot be the path of a file.")
        elif path.is_dir():
            self.folder, self._files = path, _scenario_files(path)
            if not self._files:
                self.answer = _("There is no scenario file (.yaml) in that folder.")
        else:
            self._next = path
        self.ui.refresh()

    def open(self, path: Path) -> w.Screen:
        """The author's screen on this file."""
        return flow.author(path)

    def shortcuts(self) -> list[w.Shortcut]:
        """Return goes to what has the focus by itself."""
        return [w.Shortcut("escape", _("Title"), flow.title)]

    # The tree

    def view(self, ui: w.Ui) -> w.Node:
        """The field above, the lists below."""
        entry = w.entry(
            ui, "path", _("Path of a scenario file"), self.typed, self.type, on_submit=self.submit, longest=LONGEST
        )
        go = w.button("open", _("Open"), self._press_open, kind="primary")
        top = w.panel(
            w.prose(
                _("Write in your own editor, and keep this window beside it: every save shows here at once. "
                  "The game never writes your file.")
            ),
            w.field(_("Path of a scenario file"), w.row(entry, go, gap=10)),
            w.label(self.answer, weight="semibold", colour=w.theme.ALARM, id="answer") if self.answer else None,
            brass=True, id="files.path",
        )  # fmt: skip
        here = self.folder.absolute()
        lists = [
            *self._list("recent", _("Opened last"), self._recent, whole=True),
            *self._list("here", _("In {folder}").format(folder=here), self._files),
            *self._list("shipped", _("That come with the game, to learn from; copy one to change it"), _shipped()),
        ]
        body = w.column(top, w.scroll(*lists, id="files", gap=5), gap=12, height=w.FLEX)
        hint = w.note(_("Tab, ↑ ↓ choose · ↵ open"))
        return w.page(w.header(ui, self.title), body, w.footer(self.shortcuts(), hint))

    def _press_open(self) -> None:
        self.submit()

    def _list(self, name: str, heading: str, files: tuple[Path, ...], *, whole: bool = False) -> list[w.Node]:
        if not files:
            return []
        rows = [self._row(f"{name}.{place}", path, whole=whole) for place, path in enumerate(files)]
        return [w.subheading(heading), *rows, w.spacer(w.AUTO, w.fixed(6))]

    def _row(self, name: str, path: Path, *, whole: bool) -> w.Node:
        words = [w.label(path.name, weight="semibold")]
        words += [w.note(str(path.parent))] if whole else []
        text = w.column(*words, gap=1, width=w.FLEX)
        return w.list_row(name, text, label=str(path), on_press=partial(self.open, path), pad=(12, 7))


def _scenario_files(folder: Path) -> tuple[Path, ...]:
    """The YAML files of a folder by name; none where it cannot be read."""
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix.lower() in _ENDINGS and path.is_file())
    except OSError:
        return ()
    return tuple(found[:MOST])


def _shipped() -> tuple[Path, ...]:
    return tuple(scenarios() / f"{name}.yaml" for name in shipped())


def _typed_path(text: str) -> Path | None:
    try:
        path = Path(text).expanduser()
        path.exists()
    except (OSError, ValueError, RuntimeError):
        return None
    return path
