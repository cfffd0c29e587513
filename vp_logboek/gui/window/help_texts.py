"""Short help in a window of its own: keys, privacy, about."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from vp_logboek import __version__
from vp_logboek.gui.widgets import label, primary_button, title
from vp_logboek.gui.widgets.facts import FactList

KEYS = (
    ("Ctrl+N", "nieuw gesprek"),
    ("Ctrl+Shift+N", "vervolg op het gesprek dat u leest"),
    ("Ctrl+S", "opslaan"),
    ("Ctrl+Shift+S", "opslaan en nieuw"),
    ("Esc", "formulier sluiten, uw tekst blijft als concept"),
    ("Ctrl+E", "gesprek bewerken"),
    ("Delete", "gesprek weggooien"),
    ("Ctrl+Z, Ctrl+Y", "ongedaan maken, opnieuw doen"),
    ("Ctrl+F", "zoeken"),
    ("Ctrl+J", "jaaroverzicht"),
    ("Ctrl+Shift+E", "PDF voor HR"),
    ("Ctrl+L", "vergrendelen"),
    (
        "Ctrl+1 tot Ctrl+7",
        "gesprekken, dossiers, acties, activiteiten, opruimen, prullenbak, uitgegeven",
    ),
    ("Alt+pijl", "vorig of volgend jaar"),
    ("F6", "volgende deel van het venster"),
    ("Ctrl en +, − of 0", "grotere, kleinere of normale tekst"),
)

PRIVACY = (
    "Alles wat u vastlegt staat in één versleuteld bestand. Alleen wie de wachtzin kent, kan het "
    "openen. Er is geen hoofdsleutel: ook wij kunnen het niet openen.",
    "Dit programma maakt geen verbinding met het internet of met het netwerk.",
    "HR krijgt alleen het jaaroverzicht. Daarin staan aantallen, geen gesprekken. Kleine aantallen "
    "komen niet in het overzicht. Soms wordt ook een groter aantal verborgen, anders is het kleine "
    "uit te rekenen. Achter elke • kan elk klein aantal zitten, ook nul.",
    "Het programma probeert eerst zelf alle verborgen aantallen te achterhalen. Het gebruikt "
    "daarbij alles wat u eerder uitbracht. Lukt dat bij een aantal, dan verbergt het meer.",
    "Dit programma beschermt niet tegen iemand die uw computer beheert terwijl het logboek open "
    "is. Ook niet tegen een camera die op uw scherm gericht is.",
    "Bij een verborgen aantal gaat het om zekerheid. Iemand kan blijven raden. Het programma kent "
    "alleen dit logboek, en wat u zelf zegt dat al is verstrekt.",
)

ABOUT = (
    f"VP Logboek {__version__}",
    "Een logboek voor vertrouwenspersonen.",
    "Vrije software onder de EUPL 1.2. Letters: IBM Plex Sans (OFL). Tekens: Lucide (ISC).",
)


class HelpDialog(QDialog):
    """One page to read."""

    @classmethod
    def show_keys(cls, parent: QWidget) -> None:
        """Which keys there are."""
        facts = FactList()
        facts.show_facts(KEYS)
        cls(parent, "Sneltoetsen", [facts]).exec()

    @classmethod
    def show_privacy(cls, parent: QWidget) -> None:
        """What is protected, and what is not."""
        cls(parent, "Over privacy", [label(text) for text in PRIVACY]).exec()

    @classmethod
    def show_about(cls, parent: QWidget) -> None:
        """Which program this is."""
        cls(parent, "Over VP Logboek", [label(text) for text in ABOUT]).exec()

    def __init__(self, parent: QWidget, name: str, page: Sequence[QWidget]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(title(name))
        for widget in page:
            layout.addWidget(widget)
        layout.addWidget(
            primary_button(self.tr("Sluiten"), self.accept), 0, Qt.AlignmentFlag.AlignLeft
        )
        self.setFixedWidth(72 * self.fontMetrics().averageCharWidth())
