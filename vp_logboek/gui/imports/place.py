"""Which table to take over: a question to the system's own dialog, as one classmethod."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from vp_logboek.gui.dialogs import without_history

_SUFFIXES = ("xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt")
_FILTER = f"Lijsten ({' '.join('*.' + suffix for suffix in _SUFFIXES)})"


class TablePlace:
    """Where the registration is."""

    @classmethod
    def ask(cls, parent: QWidget) -> Path | None:
        """Which table; None when the user turned back."""
        kind = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(kind)
        with without_history():
            found, _ = QFileDialog.getOpenFileName(
                parent, "Welke lijst wilt u overnemen?", folder, _FILTER
            )
        return Path(found) if found else None
