"""Above the list of talks: how many there are, the filters, and a chip for each that is on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from vp_logboek.domain.listing import TalkQuery
from vp_logboek.gui.session import Session
from vp_logboek.gui.talks import found_words
from vp_logboek.gui.talks.filter_chip import ChipRow
from vp_logboek.gui.talks.list_filter import FilterPanel
from vp_logboek.gui.talks.year_words import below_the_list
from vp_logboek.gui.throttle import Throttle
from vp_logboek.gui.widgets import Flow, button, label, link_button
from vp_logboek.gui.widgets.announce import announce
from vp_logboek.services.searching import Besides

_PAUSE_MS = 700
"""So long after the last letter the number found is said aloud."""


class ListHead(QWidget):
    """``clear_pressed`` asks for no filter and no words, ``everywhere_pressed`` for all years.

    ``unfolded`` tells that the fields are there now, or no longer.
    """

    unfolded = Signal()
    clear_pressed = Signal()
    everywhere_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.count = label("", "strong", wrap=False)
        self.counted_too = label("", "muted", wrap=False)
        self.late = label("", "muted", wrap=False)
        self.everywhere = link_button(self.tr("Zoek in alle jaren"), self.everywhere_pressed.emit)
        self.unfold = button(self.tr("Filter toevoegen"), self._toggle, "chevron-down")
        self.panel = FilterPanel()
        self.chips = ChipRow(self.panel.organisation, self.everywhere)
        self._said = ""
        self._say = Throttle(self, _PAUSE_MS)
        self._lay_out()
        self._connect_parts()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        counts = (self.count, self.counted_too, self.late)
        layout.addWidget(Flow(*counts, self.unfold))
        layout.addWidget(self.panel)
        layout.addWidget(self.chips)
        for one in (*counts[1:], self.everywhere, self.panel):
            one.hide()

    def _connect_parts(self) -> None:
        self.panel.closed.connect(self.fold)
        self.chips.clear_pressed.connect(self.clear_pressed)
        self.chips.emptied.connect(lambda: self.unfold.setFocus(Qt.FocusReason.OtherFocusReason))
        self._say.due.connect(lambda: announce(self.count, self._said))

    def offer(self, session: Session, organisation: int | None) -> None:
        """What there is to choose from, and which organisation is chosen."""
        self.panel.offer(session.tree, session.organisations)
        self.panel.organisation.choose(organisation)

    def show_chips(self, also_words: bool) -> None:
        """The chips of the filters that are on."""
        self.chips.show_chips(self.panel.chips(), also_words)

    def fold(self) -> None:
        """Close the fields; what they say stays."""
        self._show_panel(False)
        self.unfold.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_count(self, number: int, destroyed: int, query: TalkQuery, year: str) -> None:
        """How many talks are shown, and how many more count."""
        self._show(self.count, found_words.counted(number, query, year))
        words = self.tr("en {0} vernietigd").format(destroyed) if destroyed else ""
        self._show(self.counted_too, words)
        self.everywhere.hide()

    def show_late(self, years: list[str]) -> None:
        """How many of them count in another year."""
        self._show(self.late, below_the_list(years))

    def show_besides(self, found: int, besides: Besides) -> None:
        """That there is more in all years; where nothing was found the list itself says it."""
        everywhere = besides.in_all_years or 0
        self.everywhere.setText(found_words.look_in_all_years(everywhere))
        self.everywhere.setVisible(0 < found < everywhere)

    def say(self, besides: Besides) -> None:
        """Aloud, once typing pauses: the number, never the words that were looked for."""
        said = [self.count.text()]
        if besides.in_all_years and self.count.text().startswith("Niets"):
            said.append(found_words.in_all_years(besides.in_all_years))
        if besides.instead:
            said.append(self.tr("Er is een woord dat erop lijkt."))
        self._said = ". ".join(said)
        self._say.kick()

    def _toggle(self) -> None:
        self._show_panel(self.panel.isHidden())
        if not self.panel.isHidden():
            self.panel.subject.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_panel(self, shown: bool) -> None:
        self.panel.setVisible(shown)
        self.unfold.set_icon_name("x" if shown else "chevron-down")
        self.make_room(False)
        self.unfolded.emit()

    def make_room(self, hides_list: bool) -> None:
        """What the button does now; ``hides_list`` when the fields stand in the place of it, and
        there is no room for what else stands here.
        """
        self.chips.setVisible(not hides_list)
        hide = self.tr("Toon gesprekken") if hides_list else self.tr("Filters verbergen")
        self.unfold.setText(self.tr("Filter toevoegen") if self.panel.isHidden() else hide)

    @staticmethod
    def _show(one: QLabel, words: str) -> None:
        one.setText(words)
        one.setVisible(bool(words))
