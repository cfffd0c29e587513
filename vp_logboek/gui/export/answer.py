"""The question after an older copy was put back: was anything issued since?"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QWidget

from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.export import words
from vp_logboek.gui.export.wanted import Known
from vp_logboek.gui.widgets import Card, Flow, button, heading, label
from vp_logboek.gui.widgets.narrow import leftmost


class AnswerCard(Card):
    """``answered`` carries pairs of organisation id and year; none where nothing was issued."""

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._heading = heading("")
        self.no = QRadioButton(self.tr("Nee, daarna is niets uitgebracht"))
        self.yes = QRadioButton(self.tr("Ja, over deze jaren"))
        self._group = QButtonGroup(self)
        for radio in (self.no, self.yes):
            self._group.addButton(radio)
        self.boxes: list[QCheckBox] = []
        self.years = Flow()
        self.years.hide()
        self.problem = label("", "problem")
        self.problem.hide()
        self.save = button(self.tr("Antwoord bewaren"), self._answer)
        self.body.addWidget(self._heading)
        self.body.addWidget(label(words.WHY_ASKED))
        parts: tuple[QWidget, ...] = (
            leftmost(self.no), leftmost(self.yes), self.years, self.problem, leftmost(self.save),
        )  # fmt: skip
        for part in parts:
            self.body.addWidget(part)
        self.yes.toggled.connect(self.years.setVisible)
        self.hide()

    def show_question(self, known: Known, organisations: Sequence[Organisation]) -> None:
        """Ask, where it has to be asked."""
        self.setVisible(known.restored_from is not None)
        if known.restored_from is None:
            return
        question = words.restored_question(known.restored_from)
        self._heading.setText(question)
        for radio in (self.no, self.yes):
            radio.setAccessibleDescription(question)
        for old in self.boxes:
            old.hide()
            old.deleteLater()
        self.boxes = []
        for one in organisations:
            for year in sorted(known.askable.get(one.key, ()), reverse=True):
                name = one.in_year(year).year(year).label
                self._add(name if len(organisations) == 1 else f"{one.name}: {name}", one.key, year)

    def controls(self) -> list[QWidget]:
        """Everything that can be used, in the order in which it stands there."""
        return [self.no, self.yes, *self.boxes, self.save]

    def _add(self, name: str, organisation: int, year: int) -> None:
        box = QCheckBox(name.replace("&", "&&"))
        box.setProperty("scope", [organisation, year])
        self.boxes.append(box)
        self.years.add(box)

    def _answer(self) -> None:
        chosen = [tuple(box.property("scope")) for box in self.boxes if box.isChecked()]
        yes, no = self.yes.isChecked(), self.no.isChecked()
        problem = "" if yes or no else words.CHOOSE_ANSWER
        if yes and not chosen:
            problem = words.CHOOSE_YEARS
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if not problem:
            self.answered.emit(tuple(chosen) if yes else ())
