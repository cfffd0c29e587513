"""Texts that break a rule and wait for their owner: this list only gets shorter."""

KNOWN: frozenset[tuple[str, str]] = frozenset()
"""The file of a text, and what is told of it."""
