"""Make a logbook: for whom, where, how strict, and the passphrase."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.errors import (
    LogbookError,
    NameNeeded,
    PassphraseProblem,
    PassphraseRefused,
    ReasonNeeded,
)
from vp_logboek.domain.organisation import FROM_THE_START, LevelChoice, Organisation
from vp_logboek.gui.dialogs import FilePlace
from vp_logboek.gui.session import Session
from vp_logboek.gui.unlock.frame import CalmPage
from vp_logboek.gui.unlock.passphrase import PassphraseField
from vp_logboek.gui.unlock.strength import StrengthMeter
from vp_logboek.gui.widgets import (
    Dropdown,
    FieldRow,
    FieldRows,
    MessageBar,
    button,
    label,
    primary_button,
    title,
)
from vp_logboek.messages import MONTHS, told


@dataclass(frozen=True, slots=True)
class NewLogbook:
    """What was asked for: the passphrase is exactly as typed."""

    path: Path
    passphrase: str
    organisation: Organisation


LEVEL_WORDS = {
    Level.WIDE: "HR ziet een aantal pas vanaf 3 melders.",
    Level.STANDARD: "HR ziet een onderwerp vanaf 3 melders en andere kenmerken vanaf 5. "
    "Dit past bij de meeste organisaties.",
    Level.STRICT: "HR ziet een aantal pas vanaf 5 melders. Dit past bij een kleine organisatie.",
    Level.NONE: "HR ziet elk aantal, ook 1 en 2. Mensen kunnen dan herkenbaar zijn. "
    "Daarom vragen wij waarom de organisatie dit wil.",
}


class MakePage(CalmPage):
    """The form for a new logbook."""

    make_requested = Signal(object)
    back_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(94)
        self.message = MessageBar()
        self.name = QLineEdit()
        self.place = QLineEdit(str(FilePlace.default()))
        self.place.setReadOnly(True)
        self.choose_place = button(self.tr("&Andere plaats…"), self._choose_place)
        self.month = QComboBox()
        self.month.addItems(list(MONTHS))
        self.level: Dropdown[Level] = Dropdown(Level)
        self.reason = QLineEdit()
        self.passphrase = PassphraseField(self.tr("Wachtzin"))
        self.again = PassphraseField(self.tr("Nog een keer de wachtzin"))
        self.meter = StrengthMeter(session)
        self.make_button = primary_button(self.tr("&Maak het logboek"), self._ask)
        self.back_button = button(self.tr("&Terug"), self.back_requested.emit)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(self.tr("Het logboek wordt gemaakt"))
        self._lay_out()
        self._connect_parts()
        self.level.choose(Level.STANDARD)
        self.show_busy(False)

    def _lay_out(self) -> None:
        rows = FieldRows(fields_need=40)
        self.name_row = rows.add(self.tr("&Organisatie"), self.name)
        rows.add(
            self.tr("&Plaats"),
            _beside(self.place, self.choose_place),
            self.tr("Op deze computer, niet in een map die meekopieert naar het internet."),
            self.place,
        )
        rows.add(self.tr("&Jaar begint in"), self.month, self.tr("Een schooljaar: augustus."))
        self.level_row = rows.add(self.tr("&Niveau"), self.level, " ")
        self.reason_row = rows.add(self.tr("&Reden"), self.reason)
        rows.add(
            self.tr("&Wachtzin"), _below(self.passphrase, self.meter), focus=self.passphrase.edit
        )
        self.again_row = rows.add(self.tr("No&g een keer"), self.again, focus=self.again.edit)
        self.body.addWidget(title(self.tr("Maak een logboek")))
        self.body.addWidget(self.message)
        self.body.addWidget(rows)
        self.body.addWidget(
            label(
                self.tr(
                    "Bewaar de wachtzin goed. Niemand kan hem voor u terughalen, wij ook niet."
                ),
                "strong",
            )
        )
        self.body.addWidget(self._busy)
        buttons = QHBoxLayout()
        buttons.addWidget(self.make_button)
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        self.body.addLayout(buttons)

    def _connect_parts(self) -> None:
        self.level.currentIndexChanged.connect(self._explain_level)
        self.passphrase.changed.connect(self._judge)
        self.again.edit.editingFinished.connect(self._compare)
        self.again.entered.connect(self._ask)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.name.setFocus()

    def show_busy(self, busy: bool) -> None:
        """Whether the logbook is being made: takes about a second."""
        self.make_button.setEnabled(not busy)
        self.back_button.setEnabled(not busy)
        self._busy.setVisible(busy)

    def show_error(self, error: LogbookError) -> None:
        """Say why it was not made; everything typed is still there."""
        self.show_busy(False)
        self.message.show_error(error)
        self.ensureWidgetVisible(self.message)

    def _choose_place(self) -> None:
        chosen = FilePlace.new(self, Path(self.place.text()))
        if chosen is not None:
            self.place.setText(str(chosen))

    def _explain_level(self) -> None:
        level = self._chosen_level()
        self.level_row.set_hint(LEVEL_WORDS[level])
        self.reason_row.setVisible(level is Level.NONE)

    def _judge(self) -> None:
        self.meter.judge(self.passphrase.text())
        self.again_row.show_problem("")

    def _compare(self) -> bool:
        same = self.again.text() == self.passphrase.text()
        wrong = PassphraseRefused(PassphraseProblem.NOT_THE_SAME)
        started = bool(self.again.text())
        self.again_row.show_problem("" if same or not started else told(wrong).what)
        return same

    def _ask(self) -> None:
        self.message.hide()
        organisation = self._organisation()
        try:
            organisation.check()
        except NameNeeded as error:
            self._point_at(self.name_row, self.name, error)
        except ReasonNeeded as error:
            self._point_at(self.reason_row, self.reason, error)
        else:
            self._ask_with(organisation)

    def _ask_with(self, organisation: Organisation) -> None:
        self.name_row.show_problem("")
        self.reason_row.show_problem("")
        if not self._compare():
            self.show_error(PassphraseRefused(PassphraseProblem.NOT_THE_SAME))
            self.again.setFocus()
            return
        self.show_busy(True)
        place = Path(self.place.text())
        self.make_requested.emit(NewLogbook(place, self.passphrase.text(), organisation))

    def _organisation(self) -> Organisation:
        choice = LevelChoice(FROM_THE_START, self._chosen_level(), self.reason.text().strip())
        return Organisation(
            self.name.text().strip(), self.month.currentIndex() + 1, levels=(choice,)
        )

    def _chosen_level(self) -> Level:
        return self.level.choice() or Level.STANDARD

    def _point_at(self, row: FieldRow, field: QWidget, error: LogbookError) -> None:
        row.show_problem(f"{told(error).what} {told(error).todo}")
        self.ensureWidgetVisible(row)
        field.setFocus()


def _below(*widgets: QWidget) -> QWidget:
    """Widgets under each other."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    for widget in widgets:
        layout.addWidget(widget)
    return holder


def _beside(*widgets: QWidget) -> QWidget:
    """Widgets on one line, the first one stretching."""
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    for number, widget in enumerate(widgets):
        layout.addWidget(widget, 0 if number else 1)
    return holder
