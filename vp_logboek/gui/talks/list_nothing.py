"""In place of an empty list: why there is nothing, and what one can do."""

from PySide6.QtCore import Signal

from vp_logboek.domain.listing import TalkQuery
from vp_logboek.gui.talks import found_words
from vp_logboek.gui.widgets.empty import EmptyState, Offer
from vp_logboek.services.searching import Besides


class NothingHere(EmptyState):
    """Says why; each signal is one of the ways on. ``instead_pressed`` carries other words."""

    clear_pressed = Signal()
    unfilter_pressed = Signal()
    everywhere_pressed = Signal()
    instead_pressed = Signal(str)
    new_pressed = Signal()
    import_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told_of: TalkQuery | None = None

    def show_why(self, query: TalkQuery, year: str, destroyed: bool) -> None:
        """Nothing fits, or there is nothing at all."""
        before, self._told_of = self._told_of, query
        if query.text or query.is_filtered:
            if query != before:  # else what was offered stays until it is known anew
                self.show_besides(Besides())
            return
        if destroyed:
            self.say(
                self.tr("De gesprekken zijn vernietigd. In het jaaroverzicht tellen ze nog mee.")
            )
            return
        where = f" in {year}" if query.year is not None else ""
        self.say(
            self.tr("Nog geen gesprekken{where}.").format(where=where),
            (self.tr("+ Nieuw gesprek"), self.new_pressed.emit),
            (self.tr("Neem een Excel-lijst over"), self.import_pressed.emit),
        )

    def forget(self) -> None:
        """There is something now."""
        self._told_of = None

    def show_besides(self, besides: Besides) -> None:
        """What one looks for is not here: it may be elsewhere, or be called something else."""
        offers: list[Offer] = []
        if besides.instead:
            words = self.tr("Bedoelde u {0}?").format(besides.instead)
            offers.append((words, lambda: self.instead_pressed.emit(besides.instead)))
        if besides.in_all_years:
            said = found_words.look_in_all_years(besides.in_all_years)
            offers.append((said, self.everywhere_pressed.emit))
        if besides.without_filters:
            words = self.tr("Zoek zonder filters ({0})")
            said = words.format(found_words.talks(besides.without_filters))
            offers.append((said, self.unfilter_pressed.emit))
        offers.append((self.tr("Toon alles"), self.clear_pressed.emit))
        self._say_anew(self.tr("Geen gesprek past bij wat u zoekt."), offers)

    def _say_anew(self, sentence: str, offers: list[Offer]) -> None:
        """Only what changed: on one of the buttons may be the keyboard."""
        before = [one.text() for one in self.offers()]
        if (sentence, [words for words, _ in offers]) != (self.sentence(), before):
            for one in self.offers():
                one.hide()
            self.say(sentence, *offers)
