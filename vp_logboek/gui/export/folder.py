"""Opening the folder in which a PDF was saved, in the system's own file manager."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from vp_logboek.gui.widgets import Flow, button, label
from vp_logboek.gui.widgets.private import keep_private

NOT_OPENED = "De map ging niet open. De PDF staat hier. U kunt deze tekst kopiëren:"


class Folders:
    """The system's file manager. Windows, macOS and Linux are told apart by Qt alone."""

    @classmethod
    def open(cls, folder: Path) -> bool:
        """Open a folder on this computer; whether somebody took it. No file is opened."""
        if not folder.is_dir():
            return False
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class FolderRow(QWidget):
    """A button that opens the folder, with others beside it; where that fails it says which folder
    it is.
    """

    def __init__(self, *beside: QWidget) -> None:
        super().__init__()
        self._folder = Path()
        self.open_button = button(self.tr("Map openen"), self._open, "folder-open")
        self.problem = label(NOT_OPENED)
        self.path = QLineEdit()
        keep_private(self.path)
        self.path.setReadOnly(True)
        self.path.setAccessibleName(self.tr("Map waarin de PDF staat"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Flow(self.open_button, *beside))
        column.addWidget(self.problem)
        column.addWidget(self.path)
        self._tell(False)

    def show_folder(self, folder: Path) -> None:
        """Offer this folder."""
        self._folder = folder
        self._tell(False)

    def _open(self) -> None:
        self._tell(not Folders.open(self._folder))

    def _tell(self, failed: bool) -> None:
        self.path.setText(str(self._folder) if failed else "")
        for part in (self.problem, self.path):
            part.setVisible(failed)
        if failed:
            self.path.selectAll()
            self.path.setFocus()
