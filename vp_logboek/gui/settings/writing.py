"""The card about writing: whether the form points out names."""

from PySide6.QtWidgets import QCheckBox

from vp_logboek.gui.preferences import Preferences
from vp_logboek.gui.widgets import Card, heading, label


class WritingCard(Card):
    """Kept on this computer, not in the logbook."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self.names = QCheckBox(self.tr("Waarschuwen als iets op een naam lijkt"))
        hint = self.tr(
            "Het programma kijkt als u de aantekening verlaat. Dat gebeurt op deze computer, met "
            "een lijst van namen. Er gaat niets naar buiten."
        )
        self.names.setAccessibleDescription(hint)
        self.body.addWidget(heading(self.tr("Schrijven")))
        self.body.addWidget(self.names)
        self.body.addWidget(label(hint, "small"))
        self.names.clicked.connect(preferences.set_warns_of_names)

    def read(self) -> None:
        """Show what is kept on this computer."""
        self.names.setChecked(self._preferences.warns_of_names)
