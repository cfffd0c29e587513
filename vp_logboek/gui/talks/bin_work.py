"""What is done with talks in the bin: put back so that it can be undone, or deleted for good."""

from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vp_logboek.gui.keeping import words
from vp_logboek.gui.keeping.confirm import AskForGood
from vp_logboek.gui.keeping.lengthy import Lengthy, Told
from vp_logboek.gui.session import Session
from vp_logboek.gui.tasks import Failed, Then
from vp_logboek.gui.undo import Step, do, taken_back
from vp_logboek.services import emptying
from vp_logboek.services.taking_back import Change

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook


class BinWork(QObject):
    """``begun`` tells that something is being done, ``done`` that it is, and carries how many talks
    went for good; ``not_done`` carries why not. ``did`` carries a Step, ``going`` is told before
    something goes for good.
    """

    begun = Signal()
    done = Signal(int)
    not_done = Signal(object)
    did = Signal(object)
    going = Signal()

    def __init__(self, session: Session, working: Lengthy, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._working = working
        self._page = page

    def put_back(self, talks: Collection[int]) -> None:
        """Take these out of the bin."""
        if not talks or self._working.is_busy:
            return
        self.begun.emit()
        self._working.run(
            words.being_restored(len(talks)),
            len(talks),
            partial(self._do, number=len(talks)),
            lambda logbook, told: emptying.put_back(logbook, talks, told),
            lambda _: self.done.emit(0),
            self.not_done.emit,
        )

    def _do(
        self, work: "Callable[[Logbook], None]", then: Then[None], failed: Failed, number: int
    ) -> None:
        do(self._session, work, partial(self._tell_restored, number), then, failed)

    def _tell_restored(self, number: int, change: Change) -> None:
        said = "Het gesprek is" if number == 1 else f"{number} gesprekken zijn"
        back = taken_back(self._session, change)
        self.did.emit(Step(f"{said} uit de prullenbak.", "terugzetten", back))

    def delete(self, talks: Collection[int]) -> None:
        """Delete these for good, after a question."""
        self._ask_and_go(len(talks), lambda book, told: emptying.delete_binned(book, talks, told))

    def delete_old(self, number: int) -> None:
        """Delete for good what lies there too long, after a question."""
        today = self._session.today()
        self._ask_and_go(number, lambda book, told: emptying.empty_old_bin(book, today, told))

    def _ask_and_go(self, number: int, work: "Callable[[Logbook, Told], int]") -> None:
        if not number or self._working.is_busy or not AskForGood.delete(self._page, number):
            return
        self.begun.emit()
        self.going.emit()
        self._working.run(
            words.being_deleted(number),
            number,
            self._session.change,
            work,
            self.done.emit,
            self.not_done.emit,
        )
