"""What lets a test process open very many logbooks: a passphrase, and what it may leave out.

Without pytest, because the campaigns fork a process of their own for every point.
"""

from functools import cache

from vp_logboek.services import strength
from vp_logboek.store import connection, damaged

PASSPHRASE = "batterij nietje paard één"
"""Strong enough, and with an accent, so that every test goes through NFC."""

WIPING = "cipher_memory_security = ON"
"""Wipes every piece of memory that SQLite gives back: a sixth of the time of all tests together.

It changes no answer. Left out in the tests' own process and in the campaigns; that the program has
it is tried in a process of its own (test_opening), and what it is for by the promises, likewise.
"""


def without_wiping() -> None:
    """Let this process open logbooks sooner."""
    for module, name in ((connection, "SETTINGS"), (damaged, "_SETTINGS")):
        settings = getattr(module, name)
        assert WIPING in settings
        setattr(module, name, tuple(one for one in settings if one != WIPING))


def measured_before(*passphrases: str) -> None:
    """Measure each passphrase once; a process that is forked after this knows these already.

    It is most of the time of making a logbook with the cheapest key.
    """
    strength._measure = cache(strength._measure)
    for passphrase in passphrases:
        strength.strength(passphrase)
