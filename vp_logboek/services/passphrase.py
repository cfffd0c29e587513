"""A passphrase drawn by lot, and another passphrase for a logbook."""

import secrets
from functools import cache

from vp_logboek.resources import resource

WORDS = 6
"""Six words of 6,000 are log2(6000) × 6 = 75 bits: with a key that costs 0.8 s, out of reach."""


def suggest() -> str:
    """Six Dutch words drawn by lot, with a space between them."""
    return " ".join(secrets.choice(_words()) for _ in range(WORDS))


@cache
def _words() -> tuple[str, ...]:
    return tuple(resource("words", "passphrase.txt").read_text("utf-8").split())
