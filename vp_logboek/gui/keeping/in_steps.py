"""A page that is made in steps: all of it at once takes longer than a key may have to wait."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from vp_logboek.gui.slices import Slices


class InSteps(QWidget):
    """Made when it is first read, or before that by who has time: ``build`` gives the steps.

    A page says in ``make`` what it is made of, and in ``read`` what it asks the logbook.
    """

    def __init__(self) -> None:
        super().__init__()
        self._is_built = False
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

    def _all_of_it(self) -> Iterator[None]:
        yield from self.make()
        self._is_built = True
