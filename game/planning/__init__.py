"""Floor 3: what a plan is worth on other days."""
