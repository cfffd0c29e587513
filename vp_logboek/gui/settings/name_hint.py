"""A quiet word below a field whose text is printed: it looks like the name of a person."""

from PySide6.QtWidgets import QLineEdit

from vp_logboek.gui.widgets import MessageBar, Tone
from vp_logboek.services.names import looks_like_a_name

ORGANISATION = (
    "“{0}” lijkt op de naam van een persoon. Deze naam staat op elke bladzijde van het "
    "jaaroverzicht. Is dat de bedoeling, dan hoeft u niets te doen."
)
SUBJECT = (
    "“{0}” lijkt op de naam van een persoon. Een onderwerp kan in het jaaroverzicht komen. Kies "
    "liever een ander woord."
)
ADDED = (
    "“{0}” lijkt op de naam van een persoon. Dit onderwerp kan in het jaaroverzicht komen. U kunt "
    "het weer uit de keuzelijst halen."
)


class NameHint(MessageBar):
    """Looks when the field is left, never while somebody types, and keeps nobody from anything."""

    def __init__(self, field: QLineEdit, words: str) -> None:
        super().__init__()
        self._field, self._words = field, words
        field.editingFinished.connect(self._look)

    def look_at(self, text: str, words: str = "") -> None:
        """Say it of this text, or nothing."""
        found = looks_like_a_name(text)
        if found is None:
            self.hide()
        else:
            self.say((words or self._words).format(found), Tone.WARNING)

    def _look(self) -> None:
        self.look_at(self._field.text())
