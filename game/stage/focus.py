"""Where the focus may go.

Reading order for TAB, nearest in a direction for the arrows, and what is under a point.
"""

from collections.abc import Callable
from typing import Final

from game.stage.node import Node, Point

_WAYS: Final = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


def focusables(root: Node) -> list[Node]:
    """Everything below `root` that can take the focus, in reading order."""
    return [n for n in root.walk() if n.focusable and n.enabled and n.rect.width > 0 and n.rect.height > 0]


def next_in_order(nodes: list[Node], current: str, step: int) -> Node | None:
    """The next (or, with step -1, previous) node, from the last round to the first."""
    if not nodes:
        return None
    places = [i for i, node in enumerate(nodes) if node.id == current]
    if not places:
        return nodes[0 if step > 0 else -1]
    return nodes[(places[0] + step) % len(nodes)]


def nearest(nodes: list[Node], current: Node, way: str) -> Node | None:
    """The nearest node in a direction.

    How far along counts once, how far aside half as much again.
    """
    dx, dy = _WAYS[way]

    def cost(other: Node) -> float | None:
        a, b = current.rect, other.rect
        if dx:
            along = (b.left - a.right) if dx > 0 else (a.left - b.right)
            aside = max(0, b.top - a.bottom, a.top - b.bottom)
            ahead = (b.centerx - a.centerx) * dx
            drift = abs(b.centery - a.centery)
        else:
            along = (b.top - a.bottom) if dy > 0 else (a.top - b.bottom)
            aside = max(0, b.left - a.right, a.left - b.right)
            ahead = (b.centery - a.centery) * dy
            drift = abs(b.centerx - a.centerx)
        if ahead <= 0 or along < -min(a.width, a.height) // 2:
            return None
        return max(0, along) + 1.5 * aside + 0.1 * drift

    rated = [(rating, i) for i, node in enumerate(nodes) if (rating := cost(node)) is not None]
    return nodes[min(rated)[1]] if rated else None


def under(root: Node, at: Point, wanted: Callable[[Node], object]) -> Node | None:
    """The uppermost, innermost node at this point for which `wanted` holds."""
    if not root.clip.collidepoint(at):
        return None
    for child in reversed(root.children):
        found = under(child, at, wanted)
        if found is not None:
            return found
    return root if root.rect.collidepoint(at) and wanted(root) else None


def path_to(root: Node, node_id: str) -> list[Node]:
    """The nodes from `root` down to the one with this id, or nothing."""
    if root.id == node_id:
        return [root]
    for child in root.children:
        below = path_to(child, node_id)
        if below:
            return [root, *below]
    return []
