"""Floor 6: the window. A small widget set of our own on plain pygame; no rule of protocol is in it.

How a screen is written
=======================

A screen is a class with a *view function*: state in, tree of nodes out. It keeps its own state (what is
selected, which dialog is open), builds the whole tree anew whenever asked, and never holds on to a node.
Everything comes from one import:

    from game.stage import widgets as w
    from game.wording.catalogue import _

    class BriefScreen(w.Screen):
        title = "Brief"

        def __init__(self, scenario):
            self.scenario = scenario
            self.chosen = 0

        def shortcuts(self):                    # listed in the footer and under F1
            return [w.Shortcut("return", _("Plan the day"), self.plan)]

        def plan(self):
            return PlanScreen(self.scenario)    # a handler returns the next screen, or None to stay

        def choose(self, place):
            self.chosen = place

        def person(self, i, p):
            return w.list_row(
                f"person.{p.id}",
                w.label(p.name, weight="semibold", width=w.FLEX),
                w.chip(_("unbriefed"), "alarm_soft"),
                label=p.name, selected=i == self.chosen, on_press=lambda: self.choose(i),
            )

        def view(self, ui):
            people = [self.person(i, p) for i, p in enumerate(self.scenario.people)]
            left = w.panel(w.heading(_("Order of precedence")), w.scroll(*people, id="people", gap=4))
            room = w.canvas("room", self.paint_room, label=_("Room"), spots=self.people_in_room)
            body = w.columns_or_tabs(
                ui, "brief", [w.Side(_("Order"), left, 280, fixed=True), w.Side(_("Room"), room, 480)]
            )
            go = w.button("plan", _("Plan the day"), self.plan, kind="primary", key="return")
            head = w.header(ui, _("Brief"), self.scenario.title)
            return w.page(head, body, w.footer(self.shortcuts(), go))

    from game.stage.app import App
    App(BriefScreen(scenario)).run()            # or .open() and .step(ms) in a test

The rules
---------
* `view` is called after every intent and after `self.ui.refresh()`; nothing else rebuilds the tree.
  `tick(ms)` runs every frame: call `self.ui.refresh()` there only when the tree changes (say once a second
  for a clock in words).
* Handlers are methods, `functools.partial(self.choose, i)`, or lambdas without default arguments (mypy cannot
  type those); one that returns nothing stays on the screen.
* Ids of whatever can be pressed, focused, scrolled or tested are stable and unique: "door", "person.lavrov".
  Without an id a node gets a path. Scroll offsets, tabs and the open list are remembered by the ui under the
  id.
* Sizes are logical units, 1 pixel at 1280x720. A plain number is fixed; `w.em(n)` grows with the text size
  (use it for whatever holds text); `w.FLEX` takes what is left; `w.AUTO` takes what the content needs. A
  fixed height is a least height. Children of a column are as wide as the column; children of a row as wide as
  their content: give the one that should stretch `width=w.FLEX`. Long content goes into `w.scroll`, which
  takes the height that is left.
* Text wraps. `lines=1` cuts with an ellipsis and puts the whole into the tooltip; prefer wrapping. Never a
  fixed height around text.
* A canvas paints itself: `paint(surface, rect)` in real pixels. Use `ui.px(units)` there,
  `ui.setter.image(text, style, ui.text_scale)` for cached text, `shapes.rounded/disc/polygon` and `art(name,
  size)`. `spots(rect)` returns its nodes: `w.spot(id, rect, label, on_press=...)`, or any widget put
  `w.at(node, rect)`. `live=True` paints it every frame
  (and asks for the spots anew when needed) without rebuilding the tree: the room of a run. Its spots are for
  hits and focus: what moves is drawn by `paint`. What is laid over a live canvas must be its spot, or be a
  later live node or a dialog.
* Dragging: a node with `payload=` can be carried to a node with `on_drop=(payload, point)`; `on_drag=(Drag)`
  follows the pointer itself (phases start, move, end, cancel). Whatever can be dragged must also be possible
  by keys.
* Keys: TAB, arrows, Enter, Space, Escape, Page and Home/End work by themselves. `Shortcut` keys are spelt
  `z`, `space`, `return`, `ctrl+s`, `f2`. What nobody took reaches `handle(intent)`: `back`, `undo`, `redo`,
  `left`, `key` ... A node's `on_intent(intent) -> bool` has the first say while it has the focus (a timeline
  that takes the arrows), `on_adjust(-1 | +1)` gets left and right.
* Open a dialog by calling `ui.dialog(w.dialog(...))` in `view` while your state says that it is open.
* `ui.toast(text)` says something in passing; `ui.move_focus(id)` moves the focus; `ui.quit()` closes the
  window; `ui.settings` and `ui.change_settings(...)` are the player's settings.
* `w.ticker(...)` is a text that changes at every frame, such as the clock of a run, without a new tree.
* Signs the sans has: ↵ ▶ ▼ ▲ ● ○ ◆ ◇ ■ ✓ ✗ × − · … ← → ↑ ↓ ‖ ⚠ ★; it lacks ▾ ▸ ❚ ✕ ⏸; the serif has few.
* Nothing by colour alone: a chip is a word, a mark has a shape.

Where things are: `widgets` (all of the above by name), `node` (the tree), `layout`, `painter`, `typeset`
(text), `shapes`, `art`, `theme` (colours and sizes), `intents` (keys to names), `focus`, `scene` (one frame),
`pointing`, `keying`, `display` (the window), `settings`, `app` (the loop). The tests' pilot is
tests/stage/pilot.py; the tree checker is tests/stage/layout_check.py: hold every screen to it at 1280x720,
1920x1080 and 200 % text.
"""

import os

# The library's greeting would end up in what a command prints.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
# What task bars call the window; the library would put the name of a Python file there.
os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", "after-you")
