"""The two halves of a comparison as sheets of cells."""

from collections.abc import Iterable
from dataclasses import replace

from vp_logboek.domain.disclosure.protector import Why
from vp_logboek.domain.safe_report import Figure, Mark, printed
from vp_logboek.domain.tables import TableCode
from vp_logboek.gui.year.cells import HATCHED, Bar, Cell, Sheet
from vp_logboek.gui.year.compared import ComparedRow, Comparison, Theirs
from vp_logboek.gui.year.words import (
    HIDDEN,
    NO_TOTALS,
    NOT_THIS_YEAR,
    ONLY_THEIRS,
    OUTSIDE,
    REST_ALOUD,
    WHY,
    WHY_SHORT,
    WHY_UNKNOWN,
    both_words,
    inside_aloud,
    inside_words,
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
    longest = _longest(n for row in shown.rows if row.mine for n in _of_bar(row, shown.has_before))
    rows = tuple(_my_row(shown, row, longest) for row in shown.rows)
    headers = [FIRST_HEADERS[shown.code], *_headers(shown, now)]
    if shown.has_before:
        headers += _headers(shown, before)
    return Sheet(tuple(headers), rows)


def their_sheet(shown: Comparison, now: str, exact: bool) -> Sheet:
    """What HR sees. Lengths are made from shown numbers alone."""
    longest = _longest(
        figure
        for row in shown.rows
        if row.theirs and not row.is_total
        for figure in row.theirs.figures
        if isinstance(figure, int)
    )
    rows = tuple(_their_row(shown, row, longest, exact) for row in shown.rows)
    return Sheet((FIRST_HEADERS[shown.code], *_headers(shown, now)), rows)


def _headers(shown: Comparison, year: str) -> list[str]:
    """A table of several columns names its year only where another year stands beside it."""
    if len(shown.columns) == 1:
        return [year]
    return [f"{column} {year}" if shown.has_before else column for column in shown.columns]


def _of_bar(row: ComparedRow, with_before: bool) -> tuple[int | None, ...]:
    if row.mine is None or row.is_total:
        return ()
    return row.mine.now + (row.mine.before if with_before else ())


def _longest(numbers: Iterable[int | None]) -> int:
    return max((number for number in numbers if number), default=1)


def _my_row(shown: Comparison, row: ComparedRow, longest: int) -> tuple[Cell, ...]:
    width = len(shown.columns) * (2 if shown.has_before else 1)
    if row.mine is None:
        blank = Cell(aloud=ONLY_THEIRS, is_label=True, depth=row.depth, main=row.main)
        return (blank, *(Cell() for _ in range(width)))
    before = row.mine.before[0] if row.mine.before else (0 if shown.has_before else None)
    cells = [_label(row.mine.label, row)]
    for position, number in enumerate(row.mine.now):
        bar = Bar((number or 0) / longest, None if before is None else before / longest)
        cell = _number(number, row, bar if shown.comparable and not row.is_total else None)
        later = row.mine.later[position] if row.mine.later else number
        cells.append(cell if later == number else _with_later(cell, number, later))
    if shown.has_before:
        earlier = row.mine.before or tuple(0 for _ in shown.columns)
        cells += [_number(number, row, None, muted=True) for number in earlier]
    return tuple(cells)


def _label(label: str, row: ComparedRow) -> Cell:
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


def _their_row(shown: Comparison, row: ComparedRow, longest: int, exact: bool) -> tuple[Cell, ...]:
    if row.theirs is None:
        return _not_by_itself(row, len(shown.columns), exact)
    bars = shown.comparable and not row.is_total
    cells = [
        _figure(row, row.theirs, position, longest if bars else None)
        for position in range(len(row.theirs.figures))
    ]
    label = _label(row.theirs.label, row)
    if row.mine is None:
        label = replace(label, aloud=REST_ALOUD.format(label.text.capitalize()))
    return (label, *cells)


def _not_by_itself(row: ComparedRow, columns: int, exact: bool) -> tuple[Cell, ...]:
    words = inside_words(row.inside) if row.inside and not exact else ""
    if row.is_total:
        label = Cell(NO_TOTALS, is_label=True, muted=True)
        return (label, *(Cell() for _ in range(columns)))
    aloud = inside_aloud(row.inside) if row.inside and words else words or NOT_THIS_YEAR
    label = Cell(words, aloud, is_label=True, muted=True,
                 depth=row.depth, main=row.main)  # fmt: skip
    return (label, *(Cell() for _ in range(columns)))


def _figure(row: ComparedRow, theirs: Theirs, position: int, longest: int | None) -> Cell:
    """One figure of HR; ``longest`` is None where there are no bars."""
    figure: Figure = theirs.figures[position]
    if isinstance(figure, int):
        bar = None if longest is None else Bar(figure / longest)
        return Cell(printed(figure), has_bar=bar is not None, bar=bar, main=row.main,
                    strong=row.is_total)  # fmt: skip
    if figure is Mark.OUTSIDE:
        return Cell(printed(figure), aloud=OUTSIDE, muted=True)
    why = theirs.why[position]
    if len(theirs.figures) > 1:
        return Cell(printed(figure), aloud=hidden_aloud(why), hatched=True)
    return Cell(printed(figure), aloud=hidden_aloud(why), has_bar=True, bar=HATCHED,
                aside=WHY_SHORT[why] if why else "")  # fmt: skip


def hidden_aloud(why: Why | None) -> str:
    """A hidden number with its reason, for a screen reader and on the row that is chosen."""
    return f"{HIDDEN.capitalize()}. {WHY[why] if why else WHY_UNKNOWN}"
