# ruff: noqa: A002 - `id` is what the tree calls it
"""Plays the window as a person does: by posting pygame events, and by nothing else.

The clock is the pilot's: no test sleeps. What is on the screen is read from the one tree.
"""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pygame

from game.stage.app import App
from game.stage.focus import focusables, under
from game.stage.node import Node, Point
from game.stage.screen import Screen
from game.stage.settings import Settings, save_settings

_MODIFIERS = {"ctrl": pygame.KMOD_CTRL, "shift": pygame.KMOD_SHIFT, "alt": pygame.KMOD_ALT}


class Pilot:
    """Steers one open App. Labels and ids name the same nodes that are drawn."""

    def __init__(self, app: App) -> None:
        self.app = app

    # Looking

    def tree(self) -> Node:
        """What is on the screen."""
        return self.app.tree

    def find_all(self, *, id: str = "", role: str = "", label: str = "") -> list[Node]:
        """All nodes with this id, role and label, whichever are given; the uppermost layer last."""
        return [
            node
            for node in self.tree().walk()
            if (not id or node.id == id)
            and (not role or node.role == role)
            and (not label or node.said == label)
        ]

    def find(self, *, id: str = "", role: str = "", label: str = "") -> Node:
        """The uppermost such node; AssertionError with what there is instead, if there is none."""
        found = self.find_all(id=id, role=role, label=label)
        if not found:
            known = sorted({f"{n.role} {n.id!r} {n.said!r}" for n in self.tree().walk() if n.focusable})
            raise AssertionError(f"nothing with {id=} {role=} {label=} among:\n" + "\n".join(known))
        return found[-1]

    def named(self, name: str) -> Node:
        """The node with this id, or else with this label: the one that can be used, where several have it."""
        found = self.find_all(id=name) or self.find_all(label=name)
        useful = [node for node in found if node.pressable or node.focusable]
        return (useful or found or [self.find(id=name)])[-1]

    def says(self, text: str) -> bool:
        """Whether this text is somewhere on the screen."""
        return any(text in node.said or text in node.value for node in self.tree().walk())

    @property
    def focus(self) -> Node | None:
        """The focused node."""
        return self.app.scene.focused

    # Time

    def frames(self, count: int = 1, ms: int = 16) -> bool:
        """So many frames of so many milliseconds; returns whether the window is still open."""
        opened = [self.app.step(ms) for _ in range(count)]  # every frame, even after one that closes
        return all(opened)

    # Keys

    def press_key(self, key: str, times: int = 1) -> None:
        """Press a key, spelt as in `Shortcut.key`: `z`, `tab`, `shift+tab`, `ctrl+s`, `return`."""
        *modifiers, plain = key.split("+") if key != "+" else ["+"]
        mod = 0
        for name in modifiers:
            mod |= _MODIFIERS[name]
        code = pygame.key.key_code(plain)
        text = plain if len(plain) == 1 and not mod & pygame.KMOD_CTRL else " " if plain == "space" else ""
        for _ in range(times):
            self._post(pygame.KEYDOWN, key=code, mod=mod, unicode=text, scancode=0)
            if text:
                self._post(pygame.TEXTINPUT, text=text.upper() if "shift" in modifiers else text)
            self._post(pygame.KEYUP, key=code, mod=mod, unicode=text, scancode=0)
            self.frames()

    def type_text(self, text: str) -> None:
        """Type this text, a letter at a time."""
        for letter in text:
            self._post(pygame.TEXTINPUT, text=letter)
            self.frames()

    def focus_on(self, name: str, most: int = 200) -> Node:
        """TAB, or Shift and TAB where that is shorter, until the node with this id or label has the focus."""
        for _ in range(most):
            focused = self.focus
            if focused is not None and name in (focused.id, focused.said):
                return focused
            self.press_key(self._shorter(name))
        raise AssertionError(f"TAB never reached {name!r}")

    def _shorter(self, name: str) -> str:
        """The key that reaches the node in fewer steps."""
        nodes = focusables(self.app.scene.scope)
        now = next((i for i, node in enumerate(nodes) if node is self.focus), 0)
        there = next((i for i, node in enumerate(nodes) if name in (node.id, node.said)), now)
        return "shift+tab" if (there - now) % max(1, len(nodes)) > len(nodes) // 2 else "tab"

    # Mouse

    def click(self, name: str | Point) -> None:
        """Click a node by id or label (scrolled into view with the wheel where need be), or a point."""
        at = name if isinstance(name, tuple) else self._reach(name)
        self._point(at)
        self._post(pygame.MOUSEBUTTONDOWN, pos=at, button=1)
        self._post(pygame.MOUSEBUTTONUP, pos=at, button=1)
        self.frames()

    def drag(self, start: str | Point, end: str | Point, steps: int = 4) -> None:
        """Press at one node or point, move in steps, release at another."""
        a = start if isinstance(start, tuple) else self._reach(start)
        b = end if isinstance(end, tuple) else self._reach(end)
        self._point(a)
        self._post(pygame.MOUSEBUTTONDOWN, pos=a, button=1)
        self.frames()
        for step in range(1, steps + 1):
            at = (a[0] + (b[0] - a[0]) * step // steps, a[1] + (b[1] - a[1]) * step // steps)
            self._point(at)
        self._post(pygame.MOUSEBUTTONUP, pos=b, button=1)
        self.frames()

    def hover(self, name: str) -> None:
        """Move the pointer over a node and hold it there until its tooltip shows."""
        self._point(self._reach(name))
        self.frames(2, 400)

    def wheel(self, at: Point, notches: int) -> None:
        """Turn the wheel at a point; negative notches scroll down."""
        self._point(at)
        self._post(pygame.MOUSEWHEEL, x=0, y=notches, flipped=False)
        self.frames()

    def _reach(self, name: str) -> Point:
        """A point where a click reaches this node, after turning the wheel until it is in view."""
        for _ in range(60):
            node = self.named(name)
            seen = node.rect.clip(node.clip)
            if seen.height >= min(node.rect.height, 8) and seen.width > 0:
                return self._free_point(node, seen)
            inside = node.clip if node.clip.height else self.app.ui.window
            self.wheel(inside.center, 1 if node.rect.centery < inside.centery else -1)
        raise AssertionError(f"{name!r} cannot be scrolled into view")

    def _free_point(self, node: Node, seen: pygame.Rect) -> Point:
        own = {below.id for below in node.walk()}
        points = [
            (seen.x + seen.width * a // 10, seen.y + seen.height * b // 10)
            for b in (5, 2, 8)
            for a in (5, 1, 9)
        ]
        for at in points:
            hit = under(self.app.scene.scope, at, lambda n: n.pressable or n.focusable)
            if hit is None or hit.id in own:
                return at
        return points[0]

    def _point(self, at: Point) -> None:
        self._post(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0))
        self.frames()

    def _post(self, kind: int, **values: object) -> None:
        pygame.event.post(pygame.event.Event(kind, values))


@contextmanager
def flying(
    first: Screen, folder: Path, *, size: Point = (1280, 720), settings: Settings | None = None
) -> Iterator[Pilot]:
    """An open App with a pilot in it; its settings live in `folder` (a test's tmp_path)."""
    file = folder / "settings.json"
    save_settings(settings or Settings(intro_seen=True), file)
    app = App(first, settings_file=file, size=size)
    app.open()
    pygame.event.clear()
    try:
        pilot = Pilot(app)
        pilot.frames(2)
        yield pilot
    finally:
        app.close()
