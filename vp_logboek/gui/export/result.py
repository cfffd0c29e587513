"""The last page: what was done."""

from collections.abc import Sequence

from vp_logboek.gui.export.steps import Step
from vp_logboek.gui.export.work import Issued
from vp_logboek.gui.widgets import MessageBar, Tone, heading, label

_MOST_LINES = 8


class ResultStep(Step):
    """What was done and what was not."""

    def __init__(self) -> None:
        super().__init__(self.tr("Klaar"))
        self.outcome = MessageBar()
        self._lines = [label("") for _ in range(_MOST_LINES)]
        self._heading = heading(self.tr("Goed om te weten"))
        self.add(self.outcome, self._heading, *self._lines)
        self.page.addStretch(1)

    def show_result(self, title: str, issued: Issued, lines: Sequence[str]) -> None:
        """Tell what was saved; when reading back failed, that alone."""
        if issued.same:
            said = (
                self.tr("{0} is nog een keer bewaard als “{1}”.")
                if issued.is_again
                else self.tr("{0} is uitgebracht en bewaard als “{1}”.")
            )
            self.outcome.say(said.format(title, issued.name), Tone.GOOD)
        else:
            self.outcome.say(
                self.tr(
                    "De PDF is bewaard als “{0}”, maar was niet goed terug te lezen. "
                    "Gebruik dit bestand niet. Bewaar het overzicht nog eens, op een andere plek."
                ).format(issued.name),
                Tone.PROBLEM,
            )
        told = tuple(lines) if issued.same else ()
        self._heading.setVisible(bool(told))
        for position, part in enumerate(self._lines):
            part.setText(told[position] if position < len(told) else "")
            part.setVisible(position < len(told))

    def text(self) -> str:
        """Everything on the page."""
        return "\n".join([self.outcome.text(), *(part.text() for part in self._lines)])
