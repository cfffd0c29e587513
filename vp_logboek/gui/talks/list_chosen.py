"""What is chosen in the list of talks: one to read, or several to do something with."""

from PySide6.QtCore import QObject, QTimer, Signal

from vp_logboek.gui.session import Session
from vp_logboek.gui.talks.chosen_line import ChosenLine
from vp_logboek.gui.talks.list_table import TalkTable

READ_ONLY = "U kunt dit logboek hier alleen lezen."


class Chosen(QObject):
    """``one`` tells which talk is to be read. ``several`` carries how many talks somebody chose:
    more than one, or none any more; ``left`` how many of those are still there, once the list was
    read again. ``changed`` tells that the line below the list came or went.
    """

    one = Signal(int)
    several = Signal(int)
    left = Signal(int)
    changed = Signal()

    def __init__(self, session: Session, table: TalkTable, line: ChosenLine) -> None:
        super().__init__(table)
        self._session = session
        self._table = table
        self._line = line
        self.number = 0
        """How many are chosen at once; 0 while it is one or none."""
        line.none_pressed.connect(self.choose_none)
        table.choice_changed.connect(self._tell)
        table.model().modelReset.connect(self.tell_left)

    def choose_none(self) -> None:
        """Choose nothing; the keyboard goes to the list."""
        self._table.setFocus()
        self._table.choose_none()

    def let_go(self) -> None:
        """One talk is read now: no others are chosen besides."""
        if self.number:
            self._table.choose(())
            self._show(0)

    def _tell(self) -> None:
        number, had_several = self._table.number_chosen, self.number > 0
        self._show(number)
        if number == 1:
            self.one.emit(self._table.chosen()[0])
        elif number or had_several:
            self.several.emit(number)
            QTimer.singleShot(0, self._table, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        """What is said below the list takes room from it."""
        self._table.scrollTo(self._table.currentIndex())

    def tell_left(self) -> None:
        """Others are chosen now, or fewer, without anybody at the keyboard."""
        had = self.number
        self._show(self._table.number_chosen)
        if had != self.number:
            self.left.emit(self.number)

    def _show(self, number: int) -> None:
        self.number = number if number > 1 else 0
        self._line.show_number(number, "" if self._session.can_write else READ_ONLY)
        self.changed.emit()
