"""The recovery sheet on the screen: to be printed, or copied by hand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from vp_logboek.domain.errors import LogbookError
from vp_logboek.gui.safekeeping.step_page import bring_into_sight
from vp_logboek.gui.widgets import Flow, MessageBar, Tone, button, label
from vp_logboek.messages.parts import Message

_PDF_WARNING = Message(
    "Wie dit bestand heeft, heeft uw logboek.",
    "Een blad op papier kan niemand van deze computer halen.",
    "Bewaar het bestand alleen op een stick die u achter slot legt.",
)


class SheetPanel(QWidget):
    """Shows a sheet. ``print_requested`` and ``save_requested`` are what the user asked for."""

    print_requested = Signal()
    save_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.message = MessageBar()
        self.message.action_pressed.connect(self.save_requested)
        self.print_button = button(self.tr("&Afdrukken…"), self.print_requested.emit, "printer")
        self.pdf_button = button(self.tr("Bewaar als &PDF…"), self._warn, "file-down")
        self.paper = QFrame()
        self.paper.setProperty("role", "paper")
        self.paper.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._number = label("", "heading", wrap=False)
        self._cells: list[QWidget] = [self._number]
        self._grid = QGridLayout(self.paper)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(4)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(
            label(
                self.tr(
                    "Met dit blad opent u het logboek als u de wachtzin vergeten bent. Een ander "
                    "kan dat ook. Leg het achter slot, niet bij deze computer."
                )
            )
        )
        layout.addWidget(self.paper)
        layout.addWidget(
            label(
                self.tr(
                    "Print liefst op een printer die van u is. U kunt het blad ook overschrijven."
                ),
                "small",
            )
        )
        layout.addWidget(Flow(self.print_button, self.pdf_button))
        layout.addWidget(self.message)

    def show_sheet(self, number: str, lines: Sequence[str]) -> None:
        """Show the sheet of this number; its lines are groups with a space between them."""
        self.clear()
        name = self.tr("Herstelblad {0}").format(number)
        self.paper.setAccessibleName(name)
        groups = [line.split() for line in lines]
        self._put(label(name, "strong", wrap=False), 0, 0, 1 + max(map(len, groups), default=0))
        for row, line in enumerate(groups, 1):
            self._put(label(str(row), "muted", wrap=False), row, 0)
            for column, group in enumerate(line, 1):
                cell = label(group, "heading", wrap=False)
                place = self.tr("regel {0}, groep {1}").format(row, column)
                cell.setAccessibleName(f"{place}: {' '.join(group)}")
                self._put(cell, row, column)
        self._grid.setColumnStretch(self._grid.columnCount(), 1)
        for offer in (self.print_button, self.pdf_button):
            offer.setEnabled(True)
        if self.isVisible():
            self.print_button.setFocus()

    def text(self) -> str:
        """The groups that stand on the screen."""
        return " ".join(cell.text() for cell in self.paper.findChildren(type(self._number)))

    def clear(self) -> None:
        """Take the sheet off the screen."""
        self.message.hide()
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.setParent(None)
            cell.deleteLater()
        self._cells = []
        for offer in (self.print_button, self.pdf_button):
            offer.setEnabled(False)

    def show_printed(self) -> None:
        """The sheet went to the printer."""
        self.message.say(self.tr("Het blad is naar de printer gestuurd."), Tone.GOOD)
        bring_into_sight(self.message)

    def show_saved(self, name: str) -> None:
        """The sheet was saved as a file."""
        words = self.tr("Het blad is bewaard als “{0}”. Leg de stick achter slot.")
        self.message.say(words.format(name), Tone.GOOD)
        bring_into_sight(self.message)

    def show_no_printer(self) -> None:
        """There is nothing to print on."""
        self.message.show_message(
            Message(
                self.tr("Er is geen printer gevonden."),
                self.tr("Het blad staat nog op het scherm."),
                self.tr("Sluit een printer aan, of schrijf het blad over."),
            )
        )
        bring_into_sight(self.message)

    def show_error(self, error: LogbookError) -> None:
        """Say what went wrong with the sheet."""
        self.message.show_error(error)
        bring_into_sight(self.message)

    def _warn(self) -> None:
        self.message.show_message(_PDF_WARNING, Tone.WARNING, self.tr("&Toch bewaren…"))
        self.message.action.setFocus()
        bring_into_sight(self.message)

    def _put(self, cell: QWidget, row: int, column: int, span: int = 1) -> None:
        self._cells.append(cell)
        self._grid.addWidget(cell, row, column, 1, span)
