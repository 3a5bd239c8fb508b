"""No test of the window touches the player's own folders, and none starts processes unless it says so."""

from pathlib import Path

import platformdirs
import pytest

from game.stage.screens import author_bots, author_desk, debrief_standing
from tests.stage.rehearsed import LookedAtOnce, Rehearsed


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The player's data, settings and logs live in the test's folder."""
    home = tmp_path / "home"
    for name in ("user_data_dir", "user_config_dir", "user_log_dir"):
        monkeypatch.setattr(platformdirs, name, lambda *_args, **_more: str(home))
    return home


@pytest.fixture(autouse=True)
def rehearsed_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bots' days come from a table, a part at each frame; a second look at a file is taken at once."""
    monkeypatch.setattr(debrief_standing, "BotDays", Rehearsed)
    monkeypatch.setattr(author_bots, "BotDays", Rehearsed)
    monkeypatch.setattr(author_desk, "SecondLook", LookedAtOnce)
