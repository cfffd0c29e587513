"""Makes the pictures of the README, from the real program and the invented example.

    .venv/bin/python packaging/pictures.py [folder]     (default: packaging/pictures)

The window is drawn off screen by Qt itself, the overview is the PDF's own first page.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSettings, QSize, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QImage, QPainter  # noqa: E402
from PySide6.QtPdf import QPdfDocument  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from vp_logboek.app import Program, make_application  # noqa: E402
from vp_logboek.gui.preferences import Preferences  # noqa: E402
from vp_logboek.gui.theme import Mode  # noqa: E402
from vp_logboek.gui.window.places import Kind  # noqa: E402
from vp_logboek.services import example, yearly_report  # noqa: E402

LAPTOP = QSize(1366, 768)
DOTS_PER_INCH = 110
POINTS_PER_INCH = 72
LATER = 400
"""Milliseconds in which the store thread surely has answered."""


def overview(target: Path) -> None:
    """The first page of the example's last overview."""
    with tempfile.TemporaryDirectory() as folder:
        logbook = example.make_example(Path(folder) / "voorbeeld.vplogboek")
        with logbook:
            town = logbook.organisations.all()[0]
            report = yearly_report.year_overview(logbook, town, example.YEARS[-1]).report
    buffer = QBuffer()
    buffer.setData(QByteArray(yearly_report.overview_pdf(report)))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    points = document.pagePointSize(0)
    size = (points * DOTS_PER_INCH / POINTS_PER_INCH).toSize()
    page = document.render(0, size)
    paper = QImage(size, QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, page)
    painter.end()
    paper.save(str(target))


def window(application: QApplication, target: Path, mode: Mode) -> None:
    """The main window on a small laptop, with the example's last year and one talk."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "voorbeeld.vplogboek"
        example.make_example(path).close()
        settings = QSettings(str(Path(folder) / "instellingen.ini"), QSettings.Format.IniFormat)
        preferences = Preferences(settings)
        preferences.set_mode(mode)
        program = Program(application, path, lambda _: None, preferences)
        program.session._clock = lambda: datetime(2025, 12, 31, 14, 3)
        program.session.open(
            lambda: example.open_example(path), lambda error: sys.exit(repr(error))
        )
        program.window.resize(LAPTOP)
        _after(lambda: program.window.places.go_to(Kind.YEAR, example.YEARS[-1]), 2)
        _after(lambda: program.window.talks.table.selectRow(5), 4)
        _after(lambda: program.window.grab().save(str(target)), 6)
        _after(application.quit, 7)
        application.exec()
        program.end()
        program.window.deleteLater()


def _after(work: Callable[[], object], turns: int) -> None:
    QTimer.singleShot(turns * LATER, work)


def main() -> None:
    """Make both pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "packaging" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    application = make_application([])
    overview(folder / "overview.png")
    window(application, folder / "window.png", Mode.LIGHT)


if __name__ == "__main__":
    main()
