"""Questions to the system's own dialogs, each one classmethod that a test can patch."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
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
        with without_history():
            found, _ = QFileDialog.getSaveFileName(
                parent, "Waar komt uw logboek?", str(proposed), _FILTER
            )
        return _with_suffix(Path(found)) if found else None

    @classmethod
    def existing(cls, parent: QWidget) -> Path | None:
        """Which logbook to open; None when the user turned back."""
        with without_history():
            found, _ = QFileDialog.getOpenFileName(
                parent, "Kies uw logboek", str(cls.default().parent), _FILTER
            )
        return Path(found) if found else None

    @classmethod
    def folder(cls, parent: QWidget) -> Path | None:
        """The folder where copies go; None when the user turned back."""
        with without_history():
            found = QFileDialog.getExistingDirectory(parent, "Waar komen de reservekopieën?")
        return Path(found) if found else None


def _with_suffix(path: Path) -> Path:
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


@contextmanager
def without_history() -> Iterator[None]:
    """Let a file dialog remember nothing: Qt writes the folders that were visited when it closes.

    Where settings are files (QSettings::setPath) it is sent to a place that cannot be. Elsewhere
    they are taken out afterwards (QFileDialogPrivate::saveSettings, qfiledialog.cpp).
    """
    if os.name == "nt" or sys.platform == "darwin":
        yield
        _forget_history()
        return
    native, user = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
    kind = QStandardPaths.StandardLocation.GenericConfigLocation
    QSettings.setPath(native, user, f"{os.devnull}/nergens")
    try:
        yield
    finally:
        QSettings.setPath(native, user, QStandardPaths.writableLocation(kind))


def _forget_history() -> None:
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    for key in ("FileDialog/history", "FileDialog/lastVisited", "FileDialog/shortcuts"):
        settings.remove(key)
