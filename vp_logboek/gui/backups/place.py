"""Where a copy is and where it is put back, each one classmethod that a test can patch."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from vp_logboek.gui.dialogs import SUFFIX, without_history

_COPIES = f"VP Logboek (*{SUFFIX} *{SUFFIX}.*)"


class CopyPlace:
    """Questions to the system's own dialogs."""

    @classmethod
    def existing(cls, parent: QWidget, folder: Path) -> Path | None:
        """Which file to put back; None when the user turned back."""
        with without_history():
            found, _ = QFileDialog.getOpenFileName(parent, "Kies een kopie", str(folder), _COPIES)
        return Path(found) if found else None

    @classmethod
    def target(cls, parent: QWidget, proposed: Path) -> Path | None:
        """Where the new file comes. What is there is never replaced, so Qt need not ask."""
        with without_history():
            found, _ = QFileDialog.getSaveFileName(
                parent,
                "Waar komt het logboek?",
                str(proposed),
                f"VP Logboek (*{SUFFIX})",
                options=QFileDialog.Option.DontConfirmOverwrite,
            )
        if not found:
            return None
        return Path(found) if found.endswith(SUFFIX) else Path(found + SUFFIX)
