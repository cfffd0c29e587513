"""The page for the IT department on paper: printed, or saved as a PDF."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vp_logboek.domain.errors import LogbookError, OutputFailed
from vp_logboek.gui.export.place import PdfPlace
from vp_logboek.gui.help.pages import IT, page
from vp_logboek.gui.widgets import Flow, MessageBar, Tone, button
from vp_logboek.services.safekeeping import write_whole

FILE_NAME = "vp-logboek-voor-uw-it-afdeling.pdf"


def pdf() -> bytes:
    """The page on paper. What makes pages comes along only now."""
    from vp_logboek.report.it_page import render  # noqa: PLC0415 - what makes pages comes along

    found = page(IT)
    return render(found.text if found is not None else "")


def save(target: Path) -> str:
    """Save the page; the name of the file. Raises TargetUnwritable and TargetIsLogbook."""
    write_whole(target, pdf())
    return target.name


class _Work(QObject):
    """Slow work on a thread of the pool: the help has no logbook, and so none of its threads."""

    done = Signal(object)

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        try:
            self.done.emit(self._work())
        except LogbookError as error:
            self.done.emit(error)


class ItButtons(QWidget):
    """Print and save, with how that went. The page is the same for everybody: it holds nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._work: _Work | None = None
        self.message = MessageBar()
        self.print_button = button(self.tr("&Afdrukken…"), self._ask_print, "printer")
        self.save_button = button(self.tr("Bewaar als &PDF…"), self._ask_save, "file-down")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.message)
        column.addWidget(Flow(self.print_button, self.save_button))
        for one in (self.print_button, self.save_button):
            one.setAutoDefault(False)

    def _ask_print(self) -> None:
        from vp_logboek.gui.printing import Printing  # noqa: PLC0415 - PDF and printing

        if Printing.is_possible():
            self._begin(pdf, self._print)
        else:
            self.message.say(self.tr("Op deze computer staat geen printer klaar."), Tone.WARNING)

    def _print(self, made: object) -> None:
        from vp_logboek.gui.printing import (  # noqa: PLC0415 - PDF and printing
            Printing,
            opened,
            print_pages,
        )

        self._show_busy(False)
        if not isinstance(made, bytes):
            return
        document = opened(made)
        printer = Printing.ask(self, document.pageCount())
        if printer is None:
            return
        done = print_pages(document, printer, self)
        if done:
            self.message.say(self.tr("De bladzijde is naar de printer gestuurd."), Tone.GOOD)
        elif done is not None:  # not stopped by the user
            self.message.show_error(OutputFailed())

    def _ask_save(self) -> None:
        target = PdfPlace.ask(self, FILE_NAME)
        if target is not None:
            self._begin(partial(save, target), self._tell_saved)

    def _tell_saved(self, saved: object) -> None:
        self._show_busy(False)
        if isinstance(saved, LogbookError):
            self.message.show_error(saved)
        else:
            said = self.tr("De bladzijde is bewaard als “{0}”.").format(saved)
            self.message.say(said, Tone.GOOD)

    def _begin(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        self.message.hide()
        self._show_busy(True)
        self._work = _Work(work)
        self._work.done.connect(then)
        QThreadPool.globalInstance().start(self._work.run)

    def _show_busy(self, busy: bool) -> None:
        for one in (self.print_button, self.save_button):
            one.setEnabled(not busy)
