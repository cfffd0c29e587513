"""A control at its own width, at the left of the room it gets."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget


def leftmost(*parts: QWidget) -> QWidget:
    """A widget in which these stand beside each other at their own width."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
        if isinstance(part, QComboBox):
            part.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    row.addStretch(1)
    holder.setFocusProxy(parts[0])
    return holder
