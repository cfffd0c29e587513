"""The first step of a new logbook: for whom, where it stands, how strict it is."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.errors import AlreadyExists, LogbookError, NameNeeded, ReasonNeeded
from vp_logboek.domain.organisation import FROM_THE_START, LevelChoice, Organisation
from vp_logboek.gui.backups.place_words import told_of_place
from vp_logboek.gui.dialogs import FilePlace
from vp_logboek.gui.settings.name_hint import ORGANISATION, NameHint
from vp_logboek.gui.unlock.frame import CalmPage
from vp_logboek.gui.widgets import (
    Dropdown,
    FieldRow,
    FieldRows,
    MessageBar,
    Tone,
    button,
    primary_button,
)
from vp_logboek.gui.widgets.narrow import leftmost
from vp_logboek.gui.widgets.private import keep_private
from vp_logboek.messages import MONTHS, told
from vp_logboek.services.places import Place

LEVEL_WORDS = {
    Level.WIDE: "HR ziet een aantal pas vanaf 3 melders.",
    Level.STANDARD: "HR ziet een onderwerp vanaf 3 melders en andere kenmerken vanaf 5. "
    "Dit past bij de meeste organisaties.",
    Level.STRICT: "HR ziet een aantal pas vanaf 5 melders. Dit past bij een kleine organisatie.",
    Level.NONE: "HR ziet elk aantal, ook 1 en 2. Mensen kunnen dan herkenbaar zijn. "
    "Daarom vragen wij waarom de organisatie dit wil.",
}


@dataclass(frozen=True, slots=True)
class ForWhom:
    """What the first step asked."""

    path: Path
    organisation: Organisation


class WhoPage(CalmPage):
    """``filled`` carries a ForWhom in which nothing is missing; ``place_chosen`` a path of which
    somebody is to look where it lies, which a share that does not answer makes slow.
    """

    filled = Signal(object)
    place_chosen = Signal(object)
    back_requested = Signal()

    def __init__(self, step: str) -> None:
        super().__init__()
        self.name = QLineEdit()
        keep_private(self.name)
        self.place = QLineEdit(str(FilePlace.default()))
        keep_private(self.place)
        self.place.setReadOnly(True)
        self.name_hint = NameHint(self.name, ORGANISATION)
        self.place_warning = MessageBar()
        self.choose_place = button(self.tr("Kies een &andere plaats…"), self._choose_place)
        self.month = QComboBox()
        self.month.addItems(list(MONTHS))
        self.level: Dropdown[Level] = Dropdown(Level)
        self.reason = QLineEdit()
        keep_private(self.reason)
        self.next = primary_button(self.tr("&Volgende"), self._finish)
        self.back = button(self.tr("&Terug"), self.back_requested.emit)
        self._lay_out(step)
        self.level.currentIndexChanged.connect(self._explain_level)
        for line in (self.name, self.reason):
            line.returnPressed.connect(self._finish)
        self.level.choose(Level.STANDARD)

    def _lay_out(self, step: str) -> None:
        rows = FieldRows(fields_need=40)
        self.name_row = rows.add(self.tr("&Organisatie"), self.name)
        rows.add_widget(self.name_hint)
        self.place_row = rows.add(
            self.tr("&Plaats"),
            _beside(self.place, self.choose_place),
            self.tr("Op deze computer, niet in een map die meekopieert naar het internet."),
            self.place,
        )
        rows.add_widget(self.place_warning)
        rows.add(
            self.tr("&Jaar begint in"),
            leftmost(self.month),
            self.tr("Een schooljaar: augustus."),
            self.month,
        )
        self.level_row = rows.add(self.tr("&Niveau"), self.level, " ")
        self.reason_row = rows.add(self.tr("&Reden"), self.reason)
        self.begin_with(self.tr("Maak een logboek"), step)
        self.body.addWidget(rows)
        self.end_with(self.next, self.back)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.name.setFocus()

    def _choose_place(self) -> None:
        chosen = FilePlace.new(self, Path(self.place.text()))
        if chosen is not None:
            self.place.setText(str(chosen))
            self.place_chosen.emit(chosen)

    def show_place(self, path: Path, where: Place) -> None:
        """It can be made there all the same: the reason is told, and the user decides."""
        if path != Path(self.place.text()):
            return  # another one was chosen meanwhile
        words = told_of_place(where, is_made=False)
        if words is None:
            self.place_warning.hide()
        else:
            self.place_warning.show_message(words, Tone.WARNING)

    def _explain_level(self) -> None:
        level = self._chosen_level()
        self.level_row.set_hint(LEVEL_WORDS[level])
        self.reason_row.setVisible(level is Level.NONE)

    def _finish(self) -> None:
        self.message.hide()
        for row in (self.name_row, self.place_row, self.reason_row):
            row.show_problem("")
        organisation, path = self._organisation(), Path(self.place.text())
        try:
            organisation.check()
            if path.exists():
                raise AlreadyExists(path.name)
        except NameNeeded as error:
            self._point_at(self.name_row, self.name, error)
        except ReasonNeeded as error:
            self._point_at(self.reason_row, self.reason, error)
        except AlreadyExists as error:
            self._point_at(self.place_row, self.choose_place, error)
        else:
            self.filled.emit(ForWhom(path, organisation))

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


def _beside(*widgets: QWidget) -> QWidget:
    """Widgets on one line, the first one stretching."""
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    for number, widget in enumerate(widgets):
        layout.addWidget(widget, 0 if number else 1)
    return holder
