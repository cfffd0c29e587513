"""What the form shows next: fetched, while the form is made if need be and typed letters wait."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.listing import DossierRow
from vp_logboek.gui.session import Session
from vp_logboek.gui.slices import Slices, polished
from vp_logboek.gui.talks.early_letters import EarlyLetters
from vp_logboek.gui.talks.form import TalkForm
from vp_logboek.gui.tasks import Failed
from vp_logboek.services import notebook
from vp_logboek.services.names import names_in
from vp_logboek.services.talk_entry import TalkEntry

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook

Fetched = tuple[TalkEntry, tuple[DossierRow, ...]]
Make = Callable[["Logbook", date], TalkEntry]


class Coming(QObject):
    """Only what was asked last comes, and who goes elsewhere meanwhile is not called back."""

    def __init__(self, session: Session, form: TalkForm) -> None:
        super().__init__(form)
        self._session = session
        self._form = form
        self._asked: object | None = None
        self._is_made = False
        self._making = Slices(self)
        self._letters = EarlyLetters(self)

    @property
    def is_expected(self) -> bool:
        """Whether something was asked that has not come."""
        return self._asked is not None

    def ask(
        self, make: Make, show: Callable[[Fetched], object], failed: Failed, letters_wait: bool
    ) -> None:
        """Fetch it, and ``show`` it when it and the form are there."""
        self._asked = asked = object()
        if letters_wait:
            self._letters.hold()
        today = self._session.today()

        def work(logbook: "Logbook") -> Fetched:
            names_in("")  # reads the lists of names, where nobody waits for it
            return make(logbook, today), notebook.dossier_rows(logbook)

        self._session.ask(
            work, partial(self._make, asked, show), partial(self._fail, asked, failed)
        )

    def forget(self) -> None:
        """What was asked and has not come is not wanted any more."""
        self._asked = None
        self._letters.forget()

    def finish(self) -> None:
        """Show now what has been fetched."""
        self._making.finish()

    def _make(self, asked: object, show: Callable[[Fetched], object], fetched: Fetched) -> None:
        """The first time the form is made; meanwhile the window listens."""
        if not self._is_made:
            self._making.add(self._form.build, partial(polished, self._form))
        self._making.add(partial(self._show, asked, show, fetched))
        self._making.begin()

    def _show(self, asked: object, show: Callable[[Fetched], object], fetched: Fetched) -> None:
        self._form.finish()
        self._is_made = True
        if asked is self._asked:
            self._asked = None
            show(fetched)
            self._letters.give(self._form.window())

    def _fail(self, asked: object, failed: Failed, error: LogbookError) -> None:
        if asked is self._asked:
            self.forget()
        failed(error)
