"""The rule kinds. Each is one module with its terms, monitor, message and price; the registry finds them all.

Loader, engine and scoring read the registry, so a new kind is one new module here (and its
numbered rulings among the tests).
"""
