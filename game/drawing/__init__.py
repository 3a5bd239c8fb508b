"""Room and people drawn to a surface from where everyone is. Knows nothing of windows, input or the clock."""
