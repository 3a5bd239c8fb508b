"""Floor 5: a run as JSON, as text for a terminal, and the running order as a table."""
