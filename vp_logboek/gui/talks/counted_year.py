"""In which year the talk in the form counts, asked while one writes; nothing waits for it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vp_logboek.domain.errors import LogbookError
from vp_logboek.gui.session import Session
from vp_logboek.gui.talks.form import TalkForm
from vp_logboek.gui.talks.year_words import on_the_form
from vp_logboek.gui.year.newest import Newest, Question
from vp_logboek.services import talk_years
from vp_logboek.services.talk_years import CountsIn

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook


class CountedYear(QObject):
    """Says it below the day. Only the answer to the last question counts."""

    def __init__(self, session: Session, form: TalkForm) -> None:
        super().__init__(form)
        self._session = session
        self._form = form
        self._years = Newest()

    def ask(self) -> None:
        """Ask for what stands in the form now."""
        entry, question = self._form.entry(), self._years.ask()

        def work(logbook: "Logbook") -> CountsIn | None:
            talk = entry.conversation
            return talk_years.of_entry(logbook, entry.organisation, talk.on, talk.id)

        self._session.ask(work, partial(self._say, question), self._say_none)

    def _say(self, question: Question, year: CountsIn | None) -> None:
        if not question.is_old():
            self._form.talk.say_counts_in(on_the_form(year))

    def _say_none(self, error: LogbookError) -> None:
        """Saving tells what is the matter; this was only an aside."""
        self._form.talk.say_counts_in("")
