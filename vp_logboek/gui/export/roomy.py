"""How large a dialog opens: with larger text larger, and never larger than the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

_LEAST = QSize(760, 600)
_LETTERS, _LINES = 96, 40
_FRAME = QSize(40, 72)
"""What the screen keeps for the frame of a window and a task bar, in pixels."""


def make_roomy(dialog: QDialog) -> None:
    """Give a dialog room for its text, as far as the screen has it."""
    metrics, screen = dialog.fontMetrics(), dialog.screen().availableGeometry().size()
    wanted = QSize(_LETTERS * metrics.averageCharWidth(), _LINES * metrics.height())
    dialog.resize(wanted.expandedTo(_LEAST).boundedTo((screen - _FRAME).expandedTo(_LEAST)))
