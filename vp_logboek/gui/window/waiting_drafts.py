"""Drafts that wait to be finished: offered in a bar, resumed, and given back when thrown away."""

from PySide6.QtCore import QObject

from vp_logboek.gui.session import Session
from vp_logboek.gui.talks.editor import TalkEditor
from vp_logboek.gui.undo import Step, Undo
from vp_logboek.gui.window.bars import Drafts, TopBars
from vp_logboek.gui.window.rooms import Rooms
from vp_logboek.gui.window.status import Status
from vp_logboek.services import notebook
from vp_logboek.services.talk_entry import TalkEntry


class WaitingDrafts(QObject):
    """Everything about drafts outside the form itself."""

    def __init__(
        self,
        session: Session,
        rooms: Rooms,
        bars: TopBars,
        status: Status,
        undo: Undo,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._rooms = rooms
        self._bars = bars
        self._status = status
        self._undo = undo
        self._drafts: Drafts = ()
        self._tells_of_draft = False
        bars.draft.action_pressed.connect(self._resume)
        session.changed.connect(self.read)
        session.failed.connect(self._told_otherwise)
        rooms.editor_built.connect(self._connect_editor)
        rooms.pages.currentChanged.connect(self._say_all_is_kept)

    def read(self) -> None:
        """Look which drafts wait, and offer the last one."""
        self._session.ask(notebook.drafts, self._take)

    def _take(self, drafts: Drafts) -> None:
        writing = self._rooms.writing
        key = "" if writing is None else writing.draft_key
        self._drafts = tuple(one for one in drafts if one[0] != key)
        self._bars.show_drafts(() if writing else self._drafts, self._session.tree)

    def _resume(self) -> None:
        if self._drafts:
            self._rooms.editor.resume(*self._drafts[0])

    def _connect_editor(self, editor: TalkEditor) -> None:
        editor.opened.connect(self._bars.draft.hide)
        editor.opened.connect(self._say_all_is_kept)
        editor.left.connect(self._look_again)
        editor.draft_kept.connect(self._show_kept)
        editor.draft_failed.connect(self._status.show_not_saved)
        editor.discarded.connect(self._offer_back)

    def _look_again(self) -> None:
        self.read()
        self._say_all_is_kept()

    def _show_kept(self) -> None:
        self._tells_of_draft = True
        editor = self._rooms.writing
        if editor is None:
            self._look_again()
        elif self._rooms.shown is editor:
            self._status.show_draft(self._session.now())
        else:
            self._say_all_is_kept()

    def _say_all_is_kept(self) -> None:
        """Nobody types any more, or looks elsewhere; that something failed stays said."""
        editor = self._rooms.built_editor
        if self._tells_of_draft and editor is not None and not editor.has_unkept:
            self._tells_of_draft = False
            self._status.show_saved(self._session.now())

    def _told_otherwise(self) -> None:
        self._tells_of_draft = False

    def _offer_back(self, key: str, entry: TalkEntry) -> None:
        at = self._session.now().isoformat(timespec="seconds")
        self._undo.did(
            Step(
                "Het concept is weggegooid.",
                "concept weggooien",
                lambda logbook: notebook.keep_draft(logbook, key, entry, at),
                shown=lambda: self._rooms.editor.resume(key, entry),
                can_be_redone=False,
            )
        )
