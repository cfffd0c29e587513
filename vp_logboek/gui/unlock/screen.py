"""The window before the logbook is open: which page stands there, and what its wishes do."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from vp_logboek.gui.dialogs import FilePlace
from vp_logboek.gui.session import Session
from vp_logboek.gui.unlock.make_page import MakePage, NewLogbook
from vp_logboek.gui.unlock.open_page import OpenPage
from vp_logboek.gui.unlock.welcome import WelcomePage
from vp_logboek.services.safekeeping import Logbook, make_logbook, open_logbook


def open_or_make_example(path: Path) -> Logbook:
    """The invented logbook, made when it is not there yet. Its passphrase is public."""
    from vp_logboek.services.example import (  # noqa: PLC0415 - brings the pages of the PDF along
        PASSPHRASE,
        make_example,
    )

    return open_logbook(path, PASSPHRASE) if path.exists() else make_example(path)


class UnlockScreen(QStackedWidget):
    """Welcome, make or open.

    ``chosen`` tells which logbook was opened or made, so that it can be found next time; the
    example is not remembered.
    """

    chosen = Signal(Path)

    def __init__(self, session: Session, logbook: Path | None) -> None:
        super().__init__()
        self._session = session
        self._path = logbook
        self.welcome = WelcomePage()
        self.make = MakePage(session)
        self.open = OpenPage()
        for page in (self.welcome, self.make, self.open):
            self.addWidget(page)
        self.setWindowTitle("VP Logboek")
        self.resize(900, 680)
        self._connect_parts()
        self.setCurrentWidget(self.welcome if logbook is None else self.open)

    def _connect_parts(self) -> None:
        self.welcome.make_requested.connect(self._show_make)
        self.welcome.open_requested.connect(self._choose_existing)
        self.welcome.example_requested.connect(self._open_example)
        self.make.back_requested.connect(self._show_welcome)
        self.make.make_requested.connect(self._make)
        self.open.other_requested.connect(self._show_welcome)
        self.open.open_requested.connect(self._open)

    def ask_for(self, path: Path) -> None:
        """Ask the passphrase of this logbook."""
        self._path = path
        self.open.message.hide()
        self.setCurrentWidget(self.open)

    def _show_make(self) -> None:
        self.setCurrentWidget(self.make)

    def _show_welcome(self) -> None:
        self.open.field.clear()
        self.setCurrentWidget(self.welcome)

    def _choose_existing(self) -> None:
        chosen = FilePlace.existing(self)
        if chosen is not None:
            self.ask_for(chosen)

    def _open(self, passphrase: str) -> None:
        if self._path is not None:
            self._session.open(
                partial(open_logbook, self._path, passphrase), self.open.show_error, self._opened
            )

    def _make(self, wanted: NewLogbook) -> None:
        self._path = wanted.path
        work = partial(make_logbook, wanted.path, wanted.passphrase, wanted.organisation)
        self._session.open(work, self.make.show_error, self._opened)

    def _open_example(self) -> None:
        self._path = None
        self.welcome.show_busy(True)
        self._session.open(
            partial(open_or_make_example, FilePlace.example()),
            self.welcome.show_error,
            self._opened,
        )

    def _opened(self) -> None:
        """The passphrase leaves the fields as soon as it is no longer needed."""
        for field in (self.open.field, self.make.passphrase, self.make.again):
            field.clear()
        if self._path is not None:
            self.chosen.emit(self._path)
