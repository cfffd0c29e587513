"""A place for a page that is made when it is first shown or asked for."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vp_logboek.gui.slices import polished

W = TypeVar("W", bound=QWidget)


class Later(QWidget, Generic[W]):
    """Holds the ``page`` that ``make`` gives; the pages of a dialog all at once take too long.

    ``made`` tells that it is there: Tab comes to it last, as it goes in the order of making.
    """

    made = Signal()

    def __init__(self, make: Callable[[], W]) -> None:
        super().__init__()
        self._make = make
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)

    @cached_property
    def page(self) -> W:
        """The page, made now if it was not there."""
        made = self._make()
        self._room.addWidget(made)
        made.show()  # now: the keyboard may be sent there at once
        self.made.emit()
        return made

    @property
    def is_made(self) -> bool:
        """Whether the page is there."""
        return "page" in self.__dict__

    def build(self) -> Iterator[None]:
        """Make the page ahead, and dress it, in steps."""
        made = self.page
        yield
        yield from polished(made)

    def showEvent(self, event: QShowEvent) -> None:
        _ = self.page
        super().showEvent(event)
