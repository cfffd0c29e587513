"""From the bytes of a PDF in memory to a printer; no file is made by us.

What the system's own queue keeps is the printer's affair: the panel says so in words.
"""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

DOTS_PER_INCH = 300
POINTS_PER_INCH = 72


class Printing:
    """Questions to the system's own print dialog."""

    @classmethod
    def is_possible(cls) -> bool:
        """Whether this computer knows a printer."""
        return bool(QPrinterInfo.availablePrinterNames())

    @classmethod
    def ask(cls, parent: QWidget) -> QPrinter | None:
        """Which printer, with its paper; None when the user turned back."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName("VP Logboek")  # shown in queues: no number, no name
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, parent)
        dialog.setOptions(QPrintDialog.PrintDialogOption.PrintShowPageSize)
        chosen = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        return printer if chosen else None


def print_pages(pdf: bytes, printer: QPrinter) -> bool:
    """Print every page of a PDF, as large as the paper; whether the printer took it."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number in range(document.pageCount()):
        if number and not printer.newPage():
            break
        paper = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
        page = drawn(document, number)
        size = page.size().scaled(paper.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF(0, 0, size.width(), size.height()), page)
    done = painter.end()
    document.close()
    buffer.close()
    return done


def drawn(document: QPdfDocument, number: int) -> QImage:
    """One page on white paper."""
    points = document.pagePointSize(number)
    size = (points * DOTS_PER_INCH / POINTS_PER_INCH).toSize()
    sheet = QImage(size, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, document.render(number, size))
    painter.end()
    return sheet
