"""Taking back what was done outside a text field, one step deep, with a bar that says what."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class Step:
    """Something that was done: what to say of it, its name in the menu, and how to
    undo it and perhaps do it again.
    """

    done: str
    name: str
    undo: Callable[[], object]
    redo: Callable[[], object] | None = None


class Undo(QObject):
    """Knows the last step. ``changed`` tells that another step can be undone or redone."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._step: Step | None = None
        self._undone = False

    def did(self, step: Step) -> None:
        """Remember what was done."""
        self._step, self._undone = step, False
        self.changed.emit()

    def forget(self) -> None:
        """Nothing can be undone any more."""
        self._step = None
        self.changed.emit()

    @property
    def undoable(self) -> Step | None:
        """The step that can be undone."""
        return None if self._undone else self._step

    @property
    def redoable(self) -> Step | None:
        """The step that can be done again."""
        step = self._step
        return step if self._undone and step is not None and step.redo is not None else None

    def undo(self) -> None:
        """Undo the last step."""
        step = self.undoable
        if step is not None:
            step.undo()
            self._undone = True
            self.changed.emit()

    def redo(self) -> None:
        """Do again what was undone."""
        step = self.redoable
        if step is not None and step.redo is not None:
            step.redo()
            self._undone = False
            self.changed.emit()
