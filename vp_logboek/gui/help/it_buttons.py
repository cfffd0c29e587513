"""The page for the IT department on paper: printed, or saved as a PDF."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vp_logboek.domain.errors import LogbookError, OutputFailed
from vp_logboek.gui.export.place import PdfPlace
from vp_logboek.gui.help.pages import IT, page
from vp_logboek.gui.widgets import Flow, MessageBar, Tone, button
from vp_logboek.services.safekeeping import write_whole

FILE_NAME = "vp-logboek-voor-uw-it-afdeling.pdf"


class ItButtons(QWidget):
    """Print and save, with how that went. The page is the same for everybody: it holds nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.message = MessageBar()
        self.print_button = button(self.tr("&Afdrukken…"), self._print, "printer")
        self.save_button = button(self.tr("Bewaar als &PDF…"), self._save, "file-down")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.message)
        column.addWidget(Flow(self.print_button, self.save_button))
        for one in (self.print_button, self.save_button):
            one.setAutoDefault(False)

    def _print(self) -> None:
        from vp_logboek.gui.printing import (  # noqa: PLC0415 - PDF and printing
            Printing,
            opened,
            print_pages,
        )

        if not Printing.is_possible():
            self.message.say(self.tr("Op deze computer staat geen printer klaar."), Tone.WARNING)
            return
        document = opened(pdf())
        printer = Printing.ask(self, document.pageCount())
        if printer is None:
            return
        if print_pages(document, printer):
            self.message.say(self.tr("De bladzijde is naar de printer gestuurd."), Tone.GOOD)
        else:
            self.message.show_error(OutputFailed())

    def _save(self) -> None:
        target = PdfPlace.ask(self, FILE_NAME)
        if target is None:
            return
        try:
            write_whole(target, pdf())
        except LogbookError as error:
            self.message.show_error(error)
            return
        said = self.tr("De bladzijde is bewaard als “{0}”.").format(Path(target).name)
        self.message.say(said, Tone.GOOD)


def pdf() -> bytes:
    """The page on paper."""
    from vp_logboek.report.it_page import render  # noqa: PLC0415 - what makes pages comes along

    found = page(IT)
    return render(found.text if found is not None else "")
