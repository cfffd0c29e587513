"""The first page: make a logbook, open one, or look at the example."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from vp_logboek.domain.errors import LogbookError
from vp_logboek.gui.unlock.frame import CalmPage, busy_bar
from vp_logboek.gui.widgets import announce, label, title
from vp_logboek.gui.widgets.basics import KeyButton


class Tile(KeyButton):
    """A large button with a heading and a sentence."""

    def __init__(self, name: str, sentence: str, primary: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "tile")
        self.setAccessibleName(name)
        self.setAccessibleDescription(sentence)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 12, 16, 12)
        self._layout.setSpacing(2)
        for text, role in ((name, "heading"), (sentence, "muted")):
            words = label(text, role)
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._layout.addWidget(words)
        self.setDefault(primary)

    def sizeHint(self) -> QSize:
        return self._layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._layout.minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._layout.heightForWidth(width)


class WelcomePage(CalmPage):
    """Three ways to begin."""

    make_requested = Signal()
    open_requested = Signal()
    example_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.make = Tile(
            self.tr("Maak een logboek"),
            self.tr("U kiest een wachtzin. Alleen u kunt het logboek daarmee openen."),
            primary=True,
        )
        self.open = Tile(self.tr("Open een logboek"), self.tr("Kies een logboek dat u al hebt."))
        self.example = Tile(
            self.tr("Eerst rondkijken"),
            self.tr("U opent een voorbeeld. Alle gesprekken daarin zijn verzonnen."),
        )
        self._busy = busy_bar(self.tr("Het voorbeeld gaat open"))
        self._patience = label(self.tr("Het voorbeeld gaat open. Dit duurt even."), "small")
        self._patience.hide()
        self.make.clicked.connect(self.make_requested)
        self.open.clicked.connect(self.open_requested)
        self.example.clicked.connect(self.example_requested)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.make.setFocus()

    def show_busy(self, busy: bool) -> None:
        """Whether the example is being made: takes some seconds the first time."""
        for tile in (self.make, self.open, self.example):
            tile.setEnabled(not busy)
        self._busy.setVisible(busy)
        self._patience.setVisible(busy)
        if busy:
            announce(self, self._patience.text())

    def show_error(self, error: LogbookError) -> None:
        """Say why the example did not open."""
        self.show_busy(False)
        self.message.show_error(error)

    def _lay_out(self) -> None:
        self.body.addWidget(title(self.tr("Welkom")))
        self.body.addWidget(
            label(
                self.tr(
                    "Hier legt u uw gesprekken als vertrouwenspersoon vast. Alles staat in één "
                    "versleuteld bestand op deze computer. Er gaat niets over het internet."
                )
            )
        )
        self.body.addWidget(self.message)
        for part in (self.make, self.open, self.example, self._busy, self._patience):
            self.body.addWidget(part)
