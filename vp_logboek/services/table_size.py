"""Whether a workbook claims more cells than fit in memory: the reader would end the program.

A damaged .xls can claim a million times a million cells, and one stray cell in the far corner of an
.xlsx is enough; the reader reserves room for all of them before it looks at one.
"""

import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

MOST_CELLS = 20_000_000
_MOST_BYTES = 1_000_000_000
_ROUND = 1 << 32
_DIMENSIONS = re.compile(rb"\x00\x02\x0e\x00(.{12})", re.DOTALL)
_CELL = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,10})"')
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error,
    ValueError, OSError, EOFError, LookupError, RuntimeError,
)  # fmt: skip
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")


def is_too_large(data: bytes) -> bool:
    """Whether a sheet of this workbook has, or says it has, more than ``MOST_CELLS`` cells."""
    sizes = _in_zip(data) if data.startswith(b"PK") else _in_xls(data)
    return any(cells > MOST_CELLS for cells in sizes)


def _in_xls(data: bytes) -> Iterator[int]:
    """What the records with the size of a sheet say."""
    for found in _DIMENSIONS.finditer(data):
        first_row, end_row, first_column, end_column = struct.unpack("<IIHH", found[1])
        # an end before its beginning is, to the reader, a beginning before a very far end
        yield ((end_row - first_row) % _ROUND) * max(1, (end_column - first_column) % _ROUND)


def _in_zip(data: bytes) -> Iterator[int]:
    """The furthest row times the furthest column in which something stands."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _MOST_BYTES:
                yield MOST_CELLS + 1
                return
            for part in archive.infolist():
                if _SHEET.fullmatch(part.filename):
                    yield _furthest(archive.read(part))
    except _BROKEN:
        return  # the reader itself says what is wrong with it


def _furthest(sheet: bytes) -> int:
    columns: set[bytes] = set()
    last = 0
    for column, row in _CELL.findall(sheet):
        columns.add(column)
        last = max(last, int(row))
    return last * max(map(_number, columns), default=0)


def _number(letters: bytes) -> int:
    """``A`` is 1, ``XFD`` 16,384."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
