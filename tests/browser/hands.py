"""People at their devices. They find everything as somebody with a screen reader would: by role and name."""

from __future__ import annotations

import re
from collections.abc import Callable
from time import monotonic
from typing import Any

from tests.browser.stand import PATIENCE, Device


def until(page: Any, holds: Callable[[], bool], words: str) -> None:
    """Wait for what no role or name tells of. (The page's policy forbids Playwright's own way to ask again.)"""
    deadline = monotonic() + PATIENCE / 1000
    while not holds():
        assert monotonic() < deadline, words
        page.wait_for_timeout(30)


class Hands:
    """Somebody at a device: what they see and press. Subclasses press by touch or by keys."""

    def __init__(self, device: Device) -> None:
        self.device = device
        self.page = device.page

    def part(self, role: str, name: str | re.Pattern[str] = "", *, within: Any = None, exact: bool = True) -> Any:
        """What has this role and this name."""
        place = within or self.page
        if not name:
            return place.get_by_role(role)
        return place.get_by_role(role, name=name, exact=exact and isinstance(name, str))

    def sees(self, role: str, name: str | re.Pattern[str], *, exact: bool = True) -> Any:
        """Wait until it is there; what it is."""
        found = self.part(role, name, exact=exact).first
        found.wait_for()
        return found

    def reads(self, text: str | re.Pattern[str], *, role: str = "paragraph", within: Any = None) -> Any:
        """Wait until something of this role says so; what it is."""
        found = self.part(role, within=within).filter(has_text=text).first
        found.wait_for()
        return found

    def press(self, role: str, name: str | re.Pattern[str], *, within: Any = None) -> None:
        """Press what has this role and name, with the mouse."""
        self.part(role, name, within=within).first.click()

    def choose(self, label: str, value: str, *, within: Any = None) -> None:
        """Choose from a list of that label."""
        self.part("combobox", label, within=within).select_option(value)

    def write(self, role: str, name: str, text: str) -> None:
        """Write into a field of that name."""
        self.part(role, name).fill(text)

    def no_overflow(self) -> None:
        """Nothing is wider than the window."""
        over = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 0, f"the page is {over} px wider than its window"


class Touch(Hands):
    """Taps with a finger."""

    def press(self, role: str, name: str | re.Pattern[str], *, within: Any = None) -> None:
        self.part(role, name, within=within).first.tap()


LOST = """() => {
  const node = document.activeElement;
  return !node || node === document.body || node === document.documentElement;
}"""

FOCUSED = "(node) => node === document.activeElement"
GROUP_FOCUSED = "(node) => node.name === document.activeElement.name"

SEEN = """(node) => {
  const box = node.getBoundingClientRect();
  const inside = box.width * box.height > 0 && box.bottom > 0 && box.right > 0
    && box.top < innerHeight && box.left < innerWidth;
  const marked = [node, node.parentElement, node.nextElementSibling].filter(Boolean).some((each) => {
    const style = getComputedStyle(each);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
  });
  const words = (node.innerText || node.ariaLabel || "").slice(0, 40);
  return {inside, marked, what: `${node.localName} ${node.id} ${words}`};
}"""


class Keys(Hands):
    """Has no mouse: Tab, Enter, Space, arrows. Says so when the focus cannot be seen, or is lost."""

    MOST = 150
    """Tabs, after which there is no way to it."""

    def press(self, role: str, name: str | re.Pattern[str], *, within: Any = None) -> None:
        if role == "radio":
            return self._pick(name, within=within)
        self.go(role, name, within=within)
        return self.key("Space" if role == "checkbox" else "Enter")

    def _pick(self, name: str | re.Pattern[str], *, within: Any) -> None:
        """Tab leads to a group of radio buttons, arrows through it."""
        wanted = self.part("radio", name, within=within).first
        wanted.wait_for()
        self._tab(lambda: wanted.evaluate(GROUP_FOCUSED), f"the group of {name}")
        for _ in range(self.MOST):
            if wanted.evaluate(FOCUSED):
                return
            self.key("ArrowDown")
        raise AssertionError(f"no arrow leads to {name}")

    def key(self, *keys: str) -> None:
        """Press keys; the focus must still be somewhere."""
        for each in keys:
            self.page.keyboard.press(each)
        self.not_lost()

    def not_lost(self) -> None:
        """The focus is on something, at once or as soon as the page has drawn what comes next."""
        until(self.page, lambda: not self.page.evaluate(LOST), "the focus is lost")

    def go(self, role: str, name: str | re.Pattern[str], *, within: Any = None) -> None:
        """Tab until it has the focus; every stop on the way has to be visible."""
        wanted = self.part(role, name, within=within).first
        wanted.wait_for()
        self._tab(lambda: wanted.evaluate(FOCUSED), f"{role} {name}")

    def _tab(self, there: Callable[[], bool], what: str) -> None:
        for _ in range(self.MOST):
            if there():
                return
            self.page.keyboard.press("Tab")
            if not self.page.evaluate(LOST):  # past the last element the browser's own frame has its turn
                self._visible()
        raise AssertionError(f"no way to {what} by Tab")

    def choose(self, label: str, value: str, *, within: Any = None) -> None:
        """Choose from a list with the arrows."""
        self.go("combobox", label, within=within)
        box = self.part("combobox", label, within=within).first
        count, at = box.evaluate("(node) => [node.options.length, node.selectedIndex]")
        to = box.evaluate("(node, value) => [...node.options].findIndex((each) => each.value === value)", value)
        assert 0 <= to < count
        self.key(*["ArrowDown" if to > at else "ArrowUp"] * abs(to - at))
        assert box.input_value() == value

    def write(self, role: str, name: str, text: str) -> None:
        self.go(role, name)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def _visible(self) -> None:
        state = self.page.evaluate(f"({SEEN})(document.activeElement)")
        assert state["inside"], f"the focus went out of sight: {state['what']}"
        assert state["marked"], f"nothing shows the focus: {state['what']}"
