"""How strong a new passphrase is: five steps and a sentence, worked out off the GUI thread."""

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vp_logboek.gui.session import Session
from vp_logboek.gui.theme import colours_of
from vp_logboek.gui.throttle import Throttle
from vp_logboek.gui.widgets import label
from vp_logboek.services.safekeeping import Strength, strength

STEPS = 4


class _Steps(QWidget):
    """Four blocks, as many filled as the score."""

    def __init__(self) -> None:
        super().__init__()
        self.score = 0
        self.setFixedHeight(8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self)
        filled = (colours.danger, colours.danger, colours.warning, colours.good, colours.good)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        width = (self.width() + 4) / STEPS
        for step in range(STEPS):
            colour = filled[self.score] if step < self.score else colours.hairline
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(step * width, 0, width - 4, 6), 3, 3)


class StrengthMeter(QWidget):
    """Shows the strength of what was typed last. ``judged`` follows every judgement."""

    judged = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._text = ""
        self._steps = _Steps()
        self._words = label("", "small")
        self._pause = Throttle(self, 150, 600)
        self._pause.due.connect(self._ask)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._steps)
        layout.addWidget(self._words)
        self.show_strength(Strength(0, self.tr("Vier of meer losse woorden zijn sterk.")))

    def judge(self, passphrase: str) -> None:
        """Judge this passphrase as soon as typing pauses."""
        self._text = passphrase
        self._pause.kick()

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        self._pause.cancel()
        self._text = ""

    def show_strength(self, found: Strength) -> None:
        """Show a judgement."""
        self._steps.score = found.score
        self._steps.update()
        self._words.setText(found.sentence)
        self.setAccessibleName(found.sentence)
        self.judged.emit()

    def sentence(self) -> str:
        """What the meter says."""
        return self._words.text()

    def _ask(self) -> None:
        self._session.run(partial(strength, self._text), self.show_strength)
