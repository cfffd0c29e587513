"""The last page: what was done, what was checked, and what can be done with the file."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from vp_logboek.gui.export import result_words
from vp_logboek.gui.export.folder import FolderRow
from vp_logboek.gui.export.saving import Issued
from vp_logboek.gui.export.steps import Step
from vp_logboek.gui.export.words import Section
from vp_logboek.gui.widgets import MessageBar, Tone, button, heading, label


class ResultStep(Step):
    """What was done and what was not."""

    print_requested = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Klaar"))
        self.outcome = MessageBar()
        self.print_button = button(self.tr("Afdrukken…"), self.print_requested.emit, "printer")
        self.folder = FolderRow(self.print_button)
        self._told = QWidget()
        self.add(self.outcome, self.folder, self._told)
        self.page.addStretch(1)

    def show_result(self, title: str, issued: Issued, sections: Sequence[Section]) -> None:
        """Tell what was saved; where the file may not be used, that alone."""
        told = _told(sections if issued.is_good else ())
        self.page.replaceWidget(self._told, told)
        self._told.deleteLater()
        self._told = told
        self.print_button.setVisible(issued.is_good)
        self.folder.show_folder(issued.folder)
        self._tell(title, issued)

    def _tell(self, title: str, issued: Issued) -> None:
        if not issued.same:
            self.outcome.say(
                self.tr(
                    "De PDF is bewaard als “{0}”, maar was niet goed terug te lezen. "
                    "Gebruik dit bestand niet. Bewaar het overzicht nog eens, op een andere plek."
                ).format(issued.name),
                Tone.PROBLEM,
            )
            return
        if issued.refused:
            said = result_words.REFUSED.format(issued.name, issued.number, issued.refused)
            self.outcome.say(said, Tone.PROBLEM)
            return
        said = (
            self.tr("{0} is nog een keer bewaard als “{1}”.")
            if issued.is_again
            else self.tr("{0} is uitgebracht en bewaard als “{1}”.")
        )
        self.outcome.say(said.format(title, issued.name), Tone.GOOD)

    def text(self) -> str:
        """Everything on the page."""
        return "\n".join([self.outcome.text(), *(one.text() for one in _labels(self._told))])


def _told(sections: Sequence[Section]) -> QWidget:
    """Headings with their lines."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(8)
    for title, lines in sections:
        column.addWidget(heading(title))
        for line in lines:
            column.addWidget(label(line))
        column.addSpacing(8)
    return holder


def _labels(holder: QWidget) -> Iterator[QLabel]:
    yield from holder.findChildren(QLabel)
