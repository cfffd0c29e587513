"""The draw: numbers that only the holder of the logbook's secret key can foretell."""

import hmac
from dataclasses import dataclass
from hashlib import sha256

KEY_BYTES = 32
_WIDE = 1 << 256


@dataclass(frozen=True, slots=True)
class Draw:
    """Chances drawn from a secret ``key`` for one report: always the same under the same key.

    ``context`` names the report's definition and how many editions of it the ledger has already: a
    concept is drawn alike until it is issued. Each name has a chance of its own, independent of all
    others (HMAC-SHA256 as a pseudorandom function).
    """

    key: bytes
    context: str

    def chance(self, *name: str) -> float:
        """A number from 0 up to 1, uniform over the keys."""
        told = "\x1f".join((self.context, *name)).encode()
        return int.from_bytes(hmac.new(self.key, told, sha256).digest()) / _WIDE

    def within(self, name: str) -> "Draw":
        """The draw of a part of the report, with chances of its own."""
        return Draw(self.key, f"{self.context}\x1e{name}")
