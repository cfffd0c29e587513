"""A witness: a complete table in whole numbers that makes the same page.

It is checked by adding alone. Whoever doubts the solver need not believe it: a witness that holds
proves that its values are possible for every reader of the page.
"""

from collections.abc import Set

from vp_logboek.domain.disclosure.system import Cell, Page

Table = tuple[int, ...]
"""A value for each cell of a system, the shown ones too."""


def small_values(cell: Cell) -> range:
    """The values of which a reader must hold all possible or none; empty without a threshold.

    A ``most`` below the last of them does not shorten the range: such a cell cannot be kept from a
    reader who knows that most, and it is not called protected.
    """
    return range(cell.least, cell.least + cell.threshold)


def check_witness(page: Page, known: Set[int], table: Table) -> bool:
    """Whether ``table`` makes this page, with no small number in the ``known`` cells."""
    cells = page.system.cells
    return (
        len(table) == len(cells)
        and all(table[index] == value for index, value in page.shown.items())
        and all(
            cell.least <= value and (cell.most is None or value <= cell.most)
            for cell, value in zip(cells, table, strict=True)
        )
        and all(table[index] >= small_values(cells[index]).stop for index in known)
        and all(
            sum(coefficient * table[index] for coefficient, index in equation) == 0
            for equation in page.system.equations
        )
    )
