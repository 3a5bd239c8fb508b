"""Walks the tree: no text leaves its box, nothing overlaps, nothing leaves the window."""

from functools import cache
from itertools import combinations

import pygame
from pygame import Rect

from game.stage.node import Node
from game.stage.typeset import Style, Typesetter

SIZES = (((1280, 720), 100), ((1920, 1080), 100), ((1280, 720), 200))


def problems(tree: Node) -> list[str]:
    """Everything wrong with this tree, in sentences; an empty list for a good one."""
    found: list[str] = []
    for layer in tree.children:
        _check(layer, tree.rect, False, found)
    return found


def _check(node: Node, window: Rect, scrolled: bool, found: list[str]) -> None:
    found += _text_out_of_box(node)
    found += _unknown_letters(node)
    if not scrolled and not window.contains(node.rect):
        found.append(f"{_name(node)} leaves the window: {node.rect}")
    if node.axis not in ("canvas", "stack"):
        found += _out_of_parent(node)
    found += _overlaps(node)
    for child in node.children:
        _check(child, window, scrolled or node.axis == "scroll" or node.axis == "canvas", found)


def _text_out_of_box(node: Node) -> list[str]:
    return [
        f"text of {_name(node)} leaves its box: {box} in {node.rect}"
        for box in node.text_boxes
        if not node.rect.contains(box)
    ]


def _unknown_letters(node: Node) -> list[str]:
    spans = node.words.spans if node.words is not None else ()
    return [
        f"text of {_name(node)} has a letter its font lacks: {letter!r}"
        for span in spans
        for letter in sorted(set(span.text))
        if ord(letter) > 127 and _lacks(span.style.face, span.style.weight, letter)
    ]


@cache
def _lacks(face: str, weight: str, letter: str) -> bool:
    """Whether the font draws this letter as it draws one that it surely has not."""
    font = Typesetter().font(Style(face, weight), 1.0)
    drawn, missing = (
        pygame.image.tobytes(font.render(text, True, (0, 0, 0)), "RGBA") for text in (letter, "金")
    )
    return drawn == missing


def _out_of_parent(node: Node) -> list[str]:
    if node.axis == "scroll":
        return []
    return [
        f"{_name(child)} leaves {_name(node)}: {child.rect} in {node.rect}"
        for child in node.children
        if child.role != "space" and child.rect.size != (0, 0) and not node.rect.contains(child.rect)
    ]


def _overlaps(node: Node) -> list[str]:
    """Siblings whose text or focusable ground overlaps; spots of a canvas may stand before one another."""
    if node.axis in ("canvas", "stack"):
        return []
    found: list[str] = []
    for one, other in combinations(node.children, 2):
        texts = [(a, b) for a in _texts(one) for b in _texts(other) if a.colliderect(b)]
        if texts:
            found.append(f"text of {_name(one)} overlaps text of {_name(other)}: {texts[0]}")
        if one.focusable and other.focusable and one.rect.colliderect(other.rect):
            found.append(f"{_name(one)} overlaps {_name(other)}")
    return found


def _texts(node: Node) -> list[Rect]:
    return [
        box.clip(below.clip)
        for below in node.walk()
        for box in below.text_boxes
        if box.colliderect(below.clip)
    ]


def _name(node: Node) -> str:
    return f"{node.role} {node.id!r} ({node.said[:40]})"
