"""One talk to read, with what can be done with it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vp_logboek.domain.choice import Choice
from vp_logboek.domain.conversation import Conversation
from vp_logboek.gui.session import Session
from vp_logboek.gui.talks.read_facts import TalkFacts
from vp_logboek.gui.talks.read_note import ReadNote
from vp_logboek.gui.talks.year_words import for_the_reader
from vp_logboek.gui.widgets import MessageBar, Tone, button, heading, link_button, title
from vp_logboek.gui.widgets.over_bar import scroll_over_bar
from vp_logboek.messages import in_words
from vp_logboek.services import notebook, talk_years
from vp_logboek.services.notebook import DossierPage
from vp_logboek.services.talk_entry import TalkEntry
from vp_logboek.services.talk_years import CountsIn

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook

_EDGE = 20
"""Pixels at the left and at the right of what is read; the ring of the note goes outside it."""

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
        self._pointed: int | None = None
        self._dossier = link_button("", self._ask_dossier)
        self._facts = TalkFacts(self._dossier)
        self._note_heading = heading(self.tr("Aantekening"))
        self._note = ReadNote(self.tr("Geen aantekening."))
        self._note.setAccessibleName(self.tr("Aantekening"))
        self.names = MessageBar()
        self.names.action_pressed.connect(self._ask_edit)
        self.edit_button = button(self.tr("Bewerken"), self._ask_edit, "pencil")
        self.follow_button = button(
            self.tr("Vervolggesprek"), self._ask_follow, "corner-down-right"
        )
        self.bin_button = button(self.tr("Weggooien"), self._ask_bin, "trash-2", role="danger")
        self._buttons = self.edit_button, self.follow_button, self.bin_button
        self._lay_out()

    def _lay_out(self) -> None:
        page = self._page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(_EDGE - ReadNote.AROUND, 12, _EDGE - ReadNote.AROUND, 16)
        inside.setSpacing(10)
        above = QVBoxLayout()
        above.setContentsMargins(ReadNote.AROUND, 0, ReadNote.AROUND, 0)
        above.setSpacing(10)
        above.addWidget(self._title)
        above.addWidget(self._facts)
        above.addSpacing(8)
        above.addWidget(self._note_heading)
        above.addWidget(self.names)
        inside.addLayout(above)
        inside.addWidget(self._note)
        inside.addStretch(1)
        scroll_over_bar(self, page, *self._buttons)
        self._show_nothing()

    def _show_nothing(self) -> None:
        """Before a talk was read nothing is told, least of all that it has no note."""
        self._page.hide()
        for one in self._buttons:
            one.setEnabled(False)

    @property
    def talk(self) -> Conversation | None:
        """The talk that is shown."""
        return self._talk

    def point_out_names(self, talk: int) -> None:
        """This talk was saved with what looks like a name: say so where it is read."""
        self._pointed = talk

    def forget(self) -> None:
        """Hold no word of what was shown: it may be destroyed."""
        self._talk = None
        self.names.hide()
        self._facts.show_facts(None, ())
        for part in (self._title, self._note):
            part.setText("")
        self._dossier.setText("")
        self._show_nothing()

    def read(self, talk: int) -> None:
        """Fetch a talk and show it; until it is there nothing can be done with another."""
        if self._talk is not None and self._talk.id != talk:
            self._talk = None

        def work(logbook: "Logbook") -> Read:
            entry = notebook.entry_of(logbook, talk)
            page = notebook.dossier_page(logbook, entry.conversation.dossier or 0)
            return entry, page, talk_years.of_saved(logbook, entry.organisation, talk)

        self._session.ask(work, self._show)

    def _show(self, read: Read) -> None:
        entry, page, year = read
        talk = self._talk = entry.conversation
        self._title.setText(self.tr("Gesprek van {day}").format(day=in_words(talk.on)))
        main = self._session.tree.main_of(talk.subject or page.dossier.subject)
        lines = [*self._lines(entry, page), *_year_line(year)]
        self._facts.show_facts(main, lines, self.tr("Dossier"))
        self._name_dossier(page)
        self._note.setText(talk.note)
        self._tell_of_names()
        self._allow_writing()
        self._page.show()

    def _name_dossier(self, page: DossierPage) -> None:
        talks = len(page.talks)
        several = "1 gesprek" if talks == 1 else f"{talks} gesprekken"
        self._dossier.setText(f"{page.dossier.number} ({several})")
        self._dossier.setAccessibleName(f"Dossier {page.dossier.number} ({several})")

    def _tell_of_names(self) -> None:
        """Once, of what was saved so a moment ago; the name itself stands in the note."""
        talk = self._talk
        if talk is None or talk.id != self._pointed:
            self._pointed = None
            self.names.hide()
        else:
            words = self.tr("In de aantekening staat misschien een naam.")
            self.names.say(words, Tone.WARNING, self.tr("Bekijken"))

    def _allow_writing(self) -> None:
        """In a logbook that can only be read nothing is offered that would not be kept."""
        read_only = self._session.outline.read_only
        why = self.tr("Dit logboek kunt u nu alleen lezen.") if read_only else ""
        for one in self._buttons:
            one.setEnabled(not read_only)
            one.setToolTip(why)

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


def _label(choice: Choice | None) -> str:
    return "" if choice is None else choice.label


def _labels(choices: "frozenset[Choice]") -> str:
    """In the order of the closed list."""
    return (
        ", ".join(one.label for one in type(next(iter(choices))) if one in choices)
        if choices
        else ""
    )
