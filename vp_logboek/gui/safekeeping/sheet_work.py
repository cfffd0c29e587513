"""What the sheet on the screen asks of the logbook, the printer and the disk."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from vp_logboek.domain.errors import LogbookError, OutputFailed
from vp_logboek.domain.recovery_sheet import Sheet
from vp_logboek.gui.export.place import PdfPlace
from vp_logboek.gui.safekeeping.sheet_check import SheetCheck
from vp_logboek.gui.safekeeping.sheet_panel import SheetPanel
from vp_logboek.gui.session import Session
from vp_logboek.services import recovery
from vp_logboek.services.safekeeping import write_whole


class SheetWork(QObject):
    """Fills a panel and a check, and does what the panel asks; holds the sheet no longer than it.

    Errors of reading the sheet are told in the panel's own message.
    """

    def __init__(
        self, session: Session, panel: SheetPanel, check: SheetCheck, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._panel = panel
        self._check = check
        self._sheet: Sheet | None = None
        self._then: Callable[[], object] = self.forget
        panel.print_requested.connect(self._print)
        panel.save_requested.connect(self._save)

    def read(self) -> None:
        """Show the sheet of the open logbook, and which groups are asked."""
        self._session.ask(recovery.sheet, self._show, self._fail)
        self._session.ask(recovery.asked_groups, self._check.ask, self._fail)

    def confirm(self, then: Callable[[], object]) -> None:
        """Hold what was typed back against the sheet; ``then`` hears that it is the same."""
        self._check.message.hide()
        self._then = then
        self._session.change(
            partial(recovery.confirm, groups=self._check.groups()),
            self._confirmed,
            self._check.show_error,
        )

    def forget(self) -> None:
        """Take the sheet off the screen."""
        self._sheet = None
        self._panel.clear()
        self._check.clear()

    def _confirmed(self, _: None) -> None:
        self._then()

    def _show(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._panel.show_sheet(sheet.number, sheet.lines)

    def _fail(self, error: LogbookError) -> None:
        self._panel.show_error(error)

    # --- on paper -----------------------------------------------------------------------------

    def _print(self) -> None:
        if self._sheet is not None:
            self._session.run(partial(recovery.sheet_pdf, self._sheet), self._print_pages)

    def _print_pages(self, pdf: bytes) -> None:
        from vp_logboek.gui.printing import (  # noqa: PLC0415 - PDF and printing
            Printing,
            opened,
            print_pages,
        )

        if not Printing.is_possible():
            self._panel.show_no_printer()
            return
        sheet = opened(pdf)
        printer = Printing.ask(self._panel, sheet.pageCount())
        if printer is None or self._sheet is None:
            return
        done = print_pages(sheet, printer, self._panel)
        if done:
            self._panel.show_printed()
        elif done is not None:  # not stopped by the user
            self._fail(OutputFailed())

    # --- as a file ----------------------------------------------------------------------------

    def _save(self) -> None:
        if self._sheet is None:
            return
        target = PdfPlace.ask(self._panel, f"herstelblad-{self._sheet.number}.pdf")
        if target is not None and self._sheet is not None:
            self._session.run(
                partial(_save_pdf, self._sheet, target), self._panel.show_saved, self._fail
            )


def _save_pdf(sheet: Sheet, target: Path) -> str:
    """Save the sheet because the user asked for a file; its name. Raises TargetUnwritable."""
    write_whole(target, recovery.sheet_pdf(sheet))
    return target.name
