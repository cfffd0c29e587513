"""A save that is under way: what was sent, and what becomes of what is typed meanwhile."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from vp_logboek.domain.conversation import Conversation
from vp_logboek.domain.errors import Gone
from vp_logboek.services import notebook
from vp_logboek.services.talk_entry import TalkEntry

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook


@dataclass(slots=True, eq=False)
class Saving:
    """One press of Opslaan. ``again`` tells that it was pressed once more before the answer.

    ``base`` is the entry as it lies in the logbook, once it does.
    """

    key: str
    sent: TalkEntry
    and_new: bool
    has_names: bool
    again: bool = False
    is_under_way: bool = True
    base: TalkEntry | None = None

    def save(self, logbook: "Logbook", today: date) -> Conversation:
        """Save it; on the store thread. What somebody saves counts, also where it was binned."""
        talk = notebook.save_talk(logbook, self.sent, today, draft_key=self.key)
        if talk.id is not None:
            if _is_binned(logbook, talk.id):
                notebook.restore_talk(logbook, talk.id)
            self.base = notebook.entry_of(logbook, talk.id)
        return talk

    def place_of(self, logbook: "Logbook", typed: TalkEntry) -> tuple[str, TalkEntry]:
        """Where what was typed after it belongs: with the saved talk, else it is a second one.

        On the store thread, after the save: that may have failed at its very end.
        """
        talk = None if self.base is None else self.base.conversation.id
        if talk is not None:
            try:
                return key_of(talk), carried(typed, self.sent, notebook.entry_of(logbook, talk))
            except Gone:
                pass
        return self.key, typed


def _is_binned(logbook: "Logbook", talk: int) -> bool:
    return any(one.talk.id == talk for one in notebook.binned(logbook))


def key_of(talk: int) -> str:
    """The key of the draft of a talk that was saved before."""
    return f"gesprek-{talk}"


def carried(typed: TalkEntry, sent: TalkEntry, base: TalkEntry) -> TalkEntry:
    """What was typed, as a change of what was saved meanwhile."""
    talk, saved = typed.conversation, base.conversation
    stays = talk.dossier == sent.conversation.dossier
    melder = typed.melder
    if melder is not None:
        melder = replace(melder, melder=base.melder.melder if base.melder else None)
    home = saved.dossier if stays else talk.dossier
    return replace(typed, conversation=replace(talk, id=saved.id, dossier=home), melder=melder)


def keep_draft(
    logbook: "Logbook", key: str, entry: TalkEntry, at: datetime, saving: Saving | None
) -> None:
    """Keep a draft of an entry, of which an earlier state may have been saved; on its thread."""
    if saving is not None:
        key, entry = saving.place_of(logbook, entry)
    notebook.keep_draft(logbook, key, entry, at.isoformat(timespec="seconds"))
