"""Floor 6: a class on one network. An instructor's machine serves, trainees join with a browser or with the game."""
