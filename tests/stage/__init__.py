"""Tests of the window, played by a pilot that only posts events."""
