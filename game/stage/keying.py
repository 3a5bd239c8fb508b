"""Keys: who takes an intent.

The focused control, the screen's shortcuts, focus and scrolling, then the screen.
"""

from collections.abc import Callable
from typing import Final

from game.stage.focus import focusables, nearest, next_in_order, path_to
from game.stage.intents import Intent
from game.stage.node import Node
from game.stage.scene import Scene
from game.stage.screen import Screen
from game.stage.ui import Ui

_STEERING: Final = frozenset({"left", "right", "up", "down", "focus_next", "focus_prev", "home", "end"})
_SCROLLING: Final = frozenset({"page_up", "page_down", "home", "end"})
_ARROWS: Final = frozenset({"left", "right", "up", "down"})


class Keyboard:
    """Hands each intent to the first that takes it."""

    def __init__(self, ui: Ui, scene: Scene, go: Callable[[Screen | None], None]) -> None:
        self._ui = ui
        self._scene = scene
        self._go = go

    def take(self, intent: Intent, screen: Screen) -> None:
        """Deal with one intent of key or pad."""
        ui, node = self._ui, self._scene.focused
        shown = ui.focus_shown
        if intent.name in _STEERING:
            ui.focus_shown = True
        if intent.name != "text":
            ui.refresh()
        if node is not None and node.on_intent is not None and node.on_intent(intent):
            return
        if intent.name == "text":
            return
        first = node if shown else None
        if not self._scene.overlays and self._shortcut(intent, screen, first):
            return
        if self._control(intent, node) or self._steer(intent, node) or self._cancel(intent):
            return
        if not self._scene.overlays:
            self._go(screen.handle(intent))

    def _shortcut(self, intent: Intent, screen: Screen, node: Node | None) -> bool:
        """Return and the arrows go to a focused control first; every other key to its shortcut first."""
        found = next((s for s in screen.shortcuts() if s.enabled and s.key == intent.key), None)
        if found is None:
            return False
        if intent.key == "return" and node is not None and node.on_press is not None:
            return False
        if intent.name in _ARROWS and node is not None:
            return False
        self._go(found.action())
        return True

    def _control(self, intent: Intent, node: Node | None) -> bool:
        if node is None or not node.enabled:
            return False
        if intent.name == "press" and node.on_press is not None:
            self._go(node.on_press())
            return True
        if intent.name in ("left", "right") and node.on_adjust is not None:
            node.on_adjust(-1 if intent.name == "left" else 1)
            return True
        return False

    def _steer(self, intent: Intent, node: Node | None) -> bool:
        scope = self._scene.scope
        if intent.name in ("focus_next", "focus_prev"):
            step = 1 if intent.name == "focus_next" else -1
            return self._focus(next_in_order(focusables(scope), self._ui.focus, step))
        if intent.name in _ARROWS:
            if node is not None and node.axis == "scroll" and intent.name in ("up", "down"):
                return self._scroll(node, intent.name)
            nodes = focusables(scope)
            return self._focus(nearest(nodes, node, intent.name) if node else next(iter(nodes), None))
        if intent.name in _SCROLLING:
            area = self._area(node)
            return area is not None and self._scroll(area, intent.name)
        return False

    def _focus(self, node: Node | None) -> bool:
        if node is None:
            return False
        self._ui.focus = node.id
        self._scene.reveal_focus()
        self._ui.refresh()
        return True

    def _area(self, node: Node | None) -> Node | None:
        """The scroll area around the focus, or else the first one that has more than it shows."""
        scope = self._scene.scope
        around = reversed(path_to(scope, node.id)) if node is not None else iter(())
        candidates = [*around, *scope.walk()]
        return next((n for n in candidates if n.axis == "scroll" and n.content_height > n.rect.height), None)

    def _scroll(self, area: Node, way: str) -> bool:
        leap = area.rect.height * 9 // 10
        far = area.content_height
        shift = {"page_up": -leap, "page_down": leap, "home": -far, "end": far}
        shift |= {"up": -self._ui.px(48), "down": self._ui.px(48)}
        return self._scene.scroll_by(area, shift[way])

    def _cancel(self, intent: Intent) -> bool:
        scope = self._scene.scope
        if intent.name != "back" or not self._scene.overlays or scope.on_cancel is None:
            return False
        scope.on_cancel()
        return True
