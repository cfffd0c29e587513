"""Asks which dossiers there are and which are listed; only the last question is answered."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from vp_logboek.gui.dossiers import list_reading
from vp_logboek.gui.dossiers.list_reading import Asked, Listed, Wanted
from vp_logboek.gui.session import Session
from vp_logboek.gui.throttle import Throttle
from vp_logboek.services.dossier_list import Line

FEW = 2000
"""So many are listed while one types; of more it takes longer than a key may wait."""
_PAUSE_MS, _LIMIT_MS = 120, 400

Question = Callable[[], tuple[Wanted, tuple[int, Qt.SortOrder]]]


class Asking(QObject):
    """``came`` tells that the dossiers were read, ``found`` carries what is listed of them.

    ``question`` gives what is asked for, and in what order, at the moment it is asked.
    """

    came = Signal()
    found = Signal(object)

    def __init__(self, session: Session, question: Question, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._question = session, question
        self._lines: tuple[Line, ...] | None = None
        self._reads = self._asked = 0
        self.typing = Throttle(self, _PAUSE_MS, _LIMIT_MS)
        self.typing.due.connect(self.ask)

    @property
    def has_few(self) -> bool:
        """Whether an answer is there at once."""
        return self._lines is None or len(self._lines) <= FEW

    def read(self) -> None:
        """Read every dossier, then list those that are asked for."""
        self._reads += 1
        number = self._reads
        work = partial(list_reading.read, is_stale=lambda: number != self._reads)
        self._session.ask(work, self._take)

    def ask_soon(self) -> None:
        """Ask when who types pauses; at once where that holds nobody up."""
        if self.has_few:
            self.ask()
        else:
            self.typing.kick()

    def ask(self) -> None:
        """List those that are asked for: many on the thread that does not hold up a save."""
        self.typing.cancel()
        if self._lines is None:
            return
        self._asked += 1
        number, session = self._asked, self._session
        names = {one.id: one.name for one in session.organisations if one.id is not None}
        wanted, order = self._question()
        asked = Asked(
            self._lines, wanted, order, session.tree, names, lambda: number != self._asked
        )
        if self.has_few:
            self._tell(list_reading.listed(asked))
        else:
            session.run(partial(list_reading.listed, asked), self._tell)

    def _take(self, found: tuple[Line, ...] | None) -> None:
        if found is not None:
            self._lines = found
            self.came.emit()
            self.ask()

    def _tell(self, found: Listed | None) -> None:
        if found is not None and not found.asked.is_stale():
            self.found.emit(found)
