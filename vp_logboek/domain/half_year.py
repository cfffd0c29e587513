"""Half a reporting year: for the counsellor's own eyes, and for nobody else.

Who has a half and the year can subtract, and then a hidden number is no longer hidden. So a half
has types of its own: whatever protects, issues, prints or exports takes a ReportingYear and a
Tally, and is never given these.

What counts in the year is cut at one day, the first of its second half, by the day of each thing:
of a talk, of an opening, of what became known, of an activity. What is older than the year and
counts in it all the same (it was entered after its own year had been issued) is in the first half.
So talks, whole hours and activities of both halves add up to the year. Melders and dossiers do not:
who came in both halves is in both. What stayed of destroyed dossiers has no day, and is in neither.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from vp_logboek.domain.choice import Choice
from vp_logboek.domain.counts import Column, Count, Line, TallyTable
from vp_logboek.domain.facts import Facts
from vp_logboek.domain.period import ReportingYear, months_told
from vp_logboek.domain.tables import TableCode, Unit
from vp_logboek.domain.tally import Tally

_MONTHS = 12


class Half(Choice):
    """One of the two."""

    FIRST = "1", "1e helft"
    SECOND = "2", "2e helft"


@dataclass(frozen=True, slots=True)
class HalfYear:
    """The first or the second half of a reporting year, in whole months.

    Of a year with an odd number of months the first half has one more.
    """

    whole: ReportingYear
    half: Half

    @property
    def cut(self) -> date:
        """The first day of the second half."""
        start, end = self.whole.start, self.whole.end
        months = (end.year - start.year) * _MONTHS + end.month - start.month
        over = start.month - 1 + (months + 1) // 2
        return date(start.year + over // _MONTHS, over % _MONTHS + 1, 1)

    @property
    def label(self) -> str:
        """``1e helft van 2025``, or ``2e helft van 2025-2026``."""
        return f"{self.half.label} van {self.whole.label}"

    @property
    def months(self) -> str:
        """``jan t/m jun``; with their years where the year lies in two."""
        if self.half is Half.FIRST:
            return months_told(self.whole.start, self.cut)
        return months_told(self.cut, self.whole.end)


@dataclass(frozen=True, slots=True)
class HalfFacts:
    """What of a year can be counted in one half of it.

    ``left_out`` says whether the year counts destroyed dossiers, of which nobody knows the half.
    """

    half: HalfYear
    facts: Facts
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class HalfTally:
    """The exact tables of half a year. Not a Tally on purpose: it can never be protected."""

    half: HalfYear
    tables: tuple[TallyTable, ...]
    left_out: bool = False

    def table(self, code: TableCode) -> TallyTable:
        """The table with this code; every tally has them all."""
        return next(table for table in self.tables if table.code is code)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was noted in this half at all."""
        return not any(c.number for t in self.tables for line in t.lines for c in line.counts)


def both_halves(first: HalfFacts, second: HalfFacts) -> tuple[HalfTally, HalfTally]:
    """Count both halves of a year.

    Hours are rounded to whole ones, so those of the second half are what the year has more than the
    first: else the halves could be an hour off.
    """
    one, other, year = (
        Tally.of(facts).tables
        for facts in (first.facts, second.facts, _together(first.facts, second.facts))
    )
    return (
        HalfTally(first.half, one, first.left_out),
        HalfTally(second.half, tuple(map(_rest, other, year, one)), second.left_out),
    )


def _together(first: Facts, second: Facts) -> Facts:
    """What has a length in both: the talks and the activities."""
    return replace(
        first,
        talks=(*first.talks, *second.talks),
        dossiers={**first.dossiers, **second.dossiers},
        activities=(*first.activities, *second.activities),
    )


def _rest(table: TallyTable, year: TallyTable, first: TallyTable) -> TallyTable:
    if not any(column.unit is Unit.HOURS for column in table.columns):
        return table
    lines = zip(table.lines, year.lines, first.lines, strict=True)
    return replace(table, lines=tuple(_line(table.columns, *three) for three in lines))


def _line(columns: Sequence[Column], own: Line, year: Line, first: Line) -> Line:
    counts = zip(columns, own.counts, year.counts, first.counts, strict=True)
    return replace(
        own,
        counts=tuple(
            Count(whole.number - part.number, count.crowd) if column.unit is Unit.HOURS else count
            for column, count, whole, part in counts
        ),
    )
