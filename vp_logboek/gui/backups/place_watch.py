"""Says once, in a bar, that the logbook lies in a bad place or has a second version beside it."""

from functools import partial

from PySide6.QtCore import QObject

from vp_logboek.gui.backups.place_words import told_of_conflicts, told_of_place
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets import MessageBar, Tone
from vp_logboek.services.places import Concerns, concerns, put_away


class PlaceWatch(QObject):
    """Looks when the logbook was opened. What is put away is not told of this logbook again."""

    def __init__(self, session: Session, bar: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._bar = bar
        self._told = Concerns()
        bar.action_pressed.connect(self._put_away)

    def look(self) -> None:
        """Look where the logbook lies, and what lies beside it."""
        if not self._session.outline.example:
            self._session.ask(concerns, self._tell)

    def _tell(self, found: Concerns) -> None:
        """A second version is the graver of the two; the place is told when that is put away."""
        self._told = found
        words = told_of_place(found.place) if found.place else None
        if found.conflicts:
            words = told_of_conflicts(found.conflicts)
            self._told = Concerns(conflicts=found.conflicts)
        if words is None:
            self._bar.hide()
        else:
            self._bar.show_message(words, Tone.WARNING, self.tr("Niet meer melden"))

    def _put_away(self) -> None:
        self._bar.hide()
        if not self._session.outline.read_only:
            self._session.ask(partial(put_away, told=self._told), self._look_again)

    def _look_again(self, _: None) -> None:
        self.look()
