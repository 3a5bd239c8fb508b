"""`python -m game` is `after-you`."""

import sys

from game.cli import main

if __name__ == "__main__":  # processes spawned on Windows import this again
    sys.exit(main())
