"""One dossier: its talks, what is still to be done, what is known, its people and its history."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from vp_logboek.domain.activity import Action
from vp_logboek.domain.dossier import Dossier
from vp_logboek.domain.errors import Gone, LogbookError
from vp_logboek.gui.dossiers.action_part import ActionPart
from vp_logboek.gui.dossiers.head import DossierHead
from vp_logboek.gui.dossiers.history import HistoryTable, TalksTable
from vp_logboek.gui.dossiers.known import Known
from vp_logboek.gui.dossiers.melders import MelderDialog, Melders
from vp_logboek.gui.dossiers.steps import (
    Saved,
    add_melder,
    change_dossier,
    close_dossier,
    remove_action,
    reopen_dossier,
    save_action,
)
from vp_logboek.gui.keeping.in_steps import InSteps
from vp_logboek.gui.keeping.words import READ_ONLY
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets import MessageBar, button, heading, label
from vp_logboek.gui.widgets.over_bar import scroll_over_bar
from vp_logboek.services.dossier_history import Story, story


class DossierRoom(InSteps):
    """Shows one dossier; each change is saved at once.

    ``did`` carries a Step that can be undone. ``vanished`` tells that the dossier is not there any
    more: its last talk went to another one.
    """

    talk_requested = Signal(int)
    follow_up_requested = Signal(int)
    did = Signal(object)
    vanished = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._story: Story | None = None
        self._number: int | None = None
        self.message = MessageBar()
        self.head = DossierHead()
        self._read_only = label(READ_ONLY, "muted")
        for part in (self._read_only, self.message):
            part.hide()
        self.follow = button(self.tr("Vervolggesprek"), self._ask_follow, "corner-down-right")
        self.follow.setToolTip(self.tr("Ctrl+Shift+N"))
        self.close_button = button(self.tr("Afsluiten"), self._close, "archive")
        self.reopen_button = button(self.tr("Heropenen"), self._reopen, "folder-open")
        self._begin_page()

    def _begin_page(self) -> None:
        page = self._page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(20, 16, 20, 16)
        self._column.setSpacing(8)
        scroll_over_bar(self, page, self.follow, self.close_button, self.reopen_button)
        self._scroll = self.findChildren(QScrollArea)[0]
        for part in (self.head, self._read_only, self.message):
            self._column.addWidget(part)
        # nothing is told of a dossier before it is read
        for waiting in (page, self.follow, self.close_button, self.reopen_button):
            waiting.hide()

    def make(self) -> Iterator[None]:
        """A section a step."""
        today = self._session.today()
        self.talks, self.history = TalksTable(), HistoryTable()
        self.no_talks = label(self.tr("Geen gesprekken."), "muted")
        self._add_section(self.tr("Gesprekken"), self.talks, self.no_talks)
        yield
        self.actions_part = ActionPart(today)
        self.new_action = self.actions_part.new_action
        self._add_section(self.tr("Acties"), self.actions_part)
        yield
        self.known = Known()
        self._add_section(self.tr("Wat bekend is"), self.known)
        yield from self.known.build(today)
        self.findings, self.consent = self.known.findings, self.known.consent
        self.own_term = self.known.own_term
        self.melders = Melders()
        self._add_section(self.tr("Melders"), self.melders)
        self._add_section(self.tr("Verloop"), self.history)
        self._column.addStretch(1)
        before: QWidget = self.history
        for one in (self.follow, self.close_button, self.reopen_button):  # the bar is below it all
            QWidget.setTabOrder(before, one)
            before = one
        self._connect_parts()

    def _add_section(self, name: str, *parts: QWidget) -> None:
        self._column.addSpacing(12)
        for part in (heading(name), *parts):
            self._column.addWidget(part)

    def _connect_parts(self) -> None:
        self.talks.talk_requested.connect(self.talk_requested)
        self.history.talk_requested.connect(self.talk_requested)
        self.known.changed.connect(self._save)
        self.melders.add_requested.connect(self._add_melder)
        self.actions_part.saved.connect(self._save_action)
        self.actions_part.removed.connect(self._remove_action)
        self._session.changed.connect(self.reload)

    @property
    def dossier(self) -> Dossier | None:
        """The dossier that is shown."""
        return None if self._story is None else self._story.page.dossier

    def show_dossier(self, number: int) -> None:
        """Fetch a dossier by its id and show it."""
        if number != self._number:
            self._story = None
            self.message.hide()
            self._scroll.verticalScrollBar().setValue(0)
        self._number = number
        self.reload()

    def forget(self) -> None:
        """Hold no word of what was shown: it may be destroyed."""
        self._story = self._number = None
        if not self._is_built:
            return
        today = self._session.today()
        self.head.forget()
        self.talks.show_rows(())
        self.history.show_rows(())
        self.melders.show_melders(())
        self.known.forget()
        self.actions_part.show_actions((), today)
        self.actions_part.begin(None, today)

    def read(self) -> None:
        """Read what is shown again."""
        if self._number is not None:
            self._session.ask(partial(story, dossier_id=self._number), self._show, self._not_read)

    def _not_read(self, error: LogbookError) -> None:
        if isinstance(error, Gone):
            self.forget()
            self.vanished.emit()
        else:
            self._session.failed.emit(error)

    # --- showing ------------------------------------------------------------------------------

    def _show(self, story: Story) -> None:
        page, today = story.page, self._session.today()
        dossier, read_only = page.dossier, self._session.outline.read_only
        if dossier.id != self._number:
            return
        is_new, self._story = self._story is None, story
        self._page.show()
        self.head.show_dossier(dossier, self._session)
        self.talks.show_talks(page.talks, self._session.tree)
        self.talks.setVisible(bool(page.talks))
        self.no_talks.setVisible(not page.talks)
        self.actions_part.show_actions(page.actions, today, read_only)
        if is_new:
            self.actions_part.begin(dossier.id, today)
        self.known.show_dossier(dossier, today, read_only)
        self.melders.show_melders(dossier.melders, read_only)
        self.history.show_events(story.events)
        self._show_buttons(dossier, read_only)
        self.has_been_read()

    def _show_buttons(self, dossier: Dossier, read_only: bool) -> None:
        self._read_only.setVisible(read_only)
        self.follow.setEnabled(not read_only)
        self.follow.show()
        shown = {self.close_button: dossier.closed is None}
        shown[self.reopen_button] = not shown[self.close_button]
        has_focus = any(one.hasFocus() for one in shown)
        for one, wanted in shown.items():
            one.setEnabled(not read_only)
            one.setVisible(wanted)
            if wanted and has_focus:
                one.setFocus()
        for one in (self.follow, *shown):
            _explain(one, READ_ONLY if read_only else "")

    # --- changing -----------------------------------------------------------------------------

    def _save(self, dossier: Dossier, what: str) -> None:
        change_dossier(self._session, dossier, what, self.did.emit, self.message.show_error)

    def _add_melder(self) -> None:
        dossier, melder = self.dossier, MelderDialog.ask(self)
        if dossier is not None and melder is not None:
            add_melder(self._session, dossier, melder, self.did.emit, self.message.show_error)

    def _save_action(self, action: Action, what: Saved) -> None:
        save_action(self._session, action, what, self.did.emit, self.message.show_error)

    def _remove_action(self, action: Action) -> None:
        remove_action(self._session, action, self.did.emit)

    def _close(self) -> None:
        if self.dossier is not None:
            close_dossier(self._session, self.dossier, self.did.emit, self.message.show_error)

    def _reopen(self) -> None:
        if self.dossier is not None:
            reopen_dossier(self._session, self.dossier, self.did.emit, self.message.show_error)

    def _ask_follow(self) -> None:
        if self._number is not None:
            self.follow_up_requested.emit(self._number)


def _explain(one: QPushButton, reason: str) -> None:
    """Why it cannot be pressed."""
    one.setAccessibleDescription(reason)
