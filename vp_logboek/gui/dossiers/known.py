"""What is known of a dossier: its kind, its findings, the consent and how long it is kept."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from vp_logboek.domain.dossier import ContactKind, Dossier
from vp_logboek.gui.dossiers.findings import Findings, told_findings
from vp_logboek.gui.dossiers.own_term import HINT, OwnTerm
from vp_logboek.gui.widgets import DateField, Dropdown, FieldRows, Flow
from vp_logboek.gui.widgets.facts import FactList
from vp_logboek.gui.widgets.private import empty, keep_private
from vp_logboek.messages import in_words


class Known(QWidget):
    """Fields that are saved at once, or plain facts where nothing can be written.

    ``changed`` carries the dossier with the change, and what that is, as in "de afloop".
    """

    changed = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._dossier: Dossier | None = None
        self.facts = FactList()
        self.rows = FieldRows()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.facts)
        layout.addWidget(self.rows)

    def build(self, today: date) -> Iterator[None]:
        """Make the fields, a few a step; before the last there is nothing to show."""
        self.contact: Dropdown[ContactKind] = Dropdown(ContactKind)
        self.rows.add(self.tr("Aard"), self.contact)
        self.findings = Findings()
        for _ in self.findings.add_to(self.rows):
            yield
        self.consent = QCheckBox(self.tr("gegeven"))
        self.consent_on = DateField(today, shortcuts=False)
        self.consent_on.edit.setAccessibleName(self.tr("Toestemming gegeven op"))
        self.consent_on.pick.setAccessibleName(self.tr("Toestemming: kies in de kalender"))
        self.consent_for = QLineEdit()
        keep_private(self.consent_for)
        consent = Flow(self.consent, self.consent_on)
        self.rows.add(self.tr("Toestemming"), consent, focus=self.consent)
        self.for_row = self.rows.add(self.tr("Waarvoor"), self.consent_for)
        yield
        self.elsewhere = QCheckBox(self.tr("ook bij een andere VP bekend"))
        self.rows.add(self.tr("Andere VP"), self.elsewhere)
        self.own_term = OwnTerm(today)
        self.rows.add(self.tr("Vernietigen op"), self.own_term, HINT, self.own_term.box)
        self._connect_parts()
        yield

    def _connect_parts(self) -> None:
        self.contact.activated.connect(self._tell_contact)
        self.findings.changed.connect(self._tell)
        self.consent.toggled.connect(self._tell_consent)
        self.consent_on.left.connect(self._tell_consent)
        self.consent_for.editingFinished.connect(self._tell_consent)
        self.elsewhere.toggled.connect(self._tell_elsewhere)
        self.own_term.changed.connect(self._tell_own_term)

    def show_dossier(self, dossier: Dossier, today: date, read_only: bool) -> None:
        """Show what is known."""
        self._dossier = dossier
        self.rows.setVisible(not read_only)
        self.facts.setVisible(read_only)
        self.facts.show_facts(_facts(dossier) if read_only else ())
        self.contact.choose(dossier.kind)
        self.findings.show_dossier(dossier, today)
        self._show_consent(dossier, today)
        with QSignalBlocker(self.elsewhere):
            self.elsewhere.setChecked(dossier.elsewhere)
        self.own_term.show_day(dossier.destroy_on, today)

    def forget(self) -> None:
        """Hold no word of what was shown."""
        self._dossier = None
        self.facts.show_facts(())
        empty(self.consent_for)

    def _show_consent(self, dossier: Dossier, today: date) -> None:
        given = dossier.consent_on is not None
        with QSignalBlocker(self.consent):
            self.consent.setChecked(given)
        self.consent_on.choose(dossier.consent_on or today)
        if self.consent_for.text() != dossier.consent_for:
            self.consent_for.setText(dossier.consent_for)
        self.consent_on.setVisible(given)
        self.for_row.setVisible(given)

    # --- changing -----------------------------------------------------------------------------

    def _tell(self, dossier: Dossier, what: str) -> None:
        if dossier != self._dossier:
            self.changed.emit(dossier, what)

    def _tell_contact(self) -> None:
        if self._dossier is not None:
            chosen = self.contact.choice() or ContactKind.MELDING
            self._tell(replace(self._dossier, kind=chosen), self.tr("aard"))

    def _tell_consent(self) -> None:
        if self._dossier is not None:
            given = self.consent.isChecked()
            changed = replace(
                self._dossier,
                consent_on=self.consent_on.day() if given else None,
                consent_for=self.consent_for.text().strip() if given else "",
            )
            self._tell(changed, self.tr("toestemming"))

    def _tell_elsewhere(self, known: bool) -> None:
        if self._dossier is not None:
            self._tell(replace(self._dossier, elsewhere=known), self.tr("keuze bij andere VP"))

    def _tell_own_term(self, day: date | None) -> None:
        if self._dossier is not None:
            self._tell(replace(self._dossier, destroy_on=day), self.tr("eigen datum"))


def _facts(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """The same as the fields say, to be read."""
    yield "Aard", dossier.kind.label
    yield from told_findings(dossier)
    if dossier.consent_on is None:
        yield "Toestemming", "niet gegeven"
    else:
        yield "Toestemming", f"gegeven op {in_words(dossier.consent_on)}"
        if dossier.consent_for:
            yield "Waarvoor", dossier.consent_for
    if dossier.elsewhere:
        yield "Andere VP", "ook bij een andere vertrouwenspersoon bekend"
    if dossier.destroy_on is not None:
        yield "Vernietigen op", in_words(dossier.destroy_on)
