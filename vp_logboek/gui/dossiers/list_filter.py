"""Above the list of dossiers: which ones are listed, with which words, and in which order."""

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from vp_logboek.domain.choice import Choice
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.subjects import SubjectTree
from vp_logboek.gui.widgets import Dropdown, Flow, calm_wheel, label
from vp_logboek.gui.widgets.choices import name_aloud
from vp_logboek.gui.widgets.narrow import fit_to_words
from vp_logboek.gui.widgets.private import keep_private
from vp_logboek.services.dossier_list import Line


class Which(Choice):
    """Which dossiers are listed."""

    OPEN = "open", "open dossiers"
    CLOSED = "gesloten", "gesloten dossiers"
    ALL = "alle", "alle dossiers"


class Order(Choice):
    """What the list is sorted by."""

    LAST = "laatste", "laatste gesprek eerst"
    OPENED = "geopend", "laatst geopend eerst"
    NUMBER = "nummer", "op nummer"
    SUBJECT = "onderwerp", "op onderwerp"
    TALKS = "gesprekken", "meeste gesprekken eerst"
    ACTIONS = "acties", "meeste acties eerst"


class ListFilter(QWidget):
    """``changed`` tells that others are to be listed, ``order_chosen`` carries an Order, and
    ``left`` that the keyboard goes on to the list.
    """

    changed = Signal()
    order_chosen = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = QLineEdit()
        keep_private(self.words)
        self.words.setClearButtonEnabled(True)
        self.words.setPlaceholderText(self.tr("Vind een nummer of onderwerp"))
        self.words.setAccessibleName(self.tr("Vind een nummer of onderwerp"))
        self.which: Dropdown[Which] = Dropdown(Which)
        self.organisation = QComboBox()
        calm_wheel(self.organisation)
        fit_to_words(self.organisation)
        self.order: Dropdown[Order] = Dropdown(Order)
        self.count = label("", "strong", wrap=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.count)
        layout.addWidget(Flow(self.which, self.order, self.organisation))
        layout.addWidget(self.words)
        for field, name in (
            (self.which, self.tr("Toon")), (self.order, self.tr("Volgorde")),
            (self.organisation, self.tr("Organisatie")),
        ):  # fmt: skip
            field.setAccessibleName(name)
            name_aloud(field)
        self.organisation.hide()
        self._connect_parts()

    def _connect_parts(self) -> None:
        self.words.textChanged.connect(self.changed)
        self.words.returnPressed.connect(self.left)
        self.which.currentIndexChanged.connect(self._tell)
        self.organisation.currentIndexChanged.connect(self._tell)
        self.order.activated.connect(self._tell_order)

    def offer(self, organisations: Sequence[Organisation]) -> None:
        """Offer the organisations, where there are several."""
        chosen = self.organisation.currentData()
        with QSignalBlocker(self.organisation):
            self.organisation.clear()
            self.organisation.addItem(self.tr("alle organisaties"), None)
            for one in organisations:
                self.organisation.addItem(one.name, one.id)
            self.organisation.setCurrentIndex(max(0, self.organisation.findData(chosen)))
        self.organisation.setVisible(len(organisations) > 1)

    def show_all(self) -> None:
        """Leave nothing out."""
        with QSignalBlocker(self.words), QSignalBlocker(self.which):
            self.words.clear()
            self.which.choose(Which.ALL)
        with QSignalBlocker(self.organisation):
            self.organisation.setCurrentIndex(0)
        self.changed.emit()

    def of_these(self, lines: Sequence[Line], tree: SubjectTree) -> list[Line]:
        """Those of the lines that are asked for."""
        which, organisation = self.which.choice(), self.organisation.currentData()
        words = bare(self.words.text()).split()
        return [
            line
            for line in lines
            if (which is Which.ALL or (line.row.closed is None) is (which is Which.OPEN))
            and organisation in (None, line.row.organisation)
            and _has(f"{line.row.number} {tree.full_label(line.row.subject)}", words)
        ]

    @property
    def leaves_out(self) -> bool:
        """Whether more is left out than which are open or closed."""
        return bool(self.words.text().strip()) or self.organisation.currentIndex() > 0

    def _tell(self, _: int) -> None:
        self.changed.emit()

    def _tell_order(self, _: int) -> None:
        self.order_chosen.emit(self.order.choice())


def bare(text: str) -> str:
    """Small letters without accents."""
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _has(text: str, words: Sequence[str]) -> bool:
    """Whether each word begins one of the text, or lies in its number."""
    there = bare(text).split()
    return all(any(one.startswith(word) or word in there[0] for one in there) for word in words)
