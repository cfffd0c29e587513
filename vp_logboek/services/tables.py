"""Reading a table from a spreadsheet or a text file, without knowing what it is about."""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from vp_logboek.domain.errors import TableTrouble, TableUnreadable
from vp_logboek.services.import_headers import known_headers
from vp_logboek.services.table_size import is_too_large
from vp_logboek.services.table_text import text_rows

Cell = str | int | float | bool | date | datetime | time | timedelta

_WORKBOOK_STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
_TEXTS = frozenset({".csv", ".txt", ".tsv"})
_LOOK_AT = 20
_HEADERS_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was read. An empty cell is ``""``.

    ``header_row`` is where the headers stand in the file, counted from 1; ``rows`` are all rows
    below it, empty ones too, so that a row can be pointed at. ``sheet`` is the name of the sheet
    that was read, or "" for a text file; ``other_sheets`` how many were not.
    """

    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    header_row: int = 1
    sheet: str = ""
    other_sheets: int = 0

    def numbered(self) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        """Every row that is not empty, with its number in the file."""
        for number, row in enumerate(self.rows, self.header_row + 1):
            if any(cell_text(cell) for cell in row):
                yield number, row


def cell_text(cell: Cell) -> str:
    """What a cell says, as text: a whole number without decimals."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def read_table(path: Path) -> Table:
    """Read a .xlsx, .xls, .ods or .csv file. Raises TableUnreadable.

    What is in the file decides how it is read, not its name. Of several sheets the first one with
    recognisable headers is taken.
    """
    data = _bytes_of(path)
    if data.startswith(_WORKBOOK_STARTS):
        return _from_workbook(data)
    if path.suffix.casefold() not in _WORKBOOKS | _TEXTS:
        raise TableUnreadable(TableTrouble.UNKNOWN_KIND)
    return _table(text_rows(data))


def _bytes_of(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():  # reading a pipe would wait for ever
            raise TableUnreadable(TableTrouble.UNREADABLE)
        return path.read_bytes()
    except FileNotFoundError:
        raise TableUnreadable(TableTrouble.MISSING) from None
    except (OSError, ValueError):
        raise TableUnreadable(TableTrouble.UNREADABLE) from None


def _from_workbook(data: bytes) -> Table:
    if is_too_large(data):
        raise TableUnreadable(TableTrouble.UNREADABLE)
    with _workbook_edge():
        sheets = _sheets(data)
    filled = [(name, rows) for name, rows in sheets if _header_index(rows) is not None]
    if not filled:
        raise TableUnreadable(TableTrouble.NO_ROWS)
    name, rows = next((s for s in filled if _has_headers(s[1])), filled[0])
    return _table(rows, name, len(sheets) - 1)


@contextmanager
def _workbook_edge() -> Iterator[None]:
    """A broken workbook is told as such, also where the reader itself gives way."""
    try:
        yield
    except CalamineError:
        raise TableUnreadable(TableTrouble.UNREADABLE) from None
    except BaseException as error:
        # a panic in Rust: a BaseException whose class has a name but cannot be imported
        if type(error).__name__ != "PanicException":
            raise
        raise TableUnreadable(TableTrouble.UNREADABLE) from None


def _sheets(data: bytes) -> list[tuple[str, list[list[Cell]]]]:
    """Each sheet with its rows, those that can be seen first."""
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        listed = [s for s in book.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet]
        return [
            (sheet.name, list(book.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)))
            for sheet in sorted(listed, key=_is_hidden)
        ]


def _is_hidden(sheet: SheetMetadata) -> bool:
    return sheet.visible != SheetVisibleEnum.Visible


def _texts(row: Sequence[Cell]) -> list[str]:
    return [cell_text(cell) for cell in row]


def _has_headers(rows: Sequence[Sequence[Cell]]) -> bool:
    return any(known_headers(_texts(row)) >= _HEADERS_ENOUGH for row in rows[:_LOOK_AT])


def _header_index(rows: Sequence[Sequence[Cell]]) -> int | None:
    """The first row with two known headers; else the first with two cells, or with one."""
    for index, row in enumerate(rows[:_LOOK_AT]):
        if known_headers(_texts(row)) >= _HEADERS_ENOUGH:
            return index
    for wanted in (2, 1):
        for index, row in enumerate(rows):
            if sum(map(bool, _texts(row))) >= wanted:
                return index
    return None


def _table(rows: Sequence[Sequence[Cell]], sheet: str = "", other_sheets: int = 0) -> Table:
    index = _header_index(rows)
    if index is None:
        raise TableUnreadable(TableTrouble.NO_ROWS)
    below = tuple(tuple(row) for row in rows[index + 1 :])
    table = Table(tuple(_texts(rows[index])), below, index + 1, sheet, other_sheets)
    if next(table.numbered(), None) is None:
        raise TableUnreadable(TableTrouble.NO_ROWS)
    return table
