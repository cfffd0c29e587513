"""Passphrase to key: Argon2id, bytes to bytes and slow on purpose. Never on the GUI thread."""

import unicodedata
from dataclasses import dataclass

from argon2.low_level import Type, hash_secret_raw

from vp_logboek.domain.errors import PassphraseProblem, PassphraseRefused

SALT_BYTES = 16
TAG_BYTES = 4
KEY_BYTES = 32
LONGEST_PASSPHRASE = 1000
_ARGON2_VERSION = 0x13


@dataclass(frozen=True, slots=True)
class Profile:
    """What a key costs. ``tag`` stands at the start of the file, ``memory`` is in KiB."""

    tag: bytes
    memory: int
    passes: int
    lanes: int


VPL1 = Profile(b"VPL1", memory=256 * 1024, passes=3, lanes=4)
CHEAPEST = Profile(b"VPL0", memory=8, passes=1, lanes=1)
"""For tests only: the program itself refuses a file of this kind."""


def normal(passphrase: str) -> str:
    """The one spelling of a passphrase: an é is one character, however it was typed."""
    return unicodedata.normalize("NFC", passphrase)


def check_new(passphrase: str) -> None:
    """Raises PassphraseRefused for a passphrase that is empty or over 1,000 characters."""
    length = len(normal(passphrase))
    if length == 0:
        raise PassphraseRefused(PassphraseProblem.EMPTY)
    if length > LONGEST_PASSPHRASE:
        raise PassphraseRefused(PassphraseProblem.TOO_LONG)


def can_be_right(passphrase: str) -> bool:
    """Whether a logbook can have this passphrase: what is refused at making opens nothing."""
    return 0 < len(normal(passphrase)) <= LONGEST_PASSPHRASE


def derive_key(passphrase: str, salt: bytes, profile: Profile) -> bytes:
    """The 32 bytes that open the file. Takes about 0.8 s with VPL1."""
    return hash_secret_raw(
        # half a character cannot be typed, but can be pasted
        secret=normal(passphrase).encode("utf-8", "surrogatepass"),
        salt=salt,
        time_cost=profile.passes,
        memory_cost=profile.memory,
        parallelism=profile.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
        version=_ARGON2_VERSION,
    )
