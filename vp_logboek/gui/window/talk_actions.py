"""What can be done with a talk, and where the form goes when it is done."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vp_logboek.domain.conversation import Conversation
from vp_logboek.gui.dossiers.page import DossierRoom
from vp_logboek.gui.session import Session
from vp_logboek.gui.talks.editor import TalkEditor
from vp_logboek.gui.talks.read_pane import TalkReader
from vp_logboek.gui.undo import Step, Undo, do, taken_back
from vp_logboek.gui.widgets.late_letters import after_letters
from vp_logboek.gui.window.navigation import Navigation
from vp_logboek.gui.window.rooms import Rooms
from vp_logboek.gui.window.several_talks import SeveralTalks
from vp_logboek.messages import in_words
from vp_logboek.services import notebook
from vp_logboek.services.taking_back import Change, has_moved, talk_of
from vp_logboek.services.talk_entry import TalkEntry

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook


class TalkActions(QObject):
    """New, follow up, change and throw away; for the talk that is read where none is named."""

    def __init__(
        self, session: Session, rooms: Rooms, navigation: Navigation, undo: Undo, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._rooms = rooms
        self._navigation = navigation
        self._undo = undo
        rooms.editor_built.connect(self._connect_editor)
        undo.changed.connect(self._read_anew)
        self._several = SeveralTalks(session, rooms, navigation, undo, self)

    def new(self) -> None:
        """Begin a new talk."""
        if self._may_write():
            self._rooms.editor.begin_new()

    def follow_up(self, dossier: int) -> None:
        """Begin a next talk of a dossier."""
        if self._may_write():
            self._rooms.editor.begin_follow_up(dossier)

    def edit(self, talk: int) -> None:
        """Change a talk."""
        if self._may_write():
            self._rooms.editor.edit(talk)

    def bin(self, talk: int) -> None:
        """Throw a talk away; it can be undone."""
        if not self._may_write():
            return
        today = self._session.today()
        shown = self._rooms.reader.talk
        day = f" van {in_words(shown.on)}" if shown is not None and shown.id == talk else ""

        def tell(change: Change) -> None:
            self._undo.did(
                Step(
                    f"Het gesprek{day} ligt in de prullenbak.",
                    "gesprek weggooien",
                    taken_back(self._session, change),
                    shown=partial(self._show_back, talk),
                )
            )

        do(self._session, lambda logbook: notebook.bin_talk(logbook, talk, today), tell)
        self._navigation.show_no_detail()

    def _show_back(self, talk: int) -> None:
        """It is chosen in the list again, and read where nothing else is."""
        rooms = self._rooms
        rooms.talks.select(talk)
        is_free = self._navigation.is_at_talks and rooms.shown is rooms.nothing_chosen
        if is_free and not rooms.browse.is_folded:
            self._navigation.read(talk)

    def _may_write(self) -> bool:
        """Else nothing is begun that could not be kept: a bar tells why."""
        return not self._session.outline.read_only

    # --- the talk that is read ----------------------------------------------------------------

    def edit_current(self) -> None:
        """Change the talk that is read."""
        talk = self._current()
        if talk is not None and talk.id is not None:
            self.edit(talk.id)

    @property
    def can_bin(self) -> bool:
        """Whether there is a talk to throw away or to move, or several."""
        return self._several.is_shown or isinstance(self._rooms.shown, TalkReader)

    def move_current(self) -> None:
        """Put the talk that is read, or those that are chosen, in another dossier."""
        talk = self._current()
        if self._several.is_shown:
            self._several.move()
        elif talk is not None and talk.id is not None:
            self._several.move((talk.id,))

    def bin_current(self) -> None:
        """Throw away the talk that is read, or those that are chosen."""
        talk = self._current()
        if self._several.is_shown:
            self._several.bin()
            return
        if talk is not None and talk.id is not None:
            self.bin(talk.id)

    def follow_up_current(self) -> None:
        """Begin a next talk of the dossier that is shown, or of that of the talk that is read."""
        shown = self._rooms.shown
        if isinstance(shown, DossierRoom):
            if shown.dossier is not None and shown.dossier.id is not None:
                self.follow_up(shown.dossier.id)
            return
        talk = self._current()
        if talk is not None and talk.dossier is not None:
            self.follow_up(talk.dossier)

    def _current(self) -> Conversation | None:
        """The talk that one looks at: nothing is done with what stands behind another page, or
        behind a list in which it is not chosen.
        """
        rooms, talk = self._rooms, self._rooms.reader.talk
        if rooms.shown is not rooms.reader or talk is None:
            return None
        is_chosen = self._navigation.is_at_talks and rooms.talks.table.chosen() == (talk.id,)
        return talk if rooms.browse.shows_detail or is_chosen else None

    def _standing(self) -> Conversation | None:
        """The talk beside the list, also while one looks at another page."""
        stands = self._rooms.browse.details.currentWidget() is self._rooms.reader
        return self._rooms.reader.talk if stands else None

    # --- the form -----------------------------------------------------------------------------

    def save(self, and_new: bool = False) -> None:
        """Save what stands in the form."""
        after_letters(partial(self._save, and_new))

    def close_form(self) -> None:
        """Close the form; what was typed stays as a draft."""
        after_letters(self._close_form)

    def _save(self, and_new: bool) -> None:
        if self._rooms.writing is not None:
            self._rooms.writing.save(and_new)

    def _close_form(self) -> None:
        if self._rooms.writing is not None:
            self._rooms.writing.close_form()

    def _connect_editor(self, editor: TalkEditor) -> None:
        editor.opened.connect(self._show_form)
        editor.finished.connect(self._finish)
        editor.did.connect(self._tell_saved)

    def _tell_saved(self, entry: TalkEntry, change: Change) -> None:
        talk = f"Het gesprek van {in_words(entry.conversation.on)}"
        back = taken_back(self._session, change)
        if entry.conversation.id is None:
            step = Step(
                f"{talk} is opgeslagen.",
                "gesprek opslaan",
                back,
                undone=self.tr("Het gesprek ligt in de prullenbak."),
                shown_again=partial(self._rooms.talks.select, talk_of(change)),
            )
        elif has_moved(change):
            step = Step(f"{talk} staat in een ander dossier.", "gesprek verplaatsen", back)
        else:
            step = Step(f"{talk} is gewijzigd.", "gesprek wijzigen", back)
        self._undo.did(step)

    def _show_form(self) -> None:
        self._navigation.show_detail(self._rooms.editor)

    def _read_anew(self) -> None:
        """The talk that is read may be another now, or lie in the bin."""
        talk, is_undone = self._standing(), self._undo.last is not None
        if talk is None or talk.id is None or not is_undone:
            return
        number = talk.id

        def show(lies_there: bool) -> None:
            current = self._standing()
            if current is None or current.id != number:
                return
            if lies_there:
                self._navigation.show_no_detail()
            else:
                self._rooms.reader.read(number)

        self._session.ask(lambda logbook: _is_binned(logbook, number), show)

    def _finish(self, talk: Conversation | None) -> None:
        if talk is not None and talk.id is not None:
            self._rooms.talks.select(talk.id)
            self._navigation.read(talk.id)
        else:
            self._navigation.show_no_detail()
        self._navigation.focus_list()


def _is_binned(logbook: "Logbook", talk: int) -> bool:
    return any(one.talk.id == talk for one in notebook.binned(logbook))
