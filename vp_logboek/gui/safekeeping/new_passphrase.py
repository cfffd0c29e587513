"""A new passphrase: six words that the program draws, or one's own; typed once more either way."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from vp_logboek.domain.errors import PassphraseProblem, PassphraseRefused
from vp_logboek.gui.safekeeping.drawn_words import DrawnWords
from vp_logboek.gui.safekeeping.step_page import bring_into_sight
from vp_logboek.gui.session import Session
from vp_logboek.gui.unlock.passphrase import PassphraseField
from vp_logboek.gui.unlock.strength import StrengthMeter
from vp_logboek.gui.widgets import FieldRow, FieldRows, Flow, button, label
from vp_logboek.gui.widgets.narrow import leftmost
from vp_logboek.messages import told


class NewPassphrase(QWidget):
    """Asks for a new passphrase. ``suggest`` draws six words; ``clear`` forgets everything."""

    entered = Signal()

    def __init__(self, session: Session, suggest: Callable[[], str]) -> None:
        super().__init__()
        self._suggest = suggest
        self.drawn = QRadioButton(self.tr("&Zes woorden van het programma"))
        self.own = QRadioButton(self.tr("&Een eigen wachtzin"))
        self.words = DrawnWords()
        self.another = button(self.tr("Geef &andere woorden"), self._draw)
        self.copied = PassphraseField(self.tr("Typ de zes woorden over"))
        self.passphrase = PassphraseField(self.tr("Wachtzin"))
        self.again = PassphraseField(self.tr("Nog een keer de wachtzin"))
        self.meter = StrengthMeter(session)
        self._kinds = QButtonGroup(self)
        self._lay_out()
        self._connect_parts()
        self.drawn.setChecked(True)
        self._show_kind()

    def _lay_out(self) -> None:
        for number, kind in enumerate((self.drawn, self.own)):
            kind.setAccessibleDescription(self.tr("Wat voor wachtzin"))
            self._kinds.addButton(kind, number)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(Flow(self.drawn, self.own))
        layout.addWidget(self._page_of_drawn())
        layout.addWidget(self._page_of_own())

    def _page_of_drawn(self) -> QWidget:
        self.copied_row = FieldRow(
            self.tr("&Typ de zes woorden over"),
            self.copied,
            self.tr("In dezelfde volgorde, met een spatie ertussen."),
            self.copied.edit,
        )
        self.copied_row.set_label_width(0)
        self._drawn_page = _column(
            label(self.tr("Schrijf deze zes woorden op papier, in deze volgorde.")),
            self.words,
            leftmost(self.another),
            self.copied_row,
        )
        return self._drawn_page

    def _page_of_own(self) -> QWidget:
        rows = FieldRows(fields_need=40)
        self.own_row = rows.add(
            self.tr("&Wachtzin"), _column(self.passphrase, self.meter), focus=self.passphrase.edit
        )
        self.again_row = rows.add(self.tr("No&g een keer"), self.again, focus=self.again.edit)
        self._own_page = _column(rows)
        return self._own_page

    def _connect_parts(self) -> None:
        self._kinds.idToggled.connect(self._show_kind)
        self.passphrase.changed.connect(self._judge)
        self.passphrase.entered.connect(self.again.setFocus)
        for field in (self.again, self.copied):
            field.changed.connect(self._take_back_problem)
            field.edit.editingFinished.connect(self._compare)
            field.entered.connect(self.entered)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.words.text():
            self._draw()

    @property
    def is_drawn(self) -> bool:
        """Whether the words of the program are chosen."""
        return self.drawn.isChecked()

    def read(self) -> str:
        """The passphrase, exactly. Raises PassphraseRefused when it was not typed twice alike."""
        wanted, again = self._pair()
        if wanted and not again.text():
            drawn, own = self.tr("Typ hier de zes woorden over."), self.tr("Typ hem hier nog eens.")
            self._point_at(drawn if self.is_drawn else own)
            raise PassphraseRefused(PassphraseProblem.NOT_THE_SAME)
        if not self._compare() or wanted != again.text():
            self._point_at(self._different())
            raise PassphraseRefused(PassphraseProblem.NOT_THE_SAME)
        return wanted

    def show_problem(self, error: PassphraseRefused) -> None:
        """Say beside the field why this passphrase will not do."""
        row = self.copied_row if self.is_drawn else self.own_row
        row.show_problem(f"{told(error).what} {told(error).todo}")
        bring_into_sight(row)
        (self.copied if self.is_drawn else self.passphrase).setFocus()

    def clear(self) -> None:
        """Forget what was typed and the words that were drawn."""
        self.meter.forget()
        for field in (self.copied, self.passphrase, self.again):
            field.clear()
        self.words.show_words("")
        for row in (self.copied_row, self.own_row, self.again_row):
            row.show_problem("")

    def _pair(self) -> tuple[str, PassphraseField]:
        if self.is_drawn:
            return self.words.text(), self.copied
        return self.passphrase.text(), self.again

    def _draw(self) -> None:
        self.copied.clear()
        self.copied.shown.setChecked(True)  # the words stand on the screen anyway
        self.words.show_words(self._suggest())

    def _show_kind(self) -> None:
        self._drawn_page.setVisible(self.is_drawn)
        self._own_page.setVisible(not self.is_drawn)

    def _judge(self) -> None:
        self.meter.judge(self.passphrase.text())
        self.own_row.show_problem("")
        self._take_back_problem()

    def _take_back_problem(self) -> None:
        """While typing nothing is wrong yet."""
        for row in (self.copied_row, self.again_row):
            if row.problem:
                row.show_problem("")

    def _compare(self) -> bool:
        wanted, again = self._pair()
        same = again.text() == wanted or not again.text()
        self._asked_row().show_problem("" if same else self._different())
        return same

    def _asked_row(self) -> FieldRow:
        return self.copied_row if self.is_drawn else self.again_row

    def _different(self) -> str:
        if self.is_drawn:
            return self.tr("Dit zijn niet dezelfde woorden. Vergelijk ze met uw papier.")
        return told(PassphraseRefused(PassphraseProblem.NOT_THE_SAME)).what

    def _point_at(self, problem: str) -> None:
        self._asked_row().show_problem(problem)
        bring_into_sight(self._asked_row())
        self._pair()[1].setFocus()


def _column(*widgets: QWidget) -> QWidget:
    """Widgets under each other."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    for widget in widgets:
        layout.addWidget(widget)
    return holder
