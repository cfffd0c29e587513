"""The day that a text names, as people write one: ``4-3-2026``, ``4 mrt``, ``gisteren``."""

import re
from datetime import date, timedelta

from vp_logboek.messages import MONTHS

_FIGURES = re.compile(
    r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?|(\d{2})(\d{2})(\d{4}|\d{2})"
)
_WITH_MONTH = re.compile(r"(\d{1,2})[-. ]*([a-z]{3,})\.?(?:[-. ]*(\d{4}|\d{2}))?")
_FROM_TODAY = {"vandaag": 0, "gisteren": -1, "eergisteren": -2, "morgen": 1, "overmorgen": 2}
_OTHER_SHORT = {"mrt": 3}


def read_day(text: str, today: date | None = None, ahead: bool = False) -> date | None:
    """The day a text names; None when there is none.

    Without a year it is the last such day up to ``today``, or with ``ahead`` the first from then.
    """
    plain = " ".join(text.casefold().split())
    if today is not None and plain in _FROM_TODAY:
        return today + timedelta(days=_FROM_TODAY[plain])
    found = _FIGURES.fullmatch(plain)
    if found is not None:
        day, month, *year = [part for part in found.groups() if part is not None]
        return _day(int(day), int(month), year[0] if year else None, today, ahead)
    worded = _WITH_MONTH.fullmatch(plain)
    if worded is None:
        return None
    return _day(int(worded[1]), _month(worded[2]), worded[3], today, ahead)


def _month(word: str) -> int:
    """The month of a word of three letters or more; 0 when it is none."""
    if word in _OTHER_SHORT:
        return _OTHER_SHORT[word]
    months = [number for number, name in enumerate(MONTHS, 1) if name.startswith(word)]
    return months[0] if len(months) == 1 else 0


def _day(day: int, month: int, year: str | None, today: date | None, ahead: bool) -> date | None:
    if year is not None:
        return _possible(int(year) if len(year) > 2 else 2000 + int(year), month, day)
    if today is None:
        return None
    this = _possible(today.year, month, day)
    passed = this is None or (this < today if ahead else this > today)
    return _possible(today.year + (1 if ahead else -1), month, day) if passed else this


def _possible(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
