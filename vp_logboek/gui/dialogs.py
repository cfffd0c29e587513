"""Questions to the system's own dialogs, each one classmethod that a test can patch."""

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

SUFFIX = ".vplogboek"
_FILTER = f"VP Logboek (*{SUFFIX})"


class FilePlace:
    """Where a logbook is, or will be."""

    @classmethod
    def default(cls) -> Path:
        """The proposed place of a new logbook: this computer's own folder, not a synced one."""
        kind = QStandardPaths.StandardLocation.GenericDataLocation
        return Path(QStandardPaths.writableLocation(kind)) / "VP Logboek" / f"Logboek{SUFFIX}"

    @classmethod
    def example(cls) -> Path:
        """Where the invented example logbook stands."""
        return cls.default().with_name(f"Voorbeeld{SUFFIX}")

    @classmethod
    def new(cls, parent: QWidget, proposed: Path) -> Path | None:
        """Where to make a logbook; None when the user turned back."""
        found, _ = QFileDialog.getSaveFileName(
            parent, "Waar komt uw logboek?", str(proposed), _FILTER
        )
        forget_history()
        return _with_suffix(Path(found)) if found else None

    @classmethod
    def existing(cls, parent: QWidget) -> Path | None:
        """Which logbook to open; None when the user turned back."""
        found, _ = QFileDialog.getOpenFileName(
            parent, "Kies uw logboek", str(cls.default().parent), _FILTER
        )
        forget_history()
        return Path(found) if found else None

    @classmethod
    def folder(cls, parent: QWidget) -> Path | None:
        """The folder where copies go; None when the user turned back."""
        found = QFileDialog.getExistingDirectory(parent, "Waar komen de reservekopieën?")
        forget_history()
        return Path(found) if found else None


def _with_suffix(path: Path) -> Path:
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def forget_history() -> None:
    """Qt keeps the folders that were visited in a file of its own; take them out."""
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    for key in ("FileDialog/history", "FileDialog/lastVisited", "FileDialog/shortcuts"):
        settings.remove(key)
