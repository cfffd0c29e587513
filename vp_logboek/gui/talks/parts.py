"""The talk form is made of parts: each shows its side of an entry and puts it back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from vp_logboek.domain.conversation import Conversation
from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.listing import DossierRow
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.subjects import SubjectTree
from vp_logboek.gui.widgets import FieldRow, FieldRows
from vp_logboek.messages import told
from vp_logboek.messages.parts import Message
from vp_logboek.services.talk_entry import TalkEntry


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the form offers besides closed lists."""

    today: date
    tree: SubjectTree
    organisations: tuple[Organisation, ...]
    dossiers: tuple[DossierRow, ...]

    def dossier(self, number: int | None) -> DossierRow | None:
        """The row of a dossier; None when it is not there."""
        return next((row for row in self.dossiers if row.id == number), None)


class Part(QObject):
    """A few fields of the form.

    ``edited`` tells that the user changed something. Fields are checked when they are left and on
    saving, never while typing.
    """

    edited = Signal()

    def add_to(self, rows: FieldRows) -> Iterator[None]:
        """Put the fields under each other, in steps."""
        raise NotImplementedError

    def show_entry(self, entry: TalkEntry, around: Surroundings) -> None:
        """Show this part of an entry."""
        raise NotImplementedError

    def put_into(self, entry: TalkEntry) -> TalkEntry:
        """The entry with this part as it stands on the screen."""
        raise NotImplementedError

    def forget_typing(self) -> None:
        """Drop what could be had back by undoing."""

    def problems(self) -> Iterable[FieldRow]:
        """The rows with a problem, which they now show."""
        return ()


def refusal(talk: Conversation, today: date) -> Message | None:
    """Why such a talk would not be saved: the rules are those of the talk itself."""
    try:
        talk.check(today)
    except LogbookError as error:
        return told(error)
    return None


def at_field(row: FieldRow, message: Message | None) -> bool:
    """Show a problem at its field, or take it away; tells whether there is one."""
    row.show_problem("" if message is None else f"{message.what} {message.todo}")
    return message is not None
