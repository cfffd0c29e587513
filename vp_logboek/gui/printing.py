"""From the bytes of a PDF in memory to a printer, page by page; no file is made by us.

What is issued may be printed freely. A concept may be printed too: it says so on every page. We do
not offer to print it into a file: saving is what makes files, and it issues what it saves. The
recovery sheet is printed here too. What the system's own queue keeps is the printer's affair, and
so is a printer that makes a file itself.
"""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from vp_logboek.gui.widgets import MessageBar, Tone

MOST_DOTS_PER_INCH = 300
"""Small print is sharp so; twice as fine takes four times as long, while the window waits."""
_POINTS_PER_INCH = 72

NO_PRINTER = (
    "Op deze computer staat geen printer klaar. Een PDF die is bewaard, kunt u ergens anders "
    "afdrukken."
)
NO_PRINTER_CONCEPT = "Op deze computer staat geen printer klaar. Het concept is niet afgedrukt."
REFUSED = (
    "Afdrukken lukt niet: de printer nam het niet aan. Kijk de printer na en probeer het weer."
)
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
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        done = print_pages(document, printer)
    finally:
        QGuiApplication.restoreOverrideCursor()
    if done:
        tell.say(SENT_CONCEPT if concept else SENT, Tone.GOOD)
    else:
        tell.say(REFUSED, Tone.PROBLEM)


def print_pages(document: QPdfDocument, printer: QPrinter) -> bool:
    """Print the chosen pages of a PDF, as large as the paper; whether the printer took them. Of one
    that cannot be read nothing is printed, not even an empty sheet.
    """
    if not _has_pages(document):
        return False
    dots = min(printer.resolution(), MOST_DOTS_PER_INCH)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    done = True
    for position, number in enumerate(_chosen(printer, document.pageCount())):
        if position and not printer.newPage():
            done = False
            break
        paper = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
        page = drawn(document, number, dots)
        painter.drawImage(_in_the_middle(page.size(), paper), page)
    return painter.end() and done


def drawn(document: QPdfDocument, number: int, dots_per_inch: int) -> QImage:
    """One page on white paper."""
    size = (document.pagePointSize(number) * dots_per_inch / _POINTS_PER_INCH).toSize()
    sheet = QImage(size, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, document.render(number, size))
    painter.end()
    return sheet


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


def _in_the_middle(size: QSize, paper: QRectF) -> QRectF:
    """Where a page lies on the paper, as large as it can be."""
    room = QSizeF(size).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(0, 0, room.width(), room.height())
    place.moveCenter(paper.center())
    return place
