"""Floor 1: the day. Chance drawn by name, the event-driven engine, rules as monitors, the trace, where everyone is."""
