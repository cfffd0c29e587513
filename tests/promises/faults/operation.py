"""What an operation is: how it begins, what is done under the fault, and what is found after it.

A state is ``old`` or ``new``; anything else that ``look`` answers, and anything it raises, is a
fault that was not survived. ``new twice`` is a save repeated after an error that came too late.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.cheap import PASSPHRASE
from vp_logboek.store.logbook import CHEAPEST, Logbook, open_logbook

OLD, NEW, TWICE = "old", "new", "new twice"
TODAY = date(2026, 11, 22)
NAME = "logboek.vplogboek"

Step = Callable[[Callable[[], object]], None]
"""Called with the one thing that is done under the fault."""


def opened(folder: Path, passphrase: str = PASSPHRASE) -> Logbook:
    return open_logbook(folder / NAME, passphrase, accept=(CHEAPEST,))


@dataclass(frozen=True, slots=True)
class Operation:
    """``keeps``: patterns of the files that may be there in the end, beside the logbook."""

    begin: Callable[[Path], None]
    act: Callable[[Path, Step], None]
    look: Callable[[Path], str]
    open: Callable[[Path], Logbook] = opened
    keeps: tuple[str, ...] = ()
