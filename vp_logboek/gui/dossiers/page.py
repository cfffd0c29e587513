"""One dossier: its talks, its people, what became known, and what is still to be done."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from vp_logboek.domain.activity import Action
from vp_logboek.domain.dossier import ContactKind, Dossier
from vp_logboek.domain.errors import Gone, LogbookError
from vp_logboek.gui.dossiers.action_lines import ActionLines, NewAction
from vp_logboek.gui.dossiers.findings import Findings
from vp_logboek.gui.dossiers.melders import MelderDialog, Melders
from vp_logboek.gui.dossiers.own_term import HINT, OwnTerm
from vp_logboek.gui.dossiers.steps import (
    add_melder,
    change_dossier,
    close_dossier,
    remove_action,
    reopen_dossier,
    save_action,
)
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets import (
    DateField,
    Dropdown,
    FieldRows,
    Flow,
    MessageBar,
    button,
    heading,
    label,
    link_button,
    short_day,
    title,
)
from vp_logboek.gui.widgets.over_bar import scroll_over_bar
from vp_logboek.gui.widgets.private import empty, keep_private
from vp_logboek.messages import in_words
from vp_logboek.services import notebook
from vp_logboek.services.notebook import DossierPage as Page


class DossierRoom(QWidget):
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
        self._page: Page | None = None
        self._number: int | None = None
        today = session.today()
        self.message = MessageBar()
        self._title = title("")
        self._state = label("", "muted")
        self._talks = QVBoxLayout()
        self._talks.setSpacing(0)
        self.rows = FieldRows()
        self.contact: Dropdown[ContactKind] = Dropdown(ContactKind)
        self.rows.add(self.tr("Aard"), self.contact)
        self.findings = Findings(self.rows)
        self.consent = QCheckBox(self.tr("gegeven"))
        self.consent_on = DateField(today, shortcuts=False)
        self.consent_on.edit.setAccessibleName(self.tr("Toestemming gegeven op"))
        self.consent_for = QLineEdit()
        keep_private(self.consent_for)
        consent = Flow(self.consent, self.consent_on)
        self.rows.add(self.tr("Toestemming"), consent, focus=self.consent)
        self.for_row = self.rows.add(self.tr("Waarvoor"), self.consent_for)
        self.own_term = OwnTerm(today)
        self.rows.add(self.tr("Vernietigen op"), self.own_term, HINT, self.own_term.box)
        self.melders = Melders()
        self.action_lines = ActionLines()
        self.new_action = NewAction(today)
        self.follow = button(self.tr("Vervolggesprek"), self._ask_follow, "corner-down-right")
        self.close_button = button(self.tr("Afsluiten"), self._close, "archive")
        self.reopen_button = button(self.tr("Heropenen"), self._reopen, "folder-open")
        self._lay_out()
        self._connect_parts()

    def _lay_out(self) -> None:
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setSpacing(10)
        inside.addWidget(self._title)
        inside.addWidget(self._state)
        inside.addWidget(self.message)
        inside.addWidget(heading(self.tr("Gesprekken")))
        inside.addLayout(self._talks)
        sections: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
            (self.tr("Wat bekend is"), (self.rows,)),
            (self.tr("Melders"), (self.melders,)),
            (self.tr("Acties"), (self.action_lines, self.new_action)),
        )
        for name, widgets in sections:
            inside.addSpacing(8)
            inside.addWidget(heading(name))
            for widget in widgets:
                inside.addWidget(widget)
        inside.addStretch(1)
        scroll_over_bar(self, page, self.follow, self.close_button, self.reopen_button)

    def _connect_parts(self) -> None:
        self.contact.activated.connect(self._save_contact)
        self.findings.changed.connect(self._save)
        self.consent.toggled.connect(self._save_consent)
        self.consent_on.left.connect(self._save_consent)
        self.consent_for.editingFinished.connect(self._save_consent)
        self.own_term.changed.connect(self._save_own_term)
        self.melders.add_requested.connect(self._add_melder)
        self.action_lines.saved.connect(self._save_action)
        self.action_lines.removed.connect(self._remove_action)
        self.new_action.added.connect(self._save_action)
        self._session.changed.connect(self.reload)

    @property
    def dossier(self) -> Dossier | None:
        """The dossier that is shown."""
        return None if self._page is None else self._page.dossier

    def show_dossier(self, number: int) -> None:
        """Fetch a dossier by its id and show it."""
        if number != self._number:
            self._page = None
            self.message.hide()
        self._number = number
        self.reload()

    def forget(self) -> None:
        """Hold no word of what was shown: it may be destroyed."""
        self._page = self._number = None
        empty(self.consent_for)
        self.action_lines.show_actions((), self._session.today())

    def reload(self) -> None:
        """Read again."""
        number = self._number
        if number is not None:
            self._session.ask(
                lambda logbook: notebook.dossier_page(logbook, number), self._show, self._not_read
            )

    def _not_read(self, error: LogbookError) -> None:
        if isinstance(error, Gone):
            self.forget()
            self.vanished.emit()
        else:
            self._session.failed.emit(error)

    # --- showing ------------------------------------------------------------------------------

    def _show(self, page: Page) -> None:
        if page.dossier.id != self._number:
            return
        new = self._page is None
        self._page = page
        dossier, today = page.dossier, self._session.today()
        subject = self._session.tree.full_label(dossier.subject)
        self._title.setText(f"Dossier {dossier.number}")
        self._state.setText(f"{subject} · {_state(dossier)}")
        self._show_talks(page)
        self.contact.choose(dossier.kind)
        self.findings.show_dossier(dossier, today)
        self._show_consent(dossier, today)
        self.own_term.show_day(dossier.destroy_on, today)
        self.melders.show_melders(dossier.melders)
        self.action_lines.show_actions(page.actions, today)
        if new:
            self.new_action.begin(dossier.id, today)
        self.close_button.setVisible(dossier.closed is None)
        self.reopen_button.setVisible(dossier.closed is not None)

    def _show_talks(self, page: Page) -> None:
        while (item := self._talks.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        for talk in page.talks:
            day = f"{short_day(talk.on)} {talk.on.year}"
            subject = self._session.tree.full_label(talk.subject)
            one = link_button(f"{day}  ·  {talk.kind.label}  ·  {subject}")
            one.clicked.connect(partial(self._ask_talk, talk.id))
            self._talks.addWidget(one, 0, Qt.AlignmentFlag.AlignLeft)
        if not page.talks:
            self._talks.addWidget(label(self.tr("Geen gesprekken."), "muted"))

    def _show_consent(self, dossier: Dossier, today: date) -> None:
        given = dossier.consent_on is not None
        self.consent.blockSignals(True)
        self.consent.setChecked(given)
        self.consent.blockSignals(False)
        self.consent_on.choose(dossier.consent_on or today)
        self.consent_for.setText(dossier.consent_for)
        self.consent_on.setVisible(given)
        self.for_row.setVisible(given)

    # --- changing -----------------------------------------------------------------------------

    def _save(self, dossier: Dossier, what: str) -> None:
        if dossier != self.dossier:
            change_dossier(self._session, dossier, what, self.did.emit, self.message.show_error)

    def _save_contact(self) -> None:
        if self.dossier is not None:
            chosen = self.contact.choice() or ContactKind.MELDING
            self._save(replace(self.dossier, kind=chosen), self.tr("aard"))

    def _save_consent(self) -> None:
        if self.dossier is not None:
            given = self.consent.isChecked()
            self._save(
                replace(
                    self.dossier,
                    consent_on=self.consent_on.day() if given else None,
                    consent_for=self.consent_for.text().strip() if given else "",
                ),
                self.tr("toestemming"),
            )

    def _save_own_term(self, day: date | None) -> None:
        if self.dossier is not None:
            self._save(replace(self.dossier, destroy_on=day), self.tr("eigen datum"))

    def _add_melder(self) -> None:
        dossier, melder = self.dossier, MelderDialog.ask(self)
        if dossier is not None and melder is not None:
            add_melder(self._session, dossier, melder, self.did.emit, self.message.show_error)

    def _save_action(self, action: Action) -> None:
        save_action(self._session, action, self.did.emit, self.message.show_error)

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

    def _ask_talk(self, talk: int) -> None:
        self.talk_requested.emit(talk)


def _state(dossier: Dossier) -> str:
    opened = f"geopend op {in_words(dossier.opened)}"
    return opened if dossier.closed is None else f"{opened}, gesloten op {in_words(dossier.closed)}"
