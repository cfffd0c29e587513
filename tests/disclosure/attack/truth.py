"""What is true, for the verdict alone: the reader never sees it."""

from collections.abc import Iterable

from tests.disclosure.attack.puzzle import Puzzle
from tests.disclosure.attack.reader import BECAME_KNOWN, KEY, NOT_ADDING, Rows
from vp_logboek.domain.tally import Tally
from vp_logboek.services.yearly_report import tally_rows

Truth = dict[str, int]
"""By the reader's own names; a number that is not there is nought."""


def truth_of(name: str, tally: Tally) -> Truth:
    """The true numbers behind a page."""
    rows: Rows = list(tally_rows(tally))
    found: Truth = {}
    for table, row, column, _unit, figure in rows:
        if figure.isdigit():
            of = "" if column in ("aantal",) else column
            found["|".join((name, table, row, of))] = int(figure)
    total = tally.melders
    found[f"{name}|{KEY}|melders|"] = total
    for table in NOT_ADDING:
        for row in [r for t, r, *_ in rows if t == table]:
            found[f"{name}|{table}|{row} (niet)|"] = total - found[f"{name}|{table}|{row}|"]
    for table in BECAME_KNOWN:
        found.pop(f"{name}|{table}|Totaal|", None)
        lines = sum(n for key, n in found.items() if key.startswith(f"{name}|{table}|"))
        found[f"{name}|{table}|(niets bekend)|"] = max(0, total - lines)
    return found


def truth_of_sum(name: str, parts: Iterable[Tally]) -> Truth:
    """The true numbers behind a page about several organisations."""
    found: Truth = {}
    for tally in parts:
        for key, number in truth_of(name, tally).items():
            found[key] = found.get(key, 0) + number
    return found


def derived(puzzle: Puzzle, truths: Iterable[Truth]) -> list[str]:
    """The small numbers that the reader of these pages has: printed, or not hidden well enough.

    A hidden number is not hidden well enough when the reader can leave out some of its small values
    and it is small: who trusts the page to keep to its rule would even be led astray.
    """
    true = {name: number for each in truths for name, number in each.items()}
    printed = [name for name, number, k in puzzle.seen if number < k]
    return printed + sorted(
        name
        for name in puzzle.known_large()
        if true.get(name, 0) < puzzle.targets[name].least + puzzle.targets[name].k
    )
