"""No test of the window touches the player's own folders."""

from pathlib import Path

import platformdirs
import pytest


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The player's data, settings and logs live in the test's folder."""
    home = tmp_path / "home"
    for name in ("user_data_dir", "user_config_dir", "user_log_dir"):
        monkeypatch.setattr(platformdirs, name, lambda *_args, **_more: str(home))
    return home
