"""The pages of the export that say what will be in the overview and what stays hidden."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.export import words
from vp_logboek.gui.export.work import Prepared
from vp_logboek.gui.widgets import FieldRows, MessageBar, Tone, label
from vp_logboek.gui.widgets.choices import calm_wheel
from vp_logboek.gui.widgets.narrow import leftmost
from vp_logboek.gui.year.words import level_sentence, not_seen_sentence


class Step(QScrollArea):
    """One page that scrolls; put things in ``page``."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        self.page = QVBoxLayout(inner)
        self.page.setContentsMargins(0, 8, 8, 0)
        self.page.setSpacing(8)
        self.setWidget(inner)

    def add(self, *parts: QWidget) -> None:
        """Put these under each other."""
        for part in parts:
            self.page.addWidget(part)


class PeriodStep(Step):
    """Which year; whether it is over; and that it is issued only when all is in."""

    chosen = Signal(object, int)

    def __init__(self, organisations: Sequence[Organisation]) -> None:
        super().__init__(self.tr("Periode"))
        self._organisations = organisations
        self.organisation_list = QComboBox()
        self.organisation_list.addItems([one.name for one in organisations])
        self.year_list = QComboBox()
        for list_ in (self.organisation_list, self.year_list):
            calm_wheel(list_)
            list_.activated.connect(self._announce)
        self._rows = FieldRows()
        one_of_several = leftmost(self.organisation_list)
        row = self._rows.add(self.tr("Organisatie"), one_of_several, focus=self.organisation_list)
        row.setVisible(len(organisations) > 1)
        self._rows.add(self.tr("Jaar"), leftmost(self.year_list), focus=self.year_list)
        self._organisation = label("", "strong")
        self._organisation.setVisible(len(organisations) == 1)
        self._days = label("")
        self.over = MessageBar()
        self.issued = MessageBar()
        self.add(self._organisation, self._rows, self._days, self.over, self.issued)
        self.add(label(words.WHEN_TO_ISSUE, "strong"), label(words.STEPS))
        self.page.addStretch(1)

    def show_prepared(self, prepared: Prepared, is_over: bool) -> None:
        """Show the period and whether it can be issued."""
        organisation, period = prepared.organisation, prepared.period
        self._organisation.setText(organisation.name)
        ids = [one.id for one in self._organisations]
        self.organisation_list.setCurrentIndex(ids.index(organisation.id))
        self.year_list.clear()
        for year in sorted({*prepared.years, prepared.year}, reverse=True):
            self.year_list.addItem(organisation.year(year).label, year)
        self.year_list.setCurrentIndex(self.year_list.findData(prepared.year))
        self._days.setText(words.days(period))
        if is_over:
            self.over.hide()
        else:
            self.over.say(words.not_over(period), Tone.NOTE)
        if prepared.issued:
            self.issued.say(words.ISSUED_BEFORE, Tone.WARNING)
        else:
            self.issued.hide()

    def _announce(self) -> None:
        organisation = self._organisations[self.organisation_list.currentIndex()]
        self.chosen.emit(organisation, int(self.year_list.currentData()))


class TextStep(Step):
    """A page of headings and lines that is filled anew for each year."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._shown: list[QLabel] = []

    def _clear(self) -> None:
        while self.page.count():
            item = self.page.takeAt(0)
            part = item.widget() if item else None
            if part is not None:
                part.deleteLater()

    def _show(self, sections: Iterable[words.Section]) -> None:
        self._clear()
        for title, lines in sections:
            if title:
                self.page.addWidget(label(title, "strong"))
            if lines:
                self.page.addWidget(label("\n".join(lines)))
            self.page.addSpacing(8)
        self.page.addStretch(1)

    def text(self) -> str:
        """Everything on the page."""
        parts = (self.page.itemAt(n) for n in range(self.page.count()))
        widgets = (part.widget() for part in parts if part)
        return "\n".join(one.text() for one in widgets if isinstance(one, QLabel))


class ContentsStep(TextStep):
    """Which tables are in the PDF, which are not, and at what level."""

    def show_prepared(self, prepared: Prepared) -> None:
        """Show the contents of this year's overview."""
        view, level = prepared.view, prepared.organisation.level_in(prepared.year)
        titles = words.contents(view.report)
        absent = not_seen_sentence(view.tally, view.report, level)
        self._show(
            (
                (self.tr("In de PDF"), titles),
                (self.tr("Niet in de PDF"), tuple(x for x in (words.NEVER_IN_IT, absent) if x)),
                (self.tr("Niveau: {0}").format(level.label), (level_sentence(level),)),
            )
        )


class HiddenStep(TextStep):
    """What stays hidden and why, per table."""

    def show_prepared(self, prepared: Prepared) -> None:
        """Show what stays hidden in this year's overview."""
        report = prepared.view.report
        sections = tuple(words.hidden_sections(report, prepared.view.protected.reasons))
        if report.exact:
            first = words.ALL_SHOWN
        else:
            first = words.ABOUT_HIDDEN if sections else words.NOTHING_HIDDEN
        self._show((("", (first,)), *sections))
