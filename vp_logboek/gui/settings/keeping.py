"""The card *Bewaren*: how long a closed dossier is kept, and when an open one is asked about."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox

from vp_logboek.domain.errors import LogbookError
from vp_logboek.gui.widgets import Card, FieldRows, MessageBar, calm_wheel, heading, label
from vp_logboek.gui.widgets.narrow import leftmost
from vp_logboek.services.purge import Terms

YEARS = (1, 2, 3, 4, 5)
QUIET_DAYS = (30, 60, 90, 120, 180, 365)

LAW = (
    "De wet noemt geen termijn. Gebruikelijk is: weg als de zaak is gesloten en geteld, en "
    "uiterlijk na twee jaar."
)
NOTHING_BY_ITSELF = "Het logboek vernietigt niets uit zichzelf. Het wijst u er alleen op."
REPORTED = "Ook eerder, zodra het jaaroverzicht is uitgebracht"
QUIET_HINT = "Na zoveel dagen zonder gesprek vraagt Opruimen of u het dossier wilt afsluiten."


class KeepingCard(Card):
    """``changed`` carries the Terms as they are chosen."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._terms = Terms()
        self.message = MessageBar()
        self.years = _list()
        self.reported = QCheckBox(REPORTED)
        self.quiet = _list()
        rows = FieldRows()
        rows.add(self.tr("Te vernietigen"), leftmost(self.years), focus=self.years)
        rows.add_widget(self.reported)
        rows.add(self.tr("Stil na"), leftmost(self.quiet), QUIET_HINT, self.quiet)
        for part in (
            heading(self.tr("Bewaren")), label(LAW), label(NOTHING_BY_ITSELF, "muted"),
            self.message, rows,
        ):  # fmt: skip
            self.body.addWidget(part)
        self.years.activated.connect(self._tell)
        self.reported.clicked.connect(self._tell)
        self.quiet.activated.connect(self._tell)

    def show_terms(self, terms: Terms, read_only: bool) -> None:
        """Show how it is set now."""
        self._terms = terms
        self.message.hide()
        self._show()
        for control in (self.years, self.reported, self.quiet):
            control.setEnabled(not read_only)

    def refuse(self, error: LogbookError) -> None:
        """Nothing was saved: say why, and show how it is set."""
        self.message.show_error(error)
        self._show()

    def _show(self) -> None:
        terms = self._terms
        _offer(self.years, YEARS, terms.keep_years, _years_words)
        _offer(self.quiet, QUIET_DAYS, terms.quiet_days, _days_words)
        self.reported.setChecked(terms.when_reported)

    def _tell(self) -> None:
        chosen = replace(
            self._terms,
            keep_years=int(self.years.currentData()),
            quiet_days=int(self.quiet.currentData()),
            when_reported=self.reported.isChecked(),
        )
        if chosen != self._terms:
            self.changed.emit(chosen)


def _list() -> QComboBox:
    made = QComboBox()
    calm_wheel(made)
    return made


def _offer(
    control: QComboBox, usual: tuple[int, ...], now: int, words: Callable[[int], str]
) -> None:
    """Offer the usual numbers, and the one that was set in another way."""
    control.clear()
    for number in sorted({*usual, now}):
        control.addItem(words(number), number)
    control.setCurrentIndex(control.findData(now))


def _years_words(years: int) -> str:
    return f"{years} jaar na het sluiten"


def _days_words(days: int) -> str:
    return f"{days} dagen zonder gesprek"
