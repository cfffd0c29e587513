"""When, which kind of talk and of which dossier."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.errors import ImpossibleDate
from vp_logboek.gui.talks.dossier_choice import DossierChoice
from vp_logboek.gui.talks.parts import Part, Surroundings, at_field, refusal
from vp_logboek.gui.widgets import DateField, FieldRow, FieldRows, Radios, calm_wheel, label
from vp_logboek.messages import told
from vp_logboek.messages.parts import Message
from vp_logboek.services.talk_entry import TalkEntry

_KIND = ConversationKind
_FIRST_KINDS = (_KIND.FIRST, _KIND.FOLLOW_UP, _KIND.AFTERCARE)
_OTHER_KINDS = tuple(kind for kind in _KIND if kind not in _FIRST_KINDS)
_FIRST_CHANNELS = tuple(Channel)[:4]
_OTHER_CHANNELS = tuple(Channel)[4:]


class TalkPart(Part):
    """Datum, Gesprek, Dossier or Al eerder, Organisatie and Hoe.

    ``placed`` tells that the day or the organisation changed: it may count in another year.
    """

    dossier_chosen = Signal(object)
    placed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.day = DateField(today, says_wrong=False)
        self.counts_in = label("", "small")
        self.counts_in.hide()
        self.kind: Radios[ConversationKind] = Radios(
            self.tr("Gesprek"),
            _FIRST_KINDS,
            {_KIND.FIRST: "eerste", _KIND.FOLLOW_UP: "vervolg", _KIND.AFTERCARE: "nazorg"},
            rest=_OTHER_KINDS,
        )
        self.dossier = DossierChoice()
        self.earlier = DossierChoice()
        self.organisation = QComboBox()
        calm_wheel(self.organisation)
        self.channel: Radios[Channel] = Radios(
            self.tr("Hoe"), _FIRST_CHANNELS, rest=_OTHER_CHANNELS
        )
        self._around: Surroundings | None = None
        self._opened: int | None = None

    def add_to(self, rows: FieldRows) -> Iterator[None]:
        self.day_row = rows.add(
            self.tr("Datum"), _over(self.day, self.counts_in), focus=self.day.edit
        )
        yield
        rows.add(self.tr("Gesprek"), self.kind)
        yield
        self.dossier_row = rows.add(self.tr("Dossier"), self.dossier)
        yield
        self.earlier_row = rows.add(self.tr("Al eerder bij u?"), self.earlier)
        self.organisation_row = rows.add(self.tr("Organisatie"), self.organisation)
        yield
        rows.add(self.tr("Hoe"), self.channel)
        self._connect_parts()

    def _connect_parts(self) -> None:
        self.day.changed.connect(self.edited)
        self.day.changed.connect(self.placed)
        self.organisation.activated.connect(self.placed)
        self.day.left.connect(self._check_day)
        self.day.refused.connect(self._check_day)
        self.kind.changed.connect(self._kind_changed)
        self.dossier.activated.connect(self._dossier_changed)
        self.dossier.left.connect(self._check_dossier)
        for signal in (self.earlier.activated, self.organisation.activated, self.channel.changed):
            signal.connect(self.edited)

    def show_entry(self, entry: TalkEntry, around: Surroundings) -> None:
        self._around, self._opened = around, None
        talk = entry.conversation
        self.day.set_today(around.today)
        self.day.choose(talk.on)
        self.kind.choose(talk.kind)
        every, tree = around.dossiers, around.tree
        self.dossier.offer("Kies een dossier", every, tree, last="Staat nog niet in dit logboek")
        self.dossier.choose(talk.dossier)
        self.earlier.offer("nee", every, tree, before="ja, dossier ")
        self.earlier.choose(entry.same_melder_as)
        for row in (self.day_row, self.dossier_row):
            row.show_problem("")
        self.organisation.clear()
        for one in around.organisations:
            self.organisation.addItem(one.name, one.id)
        self.organisation.setCurrentIndex(self.organisation.findData(entry.organisation))
        self.channel.choose(talk.channel)
        self._arrange()

    def take_opened(self, dossier: int | None) -> None:
        """The talk was saved; a dossier that was *nog niet in dit logboek* is this one now."""
        self._opened = dossier

    def say_counts_in(self, words: str) -> None:
        """Say below the day in which year the talk counts; an empty text takes it away."""
        self.counts_in.setText(words)
        self.counts_in.setVisible(bool(words))
        day = self.day.edit.accessibleDescription().partition(_AND)[0]
        self.day.edit.setAccessibleDescription(f"{day}{_AND}{words}" if words else day)

    def put_into(self, entry: TalkEntry) -> TalkEntry:
        first = self._is_first()
        talk = replace(
            entry.conversation,
            on=self.day.day(),
            kind=self.kind.choice() or _KIND.FIRST,
            channel=self.channel.choice() or Channel.IN_PERSON,
            dossier=self._kept_dossier(entry) if first else self._chosen_dossier(),
        )
        return replace(
            entry,
            conversation=talk,
            organisation=self.organisation.currentData() or entry.organisation,
            same_melder_as=self.earlier.number() if first else None,
        )

    def problems(self) -> Iterable[FieldRow]:
        self.day.settle()
        if self._check_day():
            yield self.day_row
        if self._check_dossier():
            yield self.dossier_row

    def _kept_dossier(self, entry: TalkEntry) -> int | None:
        """A first talk that was saved before keeps its dossier; a new one opens one."""
        return entry.conversation.dossier if entry.conversation.id is not None else None

    def _chosen_dossier(self) -> int | None:
        number = self.dossier.number()
        return self._opened if number is None else number

    def _is_first(self) -> bool:
        return self.kind.choice() is _KIND.FIRST

    def _kind_changed(self) -> None:
        self._arrange()
        self.edited.emit()

    def _dossier_changed(self) -> None:
        self._opened = None
        self.dossier_row.show_problem("")
        row = self._around.dossier(self.dossier.number()) if self._around else None
        if row is not None:
            self.organisation.setCurrentIndex(self.organisation.findData(row.organisation))
        self.dossier_chosen.emit(row)
        self._arrange()
        self.edited.emit()
        self.placed.emit()

    def _arrange(self) -> None:
        """Ask only what can be answered."""
        around = self._around
        first = self._is_first()
        self.dossier_row.setVisible(not first)
        known = self.dossier.number() is not None and not first
        self.earlier_row.setVisible(first and bool(around and around.dossiers))
        several = around is not None and len(around.organisations) > 1
        self.organisation_row.setVisible(several)
        self.organisation.setEnabled(not known)

    def _check_day(self) -> bool:
        return at_field(self.day_row, self._day_problem())

    def _day_problem(self) -> Message | None:
        day, around = self.day.day(), self._around
        if not self.day.is_possible():
            return told(ImpossibleDate(self.day.edit.text().strip()))
        talk = Conversation(day, _KIND.FIRST, Channel.IN_PERSON)
        return None if around is None else refusal(talk, around.today)

    def _check_dossier(self) -> bool:
        missing = not self._is_first() and not self.dossier.is_chosen
        return at_field(self.dossier_row, _CHOOSE_DOSSIER if missing else None)


_AND = ". "


def _over(field: QWidget, words: QWidget) -> QWidget:
    """A field with words below it."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(field)
    column.addWidget(words)
    both.setFocusProxy(field)
    return both


_CHOOSE_DOSSIER = Message(
    "Het dossier ontbreekt nog.",
    "Wat u invulde blijft staan.",
    "Kies bij welk dossier dit gesprek hoort.",
)
