"""What a screen is: a name, the logbook it is shown with, and how to get there."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from tests.screens.books import Make
from tests.screens.stage import Stage

Reach = Callable[[Stage], QWidget]


@dataclass(frozen=True)
class Screen:
    """``reach`` gives back what a person looks at: a window or a dialog.

    Screens with the same ``book`` are shown by one running program, one after the other; each
    begins where ``Stage.home`` or ``Stage.before`` leaves it.
    """

    name: str
    book: Make | None
    reach: Reach
