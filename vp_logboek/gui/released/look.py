"""A look at what was issued: its very pages, from memory, or as text."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.ledger import Release
from vp_logboek.gui import printing
from vp_logboek.gui.export.as_text import as_text
from vp_logboek.gui.export.preview import PreviewStep
from vp_logboek.gui.released import words, work
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets import MessageBar, button, label, primary_button, title
from vp_logboek.gui.widgets.roomy import make_roomy


class LookDialog(QDialog):
    """Asks ``look``: whether the PDF is to be saved."""

    @classmethod
    def look(
        cls, parent: QWidget, session: Session, release: Release, is_replaced: bool = False
    ) -> bool:
        """Show a release until the dialog is closed; whether its PDF is to be saved."""
        dialog = cls(parent, session, release, is_replaced)
        wants = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.preview.clear()
        dialog.deleteLater()
        return wants

    def __init__(
        self, parent: QWidget | None, session: Session, release: Release, is_replaced: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Uitgegeven overzicht"))
        self.message = MessageBar()
        self.preview = PreviewStep()
        self.preview.show_text(as_text(release.report, False, release.edition))
        self.close_button = button(self.tr("Sluiten"), self.reject)
        self.save = primary_button(self.tr("PDF bewaren…"), self.accept, "file-down")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(title(self.tr("Uitgegeven overzicht")))
        for part in (label(words.said(release, is_replaced)), self.message):
            column.addWidget(part)
        column.addWidget(self.preview, 1)
        row = QHBoxLayout()
        row.addWidget(self.close_button)
        row.addStretch(1)
        row.addWidget(self.save, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(row)
        self.preview.print_requested.connect(self._print)
        QShortcut(QKeySequence.StandardKey.Print, self, self.preview.ask_print)
        make_roomy(self)
        session.ask(
            partial(work.stored, number=release.number),
            self.preview.show_pages,
            self._show_no_pages,
        )

    def _print(self, pdf: bytes) -> None:
        printing.print_overview(self, pdf, self.message)

    def _show_no_pages(self, error: LogbookError) -> None:
        self.preview.show_pages(b"")
        self.message.show_error(error)
