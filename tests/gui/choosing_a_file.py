"""A script, run by the tests in a process of its own: it chooses a file in Qt's own dialog.

Arguments: the file, and ``bare`` for the control: the dialog as Qt gives it.
"""

import sys
from contextlib import nullcontext
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from vp_logboek.app import make_application
from vp_logboek.gui import dialogs
from vp_logboek.gui.dialogs import FilePlace
from vp_logboek.gui.preferences import Preferences


def choose(file: Path) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.setDirectory(str(file.parent))
    edit = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(edit, QLineEdit)
    edit.setText(str(file))
    dialog.accept()


def main() -> int:
    file = Path(sys.argv[1])
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    _application = make_application(sys.argv[:1])
    if sys.argv[2:] == ["bare"]:
        dialogs.without_history = nullcontext  # type: ignore[assignment]
    QTimer.singleShot(300, lambda: choose(file))
    found = FilePlace.existing(None)  # type: ignore[arg-type]
    assert found == file
    Preferences().set_text_percent(125)
    return 0


if __name__ == "__main__":
    sys.exit(main())
