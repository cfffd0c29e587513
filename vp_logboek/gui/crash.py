"""What is shown when the program itself is wrong: an event code, never content."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from vp_logboek.gui.widgets import label, primary_button, title

_WIDEST = 760
"""Pixels: with large letters the box is no wider than the smallest window."""


class CrashBox(QDialog):
    """Says that something went wrong in the program, with the code of the event."""

    @classmethod
    def tell(cls, parent: QWidget | None, code: str) -> None:
        """Show the box once; a second defect while it is open is not shown over it."""
        if not cls._is_open:
            cls._is_open = True
            cls(parent, code).exec()
            cls._is_open = False

    _is_open = False

    def __init__(self, parent: QWidget | None, code: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("VP Logboek")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(title(self.tr("Er ging iets mis in het programma")))
        layout.addWidget(label(self.tr("Wat u eerder opsloeg is veilig.")))
        layout.addWidget(
            label(self.tr("Sluit het programma en open het opnieuw. Meld deze code aan de makers."))
        )
        code_label = label(code, "strong")
        code_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(code_label)
        layout.addWidget(
            primary_button(self.tr("Sluiten"), self.accept), 0, Qt.AlignmentFlag.AlignLeft
        )
        self.setMinimumWidth(min(56 * self.fontMetrics().averageCharWidth(), _WIDEST))
