"""The closed list of what can be wrong with a file: every code with a title, an explanation, a wrong and a right example.

Codes are stable: editors, continuous integration and teachers' notes name them. A code is never given another meaning.
"""
