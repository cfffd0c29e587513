"""What was typed and is not on the disk yet, in this form or an earlier one."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vp_logboek.gui.session import Session
from vp_logboek.gui.talks.saving import Saving, keep_draft
from vp_logboek.services.talk_entry import TalkEntry

if TYPE_CHECKING:
    from vp_logboek.gui.tasks import Failed


class Unkept(QObject):
    """Entries by the key of their draft, and the saves of them that are not over.

    ``kept`` tells the key of what lies on the disk as a draft, ``failed`` also why another does
    not: that one is still in memory, and tried again when the logbook locks or closes.
    """

    kept = Signal(str)
    failed = Signal(str, object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._entries: dict[str, TalkEntry] = {}
        self._saves: dict[str, Saving] = {}

    def __bool__(self) -> bool:
        return bool(self._entries)

    def newest(self, key: str, entry: TalkEntry) -> TalkEntry:
        """What was typed last goes before what lies on the disk."""
        return self._entries.get(key, entry)

    def hold(self, key: str, entry: TalkEntry) -> None:
        """Remember this until it is kept."""
        self._entries[key] = entry

    def drop(self, key: str) -> None:
        """It need not be kept."""
        self._entries.pop(key, None)

    def keep(self, key: str) -> None:
        """Put it on the disk as a draft."""
        self._put_down(key, partial(self.failed.emit, key))

    def keep_all(self, failed: "Failed") -> None:
        """Put everything on the disk that is not on its way as it is."""
        for key, entry in self._entries.items():
            if not self._is_sent(key, entry):
                self._put_down(key, failed)

    def _put_down(self, key: str, failed: "Failed") -> None:
        entry, at = self._entries[key], self._session.now()
        work = partial(keep_draft, key=key, entry=entry, at=at, saving=self._saves.get(key))
        self._session.ask(work, partial(self._is_down, key, entry), failed)

    def _is_down(self, key: str, entry: TalkEntry, _: object) -> None:
        self._forget(key, entry)
        self.kept.emit(key)

    # --- saves --------------------------------------------------------------------------------

    def saving(self, key: str) -> Saving | None:
        """The save of this that is under way."""
        saving = self._saves.get(key)
        return saving if saving is not None and saving.is_under_way else None

    def begin(self, saving: Saving) -> None:
        """It is being saved; until that is done it is remembered."""
        self._entries[saving.key], self._saves[saving.key] = saving.sent, saving

    def is_saved(self, saving: Saving) -> None:
        """It was saved; what was typed after it may not be kept yet."""
        saving.is_under_way = False
        self._forget(saving.key, saving.sent)

    def is_over(self, saving: Saving) -> None:
        """What is typed from now on is a change of what was saved."""
        self.drop(saving.key)
        self._saves.pop(saving.key, None)

    def is_refused(self, saving: Saving) -> None:
        """It was not saved: it stays what it was, a draft."""
        saving.is_under_way = False
        self._saves.pop(saving.key, None)

    def _is_sent(self, key: str, entry: TalkEntry) -> bool:
        """Whether this is on its way as it is; its outcome is still to come."""
        saving = self.saving(key)
        return saving is not None and saving.sent is entry

    def _forget(self, key: str, entry: TalkEntry) -> None:
        """This is on the disk; what was typed after it may not be."""
        if self._entries.get(key) is entry:
            del self._entries[key]
        saving = self._saves.get(key)
        if saving is not None and not saving.is_under_way and key not in self._entries:
            del self._saves[key]
