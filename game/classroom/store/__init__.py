"""Where a class is kept: rooms, their events, keys by their digests, and what each device was last answered.

SQLAlchemy Core by URL; SQLite as a rule. Nothing of an address or a browser is ever stored.
"""
