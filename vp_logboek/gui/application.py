"""The application of Qt: in Dutch, with our icon, and nothing of the content in its log."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QLibraryInfo,
    QLocale,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from vp_logboek.gui.icons import program_icon
from vp_logboek.gui.lock.capture import guard_captures
from vp_logboek.gui.log import log_without_content
from vp_logboek.resources import resource

_TRANSLATIONS = QLibraryInfo.LibraryPath.TranslationsPath


def make_application(argv: Sequence[str]) -> QApplication:
    """A QApplication that speaks Dutch and logs nothing of the content."""
    qInstallMessageHandler(log_without_content)
    QCoreApplication.setOrganizationName("VP Logboek")
    QCoreApplication.setApplicationName("VP Logboek")
    application = QApplication(list(argv))
    QGuiApplication.setDesktopFileName("vp-logboek")
    application.setWindowIcon(program_icon())
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    _translate(application, "qtbase_nl", QLibraryInfo.path(_TRANSLATIONS))
    _translate(application, "qt_corrections_nl", str(resource("translations")))
    guard_captures(application)
    return application


def _translate(application: QApplication, name: str, folder: str) -> None:
    """Install a translation; the one that is installed last is asked first."""
    translator = QTranslator(application)
    if translator.load(name, folder):
        application.installTranslator(translator)
