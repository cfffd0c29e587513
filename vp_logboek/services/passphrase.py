"""A passphrase drawn by lot, and another passphrase for a logbook."""

import secrets
from functools import cache

from vp_logboek.domain.errors import WrongPassphrase
from vp_logboek.resources import resource
from vp_logboek.services.copies import rekeyed
from vp_logboek.services.strength import check_good
from vp_logboek.store.logbook import Halt, Logbook

WORDS = 6
"""Six words of 6,000 are log2(6000) × 6 = 75 bits: with a key that costs 0.8 s, out of reach."""


def suggest() -> str:
    """Six Dutch words drawn by lot, with a space between them."""
    return " ".join(secrets.choice(_words()) for _ in range(WORDS))


def check(logbook: Logbook, passphrase: str) -> None:
    """Whether this is the passphrase of an open logbook, asked again before what only its owner
    may do. Raises WrongPassphrase.
    """
    if not logbook.opens_with(passphrase):
        raise WrongPassphrase


def change(logbook: Logbook, old: str, new: str, halt: Halt | None = None) -> Logbook:
    """Another passphrase, with a new key and so a new recovery sheet; the logbook that is now open.

    The old file stays as ``.vorige`` until the next unlock. Where it fails nothing has changed and
    the given logbook is open. Raises WrongPassphrase, PassphraseRefused, NotSaved, ReadOnlyPlace,
    and Stopped when ``halt`` was asked before the new file took the place of the old one.
    """
    halt = halt or Halt()
    check(logbook, old)
    check_good(new)
    halt.heed()
    return rekeyed(logbook, new, halt)


@cache
def _words() -> tuple[str, ...]:
    return tuple(resource("words", "passphrase.txt").read_text("utf-8").split())
