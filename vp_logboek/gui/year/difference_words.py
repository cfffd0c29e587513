"""How years differ, in words; for the counsellor's own eyes only.

HR gets no differences: a difference of two shown numbers is a number that nobody protected.
"""

from collections.abc import Sequence
from itertools import pairwise


def difference(now: int, then: int, year: str) -> str:
    """``3 meer dan in 2024``, ``2 minder dan in 2024`` or ``evenveel als in 2024``."""
    if now == then:
        return f"evenveel als in {year}"
    return f"{abs(now - then)} {'meer' if now > then else 'minder'} dan in {year}"


def differences(label: str, years: Sequence[str], numbers: Sequence[int | None]) -> str:
    """A line for each year after the first, the newest first; empty where there is nothing to say.

    A number is None outside the taakgebied.
    """
    pairs = list(zip(years, numbers, strict=True))
    told = [
        f"{year}: {now}, {difference(now, then, earlier)}."
        for (earlier, then), (year, now) in pairwise(pairs)
        if now is not None and then is not None
    ]
    return "\n".join((label, *reversed(told))) if told else ""
