"""Draws the tree: grounds, text, own pictures, children, and the focus ring over all of them."""

from pygame import Rect, Surface

from game.stage import shapes, theme
from game.stage.node import Node
from game.stage.ui import Ui


class Painter:
    """Paints nodes of one window. Live nodes can be left out, to be painted every frame over the rest."""

    def __init__(self, ui: Ui) -> None:
        self._ui = ui

    def paint(self, surface: Surface, node: Node, *, live: bool) -> None:
        """Paint this node and everything below it.

        Without `live`, live nodes and what is on them are left out.
        """
        if node.live and not live:
            return
        if not node.rect.colliderect(node.clip):
            return
        surface.set_clip(node.clip)
        self._ground(surface, node)
        if node.setting is not None and node.words is not None:
            box = node.text_boxes[0] if node.text_boxes else node.rect
            left, right = self._ui.px(node.pad[0]), self._ui.px(node.pad[2])
            area = Rect(node.rect.x + left, box.y, node.rect.width - left - right, node.setting.height)
            self._ui.setter.draw(surface, node.setting, area, self._ui.text_scale, node.words.align)
        if node.paint is not None:
            surface.set_clip(node.clip.clip(node.rect))
            node.paint(surface, node.rect)
        for child in node.children:
            self.paint(surface, child, live=live)
        if node.axis == "scroll":
            surface.set_clip(node.clip)
            self._bar(surface, node)
        surface.set_clip(None)

    def _ground(self, surface: Surface, node: Node) -> None:
        box = node.box
        if box is None:
            return
        fill = box.fill
        if box.hover is not None and node.enabled and self._ui.hover == node.id:
            fill = box.hover
        radius, width = self._ui.px(box.radius), max(1, self._ui.px(box.width))
        if box.dashed and box.border is not None:
            shapes.rounded(surface, node.rect, fill, None, radius)
            shapes.dashed(surface, node.rect, box.border, self._ui.px(5), width)
        else:
            shapes.rounded(surface, node.rect, fill, box.border, radius, width)
        if box.top_edge is not None:
            self._top_edge(surface, node.rect, box.top_edge)

    def _top_edge(self, surface: Surface, rect: Rect, colour: theme.Colour) -> None:
        surface.fill(colour, (rect.x, rect.y, rect.width, self._ui.px(5)))

    def _bar(self, surface: Surface, node: Node) -> None:
        grip = scroll_grip(self._ui, node)
        if grip is None:
            return
        track, thumb = grip
        shapes.rounded(surface, track, theme.HAIRLINE, None, track.width // 2)
        shapes.rounded(surface, thumb, theme.MUTED, None, track.width // 2)

    def ring(self, surface: Surface, node: Node) -> None:
        """The focus ring: light inside, dark outside, so that it shows on every ground."""
        if self._ui.focus_shown and node.focusable:
            thick = max(2, self._ui.px(2))
            around = node.rect.clip(node.clip).inflate(4 * thick, 4 * thick)
            around = around.clip(self._ui.window)
            radius = self._ui.px((node.box.radius if node.box else 4) + 4)
            shapes.rounded(surface, around, None, theme.INK, radius, thick)
            inner = around.inflate(-2 * thick, -2 * thick)
            shapes.rounded(surface, inner, None, theme.CREAM, max(0, radius - thick), thick)


def scroll_grip(ui: Ui, node: Node) -> tuple[Rect, Rect] | None:
    """Track and thumb of a scroll area's bar, or None when everything fits."""
    view = node.rect.height - ui.px(node.pad[1]) - ui.px(node.pad[3])
    if node.content_height <= view or view <= 0:
        return None
    wide = ui.px(7)
    track = Rect(node.rect.right - wide - ui.px(2), node.rect.y + ui.px(node.pad[1]), wide, view)
    tall = max(ui.px(24), view * view // node.content_height)
    most = node.content_height - view
    top = (view - tall) * ui.offsets.get(node.id, 0) // max(1, most)
    return track, Rect(track.x, track.y + top, wide, tall)
