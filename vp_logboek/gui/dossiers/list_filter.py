"""Above the list of dossiers: which ones are listed, with which words, and in which order."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from vp_logboek.domain.choice import Choice
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.dossiers.list_columns import ACTIONS, LAST, NUMBER, OPENED, SUBJECT, TALKS
from vp_logboek.gui.dossiers.list_reading import Wanted, Which, bare
from vp_logboek.gui.widgets import Dropdown, Flow, calm_wheel, label
from vp_logboek.gui.widgets.choices import name_aloud
from vp_logboek.gui.widgets.narrow import fit_to_words
from vp_logboek.gui.widgets.private import keep_private

__all__ = ["ORDERED", "ListFilter", "Order", "Which"]


class Order(Choice):
    """What the list is sorted by."""

    LAST = "laatste", "laatste gesprek eerst"
    OPENED = "geopend", "laatst geopend eerst"
    NUMBER = "nummer", "op nummer"
    SUBJECT = "onderwerp", "op onderwerp"
    TALKS = "gesprekken", "meeste gesprekken eerst"
    ACTIONS = "acties", "meeste acties eerst"


ORDERED = {
    Order.LAST: LAST, Order.NUMBER: NUMBER, Order.SUBJECT: SUBJECT, Order.TALKS: TALKS,
    Order.ACTIONS: ACTIONS, Order.OPENED: OPENED,
}  # fmt: skip


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

    def event(self, event: QEvent) -> bool:
        """As high as its lines need at this width: the list below gives way."""
        done = super().event(event)
        layout = self.layout()
        if layout is not None and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.setMinimumHeight(max(0, layout.totalHeightForWidth(self.width())))
        return done

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

    def wanted(self) -> Wanted:
        """What is asked for."""
        words = tuple(bare(self.words.text()).split())
        return Wanted(self.which.choice() or Which.ALL, self.organisation.currentData(), words)

    def _tell(self, _: int) -> None:
        self.changed.emit()

    def _tell_order(self, _: int) -> None:
        self.order_chosen.emit(self.order.choice())
