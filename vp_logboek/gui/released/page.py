"""The place *Uitgegeven*: what was issued, and the same PDF again."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vp_logboek.gui import printing
from vp_logboek.gui.export.folder import FolderRow
from vp_logboek.gui.export.place import PdfPlace
from vp_logboek.gui.export.saving import Issued
from vp_logboek.gui.export.words import name_of
from vp_logboek.gui.released import words, work
from vp_logboek.gui.released.look import LookDialog
from vp_logboek.gui.released.table import ReleasedTable
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets import Flow, MessageBar, Tone, button, label, primary_button, title
from vp_logboek.gui.widgets.empty import EmptyState
from vp_logboek.gui.widgets.scrolling import scrolling

_MOST = 1000
"""The list has all the room until every row is in sight; only then is some left below."""


class ReleasedPage(QWidget):
    """Everything that was issued, the last first.

    ``overview_requested``: make an overview, where there is none yet.
    """

    overview_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.message = MessageBar()
        self.table = ReleasedTable()
        self.summary = label("", "strong")
        self.file_name = label("", "muted")
        self.unknown = label("", "muted")
        self.look = button(self.tr("Bekijken…"), self._look, "eye")
        self.save = primary_button(self.tr("PDF bewaren…"), self._save, "file-down")
        self.print_button = button(self.tr("Afdrukken…"), self._ask_print, "printer")
        self.bar = Flow(self.look, self.print_button, self.save)
        self.folder = FolderRow()
        self.folder.hide()
        self.reason = label(words.CHOOSE_FIRST, "muted")
        self.nothing = EmptyState()
        self.nothing.say(
            words.NOTHING, (self.tr("PDF voor HR maken…"), self.overview_requested.emit)
        )
        self._lay_out()
        self._connect_parts()
        self._allow()

    def _lay_out(self) -> None:
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(title(self.tr("Uitgegeven")))
        self._intro = label(words.INTRO)
        layout.addWidget(self._intro)
        layout.addWidget(self.message)
        layout.addWidget(self.folder)
        layout.addWidget(self.table, _MOST)
        layout.addWidget(self.nothing, _MOST)
        self.nothing.hide()
        for part in (self.summary, self.file_name, self.bar):
            layout.addWidget(part)
        layout.addWidget(self.unknown)
        layout.addWidget(self.reason)
        layout.addStretch(1)
        scroll = scrolling(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _connect_parts(self) -> None:
        self.table.row_chosen.connect(self._allow)
        self.table.row_opened.connect(self._look)
        self._session.changed.connect(self._reload_when_seen)
        keys = QShortcut(QKeySequence.StandardKey.Print, self, self._ask_print)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def arrive(self) -> None:
        """Somebody comes to this page: what was told last is old, and so is what was chosen."""
        self._clear()
        self.table.forget()
        self.reload()

    def reload(self) -> None:
        """Read again."""
        self._session.ask(work.read, self._show)

    def _reload_when_seen(self) -> None:
        """Every release is read whole: not while nobody looks here."""
        if self.isVisible():
            self.reload()

    def _show(self, found: work.Found) -> None:
        self.table.show_releases(found.releases)
        has_any = bool(found.releases)
        self.nothing.setVisible(not has_any)
        if self.table.hasFocus() and not has_any:  # else Qt hands it on to what comes next
            self.nothing.offers()[0].setFocus()
        self.table.setVisible(has_any)
        self.bar.setVisible(has_any)
        self._intro.setVisible(has_any)
        told = words.unknown(found.unknown, len(self._session.organisations) > 1)
        self.unknown.setText(told)
        self.unknown.setVisible(bool(told))
        self._allow()

    def _allow(self, _: int = 0) -> None:
        chosen = self.table.chosen() is not None
        for one in (self.look, self.print_button, self.save):
            one.setEnabled(chosen)
            one.setAccessibleDescription("" if chosen else words.CHOOSE_FIRST)
        self.reason.setVisible(not chosen and not self.bar.isHidden())
        self._tell()

    def _tell(self) -> None:
        """What the chosen overview told HR: the answer most people come here for."""
        release = self.table.chosen()
        several = len(self._session.organisations) > 1
        told = words.summary(release) if release else ""
        name = words.FILE_NAME.format(name_of(release, several)) if release else ""
        for part, text in ((self.summary, told), (self.file_name, name)):
            part.setText(text)
            part.setVisible(bool(text))

    # --- the PDF ------------------------------------------------------------------------------

    def _look(self, _: int = 0) -> None:
        release = self.table.chosen()
        if release is None:
            return
        if LookDialog.look(self, self._session, release, self.table.is_replaced(release)):
            self._save()
        self.table.setFocus()

    def _save(self) -> None:
        release = self.table.chosen()
        if release is None:
            return
        target = PdfPlace.ask(self, name_of(release, len(self._session.organisations) > 1))
        if target is None:
            return
        self._clear()
        self._session.ask(
            partial(work.save, number=release.number, target=target),
            self._tell_saved,
            self.message.show_error,
        )

    def _tell_saved(self, saved: Issued) -> None:
        if saved.same:
            self.message.say(words.SAVED.format(saved.name), Tone.GOOD)
        else:
            self.message.say(words.NOT_SAME.format(saved.name), Tone.PROBLEM)
        self.folder.show_folder(saved.folder)
        self.folder.show()

    def _clear(self) -> None:
        """What was told last is old."""
        self.message.hide()
        self.folder.hide()

    def _ask_print(self) -> None:
        release = self.table.chosen()
        if release is not None:
            self._session.ask(
                partial(work.stored, number=release.number), self._print, self.message.show_error
            )

    def _print(self, pdf: bytes) -> None:
        self._clear()
        printing.print_overview(self, pdf, self.message)
