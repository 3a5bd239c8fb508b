"""The pictures of README, taken from the window itself: `python -m tests.stage.pictures`."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
_HOME = tempfile.TemporaryDirectory()
for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA", "HOME"):
    os.environ[name] = _HOME.name

import pygame  # noqa: E402

from game.attempt.commands import StartFrom  # noqa: E402
from game.authoring.library import find  # noqa: E402
from game.protocol.cues import parse_cue  # noqa: E402
from game.protocol.plan import Briefing, Conduct, Plan  # noqa: E402
from game.resources import assets  # noqa: E402
from game.stage import flow  # noqa: E402
from game.stage.screen import Screen  # noqa: E402
from game.stage.session import Session  # noqa: E402
from game.wording.catalogue import _  # noqa: E402
from tests.stage.pilot import Pilot, flying  # noqa: E402

FOLDER = assets() / "pictures"
SENT_OUT = 12 * 3_600_000 + 34 * 60_000 + 2_000


def first_try() -> Plan:
    """A plan by the clock, as a newcomer makes it: it gives nothing away."""
    return Plan((
        Briefing(("kim",), Conduct(enter=parse_cue("after putin at door"))),
        Briefing(("russia.ministers",), Conduct(enter=parse_cue("at 12:38")), read_back=True),
    ))


def sitting(plan: Plan) -> Session:
    """Pyongyang with this plan."""
    session = Session.open("pyongyang-2024")
    session.do(StartFrom(plan))
    return session


def take(name: str, screen: Screen, press: str = "", rest: str = "", frames: int = 60) -> None:
    """A picture of a screen at 1280x720, after pressing one of its nodes and resting on another, if named."""
    with flying(screen, Path(_HOME.name)) as pilot:
        if press:
            pilot.focus_on(press)
            pilot.press_key("return")
            pilot.focus_on(rest)
        _settle(pilot, frames)
        _keep(name)


def take_author() -> None:
    """A file with mistakes over the last good one, once all bots have played."""
    file = Path(_HOME.name) / "my-scenario.yaml"
    text = find("pyongyang-2024").read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    with flying(flow.author(file), Path(_HOME.name)) as pilot:
        while any(pilot.says(words) for words in (_("being played …"), _("days so far …"))):
            pilot.frames(1)
        file.write_text(text.replace("enter: after putin", "enter: after puttin", 1), encoding="utf-8")
        _settle(pilot, 60)
        pilot.press_key("e")
        pilot.press_key("return")
        _settle(pilot, 30)
        _keep("author")


def _keep(name: str) -> None:
    surface = pygame.display.get_surface()
    assert surface is not None
    FOLDER.mkdir(parents=True, exist_ok=True)
    pygame.image.save(surface, str(FOLDER / f"{name}.png"))


def _settle(pilot: Pilot, frames: int) -> None:
    for _frame in range(frames):
        pilot.frames(1)


def main() -> None:
    """All of them."""
    take("plan", flow.plan(sitting(first_try())), "who.russia.ministers", "card.door")
    lived = sitting(Plan())
    lived.open_doors()
    assert lived.live is not None
    lived.live = lived.live.live_to(SENT_OUT)
    take("run", flow.run(lived), frames=30)
    ended = sitting(Plan())
    ended.open_doors()
    assert ended.live is not None
    ended.live = ended.live.live_to(ended.scenario.end)
    ended.finish()
    take("debrief", flow.debrief(ended), frames=120)
    take_author()


if __name__ == "__main__":
    main()
