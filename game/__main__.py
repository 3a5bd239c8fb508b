"""`python -m game` is `after-you`."""

import sys

from game.cli import main

sys.exit(main())
