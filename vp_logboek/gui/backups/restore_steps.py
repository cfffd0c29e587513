"""The pages of putting a copy back after it was chosen: passphrase, what is in it, and done."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal

from vp_logboek.gui.backups import words
from vp_logboek.gui.backups.step import Step, fit_table
from vp_logboek.gui.unlock.passphrase import PassphraseField
from vp_logboek.gui.widgets import FieldRow, MessageBar, Tone, label
from vp_logboek.gui.widgets.rows import Head, Row, RowsModel
from vp_logboek.gui.widgets.table import CalmTable
from vp_logboek.services.backups import Contents


class PassphraseStep(Step):
    """The passphrase of the copy, which can be an older one."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("De wachtzin van de kopie"))
        self.field = PassphraseField(self.tr("Wachtzin van de kopie"))
        self.field.entered.connect(self.entered)
        row = FieldRow(self.tr("&Wachtzin"), self.field, words.WHICH_WORDS, focus=self.field.edit)
        row.set_label_width(0)
        self.page.addWidget(row)
        self.page.addStretch(1)


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
        for part in (self.made, self.lacking):
            self.page.addWidget(part)
        self.page.addWidget(self.table, 1)
        self.page.addStretch(0)

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
        fit_table(self.table)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            fit_table(self.table)


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
