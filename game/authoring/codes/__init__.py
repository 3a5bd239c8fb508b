"""The closed list of what can be wrong with a file: each code with a title, an explanation and two examples.

Codes are stable: editors, continuous integration and teachers' notes name them. A code is never given another meaning.
"""
