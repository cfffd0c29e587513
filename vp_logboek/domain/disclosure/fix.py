"""What every reader may know once the rule itself is public (the set L of the method, 3.3).

Rule 1 is public: of a hidden cell all small values are possible or none. So a reader who finds a
small value impossible for a cell may conclude that the cell holds no small number at all; that
tells more about other cells, and so on until nothing new follows. The result depends on the page
alone, and not on the order: what follows from less keeps following from more.
"""

from collections.abc import Set

from vp_logboek.domain.disclosure.attacker import Attacker
from vp_logboek.domain.disclosure.solver import Stop
from vp_logboek.domain.disclosure.system import Page
from vp_logboek.domain.disclosure.witness import Table, check_witness


def fix(page: Page, stop: Stop | None = None) -> frozenset[int]:
    """The hidden cells with a threshold that every reader may know to be no small number.

    Raises Stopped when the work must end.
    """
    return fixed_attacker(page, stop).known


def fixed_attacker(page: Page, stop: Stop | None = None) -> Attacker:
    """The reader who has concluded all that follows: ``known`` is the set of ``fix``."""
    attacker = Attacker(page, frozenset(), stop)
    while True:
        more = concluded(attacker)
        if not more:
            return attacker
        attacker = attacker.knowing(more)


def concluded(attacker: Attacker) -> frozenset[int]:
    """The cells this reader finds a small value impossible for, and did not know yet."""
    cells = attacker.page.system.cells
    return frozenset(
        cell
        for cell in attacker.page.hidden
        if cells[cell].threshold > 0 and cell not in attacker.known and attacker.misses(cell)
    )


def admits(page: Page, known: Set[int], table: Table) -> bool:
    """Whether the table is one of those every reader must hold possible (W of the method)."""
    return check_witness(page, known, table)
