"""Fresh scenarios, composed by drawing and proven by playing: the same seed gives the same file, on every machine."""
