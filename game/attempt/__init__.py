"""Floor 5: one player's attempt: edits with undo, autosave, the live run, replay files, progress."""
