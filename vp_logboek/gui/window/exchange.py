"""What comes in from elsewhere and what goes out: the table that is taken over, the PDF for HR."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.export.dialog import ExportDialog
from vp_logboek.gui.imports.dialog import ImportDialog, undo_last_import
from vp_logboek.gui.session import Session
from vp_logboek.gui.undo import Undo
from vp_logboek.gui.window.navigation import Navigation


class Exchange(QObject):
    """Opens the dialogs, over ``window``."""

    def __init__(
        self, session: Session, navigation: Navigation, undo: Undo, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._navigation = navigation
        self._undo = undo
        self._window = window

    def import_table(self) -> None:
        """Take over a table from elsewhere; it can be undone."""
        ImportDialog.import_table(self._window, self._session, self._undo.did)

    def undo_import(self) -> None:
        """Undo what was taken over last, after asking."""
        undo_last_import(self._window, self._session, self._undo.did)

    def export(self) -> None:
        """Make the PDF for HR of the year that is chosen."""
        self.export_year(*self._navigation.year_to_export())

    def export_year(self, organisation: Organisation, year: int) -> None:
        """Make the PDF for HR of this year."""
        ExportDialog.export(self._window, self._session, organisation, year)
