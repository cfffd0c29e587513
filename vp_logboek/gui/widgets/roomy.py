"""How large a dialog opens: with larger text larger, and never larger than the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

_LEAST = QSize(760, 600)
_LETTERS, _LINES = 96, 40
_FRAME = QSize(40, 72)
"""What the screen keeps for the frame of a window and a task bar, in pixels."""


def make_roomy(dialog: QDialog, least: QSize = _LEAST) -> None:
    """Give a dialog room for its text, as far as the screen has it; never less than ``least``."""
    metrics, screen = dialog.fontMetrics(), dialog.screen().availableGeometry().size()
    share = least.height() / _LEAST.height()
    lines = round(share * _LINES)
    wanted = QSize(_LETTERS * metrics.averageCharWidth(), lines * metrics.height())
    dialog.resize(wanted.expandedTo(least).boundedTo((screen - _FRAME).expandedTo(least)))
