"""Cells of the year screen: what is written, drawn and read aloud, prepared once."""

from dataclasses import dataclass

from vp_logboek.domain.subjects import MainClass


@dataclass(frozen=True, slots=True)
class Bar:
    """Lengths from 0 to 1. ``before`` is the thin bar of the year before, None without one."""

    now: float
    before: float | None = None


HATCHED = None
"""Instead of a bar behind a hidden number: one stub of one length, whatever the number."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. ``aloud`` is for a screen reader and as a tip where ``text`` says too little.

    ``aside`` is muted and stands after the bar. ``has_bar`` with a ``bar`` of None is hatched;
    where there is no room for bars ``hatched`` puts a stub before the text. ``beside`` stands right
    of the number: what the logbook counts now, in a year that was issued. ``small`` is the length,
    from 0 to 1, of a small bar before a number that shares its row with other years.
    """

    text: str = ""
    aloud: str = ""
    aside: str = ""
    beside: str = ""
    hatched: bool = False
    has_bar: bool = False
    bar: Bar | None = HATCHED
    small: float | None = None
    is_label: bool = False
    muted: bool = False
    strong: bool = False
    depth: int = 0
    main: MainClass | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One half of the screen as a table: a header and rows of cells of the same length."""

    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
