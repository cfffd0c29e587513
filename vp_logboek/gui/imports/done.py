"""The last step: what was taken over, with the way back."""

from PySide6.QtCore import Signal

from vp_logboek.gui.export.steps import Step
from vp_logboek.gui.widgets import MessageBar, Tone, button, label
from vp_logboek.gui.widgets.narrow import leftmost
from vp_logboek.services.import_table import ImportResult

_CHECK = (
    "Kijk in de lijst met gesprekken of alles klopt. Klopt het niet, maak het overnemen dan "
    "ongedaan. Dat kan ook later nog, in het menu Bestand, zolang u er niets aan verandert."
)
_UNDONE = "Het overnemen is ongedaan gemaakt. Het logboek is weer zoals het was."


class DoneStep(Step):
    """What was taken over."""

    undo_requested = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Klaar"))
        self.outcome = MessageBar()
        self._subjects = label("")
        self._check = label(_CHECK)
        self.undo_button = button(
            self.tr("Ongedaan maken"), self.undo_requested.emit, icon_name="undo-2"
        )
        self.add(self.outcome, self._subjects, self._check, leftmost(self.undo_button))
        self.page.setSpacing(12)
        self.page.addStretch(1)

    def show_result(self, result: ImportResult) -> None:
        """Tell what was taken over."""
        self.outcome.say(result.summary(), Tone.GOOD)
        named = ", ".join(f"“{name}”" for name in result.new_subjects)
        self._subjects.setText(self.tr("Nieuwe onderwerpen: {0}.").format(named))
        self._subjects.setVisible(bool(named))
        self._check.show()
        self.undo_button.show()

    def show_undone(self) -> None:
        """Tell that it was undone."""
        self.outcome.say(_UNDONE, Tone.GOOD)
        for part in (self._subjects, self._check, self.undo_button):
            part.hide()
