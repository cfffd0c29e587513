"""Asks the store for what was chosen last; what was asked for before is dropped."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.errors_release import Stopped
from vp_logboek.gui.session import Session
from vp_logboek.gui.year.newest import Newest, Question

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook

Stop = Callable[[], bool]


class Latest(QObject):
    """``found`` carries the answer to the newest question; a new one makes those before it old."""

    found = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._newest = Newest()

    def ask(self, work: "Callable[[Logbook, Stop], object]") -> None:
        """Let the store work this out."""
        question = self._newest.ask()

        def answer(logbook: "Logbook") -> tuple[Question, Any]:
            if question.is_old():
                raise Stopped
            return question, work(logbook, question.is_old)

        self._session.ask(answer, self._tell, self._drop)

    def forget(self) -> None:
        """What was asked is no longer wanted."""
        self._newest.ask()

    def _tell(self, answer: tuple[Question, Any]) -> None:
        question, value = answer
        if not question.is_old():
            self.found.emit(value)

    def _drop(self, error: LogbookError) -> None:
        if not isinstance(error, Stopped):
            self._session.failed.emit(error)
