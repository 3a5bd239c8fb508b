"""One built frame: the screen's tree and what lies over it, laid out, with the focus settled.

And its painting.
"""

from collections.abc import Callable, Iterator
from functools import partial

import pygame
from pygame import Rect, Surface

from game.stage import theme
from game.stage.focus import focusables, path_to
from game.stage.layout import Layout
from game.stage.node import Box, Node, Size
from game.stage.painter import Painter
from game.stage.screen import Screen
from game.stage.ui import Ui
from game.stage.writing import label


class Scene:
    """What is on the screen now. `tree` is the screen itself, `overlays` lie over it, the last on top."""

    def __init__(self, ui: Ui) -> None:
        self._ui = ui
        self._painter = Painter(ui)
        self._static: Surface | None = None
        self._scrim: Surface | None = None
        self._kept_focus: dict[str, str] = {}
        self._scope_id = ""
        self._place = 0  # of the focus in reading order, should its node vanish
        self.tree = Node("empty")
        self._live: list[Node] = []
        self.overlays: list[Node] = []
        self.floating: list[Node] = []  # toasts and tooltip: never focused
        self.repaint = True

    # Building

    def build(self, screen: Screen, extra: list[Node], tip: str) -> None:
        """Ask the screen for its tree, lay everything out, settle the focus."""
        ui = self._ui
        ui.dialogs = []
        tree = screen.view(ui)
        self.overlays = [*ui.dialogs, *extra]
        ui.dialogs = []
        layout = self.layout()
        layout.arrange(tree, ui.window, ui.window)
        self.tree = tree
        self._live = [node for node in tree.walk() if node.live]
        for dialog in self.overlays:
            self._centre(layout, dialog)
        anchor = next((n for n in self.nodes() if n.popup is not None), None)
        if anchor is not None and anchor.popup is not None:
            self._drop_down(layout, anchor, anchor.popup(ui))
        else:
            ui.open_list = ""
        ui.covered = bool(self.overlays)
        self._settle_focus()
        self._float(layout, tip)
        self.repaint = True

    def layout(self) -> Layout:
        """A layout pass at the window's present scale."""
        return Layout(self._ui.setter, self._ui.scale, self._ui.text_scale, self._ui.offsets)

    def nodes(self) -> Iterator[Node]:
        """Every node on the screen, the uppermost layers last."""
        for root in (self.tree, *self.overlays, *self.floating):
            yield from root.walk()

    @property
    def scope(self) -> Node:
        """Where focus and presses go: the uppermost dialog or open list, or else the screen."""
        return self.overlays[-1] if self.overlays else self.tree

    @property
    def focused(self) -> Node | None:
        """The node that has the focus."""
        return self.scope.find(self._ui.focus) if self._ui.focus else None

    def _centre(self, layout: Layout, dialog: Node) -> None:
        window = self._ui.window
        margin = self._ui.px(24)
        layout.arrange(dialog, Rect(0, 0, 0, 0), window)
        width = min(max(layout.widths(dialog)[0], layout.size(dialog.width)), window.width - 2 * margin)
        height = min(layout.height(dialog, width), window.height - 2 * margin)
        rect = Rect(0, 0, width, height)
        rect.center = window.center
        layout.arrange(dialog, rect, window)

    def _drop_down(self, layout: Layout, anchor: Node, popup: Node) -> None:
        window, gap = self._ui.window, self._ui.px(3)
        layout.arrange(popup, Rect(0, 0, 0, 0), window)
        width = min(max(anchor.rect.width, layout.widths(popup)[1]), window.width - 2 * gap)
        tall = layout.height(popup, width) + 2
        below, above = window.bottom - anchor.rect.bottom - 2 * gap, anchor.rect.top - 2 * gap
        height = min(tall, max(below, above))
        top = anchor.rect.bottom + gap if height <= below else anchor.rect.top - gap - height
        left = max(gap, min(anchor.rect.x, window.right - width - gap))
        layout.arrange(popup, Rect(left, top, width, height), window)
        self.overlays.append(popup)

    def _float(self, layout: Layout, tip: str) -> None:
        ui = self._ui
        self.floating = []
        bottom = ui.window.bottom - ui.px(64)
        for toast in reversed(ui.toasts):
            node = _slip("toast", toast.text)
            self._put(layout, node, partial(_standing, centre=ui.window.centerx, bottom=bottom))
            bottom = node.rect.top - ui.px(6)
        owner = next((n for n in self.scope.walk() if n.id == tip and n.tooltip), None) if tip else None
        if owner is not None:
            target = owner.rect.clip(owner.clip)
            self._put(
                layout, _slip("tooltip", owner.tooltip), lambda r: _beside(r, target, ui.window, ui.px(6))
            )

    def _put(self, layout: Layout, node: Node, place: Callable[[Rect], Rect]) -> None:
        window = self._ui.window
        layout.arrange(node, Rect(0, 0, 0, 0), window)
        width = min(layout.widths(node)[1], self._ui.px(460 * min(1.5, self._ui.text_factor)))
        rect = place(Rect(0, 0, width, layout.height(node, width)))
        layout.arrange(node, rect.clamp(window), window)
        self.floating.append(node)

    # Focus

    def _settle_focus(self) -> None:
        ui, scope = self._ui, self.scope
        if scope.id != self._scope_id:
            self._kept_focus[self._scope_id] = ui.focus
            ui.focus = self._kept_focus.pop(scope.id, ui.focus)
            self._scope_id = scope.id
        nodes = focusables(scope)
        ids = [node.id for node in nodes]
        if ui.refocus in ids:
            ui.focus = ui.refocus
        ui.refocus = "" if ui.refocus in ids or not self.overlays else ui.refocus
        if ui.focus not in ids:
            ui.focus = self._instead(scope, ids)
        if ui.focus in ids:
            self._place = ids.index(ui.focus)
            nodes[self._place].focused = True

    def _instead(self, scope: Node, ids: list[str]) -> str:
        """Where the focus goes when its node is gone: into an overlay, or to the node now in its place."""
        if not ids:
            return ""
        if scope is not self.tree:
            return ids[0]
        return ids[min(self._place, len(ids) - 1)] if self._ui.focus else ""

    def reveal_focus(self) -> bool:
        """Scroll the focused node into view; returns whether anything was scrolled."""
        path = path_to(self.scope, self._ui.focus)
        moved = False
        for area in path[:-1]:
            if area.axis != "scroll":
                continue
            view, rect, slack = area.rect, path[-1].rect, self._ui.px(8)
            shift = min(0, rect.top - slack - view.top) or max(0, rect.bottom + slack - view.bottom)
            if rect.height > view.height:
                shift = rect.top - slack - view.top if rect.top > view.bottom or rect.bottom < view.top else 0
            moved = self.scroll_by(area, shift) or moved
        return moved

    def scroll_by(self, area: Node, pixels: int) -> bool:
        """Scroll an area by so many pixels, as far as it goes; returns whether it moved."""
        before = self._ui.offsets.get(area.id, 0)
        most = max(0, area.content_height - area.rect.height)
        after = max(0, min(most, before + pixels))
        self._ui.offsets[area.id] = after
        self._ui.stale = self._ui.stale or after != before
        return after != before

    @property
    def has_live(self) -> bool:
        """Whether something on the screen is painted anew every frame."""
        return bool(self._live)

    def refresh_live(self) -> None:
        """Ask live canvases where their spots are now."""
        moving = [node for node in self._live if node.spots is not None]
        for node in moving:
            self.layout().respot(node)
        focused = self.focused if moving else None
        if focused is not None:
            focused.focused = True

    def forget_focus(self) -> None:
        """Another screen comes: what had the focus under an open dialog is of no account any more."""
        self._kept_focus.clear()
        self._place = 0

    # Painting

    def paint(self, window: Surface, ground: theme.Colour) -> None:
        """Paint the frame: the kept static layer, live nodes, overlays, focus ring."""
        if self._static is None or self._static.get_size() != window.get_size():
            self._static = Surface(window.get_size()).convert(window)
            self.repaint = True
        if self.repaint:
            self._static.fill(ground)
            self._painter.paint(self._static, self.tree, live=False)
            self.repaint = False
        self._lay(window, self._static)
        for node in self._live:
            self._painter.paint(window, node, live=True)
        for overlay in self.overlays:
            if overlay.role == "dialog":
                self._veil(window)
            self._painter.paint(window, overlay, live=True)
        focused = self.focused
        if focused is not None:
            self._painter.ring(window, focused)
        for node in self.floating:
            self._painter.paint(window, node, live=True)

    def _lay(self, window: Surface, static: Surface) -> None:
        """Put the kept layer on the window, but for where the largest opaque live canvas goes anyway."""
        holes = [node.rect.clip(node.clip) for node in self._live if node.opaque]
        hole = max(holes, key=lambda rect: rect.width * rect.height, default=Rect(0, 0, 0, 0))
        whole = window.get_rect()
        strips = (
            Rect(0, 0, whole.width, hole.top),
            Rect(0, hole.top, hole.left, hole.height),
            Rect(hole.right, hole.top, whole.width - hole.right, hole.height),
            Rect(0, hole.bottom, whole.width, whole.height - hole.bottom),
        )
        for strip in strips:
            if strip.width > 0 and strip.height > 0:
                window.blit(static, strip.topleft, strip)

    def paint_carried(self, window: Surface, words: str, at: tuple[int, int]) -> None:
        """What is being dragged, beside the pointer."""
        node = _slip("carried", words)
        layout = self.layout()
        layout.arrange(node, Rect(0, 0, 0, 0), self._ui.window)
        width = layout.widths(node)[1]
        rect = Rect(at[0] + self._ui.px(10), at[1] + self._ui.px(10), width, layout.height(node, width))
        layout.arrange(node, rect.clamp(self._ui.window), self._ui.window)
        self._painter.paint(window, node, live=True)

    def _veil(self, window: Surface) -> None:
        if self._scrim is None or self._scrim.get_size() != window.get_size():
            self._scrim = Surface(window.get_size(), pygame.SRCALPHA)
            self._scrim.fill((*theme.NIGHT_DEEP, 150))
        window.blit(self._scrim, (0, 0))


def _slip(role: str, text: str) -> Node:
    words = label(text, size=theme.SMALL, colour=theme.ON_NIGHT)
    box = Box(theme.NIGHT_DEEP, theme.NIGHT_EDGE)
    return Node(
        role, label=text, children=[words], pad=(12, 8, 12, 8), box=box, most_width=Size("fixed", 460, True)
    )


def _standing(rect: Rect, centre: int, bottom: int) -> Rect:
    moved = rect.copy()
    moved.midbottom = (centre, bottom)
    return moved


def _beside(rect: Rect, target: Rect, window: Rect, gap: int) -> Rect:
    """Below the target, or above it where there is no room below."""
    moved = rect.copy()
    moved.midtop = (target.centerx, target.bottom + gap)
    return moved if moved.bottom <= window.bottom else _standing(rect, target.centerx, target.top - gap)
