"""Controls at their own width, at the left of the room they get."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

_LEAST = 8
"""Characters of a list that stay in sight where there is little room."""


def fit_to_words(part: QComboBox) -> None:
    """As wide as its longest line, and narrower where that does not fit."""
    part.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    part.setMinimumContentsLength(_LEAST)


def leftmost(*parts: QWidget) -> QWidget:
    """A widget in which these stand beside each other at their own width."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
        if isinstance(part, QComboBox):
            fit_to_words(part)
    row.addStretch(1)
    holder.setFocusProxy(parts[0])
    return holder
