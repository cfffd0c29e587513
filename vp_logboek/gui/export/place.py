"""Where the PDF goes: a question to the system's own dialog, as one classmethod."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from vp_logboek.gui.dialogs import without_history

_SUFFIX = ".pdf"


class PdfPlace:
    """Where an overview is saved."""

    @classmethod
    def ask(cls, parent: QWidget, name: str) -> Path | None:
        """Where to save; None when the user turned back."""
        kind = QStandardPaths.StandardLocation.DocumentsLocation
        proposed = Path(QStandardPaths.writableLocation(kind)) / name
        while True:
            with without_history():
                found, _ = QFileDialog.getSaveFileName(
                    parent, "Waar komt de PDF?", str(proposed), f"PDF (*{_SUFFIX})"
                )
            if not found:
                return None
            path = _with_suffix(Path(found))
            # the dialog asked about the name that was typed, not about the one with .pdf
            if path == Path(found) or not path.exists():
                return path
            proposed = path


def _with_suffix(path: Path) -> Path:
    return path if path.suffix.casefold() == _SUFFIX else path.with_name(path.name + _SUFFIX)
