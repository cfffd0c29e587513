"""The drop-down that shows the talks of one organisation, where a logbook has several."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.widgets.choices import calm_wheel

_LETTERS = 14


class OrganisationFilter(QComboBox):
    """``chosen`` carries the id of an organisation, or None for all of them."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._offered: tuple[Organisation, ...] = ()
        self.setAccessibleName(self.tr("Filter op organisatie"))
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        calm_wheel(self)
        self.hide()
        self.activated.connect(self._tell)

    def offer(self, organisations: tuple[Organisation, ...]) -> None:
        """Let one of these be chosen; what was chosen stays."""
        if organisations == self._offered:
            return
        chosen = self.choice()
        self._offered = organisations
        self.clear()
        self.addItems([self.tr("alle organisaties"), *(one.name for one in organisations)])
        ids = [None, *(one.id for one in organisations)]
        self.setCurrentIndex(ids.index(chosen) if chosen in ids else 0)
        self.setVisible(len(organisations) > 1)

    def choice(self) -> int | None:
        """The id of the chosen organisation."""
        row = self.currentIndex()
        return self._offered[row - 1].id if row > 0 else None

    def _tell(self) -> None:
        self.chosen.emit(self.choice())
