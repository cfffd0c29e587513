"""Asks for a year: the counsellor's own counts come at once, what HR sees when it is worked out."""

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from vp_logboek.domain.disclosure.protector import Protected
from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.errors_release import Stopped
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.session import Session
from vp_logboek.gui.year.newest import Newest, Question
from vp_logboek.services import year_screen
from vp_logboek.services.year_screen import Counted

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook

T = TypeVar("T")
Answer = tuple[Question, T | None]
"""The question with its answer: who asks can be gone, and then nobody is answered."""

PATIENCE_MS = 300
"""What is there within this time is shown at once; only then is it said that it takes longer."""


class YearReading(QObject):
    """Of years that are asked for in quick succession only the last is worked out and shown.

    ``read`` carries a Counted and what HR sees of it, which is None while that is worked out and
    where it is not known. ``is_slow`` tells that not even the counts are there yet.
    """

    read = Signal(object, object)
    is_slow = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._newest = Newest()
        self._counted: Counted | None = None
        self._asked = ""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._tell_so_far)

    def ask(self, organisation: Organisation, year: int) -> None:
        """Read this year; the one that was asked for before is no longer wanted."""
        self._counted = None
        self._asked = organisation.year(year).label
        self._patience.start()
        question, today = self._newest.ask(), self._session.today()

        def count(logbook: "Logbook") -> Answer[Counted]:
            if question.is_old():
                return question, None
            return question, year_screen.counted(logbook, organisation, year, today)

        def see(logbook: "Logbook") -> Answer[Protected]:
            return question, year_screen.seen(logbook, organisation, year, question.is_old)

        self._session.ask(count, self._take, self._drop)
        self._session.ask(see, self._tell, self._drop)

    def _take(self, answer: Answer[Counted]) -> None:
        """The counts are there; what HR sees mostly follows before anybody can read them."""
        question, counted = answer
        if question.is_old() or counted is None:
            return
        self._counted = counted
        if not self._patience.isActive():
            self._tell_so_far()

    def _tell(self, answer: Answer[Protected]) -> None:
        question, seen = answer
        if question.is_old() or self._counted is None:
            return
        self._patience.stop()
        self.read.emit(self._counted, seen)

    def _drop(self, error: LogbookError) -> None:
        """Who asked for another year meanwhile need not hear that this one was stopped."""
        if not isinstance(error, Stopped):
            self._patience.stop()
            self._session.failed.emit(error)

    def _tell_so_far(self) -> None:
        if self._counted is None:
            self.is_slow.emit(self._asked)
        else:
            self.read.emit(self._counted, None)
