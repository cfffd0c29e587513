"""The last page: what was done."""

from datetime import date

from vp_logboek.gui.export import words
from vp_logboek.gui.export.steps import Step
from vp_logboek.gui.export.work import Issued, Prepared
from vp_logboek.gui.widgets import MessageBar, Tone, heading, label


class ResultStep(Step):
    """What was done and what was not."""

    def __init__(self) -> None:
        super().__init__(self.tr("Klaar"))
        self.outcome = MessageBar()
        self._lines = [label("") for _ in range(5)]
        self._heading = heading(self.tr("Goed om te weten"))
        self.add(self.outcome, self._heading, *self._lines)
        self.page.addStretch(1)

    def show_result(self, prepared: Prepared, issued: Issued, on: date) -> None:
        """Tell what was saved; when reading back failed, that alone."""
        if issued.same:
            said = self.tr("Het jaaroverzicht {0} is uitgebracht en bewaard als “{1}”.")
            self.outcome.say(said.format(prepared.period.label, issued.name), Tone.GOOD)
        else:
            self.outcome.say(
                self.tr(
                    "De PDF is bewaard als “{0}”, maar was niet goed terug te lezen. "
                    "Gebruik dit bestand niet. Bewaar het overzicht nog eens, op een andere plek."
                ).format(issued.name),
                Tone.PROBLEM,
            )
        lines = words.result_lines(prepared.view.report, on) if issued.same else ()
        self._heading.setVisible(bool(lines))
        for part, text in zip(self._lines, (*lines, "", "", "", "", ""), strict=False):
            part.setText(text)
            part.setVisible(bool(text))

    def text(self) -> str:
        """Everything on the page."""
        return "\n".join([self.outcome.text(), *(part.text() for part in self._lines)])
