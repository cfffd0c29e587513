"""From the bytes of a PDF in memory to a printer, page by page; no file is made by us.

What is issued may be printed freely. A concept may be printed too: it says so on every page. We do
not offer to print it into a file: saving is what makes files, and it issues what it saves. The
recovery sheet is printed here too. What the system's own queue keeps is the printer's affair, and
so is a printer that makes a file itself.
"""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from vp_logboek.gui.sending import Sending, drawn
from vp_logboek.gui.widgets import MessageBar, Tone

__all__ = ["Printing", "drawn", "opened", "print_overview", "print_pages"]

MOST_DOTS_PER_INCH = 300
"""Small print is sharp so; twice as fine takes four times as long."""

NO_PRINTER = (
    "Op deze computer staat geen printer klaar. Een PDF die is bewaard, kunt u ergens anders "
    "afdrukken."
)
NO_PRINTER_CONCEPT = "Op deze computer staat geen printer klaar. Het concept is niet afgedrukt."
REFUSED = (
    "Afdrukken lukt niet: de printer nam het niet aan. Kijk de printer na en probeer het weer."
)
STOPPED = "Het afdrukken is gestopt. Wat al naar de printer ging, komt er misschien nog uit."
NOT_READ = "Afdrukken lukt niet: de PDF is niet te lezen. Er is niets afgedrukt."
SENT = "Het overzicht is naar de printer gestuurd."
SENT_CONCEPT = (
    "Het concept is naar de printer gestuurd. Op elke bladzijde staat CONCEPT. Geef het niet aan "
    "anderen: de aantallen kunnen nog veranderen."
)
ABOUT_CONCEPT = "Op elke bladzijde die u afdrukt, staat CONCEPT."


class Printing:
    """Questions to the system's own print dialog."""

    @classmethod
    def is_possible(cls) -> bool:
        """Whether this computer knows a printer."""
        return bool(QPrinterInfo.availablePrinterNames())

    @classmethod
    def ask(cls, parent: QWidget, pages: int) -> QPrinter | None:
        """Which printer, with its paper and which pages; None when the user turned back."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName("VP Logboek")  # shown in queues: no organisation, no year
        printer.setFullPage(True)
        printer.setFromTo(1, pages)
        dialog = QPrintDialog(printer, parent)
        option = QPrintDialog.PrintDialogOption
        dialog.setOptions(option.PrintShowPageSize | option.PrintPageRange)
        dialog.setMinMax(1, pages)
        chosen = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        return printer if chosen else None


def print_overview(parent: QWidget, pdf: bytes, tell: MessageBar, concept: bool = False) -> None:
    """Ask for a printer, print, and say how it went; nothing is said when the user turned back."""
    if not Printing.is_possible():
        tell.say(NO_PRINTER_CONCEPT if concept else NO_PRINTER, Tone.WARNING)
        return
    document = opened(pdf)
    if not _has_pages(document):
        tell.say(NOT_READ, Tone.PROBLEM)
        return
    printer = Printing.ask(parent, document.pageCount())
    if printer is None:
        return
    done = print_pages(document, printer, parent)
    if done is None:
        tell.say(STOPPED, Tone.NOTE)
    elif done:
        tell.say(SENT_CONCEPT if concept else SENT, Tone.GOOD)
    else:
        tell.say(REFUSED, Tone.PROBLEM)


def print_pages(
    document: QPdfDocument, printer: QPrinter, parent: QWidget | None = None
) -> bool | None:
    """Print the chosen pages of a PDF, as large as the paper; whether the printer took them, None
    when the user stopped it. Of one that cannot be read nothing is printed, not even an empty
    sheet.
    """
    if not _has_pages(document):
        return False
    dots = min(printer.resolution(), MOST_DOTS_PER_INCH)
    pages = _chosen(printer, document.pageCount())
    return Sending.send(parent, document, pages, printer, dots)


def opened(pdf: bytes) -> QPdfDocument:
    """The document; it keeps its own buffer alive."""
    document = QPdfDocument()
    buffer = QBuffer(document)
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document


def _has_pages(document: QPdfDocument) -> bool:
    return document.status() is QPdfDocument.Status.Ready and document.pageCount() > 0


def _chosen(printer: QPrinter, pages: int) -> range:
    """The positions of the pages that were asked for; the first is 0."""
    first, last = printer.fromPage(), printer.toPage()
    return range(max(first, 1) - 1, min(last, pages) if last else pages)
