"""What the counsellor sees of one table, as a sheet of cells; what both halves share."""

from collections.abc import Iterable
from dataclasses import replace

from vp_logboek.domain.safe_report import Mark
from vp_logboek.domain.tables import TableCode
from vp_logboek.gui.year.cells import Bar, Cell, Sheet
from vp_logboek.gui.year.compared import ComparedRow, Comparison
from vp_logboek.gui.year.words import (
    ONLY_THEIRS,
    ONLY_THEIRS_SHORT,
    OUTSIDE,
    both_words,
    now_words,
)

FIRST_HEADERS = {
    TableCode.KEY: "Kerncijfer",
    TableCode.SUBJECT: "Onderwerp",
    TableCode.TALK_SUBJECT: "Onderwerp",
    TableCode.CONTACT: "Aard",
    TableCode.ORIGIN: "Soort melder",
    TableCode.SUBJECT_ORIGIN: "Onderwerp",
    TableCode.RELATION: "Relatie",
    TableCode.CONTACT_ORIGIN: "Aard",
    TableCode.DOSSIER_STATE: "Dossiers",
    TableCode.TALK_KIND: "Soort gesprek",
    TableCode.CHANNEL: "Contactwijze",
    TableCode.INTERVENTIONS: "Wat u deed",
    TableCode.REFERRALS: "Naar wie",
    TableCode.HANDLING: "Afhandeling",
    TableCode.OUTCOME: "Uitkomst",
    TableCode.MEASURE: "Maatregel",
    TableCode.ENDING: "Afloop",
    TableCode.ACTIVITIES: "Activiteit",
}


def my_sheet(shown: Comparison, now: str, before: str) -> Sheet:
    """What the counsellor sees: every number, with the year before beside it."""
    longest = longest_of(n for row in shown.rows for n in _of_bar(row, shown.has_before))
    rows = tuple(_my_row(shown, row, longest) for row in shown.rows)
    headers = [FIRST_HEADERS[shown.code], *headers_of(shown, now)]
    if shown.has_before:
        headers += headers_of(shown, before)
    return Sheet(tuple(headers), rows)


def headers_of(shown: Comparison, year: str) -> list[str]:
    """A table of several columns names its year only where another year stands beside it."""
    if len(shown.columns) == 1:
        return [year]
    return [f"{column} {year}" if shown.has_before else column for column in shown.columns]


def _of_bar(row: ComparedRow, with_before: bool) -> tuple[int | None, ...]:
    if row.mine is None or row.is_total:
        return ()
    return row.mine.now + (row.mine.before if with_before else ())


def longest_of(numbers: Iterable[int | None]) -> int:
    """What the longest bar stands for."""
    return max((number for number in numbers if number), default=1)


def _my_row(shown: Comparison, row: ComparedRow, longest: int) -> tuple[Cell, ...]:
    width = len(shown.columns) * (2 if shown.has_before else 1)
    if row.mine is None:
        return _only_theirs(row, width)
    before = row.mine.before[0] if row.mine.before else (0 if shown.has_before else None)
    cells = [label_of(row.mine.label, row)]
    for position, number in enumerate(row.mine.now):
        bar = Bar((number or 0) / longest, None if before is None else before / longest)
        cell = _number(number, row, bar if shown.comparable and not row.is_total else None)
        later = row.mine.later[position] if row.mine.later else number
        cells.append(cell if later == number else _with_later(cell, number, later))
    if shown.has_before:
        earlier = row.mine.before or tuple(0 for _ in shown.columns)
        cells += [_number(number, row, None, muted=True) for number in earlier]
    return tuple(cells)


def _only_theirs(row: ComparedRow, width: int) -> tuple[Cell, ...]:
    """What HR sees together the counsellor sees apart, in the rows above it."""
    text = row.theirs.label if row.theirs else ""
    label = Cell(text, f"{text}: {ONLY_THEIRS}", is_label=True, muted=True,
                 depth=row.depth, main=row.main)  # fmt: skip
    said = Cell(aside=ONLY_THEIRS_SHORT, aloud=ONLY_THEIRS, muted=True)
    return (label, said, *(Cell() for _ in range(width - 1)))


def label_of(label: str, row: ComparedRow) -> Cell:
    """What a row is called, as its first cell."""
    strong = row.is_total or (row.main is not None and not row.depth)
    return Cell(label, is_label=True, strong=strong, depth=row.depth, main=row.main)


def _number(number: int | None, row: ComparedRow, bar: Bar | None, muted: bool = False) -> Cell:
    if number is None:
        return Cell(Mark.OUTSIDE.value, aloud=OUTSIDE, muted=True)
    return Cell(str(number), has_bar=bar is not None, bar=bar, main=row.main,
                strong=row.is_total, muted=muted)  # fmt: skip


def _with_later(cell: Cell, issued: int | None, later: int | None) -> Cell:
    words = printed_count(later)
    return replace(
        cell, beside=now_words(words), aloud=both_words(printed_count(issued), words), muted=False
    )


def printed_count(number: int | None) -> str:
    """A count as it is shown: ``–`` outside the taakgebied."""
    return Mark.OUTSIDE.value if number is None else str(number)
