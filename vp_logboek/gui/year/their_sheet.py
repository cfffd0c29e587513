"""What HR sees of one table, as a sheet of cells: made from the SafeReport alone."""

from dataclasses import replace

from vp_logboek.domain.disclosure.protector import Why
from vp_logboek.domain.safe_report import Figure, Mark, printed
from vp_logboek.gui.year.cells import HATCHED, Bar, Cell, Sheet
from vp_logboek.gui.year.compared import ComparedRow, Comparison, Theirs
from vp_logboek.gui.year.sheets import FIRST_HEADERS, headers_of, label_of, longest_of
from vp_logboek.gui.year.words import (
    HIDDEN,
    NO_TOTALS,
    NOT_APART_SHORT,
    NOT_THERE_SHORT,
    NOT_THIS_YEAR,
    OUTSIDE,
    REST_ALOUD,
    WHY,
    WHY_SHORT,
    WHY_UNKNOWN,
    inside_aloud,
)


def their_sheet(shown: Comparison, now: str, exact: bool) -> Sheet:
    """What HR sees. Lengths are made from shown numbers alone."""
    longest = longest_of(
        figure
        for row in shown.rows
        if row.theirs and not row.is_total
        for figure in row.theirs.figures
        if isinstance(figure, int)
    )
    rows = tuple(_their_row(shown, row, longest, exact) for row in shown.rows)
    return Sheet((FIRST_HEADERS[shown.code], *headers_of(shown, now)), rows)


def _their_row(shown: Comparison, row: ComparedRow, longest: int, exact: bool) -> tuple[Cell, ...]:
    if row.theirs is None:
        return _not_by_itself(row, len(shown.columns), exact)
    label = label_of(row.theirs.label, row)
    if row.mine is None:
        label = replace(label, aloud=REST_ALOUD.format(label.text.capitalize()))
    each = range(len(row.theirs.figures))
    return (label, *(_figure(shown, row, row.theirs, position, longest) for position in each))


def _not_by_itself(row: ComparedRow, columns: int, exact: bool) -> tuple[Cell, ...]:
    """A row that HR has not: named all the same, with grey words where its number would be."""
    if row.is_total or row.mine is None:
        label = Cell(NO_TOTALS, is_label=True, muted=True)
        return (label, *(Cell(strong=True) for _ in range(columns)))
    aloud = inside_aloud(row.inside) if row.inside and not exact else NOT_THIS_YEAR
    label = Cell(row.mine.label, f"{row.mine.label}: {aloud}", is_label=True, muted=True,
                 depth=row.depth, main=row.main)  # fmt: skip
    words = NOT_THERE_SHORT if exact else NOT_APART_SHORT
    return (label, *(Cell(aside=words, aloud=aloud, muted=True) for _ in range(columns)))


def _figure(
    shown: Comparison, row: ComparedRow, theirs: Theirs, position: int, longest: int
) -> Cell:
    """One figure of HR; the reason stands beside a hidden one where there is one column."""
    figure: Figure = theirs.figures[position]
    if isinstance(figure, int):
        has_bar = shown.comparable and not row.is_total
        bar = Bar(figure / longest) if has_bar else None
        return Cell(printed(figure), has_bar=has_bar, bar=bar, main=row.main,
                    strong=row.is_total)  # fmt: skip
    if figure is Mark.OUTSIDE:
        return Cell(printed(figure), aloud=OUTSIDE, muted=True)
    why = theirs.why[position]
    aside = WHY_SHORT[why] if why and len(theirs.figures) == 1 else ""
    if shown.comparable:
        return Cell(printed(figure), aloud=hidden_aloud(why), has_bar=True, bar=HATCHED,
                    aside=aside)  # fmt: skip
    return Cell(printed(figure), aloud=hidden_aloud(why), hatched=True, aside=aside)


def hidden_aloud(why: Why | None) -> str:
    """A hidden number with its reason, for a screen reader and on the row that is chosen."""
    return f"{HIDDEN.capitalize()}. {WHY[why] if why else WHY_UNKNOWN}"
