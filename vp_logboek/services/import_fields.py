"""Which column of a registration holds which field, told from its header or by the user."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vp_logboek.domain.errors import ColumnMissing, UnknownField
from vp_logboek.services.import_headers import Field, field_named, folded, known_headers

REQUIRED = (Field.DATE, Field.SUBJECT)
_DIGITS_OF_A_NUMBER = 3
_LONGEST_HEADER = 40
_HOURS = re.compile(r"\b(?:uur|uren)\b")


@dataclass(frozen=True, slots=True)
class Fields:
    """Field → column (from 0). ``ignored`` are headers of columns that are not taken over.

    ``in_hours``: a bare number in the column of the duration is in hours, not in minutes.
    ``headers`` are all of the table.
    """

    columns: Mapping[Field, int]
    ignored: tuple[str, ...] = ()
    in_hours: bool = False
    headers: tuple[str, ...] = ()

    def __contains__(self, field: Field) -> bool:
        return field in self.columns

    def name_of(self, field: Field) -> str:
        """What the column is called in the table; our own word where it has no fit header."""
        column = self.columns.get(field)
        header = "" if column is None else "".join(self.headers[column : column + 1]).strip()
        return header if 0 < len(header) <= _LONGEST_HEADER else field.label

    def missing(self) -> tuple[Field, ...]:
        """The required fields without a column."""
        return tuple(field for field in REQUIRED if field not in self.columns)


def find_fields(headers: Sequence[str], chosen: Mapping[str, str] | None = None) -> Fields:
    """The fields that can be told, with what was ``chosen`` (field → header) before all else.

    A field that was chosen with no header ("") is not taken over. Raises UnknownField for a field
    that does not exist or a column the table does not have.
    """
    told = {_field(name): header for name, header in (chosen or {}).items()}
    columns = {field: _column(header, headers) for field, header in told.items() if header}
    for exact in (True, False):
        for column, header in enumerate(headers):
            field = field_named(header)
            if field is None or field in told or column in columns.values():
                continue
            if field not in columns and (not exact or folded(header) == folded(field.label)):
                columns[field] = column
    used = set(columns.values())
    ignored = _shown([text for at, text in enumerate(headers) if at not in used])
    in_hours = _in_hours(headers, columns.get(Field.MINUTES))
    return Fields(columns, ignored, in_hours, tuple(headers))


def recognise_fields(headers: Sequence[str], chosen: Mapping[str, str] | None = None) -> Fields:
    """The fields of a table. ``chosen`` is what the user said: field → header.

    Raises UnknownField (see ``find_fields``) and ColumnMissing without a date or a subject.
    """
    fields = find_fields(headers, chosen)
    for field in fields.missing():
        raise ColumnMissing(field.label, _told(headers))
    return fields


def _field(name: str) -> Field:
    field = field_named(name)
    if field is None:
        raise UnknownField(name, tuple(known.label for known in Field))
    return field


def _column(header: str, headers: Sequence[str]) -> int:
    wanted = folded(header)
    for column, text in enumerate(headers):
        if text.strip() and folded(text) == wanted:
            return column
    raise UnknownField(header, _told(headers))


def _told(headers: Sequence[str]) -> tuple[str, ...]:
    """The headers in a message; none where the first row is a row like the others.

    It is when it has no header we know and a date or a number among its cells.
    """
    has_number = any(sum(map(str.isdigit, text)) >= _DIGITS_OF_A_NUMBER for text in headers)
    return () if has_number and not known_headers(headers) else _shown(headers)


def _shown(headers: Sequence[str]) -> tuple[str, ...]:
    """The headers fit to be shown: a long one is a note in a table without a header line."""
    stripped = (text.strip() for text in headers)
    return tuple(text for text in stripped if text and len(text) <= _LONGEST_HEADER)


def _in_hours(headers: Sequence[str], column: int | None) -> bool:
    """``Duur (uren)`` and ``Uren`` count hours; ``Duur in minuten`` and ``Duur`` minutes."""
    return column is not None and _HOURS.search(headers[column].casefold()) is not None
