"""The bars of the window: read-only, example, place, backup, a draft that waits, and undo."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vp_logboek.domain.subjects import SubjectTree
from vp_logboek.gui.session import Outline
from vp_logboek.gui.undo import Undo
from vp_logboek.gui.widgets import MessageBar, Tone
from vp_logboek.messages import in_words
from vp_logboek.messages.parts import Message
from vp_logboek.services.talk_entry import TalkEntry

Drafts = tuple[tuple[str, TalkEntry], ...]

_READ_ONLY = Message(
    "U kunt dit logboek hier alleen lezen.",
    "Het bestand is heel.",
    "Zet het op een plaats waar u mag schrijven en open het opnieuw.",
)

_NO_SHEET = Message(
    "U hebt nog geen herstelblad op papier.",
    "Met uw wachtzin opent u het logboek gewoon.",
    "Zonder blad kan niemand u helpen als u de wachtzin vergeet.",
)


class TopBars(QWidget):
    """What must be known before one begins: errors, its place, its copies, a waiting draft."""

    def __init__(self) -> None:
        super().__init__()
        self.problem = MessageBar()
        self.example = MessageBar()
        self.read_only = MessageBar()
        self.sheet = MessageBar()
        self.place = MessageBar()
        self.backup = MessageBar()
        self.draft = MessageBar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 4)
        layout.setSpacing(6)
        for bar in (
            self.problem, self.example, self.read_only, self.sheet, self.place, self.backup,
            self.draft,
        ):  # fmt: skip
            layout.addWidget(bar)

    def show_outline(self, outline: Outline) -> None:
        """Say what kind of logbook this is."""
        if outline.example:
            self.example.say(
                self.tr("Dit is een voorbeeld. Alle gesprekken zijn verzonnen."), Tone.WARNING
            )
        if outline.read_only:
            self.read_only.show_message(_READ_ONLY, Tone.WARNING)
        if outline.example or outline.read_only or outline.sheet_confirmed:
            self.sheet.hide()
        else:
            self.sheet.show_message(_NO_SHEET, Tone.WARNING, self.tr("Maak het herstelblad"))

    @property
    def is_full(self) -> bool:
        """Whether two warnings stand there: a third would only shout."""
        return not (self.sheet.isHidden() or self.place.isHidden())

    def show_drafts(self, drafts: Drafts, tree: SubjectTree) -> None:
        """Offer the draft that was kept last."""
        if not drafts:
            self.draft.hide()
            return
        talk = drafts[0][1].conversation
        subject = f", {tree.full_label(talk.subject)}" if talk.subject else ""
        first = self.tr("Er staat een concept klaar: {day}{subject}.").format(
            day=in_words(talk.on), subject=subject
        )
        more = f" Er zijn er nog {len(drafts) - 1}." if len(drafts) > 1 else ""
        self.draft.say(first + more, Tone.NOTE, self.tr("Verder schrijven"))


class UndoBar(MessageBar):
    """Stands at the bottom, without a timer, until something else is done."""

    def __init__(self, undo: Undo) -> None:
        super().__init__()
        self._undo = undo
        self.action_pressed.connect(undo.undo)
        undo.changed.connect(self._show_step)

    def _show_step(self) -> None:
        step = self._undo.undoable
        if step is None:
            self.hide()
        else:
            self.say(step.done, Tone.NOTE, self.tr("Ongedaan maken"))
