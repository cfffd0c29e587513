"""What can be done with several talks at once: each time one step of undo."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.errors_release import Stopped
from vp_logboek.domain.listing import DossierRow
from vp_logboek.gui.session import Session
from vp_logboek.gui.talks import found_words
from vp_logboek.gui.talks.move_dialog import AskDossier
from vp_logboek.gui.tasks import Failed, Then
from vp_logboek.gui.undo import Step, Undo, do, taken_back
from vp_logboek.gui.window.navigation import Navigation
from vp_logboek.gui.window.rooms import Rooms
from vp_logboek.services import binning, moving
from vp_logboek.services.taking_back import Change

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook

T = TypeVar("T")


def _nothing(*_: object) -> None:
    """For who need not hear it."""


class SeveralTalks(QObject):
    """The talks that are chosen in the list, as long as none of them is read."""

    def __init__(
        self, session: Session, rooms: Rooms, navigation: Navigation, undo: Undo, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._rooms = rooms
        self._navigation = navigation
        self._undo = undo
        rooms.talks.several_chosen.connect(navigation.show_several)
        rooms.talks.several_left.connect(navigation.count_several)
        rooms.talks.bin_requested.connect(self.bin)
        rooms.talks.move_requested.connect(self.move)

    @property
    def is_shown(self) -> bool:
        """Whether several are chosen, and that is what one looks at."""
        rooms = self._rooms
        is_here = self._navigation.is_at_talks and rooms.shown is rooms.nothing_chosen
        return is_here and rooms.talks.table.number_chosen > 1

    def bin(self) -> None:
        """Throw them away. Where there are very many it says how far it is, and can be stopped."""
        talks, today = self._rooms.talks.table.chosen(), self._session.today()
        if self._session.outline.read_only or self._rooms.talks.working.is_busy:
            return
        number = len(talks)
        self._rooms.talks.table.setFocus()
        self._rooms.talks.working.run(
            found_words.binning(number),
            number,
            partial(self._bin, talks),
            lambda logbook, told: binning.bin_talks(logbook, talks, today, told),
            lambda _: self._hand_on(),
            self._tell_not_done,
        )

    def _bin(
        self,
        talks: tuple[int, ...],
        work: "Callable[[Logbook], T]",
        then: "Then[T]",
        failed: Failed,
    ) -> None:
        number = len(talks)
        back = partial(self._rooms.talks.select, *talks)
        done, name = found_words.binned(number), f"{number} gesprekken weggooien"
        self._do(done, name, work, then, failed, shown=back)

    def move(self, talks: Sequence[int] = ()) -> None:
        """Ask for another dossier and put them there; ``talks`` in place of those chosen."""
        wanted = tuple(talks) or self._rooms.talks.table.chosen()
        if wanted and not self._session.outline.read_only:
            self._session.ask(
                partial(moving.homes_for, conversation_ids=wanted), partial(self._move, wanted)
            )

    def _move(self, talks: tuple[int, ...], homes: tuple[DossierRow, ...]) -> None:
        number = len(talks)
        dossier = AskDossier.ask(self._rooms.browse, number, homes, self._session.tree)
        if dossier is not None:
            name = "gesprek" if number == 1 else f"{number} gesprekken"
            done = found_words.moved(number)
            work = partial(moving.move_talks, conversation_ids=talks, dossier_id=dossier)
            self._do(done, f"{name} verplaatsen", work)
            self._rooms.talks.table.setFocus()

    def _do(
        self,
        done: str,
        name: str,
        work: "Callable[[Logbook], T]",
        then: "Then[T]" = _nothing,
        failed: Failed | None = None,
        shown: Callable[..., object] = _nothing,
    ) -> None:
        def tell(change: Change) -> None:
            self._undo.did(Step(done, name, taken_back(self._session, change), shown=shown))

        do(self._session, work, tell, then, failed)

    def _hand_on(self) -> None:
        self._rooms.talks.working.hand_on(self._rooms.talks.table)

    def _tell_not_done(self, error: LogbookError) -> None:
        self._hand_on()
        if isinstance(error, Stopped):
            self._rooms.talks.several.tell(found_words.STOPPED)
        else:
            self._session.failed.emit(error)
