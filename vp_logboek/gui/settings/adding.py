"""A small dialog that asks for a new organisation."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.organisation import FROM_THE_START, LevelChoice, Organisation
from vp_logboek.gui.settings.name_hint import ORGANISATION, NameHint
from vp_logboek.gui.settings.words import REASON_HINT, explained
from vp_logboek.gui.widgets import FieldRows, MessageBar, button, primary_button, title
from vp_logboek.gui.widgets.choices import Dropdown
from vp_logboek.gui.widgets.narrow import leftmost
from vp_logboek.gui.widgets.private import keep_private

_LINES = 20
"""Lines of text that the dialog is high: what it asks at the most, and the buttons."""


class AddOrganisation(QDialog):
    """Answers through ``ask``: the level of a new organisation holds from its first year."""

    @classmethod
    def ask(cls, parent: QWidget) -> Organisation | None:
        """A new organisation; None when the user turned back."""
        dialog = cls(parent)
        answered = dialog.exec() == QDialog.DialogCode.Accepted
        organisation = dialog.organisation()
        dialog.deleteLater()
        return organisation if answered else None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Organisatie toevoegen"))
        self.message = MessageBar()
        self.name = QLineEdit()
        keep_private(self.name)
        self.name.setMaxLength(120)
        self.name_hint = NameHint(self.name, ORGANISATION)
        self.level: Dropdown[Level] = Dropdown(Level)
        self.level.choose(Level.STANDARD)
        self.reason = QLineEdit()
        keep_private(self.reason)
        self.reason.setMaxLength(300)
        self._lay_out()
        self.level.currentIndexChanged.connect(self._show_level)
        self._show_level()

    def organisation(self) -> Organisation:
        """The organisation as it was typed."""
        level = self.level.choice() or Level.STANDARD
        reason = self.reason.text().strip() if level is Level.NONE else ""
        name = " ".join(self.name.text().split())
        return Organisation(name, levels=(LevelChoice(FROM_THE_START, level, reason),))

    def accept(self) -> None:
        """Close only with an organisation that will do."""
        try:
            self.organisation().check()
        except LogbookError as error:
            self.message.show_error(error)
            return
        super().accept()

    def _show_level(self) -> None:
        level = self.level.choice() or Level.STANDARD
        self._level_row.set_hint(explained(level))
        self._reason_row.setVisible(level is Level.NONE)

    def _lay_out(self) -> None:
        rows = FieldRows()
        rows.add(self.tr("Naam"), self.name)
        rows.add_widget(self.name_hint)
        self._level_row = rows.add(
            self.tr("Niveau"), leftmost(self.level), explained(Level.STANDARD), self.level
        )
        self._reason_row = rows.add(self.tr("Reden"), self.reason, REASON_HINT)
        buttons = QHBoxLayout()
        buttons.addWidget(button(self.tr("Stoppen"), self.reject))
        buttons.addStretch(1)
        buttons.addWidget(primary_button(self.tr("Toevoegen"), self.accept))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(title(self.tr("Organisatie toevoegen")))
        column.addWidget(_scrolling(self.message, rows), 1)
        column.addLayout(buttons)
        self.resize(640, min(640, self.fontMetrics().height() * _LINES))


def _scrolling(*parts: QWidget) -> QScrollArea:
    """These under each other, with a scroll bar where the text is large."""
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(inner)
    return scroll
