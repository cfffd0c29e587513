"""Taking back what was done outside a text field, one step after the other, and doing it again.

Qt keeps the order (``QUndoStack``); the logbook is changed on the store thread. A wish to undo
waits until all that was asked before it is answered, and the next wish until that one is. One that
still waits when something else is done meant something earlier, and is let go.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from vp_logboek.domain.errors import LogbookError
from vp_logboek.gui.session import Session
from vp_logboek.gui.tasks import Failed, Then, may_hear
from vp_logboek.services.taking_back import Change, Recorded, put_back, take_back

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook

T = TypeVar("T")

DEPTH = 50
"""So many steps can be undone: what they hold is words, in memory."""


def _nothing(*_: object) -> None:
    """For who need not hear it."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that was done: what to say of it, its name in the menu, and what takes it back.

    What ``back`` changed in turn is done again by putting that back; where it tells nothing, the
    step cannot be done again. ``undone`` is said besides once it is undone; ``shown`` is called
    then, and ``shown_again`` when it was done again.
    """

    done: str
    name: str
    back: "Callable[[Logbook], Change | None]"
    undone: str = ""
    shown: Callable[[], object] = _nothing
    shown_again: Callable[[], object] = _nothing
    can_be_redone: bool = True


def do(
    session: Session,
    work: "Callable[[Logbook], T]",
    tell: Callable[[Change], object],
    then: Then[T] = _nothing,
    failed: Failed | None = None,
) -> None:
    """Write something that can be undone; when it is saved ``tell`` hears what changed, if any."""
    recorded = Recorded(work)

    def told(value: T) -> None:
        if may_hear(then):
            then(value)
        if recorded.change.before and may_hear(tell):
            tell(recorded.change)

    session.change(recorded, told, failed)


def taken_back(session: Session, change: Change) -> "Callable[[Logbook], Change]":
    """The work that takes a change back, on the day on which that is asked."""
    return lambda logbook: take_back(logbook, change, session.today())


class _Command(QUndoCommand):
    """A step on Qt's stack. It was done before it came there."""

    def __init__(self, step: Step, run: "Callable[[_Command, bool], None]") -> None:
        super().__init__(step.name)
        self.step = step
        self.work = step.back
        self._run = run
        self._is_new = True

    def undo(self) -> None:
        self.setObsolete(not self.step.can_be_redone)
        self._run(self, True)

    def redo(self) -> None:
        if self._is_new:
            self._is_new = False
        else:
            self._run(self, False)


class Undo(QObject):
    """What was done and can be undone. ``changed`` tells that it is something else now.

    A step that cannot be taken back any more is told by ``session.failed``. Then nothing can: what
    was done before it may hang on it.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stack = QUndoStack(self)
        self._stack.setUndoLimit(DEPTH)
        self._granted = deque[Callable[[], None]]()
        self._is_under_way = False
        self._running: _Command | None = None
        self._age = 0
        self.last: Step | None = None
        """What was done, undone or done again last; nothing when nothing can be undone."""
        self.last_was_undone = False

    def did(self, step: Step) -> None:
        """Remember what was done."""
        self._granted.clear()
        self._running = None
        self._stack.push(_Command(step, self._run))
        self._show(step, False)

    def forget(self) -> None:
        """Nothing can be undone any more."""
        self._age += 1
        self._is_under_way = False
        self._granted.clear()
        self._stack.clear()
        self._show(None, False)

    @property
    def undoable(self) -> str | None:
        """The name of the step that can be undone."""
        return self._stack.undoText() if self._stack.canUndo() else None

    @property
    def redoable(self) -> str | None:
        """The name of the step that can be done again."""
        return self._stack.redoText() if self._stack.canRedo() else None

    def undo(self) -> None:
        """Undo the last step that was not undone."""
        self._wish(self._stack.undo)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._wish(self._stack.redo)

    # --- one after the other ------------------------------------------------------------------

    def _wish(self, wish: Callable[[], None]) -> None:
        # all that was asked before is answered before this is
        self._session.ask(_nothing, partial(self._grant, self._age, wish), self._fail)

    def _grant(self, age: int, wish: Callable[[], None], _: object) -> None:
        if age == self._age:
            self._granted.append(wish)
            self._go_on()

    def _go_on(self) -> None:
        while self._granted and not self._is_under_way:
            self._granted.popleft()()

    def _run(self, command: _Command, undoing: bool) -> None:
        self._is_under_way, self._running = True, command
        self._session.change(
            command.work, partial(self._ran, self._age, command, undoing), self._fail
        )

    def _ran(self, age: int, command: _Command, undoing: bool, change: Change | None) -> None:
        if age != self._age:
            return
        if change is not None:
            command.work = partial(put_back, change=change)
        self._is_under_way = False
        if self._running is command:  # nothing else was done meanwhile
            step = command.step
            self._show(step, undoing)
            (step.shown if undoing else step.shown_again)()
        self._go_on()

    def _fail(self, error: LogbookError) -> None:
        self.forget()
        self._session.failed.emit(error)

    def _show(self, step: Step | None, undone: bool) -> None:
        self.last, self.last_was_undone = step, undone
        self.changed.emit()
