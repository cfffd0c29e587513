"""From a cell to a date, in the ways people write one; what can be read in two ways is refused."""

import re
from datetime import date, datetime, timedelta

from vp_logboek.domain.conversation import EARLIEST
from vp_logboek.services.import_cells import CellRefused
from vp_logboek.services.import_headers import folded
from vp_logboek.services.tables import Cell

_EXCEL_DAY_ZERO = date(1899, 12, 30)
_FIRST_EXCEL_DAY = (EARLIEST - _EXCEL_DAY_ZERO).days
_LAST_EXCEL_DAY = 100_000

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_SHORT = {"mrt": 3, "sept": 9} | {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
_MONTH_NUMBERS = _SHORT | {name: number for number, name in enumerate(_MONTHS, 1)}

_TIME = r"(?:(?:t| +)[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?"
_ISO = re.compile(rf"([0-9]{{4}})-([0-9]{{1,2}})-([0-9]{{1,2}}){_TIME}")
_DUTCH = re.compile(rf"([0-9]{{1,2}})([-/.])([0-9]{{1,2}})\2([0-9]{{4}}){_TIME}")
_WORDS = re.compile(r"(?:[a-z]{2,9}[.,]? +)?([0-9]{1,2})[ -]+([a-z]+)\.?[ -]+([0-9]{4})")
_SHORT_YEAR = re.compile(r"[0-9]{1,2}([-/. ]+)(?:[0-9]{1,2}|[a-z]+\.?)\1[0-9]{2}")
_SERIAL = re.compile(r"[0-9]{5}")

_UNREADABLE = "De datum is niet te lezen. Schrijf bijvoorbeeld 4-3-2026."


def read_date(cell: Cell, today: date) -> date:
    """The day a cell names.

    Raises CellRefused when it is empty or unreadable, does not exist, has a year of two figures,
    lies after ``today`` or before ``EARLIEST``.
    """
    day = _typed(cell) if not isinstance(cell, str) else _written(cell.strip().casefold())
    if day > today:
        raise CellRefused("De datum ligt na vandaag. Neem alleen gesprekken over die zijn geweest.")
    if day < EARLIEST:
        raise CellRefused("De datum ligt voor 1990. Kijk of het jaar klopt.")
    return day


def _typed(cell: Cell) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and _FIRST_EXCEL_DAY <= cell < _LAST_EXCEL_DAY:
        return _EXCEL_DAY_ZERO + timedelta(days=int(cell))
    raise CellRefused(_UNREADABLE)


def _written(text: str) -> date:
    if not text:
        raise CellRefused("De datum ontbreekt. Vul de datum van het gesprek in.")
    if iso := _ISO.fullmatch(text):
        return _existing(iso[1], iso[2], iso[3])
    if dutch := _DUTCH.fullmatch(text):
        return _existing(dutch[4], dutch[3], dutch[1])
    if words := _WORDS.fullmatch(text):
        return _existing(words[3], str(_month(words[2])), words[1])
    if _SERIAL.fullmatch(text):
        return _typed(int(text))
    if _SHORT_YEAR.fullmatch(text):
        raise CellRefused("Het jaar staat er in twee cijfers. Schrijf het jaar met vier cijfers.")
    raise CellRefused(_UNREADABLE)


def _month(name: str) -> int:
    if folded(name) not in _MONTH_NUMBERS:
        raise CellRefused(_UNREADABLE)
    return _MONTH_NUMBERS[folded(name)]


def _existing(year: str, month: str, day: str) -> date:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise CellRefused("Deze datum bestaat niet. Kijk naar de dag en de maand.") from None
