"""The decrypted pages of a logbook file, read without SQLite: free pages and slack are among them.

SQLCipher 4 encrypts each page of 4,096 bytes with AES-256 in CBC; the last 80 bytes of a page are
its IV and its HMAC, and the first 16 bytes of the file are the salt
(https://www.zetetic.net/sqlcipher/design/). AES is written out here after FIPS 197, for all blocks
at the same time: byte n of every block is one string, so that a table look-up is ``translate``.
"""

from pathlib import Path

PAGE, RESERVED, SALT, BLOCK = 4096, 80, 16, 16
_ROUNDS = 14


def plain_pages(path: Path, key: bytes) -> bytes:
    """Every page of a closed file one after another, without salt and reserve."""
    data = path.read_bytes()
    bodies, before = [], []
    for start in range(0, len(data), PAGE):
        body = data[start + (SALT if start == 0 else 0) : start + PAGE - RESERVED]
        iv = data[start + PAGE - RESERVED :][:BLOCK]
        bodies.append(body)
        before.append(iv + body[:-BLOCK])
    return _xor(_decrypt(b"".join(bodies), key), b"".join(before))


def _decrypt(data: bytes, key: bytes) -> bytes:
    keys = _round_keys(key)
    state = [_add(data[n::BLOCK], keys[_ROUNDS][n]) for n in range(BLOCK)]
    for number in range(_ROUNDS - 1, -1, -1):
        moved = [state[(n - 4 * (n % 4)) % BLOCK] for n in range(BLOCK)]
        state = [_add(moved[n].translate(_BACK), keys[number][n]) for n in range(BLOCK)]
        if number:
            state = [byte for column in range(0, BLOCK, 4) for byte in _unmix(state, column)]
    plain = bytearray(len(data))
    for n in range(BLOCK):
        plain[n::BLOCK] = state[n]
    return bytes(plain)


def _unmix(state: list[bytes], column: int) -> list[bytes]:
    four = state[column : column + 4]
    mixed = []
    for row in range(4):
        byte = bytes(len(four[0]))
        for place, factor in enumerate((14, 11, 13, 9)):
            byte = _xor(byte, four[(row + place) % 4].translate(_TIMES[factor]))
        mixed.append(byte)
    return mixed


def _xor(one: bytes, other: bytes) -> bytes:
    return (int.from_bytes(one) ^ int.from_bytes(other)).to_bytes(len(one))


def _add(byte: bytes, value: int) -> bytes:
    return _xor(byte, bytes([value]) * len(byte))


def _round_keys(key: bytes) -> list[bytes]:
    words = [key[start : start + 4] for start in range(0, len(key), 4)]
    factor = 1
    for n in range(8, 4 * (_ROUNDS + 1)):
        word = words[n - 1]
        if n % 8 == 0:
            word = _xor((word[1:] + word[:1]).translate(_SBOX), bytes([factor, 0, 0, 0]))
            factor = _times(factor, 2)
        elif n % 8 == 4:
            word = word.translate(_SBOX)
        words.append(_xor(words[n - 8], word))
    return [b"".join(words[n : n + 4]) for n in range(0, len(words), 4)]


def _times(one: int, other: int) -> int:
    """Multiplication in the field of AES."""
    found = 0
    while other:
        found ^= one if other & 1 else 0
        one = (one << 1) ^ (0x11B if one & 0x80 else 0)
        other >>= 1
    return found


def _sbox() -> bytes:
    boxes = []
    for value in range(256):
        inverse = next((n for n in range(256) if _times(value, n) == 1), 0)
        rotated = (((inverse << 8 | inverse) >> (8 - shift)) & 0xFF for shift in range(5))
        box = 0x63
        for one in rotated:
            box ^= one
        boxes.append(box)
    return bytes(boxes)


_SBOX = _sbox()
_BACK = bytes(_SBOX.index(value) for value in range(256))
_TIMES = {factor: bytes(_times(n, factor) for n in range(256)) for factor in (9, 11, 13, 14)}
