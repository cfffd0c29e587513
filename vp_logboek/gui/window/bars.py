"""The bars of the window: read-only, example, place, backup, a draft that waits, and undo."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vp_logboek.domain.subjects import SubjectTree
from vp_logboek.gui.session import Outline
from vp_logboek.gui.still_more import still_more
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


MOST = 2
"""So many bars stand there at once: a third would only shout."""
ROOM_FOR_MOST = 40
"""Lines of text that a window must be high for it: in a lower one the first stands there alone."""


class TopBar(MessageBar):
    """Only wishes to stand there; ``wished`` tells that it began or ceased to."""

    wished = Signal()

    def __init__(self) -> None:
        self.wishes = False
        super().__init__()

    def show(self) -> None:
        self.wishes = True
        self.wished.emit()

    def hide(self) -> None:
        self.wishes = False
        self.setVisible(False)
        self.wished.emit()


class TopBars(QWidget):
    """What must be known before one begins: errors, its place, its copies, a waiting draft.

    The most urgent stand there; the others come when there is room.
    """

    def __init__(self) -> None:
        super().__init__()
        self.problem = TopBar()
        self.example = TopBar()
        self.read_only = TopBar()
        self.place = TopBar()
        self.draft = TopBar()
        self.backup = TopBar()
        self.sheet = TopBar()
        self._by_urgency = (
            self.problem, self.example, self.read_only, self.place, self.draft, self.backup,
            self.sheet,
        )  # fmt: skip
        self._holds_back = {self.sheet: (self.place, self.draft)}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 0, 12, 4)
        self._column.setSpacing(6)
        for bar in self._by_urgency:
            self._column.addWidget(bar)
            bar.wished.connect(self._arrange)

    def _arrange(self) -> None:
        """Let the most urgent stand there, in their own order."""
        wishing = [bar for bar in self._by_urgency if bar.wishes and not self._waits(bar)]
        shown = wishing[:MOST] if self._has_room else self._alone(wishing)
        for bar in self._by_urgency:
            bar.setVisible(bar in shown)
        self._fit()

    def _alone(self, wishing: list[TopBar]) -> list[TopBar]:
        """A draft goes before what always stands there: there is no other way to it."""
        return (
            [self.draft] if self.draft in wishing[1:] and not self.problem.wishes else wishing[:1]
        )

    @property
    def _has_room(self) -> bool:
        return self.window().height() >= ROOM_FOR_MOST * self.fontMetrics().height()

    def _waits(self, bar: TopBar) -> bool:
        return any(other.wishes for other in self._holds_back.get(bar, ()))

    def _fit(self) -> None:
        """As high as the words need at this width: what lies below gives way."""
        self.setMinimumHeight(max(0, self._column.totalHeightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

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
        said = f"{first} {still_more(len(drafts) - 1)}".rstrip()
        self.draft.say(said, Tone.NOTE, self.tr("Verder schrijven"))


class UndoBar(MessageBar):
    """Stands at the bottom, without a timer, until something else is done.

    It says what was done, or undone, last, and offers the way back from just that.
    """

    def __init__(self, undo: Undo) -> None:
        super().__init__()
        self._undo = undo
        self._gives_way = False
        self.action_pressed.connect(self._go_back)
        undo.changed.connect(self._show_step)

    def _show_step(self) -> None:
        step = self._undo.last
        if step is None:
            self.hide()
        elif self._undo.last_was_undone:
            said = self.tr("Ongedaan gemaakt: {name}.").format(name=step.name)
            again = self.tr("Opnieuw doen") if step.can_be_redone else ""
            self.say(f"{said} {step.undone}".strip(), Tone.NOTE, again)
        else:
            self.say(step.done, Tone.NOTE, self.tr("Ongedaan maken"))
        self.give_way(self._gives_way)

    def give_way(self, to_form: bool) -> None:
        """While a talk is written its fields get the room; the menu and its key still take back."""
        self._gives_way = to_form
        self.setVisible(self._undo.last is not None and not to_form)

    def _go_back(self) -> None:
        if self._undo.last_was_undone:
            self._undo.redo()
        else:
            self._undo.undo()
