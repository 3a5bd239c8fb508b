"""The load test against a host of its own, started for it and ended after it.

    python -m tests.classroom.load.hosted [what `after-you load-test` takes]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.classroom.serving import Host


def main(argv: list[str] | None = None) -> int:
    """What `after-you load-test` ends with: 1 where something was lost or differs."""
    wanted = sys.argv[1:] if argv is None else argv
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, Host(Path(folder)) as host:
        command = [sys.executable, "-m", "game", "load-test", f"127.0.0.1:{host.address.port}", "--key", host.key]
        command += wanted
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
