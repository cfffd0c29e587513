"""What is asked less often, folded away behind *Meer*."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from vp_logboek.domain.conversation import Referral
from vp_logboek.domain.dossier import CameVia, ContactKind, DossierMelder, Ending, MelderKind
from vp_logboek.domain.errors import FutureDate, ImpossibleDate
from vp_logboek.gui.talks.name_line import NameLine
from vp_logboek.gui.talks.parts import Part, Surroundings, at_field
from vp_logboek.gui.widgets import DateField, Dropdown, FieldRow, FieldRows, Ticks
from vp_logboek.gui.widgets.private import forget_typing, keep_private
from vp_logboek.messages import told
from vp_logboek.services.talk_entry import TalkEntry

_NOT_FILLED = "niet ingevuld"
_CONSENT_DAY = "Kies de dag waarop de melder toestemming gaf."


class MorePart(Part):
    """Doorverwezen, hoe gekomen, type melder, aard, afloop, toestemming, signaal zonder melder."""

    melder_asked = Signal(bool)

    def __init__(self, today: date, warns: Callable[[], bool]) -> None:
        super().__init__()
        self.referred: Ticks[Referral] = Ticks(self.tr("Doorverwezen naar"), Referral, first=5)
        self.via: Dropdown[CameVia] = Dropdown(CameVia, _NOT_FILLED)
        self.melder: Dropdown[MelderKind] = Dropdown(MelderKind, _NOT_FILLED)
        self.contact: Dropdown[ContactKind] = Dropdown(ContactKind)
        self.ending: Dropdown[Ending] = Dropdown(Ending, self.tr("nog niet bekend"))
        self.no_melder = QCheckBox(self.tr("Signaal zonder melder"))
        self.consent = QCheckBox(self.tr("De melder gaf toestemming"))
        for box in (self.no_melder, self.consent):
            box.setAccessibleName(box.text())  # not that of its row, which is only half of it
        self.consent_on = DateField(today, shortcuts=False, says_wrong=False)
        self.consent_for = QLineEdit()
        keep_private(self.consent_for)
        self.names = NameLine(self.consent_for, warns)
        self._today = today
        self._unfolded = False

    def add_to(self, rows: FieldRows) -> Iterator[None]:
        self._always: list[FieldRow] = []
        for words, field in (
            (self.tr("Doorverwezen"), self.referred),
            (self.tr("Gekomen via"), self.via),
            (self.tr("Aard"), self.contact),
            (self.tr("Signaal"), self.no_melder),
        ):
            self._always.append(rows.add(words, field))
            yield
        self._melder_row = rows.add(self.tr("Type melder"), self.melder)
        self._always.append(rows.add(self.tr("Afloop"), self.ending))
        yield
        self._always.append(rows.add(self.tr("Toestemming"), self.consent))
        self.consent_row = rows.add(
            self.tr("Toestemming op"), self.consent_on, focus=self.consent_on.edit
        )
        yield
        what_for = rows.add(self.tr("Waarvoor"), self.consent_for)
        yield
        what_for.add_below(self.names)
        self._consent_rows = [self.consent_row, what_for]
        self._connect_parts()

    def _connect_parts(self) -> None:
        for signal in (
            self.referred.changed,
            self.via.activated,
            self.melder.activated,
            self.contact.activated,
            self.ending.activated,
            self.consent_on.changed,
            self.consent_for.textEdited,
        ):
            signal.connect(self._touched)
        self.consent_on.left.connect(self._check_consent)
        self.consent_on.refused.connect(self._check_consent)
        self.no_melder.toggled.connect(self._ticked)
        self.consent.toggled.connect(self._ticked)

    def show_entry(self, entry: TalkEntry, around: Surroundings) -> None:
        self._today = around.today
        self.consent_on.set_today(around.today)
        self.consent_row.show_problem("")
        self.referred.choose(entry.conversation.referrals)
        self.via.choose(entry.came_via)
        self.contact.choose(entry.contact)
        self.melder.choose(entry.melder.kind if entry.melder else None)
        self.no_melder.setChecked(entry.melder is None)
        self.ending.choose(entry.ending)
        self.consent.setChecked(entry.consent_on is not None)
        self.consent_on.choose(entry.consent_on or around.today)
        self.consent_for.setText(entry.consent_for)
        self.names.begin(is_saved=entry.conversation.id is not None)
        self._arrange()

    def put_into(self, entry: TalkEntry) -> TalkEntry:
        given = self.consent.isChecked()
        melder = replace(entry.melder or DossierMelder(), kind=self.melder.choice())
        return replace(
            entry,
            conversation=replace(entry.conversation, referrals=self.referred.choices()),
            came_via=self.via.choice(),
            contact=self.contact.choice() or ContactKind.MELDING,
            melder=None if self.no_melder.isChecked() else melder,
            ending=self.ending.choice(),
            consent_on=self.consent_on.day() if given else None,
            consent_for=self.consent_for.text() if given else "",
        )

    def problems(self) -> Iterable[FieldRow]:
        self.consent_on.settle()
        if self.consent.isChecked() and self._check_consent():
            yield self.consent_row

    def _check_consent(self) -> bool:
        day = self.consent_on.day()
        if not self.consent_on.is_possible():
            wrong = told(ImpossibleDate(self.consent_on.edit.text().strip()))
        elif day > self._today:
            wrong = replace(told(FutureDate(day)), todo=_CONSENT_DAY)
        else:
            return at_field(self.consent_row, None)
        return at_field(self.consent_row, wrong)

    def _touched(self) -> None:
        self.edited.emit()

    def unfold(self, unfolded: bool) -> None:
        """Show or fold away everything here."""
        self._unfolded = unfolded
        self._arrange()

    def has_content(self) -> bool:
        """Whether something is filled in that must not stay out of sight."""
        told = bool(self.referred.choices()) or self.ending.choice() is not None
        return told or self.no_melder.isChecked() or self.consent.isChecked()

    def forget_typing(self) -> None:
        forget_typing(self.consent_for)
        self.names.begin()

    def _ticked(self) -> None:
        self._arrange()
        self.edited.emit()

    def _arrange(self) -> None:
        asked = not self.no_melder.isChecked()
        for row in self._always:
            row.setVisible(self._unfolded)
        self._melder_row.setVisible(self._unfolded and asked)
        for row in self._consent_rows:
            row.setVisible(self._unfolded and self.consent.isChecked())
        self.melder_asked.emit(asked)
