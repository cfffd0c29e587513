"""The closed rule for one table with a shown total, and for one level of rows below a shown row.

All or nothing: of every hidden number the values 0..k-1 that a reader must hold possible are all
of them or none. For a table with a shown total that is exactly: at least two cells are hidden and
together they are at least k-1. Then each hidden cell can be anything from 0 to that sum.

When the small cells alone do not satisfy it, one larger cell is hidden too. Which one is a fixed
choice (the last that could be shown), made without looking at sizes: the smallest would tell more.
This rule holds against a reader of the page. Against one who also knows this very algorithm it is
not enough; drawing the pattern (design chapter 4, rule 3) replaces ``cells_to_hide``, nothing else.
"""

from collections.abc import Sequence


def cells_to_hide(numbers: Sequence[int], k: int) -> frozenset[int]:
    """The positions to hide in a table whose total (the sum of ``numbers``) is shown.

    ``k`` is the smallest number that may be shown. Either nothing is hidden, or what is hidden
    satisfies all-or-nothing, or everything is hidden (only the total is shown).
    """
    hidden = {position for position, number in enumerate(numbers) if number < k}
    if hidden and not satisfies(numbers, hidden, k):
        showable = [position for position in range(len(numbers)) if position not in hidden]
        hidden.update(showable[-1:])
    return frozenset(hidden)


def satisfies(numbers: Sequence[int], hidden: set[int] | frozenset[int], k: int) -> bool:
    """Whether these hidden cells satisfy all-or-nothing under a shown total."""
    return len(hidden) >= 2 and sum(numbers[position] for position in hidden) >= k - 1


def parts_to_show(
    numbers: Sequence[int], k: int, never: frozenset[int] = frozenset()
) -> frozenset[int]:
    """The positions to show of the parts of a shown number; the others stand together as *overig*.

    What stands together is printed, so it is at least ``k`` itself (or there is nothing left over).
    ``never`` are parts that are always among those (what was not sorted any further). When no part
    can be shown the result is empty: then the whole stands alone.
    """
    shown = [p for p, number in enumerate(numbers) if number >= k and p not in never]
    while shown and len(shown) < len(numbers) and sum(numbers) - sum(numbers[p] for p in shown) < k:
        shown.pop()
    return frozenset(shown)


def may_show_difference(larger: int, smaller: int, k: int) -> bool:
    """Whether two totals may stand side by side: their difference is then known, so it is no small
    number and not zero.
    """
    return abs(larger - smaller) >= k
