"""Which copy is put back: one of the folder, or another file."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal

from vp_logboek.gui.backups import words
from vp_logboek.gui.backups.step import Step, fit_table
from vp_logboek.gui.widgets import button, label
from vp_logboek.gui.widgets.narrow import leftmost
from vp_logboek.gui.widgets.rows import Head, Row, RowsModel
from vp_logboek.gui.widgets.table import CalmTable
from vp_logboek.services.backups import Copy


class ChooseStep(Step):
    """The copies there are, the newest first, or another file."""

    chosen = Signal()
    opened = Signal()
    other_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Kies een kopie"))
        self._other: Path | None = None
        self.model: RowsModel[Copy] = RowsModel(
            (
                Head(self.tr("Gemaakt op")),
                Head(self.tr("Ouderdom")),
                Head(self.tr("Grootte"), figures=True),
            ),
            self,
        )
        self.table = CalmTable(self.tr("Reservekopieën"))
        self.table.setModel(self.model)
        self.nothing = label(self.tr("In de map voor reservekopieën staat geen kopie."), "muted")
        self.other = button(self.tr("Kies een ander bestand…"), self.other_pressed.emit)
        self.file = label("", "strong")
        self.needs = label("")
        self.page.addWidget(
            label(self.tr("Uw huidige logboek blijft bestaan. Er wordt niets overschreven."))
        )
        self.page.addWidget(self.nothing)
        self.page.addWidget(self.table, 1)
        self.page.addWidget(self.needs)
        self.page.addWidget(leftmost(self.other))
        self.page.addWidget(self.file)
        self._stretch = self.page.count()
        self.page.addStretch(0)
        self.table.row_chosen.connect(self._choose_row)
        self.table.row_opened.connect(self._open_row)
        self.file.hide()
        self.needs.hide()

    @property
    def copy(self) -> Path | None:
        """The copy that is chosen."""
        if self._other is not None:
            return self._other
        found = self.model.item(self.table.currentIndex().row())
        return None if found is None else found.path

    def show_copies(self, copies: tuple[Copy, ...], ages: tuple[int, ...]) -> None:
        """Show these copies with how many days old they are; the newest is chosen."""
        rows = [
            Row(
                copy,
                (moment, words.age(age), words.size(copy.size)),
                (copy.made, age, copy.size),
            )
            for copy, moment, age in zip(copies, moments_of(copies), ages, strict=True)
        ]
        self.model.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.page.setStretch(self._stretch, 0 if rows else 1)
        fit_table(self.table)
        if rows:
            self.table.selectRow(0)

    def show_other(self, path: Path) -> None:
        """Another file was chosen."""
        self.table.clearSelection()
        self._other = path
        self.file.setText(self.tr("Gekozen: “{0}”").format(path.name))
        self.file.show()
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            fit_table(self.table)

    def _choose_row(self, _: int) -> None:
        self._other = None
        self.file.hide()
        self._tell()

    def _tell(self) -> None:
        needed = "" if self.copy is None else words.what_it_needs(self.copy.name)
        self.needs.setText(needed)
        self.needs.setVisible(bool(needed))
        self.chosen.emit()

    def _open_row(self, _: int) -> None:
        self.opened.emit()


def moments_of(copies: Sequence[Copy]) -> list[str]:
    """When each was made, the newest first; those of one minute are numbered from the oldest on."""
    told = [_moment_of(copy) for copy in copies]
    of_minute = Counter(told)
    left = of_minute.copy()
    numbered: list[str] = []
    for words_ in told:
        which = f", {left[words_]}e kopie van die minuut" if of_minute[words_] > 1 else ""
        numbered.append(words_ + which)
        left[words_] -= 1
    return numbered


def _moment_of(copy: Copy) -> str:
    what = words.what_it_is(copy.path.name)
    return words.moment(copy.made) + (f", {what}" if what else "")
