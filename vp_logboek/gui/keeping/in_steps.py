"""A page that is made in steps: all of it at once takes longer than a key may have to wait."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QWidget

from vp_logboek.gui.slices import Slices


class InSteps(QWidget):
    """Made when it is first read, or before that by who has time: ``build`` gives the steps.

    A page says in ``make`` what it is made of, in ``read`` what it asks the logbook, and with
    ``has_been_read`` that it shows the answer. Until then the page itself holds the keyboard of who
    comes here, and after it its first list or control.
    """

    def __init__(self) -> None:
        super().__init__()
        self._is_built = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._steps = self._all_of_it()
        self._slices = Slices(self)
        self._slices.add(self.build)
        self._slices.done.connect(self.reload)

    def build(self) -> Iterator[None]:
        """Make what is not there yet, a part a step."""
        yield from self._steps

    def reload(self) -> None:
        """Read again; what is not made yet is made first."""
        if self._is_built:
            self.read()
        else:
            self._slices.begin()

    def make(self) -> Iterator[None]:
        """Make the parts, some a step."""
        raise NotImplementedError

    def read(self) -> None:
        """Ask the logbook what is to be shown."""
        raise NotImplementedError

    def has_been_read(self) -> None:
        """Hand the keyboard on to what there is now, or back where there is nothing to do."""
        first = next((one for one in self._in_order() if _takes_keys(one)), None)
        if self.hasFocus() and first is not None:
            first.setFocus()
        elif self.hasFocus():
            self.focusNextPrevChild(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _in_order(self) -> Iterator[QWidget]:
        yield from self.findChildren(QTableView)
        yield from self.findChildren(QWidget)

    def _all_of_it(self) -> Iterator[None]:
        yield from self.make()
        self._is_built = True


def _takes_keys(one: QWidget) -> bool:
    return one.isVisible() and bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)
