"""After You: a protocol training simulation.

The package is a house of floors; imports run only downwards (README, "For developers").
"""

__version__ = "0.1.0"
