"""What belongs to a year: by what was counted in it, or what will be, or by the day alone.

In an issued year counts what any of its editions counted, in a blocked year what was there when it
was blocked, and in an open year all that was not counted yet and lies in its catchment. So nothing
counts twice, whatever is changed afterwards; and what lay in the bin during a later edition counts
in its own year again as soon as it comes back.
"""

# ruff: noqa: S608 - the parts are our own words; a value is always bound

from dataclasses import dataclass

from vp_logboek.domain.catchment import catchment
from vp_logboek.domain.half_year import Half, HalfYear
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.period import ReportingYear
from vp_logboek.store.database import Database

FIELDS = (
    ("opened", "opened_in"), ("closed", "closed_in"), ("handling_on", "handling_in"),
    ("outcome_on", "outcome_in"), ("measure_on", "measure_in"), ("ending_on", "ending_in"),
)  # fmt: skip
"""What of a dossier counts by itself: its day, and where that was counted."""


@dataclass(frozen=True, slots=True)
class Membership:
    """Which rows belong to a year: those with a mark, or else those of certain days.

    ``marks`` are the numbers of releases, or one below nought: the year that is blocked. Without
    them they lie from ``start`` up to ``end``, and with ``uncounted`` were not counted anywhere.
    With ``half`` only those that lie in that half of the year.
    """

    organisation: int
    marks: tuple[int, ...] = ()
    start: str = ""
    end: str = ""
    uncounted: bool = True
    half: HalfYear | None = None

    @property
    def values(self) -> tuple[object, ...]:
        """What ``condition`` refers to; ?1 is the organisation."""
        cut = () if self.half is None else (self.half.cut.isoformat(),)
        if self.marks:
            return (self.organisation, *self.marks, *cut)
        return (self.organisation, self.start, self.end, *cut)

    def condition(self, day: str, marker: str) -> str:
        """As SQL, for a column with a day and the one that says where it was counted."""
        whole = self._of_year(day, marker)
        if self.half is None:
            return whole
        side = "<" if self.half.half is Half.FIRST else ">="
        return f"({whole} AND {day} {side} ?{len(self.values)})"

    def _of_year(self, day: str, marker: str) -> str:
        if self.marks:
            places = ", ".join(f"?{place}" for place in range(2, 2 + len(self.marks)))
            return f"{marker} IN ({places})"
        open_ = f" AND {marker} IS NULL" if self.uncounted else ""
        return f"({day} >= ?2 AND {day} < ?3{open_})"


def closed_years(database: Database, organisation: int) -> frozenset[int]:
    """The years of an organisation of which what they count is fixed: issued or blocked."""
    found = database.all(
        "SELECT year FROM ledger_scope WHERE organisation = ?1 AND counts"
        " UNION SELECT year FROM blocked_year WHERE organisation = ?1",
        (organisation,),
    )
    return frozenset(year for (year,) in found)


def marks_of(database: Database, organisation: int, year: int) -> tuple[int, ...]:
    """What can stand in a row that a closed year counts: the number of any edition, or the year
    that is blocked. Of an open year nothing.
    """
    editions = database.all(
        "SELECT number FROM ledger_scope WHERE organisation = ? AND year = ? AND counts"
        " ORDER BY number",
        (organisation, year),
    )
    if editions:
        return tuple(number for (number,) in editions)
    blocked = database.one(
        "SELECT 1 FROM blocked_year WHERE organisation = ? AND year = ?", (organisation, year)
    )
    return () if blocked is None else (-year,)


def membership(database: Database, organisation: Organisation, year: int) -> Membership:
    """What counts in a year of an organisation, each thing in one year only."""
    marks = marks_of(database, organisation.key, year)
    if marks:
        return Membership(organisation.key, marks)
    closed = closed_years(database, organisation.key)
    start, end = catchment(organisation, year, closed)
    return Membership(organisation.key, (), start.isoformat(), end.isoformat())


def by_day(organisation: Organisation, period: ReportingYear) -> Membership:
    """What the logbook says of a year by the days alone, whatever was counted where."""
    start, end = period.start.isoformat(), period.end.isoformat()
    return Membership(organisation.key, (), start, end, uncounted=False)


def freeze(database: Database, members: Membership, mark: int) -> None:
    """Note of everything that belongs to a year that it was counted, under this mark.

    What lies in the bin is not counted, and keeps the mark it has. Inside the transaction of who
    calls it.
    """
    place = f"?{len(members.values) + 1}"
    values = (*members.values, mark)
    database.run(
        f"UPDATE conversation SET counted_in = {place} WHERE id IN ("
        " SELECT c.id FROM conversation c CROSS JOIN dossier d ON d.id = c.dossier"
        " WHERE c.binned_on IS NULL AND d.organisation = ?1"
        f" AND {members.condition('c.held_on', 'c.counted_in')})",
        values,
    )
    for day, marker in FIELDS:
        database.run(
            f"UPDATE dossier SET {marker} = {place} WHERE organisation = ?1"
            f" AND {members.condition(day, marker)} AND EXISTS ("
            " SELECT 1 FROM conversation c WHERE c.dossier = dossier.id AND c.binned_on IS NULL)",
            values,
        )
    database.run(
        f"UPDATE activity SET counted_in = {place} WHERE organisation = ?1"
        f" AND {members.condition('day', 'counted_in')}",
        values,
    )
