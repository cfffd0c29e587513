"""From a cell to an entry of a closed list or a duration; nothing is guessed.

A reason never repeats what stands in a cell, for that may be a name: it says which column it is
about, what is wrong and what to do.
"""

import re
from collections.abc import Container, Iterator
from datetime import datetime, time, timedelta
from functools import cache
from typing import TypeVar

from vp_logboek.domain.choice import Choice
from vp_logboek.domain.conversation import LONGEST_MINUTES
from vp_logboek.services.import_headers import folded
from vp_logboek.services.tables import Cell, cell_text

_SHOWN_ENTRIES = 12
_BETWEEN = re.compile(r"[;,|\n]")
_NOT_KNOWN = frozenset({"", "onbekend", "nietbekend", "nvt", "nietvantoepassing", "nietingevuld"})
_SAME = {
    "email": "e-mail",
    "mail": "e-mail",
    "telefonisch": "telefoon",
    "videobellen": "video",
    "beeldbellen": "video",
    "stagiaire": "stagiair",
    "ondernemingsraad": "or",
    "advies": "adviesvraag",
}

_UNIT = r"(?:m|min|minuut|minuten)\.?"
_MINUTES = re.compile(rf"([0-9]{{1,6}})(?: *{_UNIT})?")
_CLOCK = re.compile(rf"([0-9]{{1,2}})(?::| *(?:u|uur|h)\.? *(?:en *)?)([0-9]{{1,2}})(?: *{_UNIT})?")
_NUMBER = re.compile(r"([0-9]{1,6}(?:[.,][0-9]+)?)")
_HOURS = re.compile(rf"{_NUMBER.pattern} *(?:u|uur|uren|h)\.?")

C = TypeVar("C", bound=Choice)


class CellRefused(Exception):
    """A cell cannot be taken over; ``reason`` is Dutch: what is wrong, and what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def is_not_known(text: str) -> bool:
    """Whether a cell says nothing: it is empty, a dash, a question mark or *onbekend*."""
    return folded(text) in _NOT_KNOWN


# --- closed lists -----------------------------------------------------------------------------


@cache
def _entries(choices: type[C]) -> dict[str, C]:
    """Every way to write an entry of this list."""
    codes = {entry.value: entry for entry in choices}
    also = {name: codes[code] for name, code in _SAME.items() if code in codes}
    labels = {entry.label: entry for entry in choices}
    folds = {folded(name): entry for name, entry in (codes | labels).items()}
    return also | folds | codes | labels


def _unknown(column: str, choices: type[Choice]) -> CellRefused:
    labels = [entry.label for entry in choices]
    more = ", …" if len(labels) > _SHOWN_ENTRIES else ""
    shown = ", ".join(labels[:_SHOWN_ENTRIES])
    return CellRefused(f"“{column}” heeft een onbekende waarde. Kies uit: {shown}{more}.")


def read_choice(cell: Cell, column: str, choices: type[C]) -> C | None:
    """The entry a cell of this column names, or None when not known. Raises CellRefused."""
    text = cell_text(cell)
    entries = _entries(choices)
    entry = entries.get(text) or entries.get(folded(text))
    if entry is None and not is_not_known(text):
        raise _unknown(column, choices)
    return entry


def read_choices(cell: Cell, column: str, choices: type[C]) -> frozenset[C]:
    """The entries a cell names, between commas, semicolons, slashes or new lines.

    Raises CellRefused when one of them is not in the list.
    """
    found: set[C] = set()
    for part in _parts(cell_text(cell), _entries(choices)):
        entry = read_choice(part, column, choices)
        if entry is not None:
            found.add(entry)
    return frozenset(found)


def _parts(text: str, known: Container[str]) -> Iterator[str]:
    if folded(text) in known:
        yield text
        return
    for part in _BETWEEN.split(text):
        yield from [part] if folded(part) in known else part.split("/")


# --- durations --------------------------------------------------------------------------------


def read_minutes(cell: Cell, in_hours: bool = False) -> int | None:
    """Minutes: ``60``, ``60 min``, ``1:30``, ``1,5 uur`` or a time; None for an empty cell.

    A bare number is in hours where the header says so. Raises CellRefused.
    """
    if is_not_known(cell_text(cell)):
        return None
    minutes = _timed(cell) if isinstance(cell, time | timedelta) else _written(cell, in_hours)
    if minutes is None:
        raise CellRefused("De duur is niet te lezen. Schrijf bijvoorbeeld 60, 1:30 of 1,5 uur.")
    if minutes > LONGEST_MINUTES:
        raise CellRefused("De duur is langer dan een dag. Schrijf de duur in minuten.")
    return minutes


def _timed(cell: time | timedelta) -> int | None:
    if isinstance(cell, time):
        return cell.hour * 60 + cell.minute
    return round(cell.total_seconds() / 60) if cell >= timedelta() else None


def _written(cell: Cell, in_hours: bool) -> int | None:
    if isinstance(cell, bool | datetime):
        return None
    text = cell_text(cell).casefold()
    if clock := _CLOCK.fullmatch(text):
        hours, minutes = map(int, clock.groups())
        return hours * 60 + minutes if minutes < 60 else None
    if found := (_NUMBER if in_hours else _HOURS).fullmatch(text) or _HOURS.fullmatch(text):
        return round(float(found[1].replace(",", ".")) * 60)
    plain = _MINUTES.fullmatch(text)
    return int(plain[1]) if plain else None
