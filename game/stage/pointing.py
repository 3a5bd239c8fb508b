"""The pointer: hover, presses, drags, drops, the wheel, scroll bars."""

from collections.abc import Callable

from game.stage.focus import path_to, under
from game.stage.node import Drag, Node, Point
from game.stage.painter import scroll_grip
from game.stage.scene import Scene
from game.stage.screen import Screen
from game.stage.ui import Ui

_STIR = 6.0  # logical units the pointer moves before a press becomes a carry
_WHEEL = 48.0  # logical units a wheel notch scrolls


class Pointer:
    """Turns pointer intents into what the nodes under it do.

    Nodes are kept by id: trees come and go between events.
    """

    def __init__(self, ui: Ui, scene: Scene, go: Callable[[Screen | None], None]) -> None:
        self._ui = ui
        self._scene = scene
        self._go = go
        self._pressed = ""
        self._start: Point = (0, 0)
        self._bar = ""
        self._bar_offset = 0
        self.at: Point = (-1, -1)
        self.still_ms = 0

    @property
    def carried_words(self) -> str:
        """Label of the node that is being carried, or nothing."""
        if self._ui.carried is None:
            return ""
        node = self._scene.scope.find(self._pressed)
        return node.said if node is not None else ""

    def down(self, at: Point) -> None:
        """The button goes down."""
        self.move(at)
        scope = self._scene.scope
        if scope.role == "popup" and not scope.rect.collidepoint(at):
            if scope.on_cancel is not None:
                scope.on_cancel()
            return
        if self._grab_bar(at):
            return
        node = under(scope, at, lambda n: n.pressable or n.focusable)
        self._start = at
        self._pressed = ""
        if node is None or not node.enabled:
            return
        self._pressed = node.id
        if node.focusable:
            self._ui.focus, self._ui.focus_shown = node.id, node.role == "entry"
        if node.on_drag is not None:
            node.on_drag(Drag("start", at, at, node.id))
        self._ui.refresh()

    def move(self, at: Point) -> None:
        """The pointer moves; a button may be down."""
        self.at, self.still_ms = at, 0
        self._ui.pointer = at
        scope = self._scene.scope
        hovered = under(scope, at, lambda n: n.pressable or n.focusable or n.tooltip)
        hover = hovered.id if hovered is not None else ""
        if hover != self._ui.hover:
            self._ui.hover = hover
            self._ui.refresh()
        if self._bar:
            self._pull_bar(at)
        node = scope.find(self._pressed) if self._pressed else None
        if node is None:
            return
        if node.on_drag is not None:
            node.on_drag(Drag("move", self._start, at, hover))
            self._ui.refresh()
        elif node.payload is not None:
            far = max(abs(at[0] - self._start[0]), abs(at[1] - self._start[1]))
            if far > self._ui.px(_STIR):
                self._ui.carried = node.payload
            self._ui.stale = self._ui.stale or self._ui.carried is not None

    def up(self, at: Point) -> None:
        """The button comes up: a drop, the end of a drag, or a press where it went down."""
        self._bar = ""
        scope = self._scene.scope
        node = scope.find(self._pressed) if self._pressed else None
        carried, self._ui.carried = self._ui.carried, None
        self._pressed = ""
        self._ui.refresh()
        if carried is not None:
            target = under(scope, at, lambda n: n.on_drop is not None and n.enabled)
            if target is not None and target.on_drop is not None:
                target.on_drop(carried, at)
        elif node is not None and node.enabled:
            over = under(scope, at, lambda n: n.pressable or n.focusable)
            if node.on_drag is not None:
                node.on_drag(Drag("end", self._start, at, over.id if over else ""))
            if over is not None and over.id == node.id and node.on_press is not None:
                self._go(node.on_press())

    def cancel(self) -> bool:
        """Escape while something is dragged: let go of it. Returns whether something was."""
        node = self._scene.scope.find(self._pressed) if self._pressed else None
        held = self._ui.carried is not None or (node is not None and node.on_drag is not None)
        if node is not None and node.on_drag is not None:
            node.on_drag(Drag("cancel", self._start, self.at))
        self._ui.carried, self._pressed, self._bar = None, "", ""
        return held

    def wheel(self, notches: int) -> None:
        """The wheel turns: the node under the pointer takes it, or the scroll area around it."""
        scope = self._scene.scope
        node = under(scope, self.at, lambda n: n.on_wheel is not None or _overflows(n))
        if node is None:
            return
        if node.on_wheel is not None:
            node.on_wheel(notches)
            self._ui.refresh()
            return
        for area in reversed(path_to(scope, node.id)):
            if _overflows(area) and self._scene.scroll_by(area, -notches * self._ui.px(_WHEEL)):
                return

    def _grab_bar(self, at: Point) -> bool:
        area = under(self._scene.scope, at, _overflows)
        grip = scroll_grip(self._ui, area) if area is not None else None
        if area is None or grip is None or not grip[0].inflate(self._ui.px(8), 0).collidepoint(at):
            return False
        thumb = grip[1]
        self._bar, self._bar_offset = area.id, at[1] - thumb.y
        if not thumb.inflate(self._ui.px(8), 0).collidepoint(at):
            self._bar_offset = thumb.height // 2
            self._pull_bar(at)
        return True

    def _pull_bar(self, at: Point) -> None:
        area = self._scene.scope.find(self._bar)
        grip = scroll_grip(self._ui, area) if area is not None else None
        if area is None or grip is None:
            return
        track, thumb = grip
        travel = max(1, track.height - thumb.height)
        wanted = (at[1] - self._bar_offset - track.y) * (area.content_height - area.rect.height) // travel
        self._scene.scroll_by(area, wanted - self._ui.offsets.get(area.id, 0))


def _overflows(node: Node) -> bool:
    return node.axis == "scroll" and node.content_height > node.rect.height
