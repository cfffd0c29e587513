"""One talk to read, with what can be done with it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from vp_logboek.domain.choice import Choice
from vp_logboek.domain.conversation import Conversation
from vp_logboek.gui.session import Session
from vp_logboek.gui.talks.year_words import for_the_reader
from vp_logboek.gui.widgets import button, heading, label, link_button, title
from vp_logboek.gui.widgets.facts import FactList
from vp_logboek.gui.widgets.over_bar import scroll_over_bar
from vp_logboek.messages import in_words
from vp_logboek.services import notebook, talk_years
from vp_logboek.services.notebook import DossierPage
from vp_logboek.services.talk_entry import TalkEntry
from vp_logboek.services.talk_years import CountsIn

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook

Read = tuple[TalkEntry, DossierPage, CountsIn | None]


class TalkReader(QWidget):
    """Shows one talk. Its wishes carry the id of the talk, or of its dossier."""

    edit_requested = Signal(int)
    follow_up_requested = Signal(int)
    bin_requested = Signal(int)
    dossier_requested = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._talk: Conversation | None = None
        self._title = title("")
        self._facts = FactList()
        self._dossier = link_button("", self._ask_dossier)
        self._note_heading = heading(self.tr("Aantekening"))
        self._note = _note_label()
        self.edit_button = button(self.tr("Bewerken"), self._ask_edit, "pencil")
        self.follow_button = button(
            self.tr("Vervolggesprek"), self._ask_follow, "corner-down-right"
        )
        self.bin_button = button(self.tr("Weggooien"), self._ask_bin, "trash-2", role="danger")
        self._lay_out()

    def _lay_out(self) -> None:
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setSpacing(10)
        inside.addWidget(self._title)
        inside.addWidget(self._facts)
        inside.addWidget(self._dossier, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addSpacing(8)
        inside.addWidget(self._note_heading)
        inside.addWidget(self._note)
        inside.addStretch(1)
        scroll_over_bar(self, page, self.edit_button, self.follow_button, self.bin_button)

    @property
    def talk(self) -> Conversation | None:
        """The talk that is shown."""
        return self._talk

    def forget(self) -> None:
        """Hold no word of what was shown: it may be destroyed."""
        self._talk = None
        self._facts.show_facts(())
        for part in (self._title, self._note):
            part.setText("")
        self._dossier.setText("")

    def read(self, talk: int) -> None:
        """Fetch a talk and show it."""

        def work(logbook: "Logbook") -> Read:
            entry = notebook.entry_of(logbook, talk)
            page = notebook.dossier_page(logbook, entry.conversation.dossier or 0)
            return entry, page, talk_years.of_saved(logbook, entry.organisation, talk)

        self._session.ask(work, self._show)

    def _show(self, read: Read) -> None:
        entry, page, year = read
        talk = self._talk = entry.conversation
        self._title.setText(self.tr("Gesprek van {day}").format(day=in_words(talk.on)))
        self._facts.show_facts([*self._lines(entry, page), *_year_line(year)])
        talks = len(page.talks)
        several = "1 gesprek" if talks == 1 else f"{talks} gesprekken"
        self._dossier.setText(f"Dossier {page.dossier.number} ({several})")
        self._note.setText(talk.note or self.tr("Geen aantekening."))
        self._note.setProperty("role", "" if talk.note else "muted")
        self._note.style().unpolish(self._note)
        self._note.style().polish(self._note)

    def _lines(self, entry: TalkEntry, page: DossierPage) -> list[tuple[str, str]]:
        talk, melder = entry.conversation, entry.melder
        subject = talk.subject or page.dossier.subject
        main = self._session.tree.main_of(subject).label
        label_of = self._session.tree.full_label(subject)
        lines = [
            ("Onderwerp", label_of if label_of == main else f"{label_of} ({main})"),
            ("Soort", f"{talk.channel.label}, {talk.kind.label}"),
            ("Wie meldt", _label(melder.role if melder else None)),
            ("Over wie", _label(melder.relation if melder else None)),
            ("Wat deed u", _labels(talk.interventions)),
            ("Doorverwezen", _labels(talk.referrals)),
            ("Duur", "" if talk.minutes is None else f"{talk.minutes} minuten"),
        ]
        if len(self._session.organisations) > 1:
            lines.append(("Organisatie", self._session.organisation(entry.organisation).name))
        return [(name, words) for name, words in lines if words]

    def _ask_edit(self) -> None:
        if self._talk is not None and self._talk.id is not None:
            self.edit_requested.emit(self._talk.id)

    def _ask_follow(self) -> None:
        if self._talk is not None:
            self.follow_up_requested.emit(self._talk.dossier)

    def _ask_bin(self) -> None:
        if self._talk is not None:
            self.bin_requested.emit(self._talk.id)

    def _ask_dossier(self) -> None:
        if self._talk is not None:
            self.dossier_requested.emit(self._talk.dossier)


def _year_line(year: CountsIn | None) -> list[tuple[str, str]]:
    """Only for a talk that counts in another year than that of its day."""
    words = for_the_reader(year)
    return [("Telt in", words)] if words else []


def _note_label() -> QLabel:
    made = label("")
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    made.setAccessibleName("Aantekening")
    return made


def _label(choice: Choice | None) -> str:
    return "" if choice is None else choice.label


def _labels(choices: "frozenset[Choice]") -> str:
    """In the order of the closed list."""
    return (
        ", ".join(one.label for one in type(next(iter(choices))) if one in choices)
        if choices
        else ""
    )
