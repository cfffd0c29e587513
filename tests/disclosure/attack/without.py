"""The controls: pages without what protects them. The same attack must find something there."""

from collections.abc import Iterator, Sequence

from tests.disclosure.attack.reader import (
    BECAME_KNOWN,
    KEY,
    ORIGIN,
    REST,
    SUBJECT,
    THRESHOLDS,
    Rows,
)
from vp_logboek.domain.tally import Tally
from vp_logboek.services.yearly_report import tally_rows

Row = tuple[str, str, str, str, str]
MARK = "•"
_TREES = (SUBJECT, ORIGIN)
_LEFT_OUT = ("Gesprekken", "Dossiers", "Nieuwe dossiers", "Activiteiten")


def small_ones_only(tally: Tally, level: str) -> Rows:
    """A page on which every small number is hidden, and nothing else: no second one beside it."""
    k_subject, k_detail, _ = THRESHOLDS[level]
    rows = [
        row
        for row in tally_rows(tally)
        if not row[0].startswith(_LEFT_OUT) and row[0] not in BECAME_KNOWN
    ]
    return [
        row
        for row in (_hide(each, k_subject if each[0] == SUBJECT else k_detail) for each in rows)
        if not (row[0] in _TREES and ": " in row[1])
    ]


def _hide(row: Row, k: int) -> Row:
    table, label, column, unit, figure = row
    hidden = table != KEY and label != "Totaal" and figure.isdigit() and int(figure) < k
    return (table, label, column, unit, MARK if hidden else figure)


def one_of_the_last(numbers: Sequence[int], k: int) -> tuple[int | None, ...]:
    """A table protected by a fixed rule: the small ones are hidden, and where that is not enough
    for who reads the page alone, the last of the others. Safe for who does not know the rule.
    """
    hidden = {n for n, number in enumerate(numbers) if number < k}
    if hidden and (len(hidden) < 2 or sum(numbers[n] for n in hidden) < k - 1):
        hidden |= set([n for n in range(len(numbers)) if n not in hidden][-1:])
    return tuple(None if n in hidden else number for n, number in enumerate(numbers))


def tables(total: int, cells: int) -> Iterator[tuple[int, ...]]:
    """Every table of so many cells with this total."""
    if cells == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in tables(total - first, cells - 1):
            yield (first, *rest)


__all__ = ["REST", "one_of_the_last", "small_ones_only", "tables"]
