"""The first page: what is made an overview of."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox

from vp_logboek.domain.ledger import ReleaseKind
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.export import words
from vp_logboek.gui.export.answer import AnswerCard
from vp_logboek.gui.export.standing import Standing
from vp_logboek.gui.export.steps import Step, walk_in_order
from vp_logboek.gui.export.wanted import Known, Wanted
from vp_logboek.gui.widgets import FieldRows, Flow, Radios, calm_wheel, label
from vp_logboek.gui.widgets.narrow import leftmost
from vp_logboek.services.blocked import TOGETHER

LEAST_YEARS, MOST_YEARS = 3, 5
_KINDS = {
    ReleaseKind.YEAR: "één jaar",
    ReleaseKind.TOGETHER: "alle organisaties samen",
    ReleaseKind.YEARS: "een aantal jaren naast elkaar",
}


class PeriodStep(Step):
    """``chosen`` tells that something else is asked for, ``revise_requested`` that a revised
    edition is, ``answered`` carries the answer to the question after a restore.
    """

    chosen = Signal()
    revise_requested = Signal()
    answered = Signal(object)

    def __init__(self, organisations: Sequence[Organisation], read_only: bool = False) -> None:
        super().__init__(self.tr("Welk overzicht?"))
        self._organisations = organisations
        self._read_only = read_only
        self._known = Known({})
        self.kind: Radios[ReleaseKind] = Radios(self.tr("Overzicht van"), tuple(_KINDS), _KINDS)
        self.kind.choose(ReleaseKind.YEAR)
        self.organisation_list = QComboBox()
        self.organisation_list.addItems([one.name for one in organisations])
        self.year_list = QComboBox()
        self.year_boxes: list[QCheckBox] = []
        self._ticks = Flow()
        self.question = AnswerCard()
        self._organisation = label("", "strong")
        self.standing = Standing(read_only)
        self.revise = self.standing.revise
        self._lay_out()
        self._connect_parts()
        self._arrange()
        self.hide_state()

    def _lay_out(self) -> None:
        self._rows = FieldRows()
        self._kind_row = self._rows.add(self.tr("Overzicht van"), self.kind)
        one_of_several = leftmost(self.organisation_list)
        self._organisation_row = self._rows.add(
            self.tr("Organisatie"), one_of_several, focus=self.organisation_list
        )
        year = leftmost(self.year_list)
        self._year_row = self._rows.add(self.tr("Jaar"), year, focus=self.year_list)
        self._ticks_row = self._rows.add(self.tr("Jaren"), self._ticks, words.WHICH_YEARS)
        self.add(self.question, self._organisation, self._rows, self.standing)
        self.page.addStretch(1)

    def _connect_parts(self) -> None:
        for list_ in (self.organisation_list, self.year_list):
            calm_wheel(list_)
        self.organisation_list.activated.connect(self._choose_organisation)
        self.year_list.activated.connect(self._tell)
        self.kind.changed.connect(self._choose_kind)
        self.question.answered.connect(self.answered)
        self.standing.revise_requested.connect(self.revise_requested)

    # --- what is asked for --------------------------------------------------------------------

    @property
    def wanted(self) -> Wanted | None:
        """What is chosen; None for too few years, or too many."""
        kind, organisation = self.wanted_kind, self._chosen
        if kind is ReleaseKind.YEARS:
            years = tuple(int(box.property("year")) for box in self.year_boxes if box.isChecked())
            fits = LEAST_YEARS <= len(years) <= MOST_YEARS
            return Wanted(kind, organisation, years, self._is_of_all) if fits else None
        year = self.year_list.currentData()
        return None if year is None else Wanted(kind, organisation, (int(year),))

    @property
    def _chosen(self) -> Organisation:
        row = self.organisation_list.currentIndex()
        return self._organisations[row if 0 <= row < len(self._organisations) else 0]

    @property
    def _is_of_all(self) -> bool:
        """The last line of the list, where there is one more than organisations."""
        return self.organisation_list.currentIndex() == len(self._organisations)

    @property
    def wanted_kind(self) -> ReleaseKind:
        """What kind of overview is asked for."""
        return self.kind.choice() or ReleaseKind.YEAR

    def show_known(self, known: Known, organisation: Organisation, year: int) -> None:
        """Offer what there is, and choose this year."""
        self._known = known
        if not self._read_only:
            self.question.show_question(known, self._organisations)
        ids = [one.id for one in self._organisations]
        self.organisation_list.setCurrentIndex(ids.index(organisation.id))
        self._offer_years(year)
        self._arrange()

    def hide_state(self) -> None:
        """Say nothing about what is asked for until it is known how that stands."""
        self.standing.hide_state(self.wanted)

    def _arrange(self) -> None:
        """Only what can be chosen is in sight."""
        several = len(self._organisations) > 1
        kind = self.kind.choice()
        offered = {
            ReleaseKind.YEAR: True,
            ReleaseKind.TOGETHER: several and bool(self._known.together),
            ReleaseKind.YEARS: any(self._can_be_beside(key) for key in self._known.issued),
        }
        for radio, offer in zip(self.kind.buttons(), offered.values(), strict=False):
            radio.setVisible(offer)
        self._kind_row.setVisible(sum(offered.values()) > 1)
        self._organisation_row.setVisible(several and kind is not ReleaseKind.TOGETHER)
        self._organisation.setText(self._organisations[0].name)
        self._organisation.setVisible(not several)
        self.standing.say_kind(kind)
        self._year_row.setVisible(kind is not ReleaseKind.YEARS)
        self._ticks_row.setVisible(kind is ReleaseKind.YEARS)

    def _offer_years(self, wanted: int | None = None) -> None:
        kind = self.kind.choice()
        organisation = self._chosen
        known = self._known.years.get(organisation.key, ())
        years = set(self._known.together) if kind is ReleaseKind.TOGETHER else set(known)
        if wanted is not None and kind is ReleaseKind.YEAR:
            years.add(wanted)
        before = self.year_list.currentData() if wanted is None else wanted
        self.year_list.clear()
        for year in sorted(years, reverse=True):
            self.year_list.addItem(organisation.in_year(year).year(year).label, year)
        self.year_list.setCurrentIndex(max(0, self.year_list.findData(before)))
        self._offer_ticks(organisation)

    def _offer_ticks(self, organisation: Organisation) -> None:
        for old in self.year_boxes:
            old.hide()
            old.deleteLater()
        self.year_boxes = []
        key = TOGETHER if self._is_of_all else organisation.key
        for year in sorted(self._known.issued.get(key, ())):
            box = QCheckBox(organisation.in_year(year).year(year).label)
            box.setProperty("year", year)
            box.setChecked(True)
            self.year_boxes.append(box)
            self._ticks.add(box)
        for box in self.year_boxes[:-MOST_YEARS]:
            box.setChecked(False)
        for box in self.year_boxes:
            box.toggled.connect(self._tell)
        self._order()

    def _order(self) -> None:
        lists = (self.organisation_list, self.year_list)
        walk_in_order(
            (*self.question.controls(), *self.kind.buttons(), *lists, *self.year_boxes, self.revise)
        )

    def _can_be_beside(self, key: int) -> bool:
        return len(self._known.issued.get(key, ())) >= LEAST_YEARS

    def _offer_all(self) -> None:
        """For years side by side all organisations together are one line more."""
        wants = self.wanted_kind is ReleaseKind.YEARS and self._can_be_beside(TOGETHER)
        count = len(self._organisations)
        if wants and self.organisation_list.count() == count:
            self.organisation_list.addItem(self.tr("alle organisaties samen"))
        elif not wants and self.organisation_list.count() > count:
            self.organisation_list.removeItem(count)

    def _choose_kind(self) -> None:
        self._offer_all()
        self._offer_years()
        self._arrange()
        self.chosen.emit()

    def _choose_organisation(self, _: int) -> None:
        self._offer_years()
        self.chosen.emit()

    def _tell(self, _: object) -> None:
        self.chosen.emit()
