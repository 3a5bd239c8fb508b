"""Floor 0: the nouns of protocol as pure values: people, room, precedence, cues, briefings, rules, scenario.

Nothing here reads a file, a clock or chance, and nothing here is a sentence for a player.
"""
