"""What it was about, who came, and what was done."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from PySide6.QtWidgets import QSizePolicy

from vp_logboek.domain.conversation import (
    EARLIEST,
    Channel,
    Conversation,
    ConversationKind,
    Intervention,
)
from vp_logboek.domain.dossier import DossierMelder, Relation, Role
from vp_logboek.domain.errors import UnknownSubject
from vp_logboek.domain.listing import DossierRow
from vp_logboek.gui.talks.duration import Duration
from vp_logboek.gui.talks.parts import Part, Surroundings, at_field, refusal
from vp_logboek.gui.talks.subject_field import SubjectField
from vp_logboek.gui.widgets import Dropdown, FieldRow, FieldRows, Radios, Ticks
from vp_logboek.messages import told
from vp_logboek.messages.parts import Message
from vp_logboek.services.talk_entry import TalkEntry

_FIRST_ROLES = (Role.EXPERIENCED, Role.WITNESS, Role.MANAGER)
_OTHER_ROLES = (Role.ACCUSED, Role.FOR_ANOTHER, Role.ANONYMOUS)
NOT_KNOWN = "niet bekend"
_ANY_KIND = ConversationKind.FIRST


class MatterPart(Part):
    """Onderwerp, Wie meldt, Over wie, Wat deed u and Duur."""

    def __init__(self) -> None:
        super().__init__()
        self.subject = SubjectField()
        self.role: Radios[Role] = Radios(
            self.tr("Wie meldt"),
            _FIRST_ROLES,
            {Role.EXPERIENCED: "zelf meegemaakt"},
            rest=_OTHER_ROLES,
            none=NOT_KNOWN,
        )
        self.relation: Dropdown[Relation] = Dropdown(Relation, self.tr("niet ingevuld"))
        self.relation.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.did: Ticks[Intervention] = Ticks(self.tr("Wat deed u"), Intervention, first=3)
        self.duration = Duration()
        self.minutes = self.duration.minutes

    def add_to(self, rows: FieldRows) -> Iterator[None]:
        self.subject_row = rows.add(self.tr("Onderwerp"), self.subject)
        yield
        self.role_row = rows.add(self.tr("Wie meldt"), self.role)
        self.relation_row = rows.add(self.tr("Over wie"), self.relation)
        yield
        rows.add(self.tr("Wat deed u"), self.did)
        yield
        self.minutes_row = rows.add(self.tr("Duur"), self.duration, focus=self.minutes)
        self.minutes.setAccessibleName(self.tr("Duur in minuten"))
        self._connect_parts()

    def _connect_parts(self) -> None:
        self.subject.textEdited.connect(self._typed)
        self.subject.chosen.connect(self._subject_chosen)
        self.subject.left.connect(self._check_started_subject)
        self.role.changed.connect(self.edited)
        self.relation.activated.connect(self._typed)
        self.did.changed.connect(self.edited)
        self.minutes.textEdited.connect(self._typed)
        self.minutes.editingFinished.connect(self._check_minutes)

    def show_entry(self, entry: TalkEntry, around: Surroundings) -> None:
        talk = entry.conversation
        row = around.dossier(talk.dossier)
        code = talk.subject or (row.subject if row else None)
        self.subject.set_tree(around.tree, keep=code)
        self.subject.choose(code)
        melder = entry.melder or DossierMelder()
        self.role.choose(melder.role)
        self.relation.choose(melder.relation)
        self.did.choose(talk.interventions)
        self.minutes.setText("" if talk.minutes is None else str(talk.minutes))
        for shown in (self.subject_row, self.minutes_row):
            shown.show_problem("")

    def take_subject(self, row: DossierRow | None) -> None:
        """A follow-up copies the subject of its dossier."""
        if row is not None:
            self.subject.choose(row.subject)
            self.subject_row.show_problem("")

    def ask_melder(self, asked: bool) -> None:
        """A signal without melder has no role and no relation."""
        self.role_row.setVisible(asked)
        self.relation_row.setVisible(asked)

    def put_into(self, entry: TalkEntry) -> TalkEntry:
        talk = replace(
            entry.conversation,
            subject=self.subject.code(),
            minutes=self._minutes(),
            interventions=self.did.choices(),
        )
        melder = replace(
            entry.melder or DossierMelder(),
            role=self.role.choice(),
            relation=self.relation.choice(),
        )
        return replace(entry, conversation=talk, melder=melder)

    def problems(self) -> Iterable[FieldRow]:
        self.subject.settle()
        if self._check_subject():
            yield self.subject_row
        if self._check_minutes():
            yield self.minutes_row

    def _typed(self) -> None:
        self.edited.emit()

    def _subject_chosen(self) -> None:
        self.subject_row.show_problem("")
        self.edited.emit()

    def _minutes(self) -> int | None:
        text = self.minutes.text().strip()
        return int(text) if text.isdecimal() else None

    def _check_started_subject(self) -> None:
        if self.subject.text().strip():
            self._check_subject()

    def _check_subject(self) -> bool:
        text = self.subject.text().strip()
        if self.subject.code() is not None:
            return at_field(self.subject_row, None)
        return at_field(self.subject_row, self._unknown(text) if text else _NO_SUBJECT)

    def _unknown(self, text: str) -> Message:
        nearest = self.subject.nearest()
        wrong = told(UnknownSubject(text))
        return replace(wrong, todo=_MEANT.format(nearest)) if nearest else wrong

    def _check_minutes(self) -> bool:
        text = self.minutes.text().strip()
        minutes = self._minutes()
        if text and minutes is None:
            return at_field(self.minutes_row, _NO_NUMBER)
        talk = Conversation(EARLIEST, _ANY_KIND, Channel.IN_PERSON, minutes=minutes)
        return at_field(self.minutes_row, refusal(talk, EARLIEST))


_NO_SUBJECT = Message(
    "Het onderwerp ontbreekt nog.",
    "Wat u invulde blijft staan.",
    "Typ een paar letters en kies uit de lijst.",
)
_MEANT = "Bedoelde u “{0}”? Typ dan een paar letters daarvan."
_NO_NUMBER = Message(
    "De duur is nog geen getal.",
    "Wat u invulde blijft staan.",
    "Typ alleen cijfers, bijvoorbeeld 45.",
)
