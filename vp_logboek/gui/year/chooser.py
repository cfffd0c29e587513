"""Which year of which organisation: two buttons and two lists. The window has the keys."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.widgets import button
from vp_logboek.gui.widgets.choices import calm_wheel
from vp_logboek.gui.widgets.narrow import fit_to_words


class YearChooser(QWidget):
    """Announces every choice as ``chosen(organisation, year)``.

    The list of organisations stands in ``organisation_row``, which the page gives its place.
    """

    chosen = Signal(object, int)

    def __init__(self) -> None:
        super().__init__()
        self._organisations: tuple[Organisation, ...] = ()
        self._year = 0
        self.organisation_list = QComboBox()
        self.organisation_list.setAccessibleName(self.tr("Organisatie"))
        self.year_list = QComboBox()
        self.year_list.setAccessibleName(self.tr("Jaar"))
        self.earlier = button("‹", self._go_earlier)
        self.later = button("›", self._go_later)
        self._name_buttons()
        self._organisation_label = QLabel(self.tr("Organisatie"))
        self._organisation_label.setBuddy(self.organisation_list)
        self.organisation_row = QWidget()
        self._lay_out()
        for list_ in (self.year_list, self.organisation_list):
            fit_to_words(list_)
            calm_wheel(list_)
        self.year_list.activated.connect(self._announce_year)
        self.organisation_list.activated.connect(self._announce)

    def _name_buttons(self) -> None:
        for step, name, key in (
            (self.earlier, self.tr("Vorig jaar"), Qt.Key.Key_Left),
            (self.later, self.tr("Volgend jaar"), Qt.Key.Key_Right),
        ):
            keys = QKeySequence(Qt.Modifier.ALT | key)
            step.setAccessibleName(name)
            step.setToolTip(f"{name} ({keys.toString(QKeySequence.SequenceFormat.NativeText)})")

    def _lay_out(self) -> None:
        _put_in_row(self, self.earlier, self.year_list, self.later)
        _put_in_row(self.organisation_row, self._organisation_label, self.organisation_list)

    @property
    def organisation(self) -> Organisation:
        """The organisation that is chosen."""
        return self._organisations[max(self.organisation_list.currentIndex(), 0)]

    @property
    def year(self) -> int:
        """The reporting year that is chosen, by the year in which it begins."""
        return self._year

    def offer_organisations(self, organisations: Sequence[Organisation]) -> None:
        """Offer these organisations and keep the choice where it still exists."""
        kept = self.organisation.id if self._organisations else None
        self._organisations = tuple(organisations)
        self.organisation_list.clear()
        self.organisation_list.addItems([one.name for one in organisations])
        ids = [one.id for one in organisations]
        self.organisation_list.setCurrentIndex(ids.index(kept) if kept in ids else 0)
        several = len(self._organisations) > 1
        self.organisation_row.setVisible(several)

    def offer_years(self, years: Iterable[int], year: int) -> None:
        """Offer these years, newest first, with ``year`` chosen."""
        self._year = year
        self.year_list.clear()
        for one in sorted({*years, year}, reverse=True):
            self.year_list.addItem(self.organisation.year(one).label, one)
        self.year_list.setCurrentIndex(self.year_list.findData(year))

    def choose(self, organisation: Organisation, year: int) -> None:
        """Choose from outside; announced like a choice of the user."""
        ids = [one.id for one in self._organisations]
        if organisation.id in ids:
            self.organisation_list.setCurrentIndex(ids.index(organisation.id))
        self._year = year
        self._announce()

    def step(self, years: int) -> None:
        """Go so many years on, or back."""
        self._year += years
        self._announce()

    def _go_earlier(self) -> None:
        self.step(-1)

    def _go_later(self) -> None:
        self.step(1)

    def _announce_year(self) -> None:
        self._year = int(self.year_list.currentData())
        self._announce()

    def _announce(self) -> None:
        self.chosen.emit(self.organisation, self._year)


def _put_in_row(holder: QWidget, *parts: QWidget) -> None:
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
