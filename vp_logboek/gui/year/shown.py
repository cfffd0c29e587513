"""What stands on both sides of the year screen for one choice: sheets, titles and sentences."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from vp_logboek.domain.counts import TallyTable
from vp_logboek.domain.disclosure.protector import Protected
from vp_logboek.domain.half_year import HalfYear
from vp_logboek.domain.tables import TableCode
from vp_logboek.gui.year import standing_words as says
from vp_logboek.gui.year.beside import UNFIT, my_years, rows_of, short_label, their_years
from vp_logboek.gui.year.cells import Sheet
from vp_logboek.gui.year.compared import Comparison
from vp_logboek.gui.year.comparison import Sides, compare
from vp_logboek.gui.year.difference_words import differences
from vp_logboek.gui.year.sheets import my_sheet
from vp_logboek.gui.year.their_sheet import their_sheet
from vp_logboek.gui.year.words import absent_sentence
from vp_logboek.gui.year.years_row import YearsRow
from vp_logboek.services.half_years import HalfCounted
from vp_logboek.services.year_screen import Counted, Standing
from vp_logboek.services.years_beside import YearsBeside


@dataclass(frozen=True, slots=True)
class Side:
    """One side. Without a sheet ``absent`` says why. ``lead`` stands above the table, ``note`` and
    ``below`` under it; ``keeps_below`` when something is said about a row, too.
    """

    title: str
    sheet: Sheet | None = None
    absent: str = ""
    lead: str = ""
    note: str = ""
    below: str = ""
    keeps_below: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """Both sides, with for each row of the counsellor's how its years differ, in words."""

    mine: Side
    theirs: Side
    has_parts: bool = False
    differences: Sequence[str] = field(default_factory=tuple)


def compared(code: TableCode, year: Counted, seen: Protected | None) -> Comparison:
    """The rows of one table of a year."""
    report = seen.report if seen else None
    return compare(
        Sides(
            year.tally.table(code),
            year.before.table(code) if year.before else None,
            report.table(code) if report else None,
            seen.reasons if seen else {},
            year.later.table(code) if year.later else None,
        )
    )


def of_year(code: TableCode, with_parts: bool, year: Counted, seen: Protected | None) -> Shown:
    """One whole year."""
    whole = compared(code, year, seen)
    rows = whole if with_parts else whole.wholes()
    earlier = year.before.period.label if year.before else ""
    is_issued = year.standing is Standing.ISSUED
    mine = Side(
        says.MINE_ISSUED if is_issued else says.MINE,
        my_sheet(rows, year.period.label, earlier),
        below=says.differs_sentence(year) if rows.differs else "",
        keeps_below=True,
    )
    return Shown(
        mine,
        _theirs(rows, year, seen),
        whole.has_parts,
        _since(rows, year.period.label, earlier),
    )


def _theirs(rows: Comparison, year: Counted, seen: Protected | None) -> Side:
    title = says.theirs_title(year)
    if seen is None:
        is_blocked = year.standing is Standing.BLOCKED
        return Side(title, absent=says.ISSUED_BEFORE if is_blocked else says.CALCULATING)
    if not rows.in_overview:
        return Side(title, absent=absent_sentence(rows.code, year.tally, year.level))
    sheet = their_sheet(rows, seen.report.year, seen.report.exact)
    lead = says.LEAD_ISSUED if year.standing is Standing.ISSUED else says.LEAD
    return Side(title, sheet, lead=lead, note=rows.together)


def _since(rows: Comparison, now: str, before: str) -> list[str]:
    """Of each row how it differs from the year before; only where a row has one number a year."""
    if not rows.has_before:
        return []
    told = []
    for row in rows.rows:
        mine = row.mine
        pair = (*(mine.before or (0,)), *mine.now) if mine else ()
        told.append(differences(mine.label, (before, now), pair) if mine and len(pair) == 2 else "")
    return told


def of_half(code: TableCode, with_parts: bool, half: HalfCounted | None, year: Counted) -> Shown:
    """Half a year: for the counsellor alone."""
    theirs = Side(says.HALF_TITLE, absent=f"{says.HALF_WHY} {says.HALF_PDF}")
    if half is None:
        return Shown(Side(says.MINE, absent=says.CALCULATING), theirs)
    before: TallyTable | None = half.before.table(code) if half.before else None
    whole = compare(Sides(half.tally.table(code), before, None, {}))
    rows = whole if with_parts else whole.wholes()
    earlier = half.before.half.whole.label if half.before else ""
    mine = Side(
        says.half_title(half.half),
        my_sheet(rows, half.half.whole.label, earlier),
        below=says.half_notes(half.tally, year.standing is Standing.ISSUED),
        keeps_below=True,
    )
    told = _since(rows, _the(half.half), _the(half.before.half) if half.before else "")
    return Shown(mine, theirs, whole.has_parts, told)


def _the(half: HalfYear) -> str:
    return f"de {half.label}"


def of_years(
    code: TableCode, with_parts: bool, found: YearsBeside | None, choice: YearsRow
) -> Shown:
    """Several years beside each other."""
    if not choice.is_enough:
        absent = says.YEARS_NEEDED if choice.boxes else says.NO_OTHER_YEARS
        return Shown(Side(says.YEARS_MINE, absent=absent), Side(says.YEARS_THEIRS))
    if found is None:
        wait = says.CALCULATING
        return Shown(Side(says.YEARS_MINE, absent=wait), Side(says.YEARS_THEIRS, absent=wait))
    title = says.years_theirs_title(found.years)
    if code in UNFIT:
        return Shown(Side(says.YEARS_MINE, absent=says.YEARS_UNFIT), Side(title))
    every = rows_of(code, found.years, with_parts=True)
    rows = [row for row in every if with_parts or not row.depth]
    labels = [short_label(year) for year in found.years]
    return Shown(
        Side(says.YEARS_MINE, my_years(code, found.years, rows), below=says.YEARS_ASK),
        Side(
            title,
            their_years(code, found.years, rows),
            lead=says.LEAD_YEARS,
            note=says.concept_sentence(found.years),
        ),
        any(row.depth for row in every),
        [differences(row.label, labels, row.numbers) for row in rows],
    )
