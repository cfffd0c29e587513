"""The pages of putting a copy back: which one, its passphrase, what is in it, and done."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHeaderView, QProgressBar, QVBoxLayout, QWidget

from vp_logboek.gui.backups import words
from vp_logboek.gui.unlock.passphrase import PassphraseField
from vp_logboek.gui.widgets import FieldRow, MessageBar, Tone, button, label
from vp_logboek.gui.widgets.narrow import leftmost
from vp_logboek.gui.widgets.rows import Head, Row, RowsModel
from vp_logboek.gui.widgets.scrolling import scrolling
from vp_logboek.gui.widgets.table import CalmTable
from vp_logboek.services.backups import Contents, Copy


class Step(QWidget):
    """One page with a name; parts stand under each other, and scroll where they are too many."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        inner = QWidget()
        self.page = QVBoxLayout(inner)
        self.page.setContentsMargins(0, 8, 8, 0)
        self.page.setSpacing(8)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolling(inner))


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
        self._fit()
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
            self._fit()

    def _fit(self) -> None:
        self.table.resizeColumnsToContents()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

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


class PassphraseStep(Step):
    """The passphrase of the copy, which can be an older one."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("De wachtzin van de kopie"))
        self.field = PassphraseField(self.tr("Wachtzin van de kopie"))
        self.field.entered.connect(self.entered)
        row = FieldRow(self.tr("&Wachtzin"), self.field, words.WHICH_WORDS, focus=self.field.edit)
        row.set_label_width(0)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(self.tr("De kopie wordt gelezen"))
        self.page.addWidget(row)
        self.page.addWidget(self._busy)
        self.page.addStretch(1)
        self.show_busy(False)

    def show_busy(self, busy: bool) -> None:
        """Whether the copy is being read: takes about a second."""
        self.field.setEnabled(not busy)
        self._busy.setVisible(busy)


class ContentsStep(Step):
    """What the copy holds beside what the logbook holds now."""

    def __init__(self) -> None:
        super().__init__(self.tr("Wat erin staat"))
        self.made = label("", "strong")
        self.lacking = MessageBar()
        self.model: RowsModel[str] = RowsModel(
            (
                Head(""),
                Head(self.tr("In de kopie"), figures=True),
                Head(self.tr("In uw logboek nu"), figures=True),
            ),
            self,
        )
        self.table = CalmTable(self.tr("Wat in de kopie staat en wat in uw logboek staat"))
        self.table.setModel(self.model)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(self.tr("De kopie wordt teruggezet"))
        for part in (self.made, self.lacking):
            self.page.addWidget(part)
        self.page.addWidget(self.table, 1)
        self.page.addWidget(self._busy)
        self._busy.hide()

    def show_contents(self, copy: Contents, present: Contents | None) -> None:
        """Show what is in the copy; ``present`` is None where no logbook is open."""
        made = self.tr("Deze kopie is van {0}. De kopie is heel.").format(words.moment(copy.made))
        self.made.setText(made)
        lacking = words.lacking(copy, present)
        if lacking:
            self.lacking.say(lacking, Tone.WARNING)
        else:
            self.lacking.hide()
        self.model.set_rows([Row(line[0], line) for line in words.compared(copy, present)])
        self.table.setColumnHidden(2, present is None)
        self._fit()

    def show_busy(self, busy: bool) -> None:
        """Whether the copy is being put back."""
        self._busy.setVisible(busy)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.table.resizeColumnsToContents()
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


class DoneStep(Step):
    """The copy is back, under a name of its own."""

    def __init__(self) -> None:
        super().__init__(self.tr("Klaar"))
        self.outcome = MessageBar()
        self.page.addWidget(self.outcome)
        self.page.addWidget(
            label(self.tr("Het teruggezette logboek opent met de wachtzin van de kopie."))
        )
        self.page.addStretch(1)

    def show_done(self, target: Path) -> None:
        """Tell what was made; the old file is still there."""
        said = self.tr(
            "De kopie is teruggezet en nagekeken. Het nieuwe bestand heet “{0}”. "
            "Uw eerdere logboek is niet veranderd."
        )
        self.outcome.say(said.format(target.name), Tone.GOOD)
