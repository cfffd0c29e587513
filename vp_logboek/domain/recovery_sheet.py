"""The recovery sheet: the key and the salt of a logbook as 24 groups that a person can type over.

Crockford's base32 (crockford.com/base32.html): capitals and figures without I, L, O and U; who
types O, I or L means 0 or 1. Each line ends in three characters that check it, its number included:
a code over the 32 characters in which two good lines differ in at least four places. So up to three
wrong characters in a line are always found, two that changed places or two lines that did as well.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from vp_logboek.domain.errors import SheetLineWrong, SheetNewer

LINES = 6
GROUPS = 4
"""In a line, of four characters each."""
KEY_BYTES, SALT_BYTES = 32, 16
VERSION = 1

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans("OIL", "011")
_GROUP = 4
_CHECKS = 3
_SAID = GROUPS * _GROUP - _CHECKS
_BITS = 5 * _SAID * LINES
_PADDING = _BITS - 5 - 8 * (KEY_BYTES + SALT_BYTES)
_FIELD = 0b100101
"""x⁵ + x² + 1, by which the field of 32 elements is made; x is ``_ROOT`` and has 31 powers."""
_ROOT = 0b10


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed. ``number`` is public, the lines open the logbook."""

    number: str
    lines: tuple[str, ...]


def sheet_of(key: bytes, salt: bytes) -> Sheet:
    """The sheet of a logbook with this key of 32 bytes and this salt of 16."""
    if (len(key), len(salt)) != (KEY_BYTES, SALT_BYTES):
        raise ValueError("a key has 32 bytes and a salt 16")
    number = int.from_bytes(bytes([VERSION]) + key + salt) << _PADDING
    values = [number >> 5 * place & 31 for place in reversed(range(_SAID * LINES))]
    lines = (values[start : start + _SAID] for start in range(0, len(values), _SAID))
    return Sheet(sheet_number(salt), tuple(_printed(n, line) for n, line in enumerate(lines, 1)))


def read_sheet(lines: Sequence[str]) -> tuple[bytes, bytes]:
    """The key and the salt from the lines as somebody typed them.

    Raises SheetLineWrong for the first line that is not as it was printed, and SheetNewer.
    """
    values = [value for number in range(1, LINES + 1) for value in _read(lines, number)]
    content = 0
    for value in values[1:]:
        content = content << 5 | value
    if content & (1 << _PADDING) - 1:
        raise SheetLineWrong(LINES)
    both = (content >> _PADDING).to_bytes(KEY_BYTES + SALT_BYTES)
    return both[:KEY_BYTES], both[KEY_BYTES:]


def check_line(number: int, typed: str) -> None:
    """Judge one line by itself, the first is 1. Raises SheetLineWrong and SheetNewer."""
    _read_line(number, typed)


def same_group(one: str, other: str) -> bool:
    """Whether two groups are the same, however they were typed."""
    return _characters(one) == _characters(other)


def sheet_number(salt: bytes) -> str:
    """Six figures by which a person knows which sheet belongs to which file."""
    # of the hash: a damaged salt is then another number, wherever the damage is
    number = int.from_bytes(hashlib.sha256(salt).digest()[:8]) % 1_000_000
    return f"{number // 1000:03d}-{number % 1000:03d}"


# --- a line -----------------------------------------------------------------------------------


def _printed(number: int, said: Sequence[int]) -> str:
    text = "".join(_ALPHABET[value] for value in (*said, *_checks(number, said)))
    return " ".join(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))


def _read(lines: Sequence[str], number: int) -> list[int]:
    if number > len(lines):
        raise SheetLineWrong(number)
    return _read_line(number, lines[number - 1])


def _read_line(number: int, typed: str) -> list[int]:
    text = _characters(typed)
    values = [_ALPHABET.find(char) for char in text]
    if len(values) != GROUPS * _GROUP or -1 in values:
        raise SheetLineWrong(number)
    said, checks = values[:_SAID], values[_SAID:]
    if checks != _checks(number, said):
        raise SheetLineWrong(number)
    if number == 1 and said[0] != VERSION:
        raise SheetNewer(said[0])
    return said


def _characters(typed: str) -> str:
    plain = "".join(char for char in typed.upper() if not char.isspace() and char not in "-–.")
    return plain.translate(_READ_AS)


def _checks(number: int, said: Sequence[int]) -> list[int]:
    """The rest after division by the polynomial whose roots are 1, x and x²: Reed and Solomon's."""
    rest = [0] * _CHECKS
    for value in (number, *said):
        first = rest[0] ^ value
        rest = [*rest[1:], 0]
        rest = [old ^ _times(first, factor) for old, factor in zip(rest, _GENERATOR, strict=True)]
    return rest


def _times(one: int, other: int) -> int:
    """The product of two elements of the field of 32."""
    product = 0
    while other:
        if other & 1:
            product ^= one
        one <<= 1
        if one & 0b100000:
            one ^= _FIELD
        other >>= 1
    return product


def _generator() -> list[int]:
    """(z - 1)(z - x)(z - x²) without its first coefficient, which is 1."""
    found, root = [1], 1
    for _ in range(_CHECKS):
        shifted = [*found, 0]
        found = [one ^ _times(root, other) for one, other in zip(shifted, [0, *found], strict=True)]
        root = _times(root, _ROOT)
    return found[1:]


_GENERATOR = _generator()
