"""Which other years stand beside the year that is shown: a box for each."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.widgets import Flow, label
from vp_logboek.services.years_beside import FEWEST, MOST

_FIRST = 3
"""So many years stand beside each other before anybody chose."""
_OFFERED = 8


class YearsRow(QWidget):
    """``changed`` tells that a box was ticked. The year that is shown has no box: it is there."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[int, QCheckBox] = {}
        self._flow = Flow()
        self._lead = label("", "muted", wrap=False)
        self._year = 0
        self._wanted: frozenset[int] | None = None
        self._flow.add(self._lead)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._flow)

    def offer(self, organisation: Organisation, year: int, years: Iterable[int]) -> None:
        """Offer the years nearest to this one; what was ticked before stays."""
        others = sorted({*years} - {year}, key=lambda one: (abs(one - year), -one))[:_OFFERED]
        lead = self.tr("Naast {0}:").format(organisation.year(year).label)
        if (year, lead) != (self._year, self._lead.text()) or set(others) != self.boxes.keys():
            self._make_boxes(organisation, sorted(others, reverse=True))
        self._year = year
        self._lead.setText(lead)
        ticked = self._wanted if self._wanted is not None else frozenset(others[: _FIRST - 1])
        for one, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setChecked(one in ticked)
        self._allow()

    def years(self) -> tuple[int, ...]:
        """The year that is shown and those beside it, in order of time."""
        ticked = [one for one, box in self.boxes.items() if box.isChecked()]
        return tuple(sorted((self._year, *ticked[: MOST - 1])))

    @property
    def is_enough(self) -> bool:
        """Whether there is anything to compare."""
        return len(self.years()) >= FEWEST

    def _make_boxes(self, organisation: Organisation, years: Iterable[int]) -> None:
        for box in self.boxes.values():
            box.hide()
            box.setParent(None)
            box.deleteLater()
        self.boxes = {}
        for one in years:
            box = QCheckBox(organisation.year(one).label)
            box.setAccessibleDescription(self.tr("ernaast zetten"))
            box.toggled.connect(self._toggled)
            self.boxes[one] = box
            self._flow.add(box)

    def _toggled(self) -> None:
        self._wanted = frozenset(one for one, box in self.boxes.items() if box.isChecked())
        self._allow()
        self.changed.emit()

    def _allow(self) -> None:
        """At five no more can be ticked."""
        is_full = len(self.years()) >= MOST
        for box in self.boxes.values():
            box.setEnabled(box.isChecked() or not is_full)
