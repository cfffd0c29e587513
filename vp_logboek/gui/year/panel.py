"""One half of the year screen: a heading, the table or why there is none, and notes below."""

from PySide6.QtWidgets import QLabel, QWidget

from vp_logboek.gui.widgets import Card, heading, label
from vp_logboek.gui.year.cells import Sheet
from vp_logboek.gui.year.pair import FigureTable


class FiguresPanel(Card):
    """A card with a figure table. ``note`` is the line under it, ``absent`` what stands instead.

    ``lead`` stands between heading and table; both halves give it the same height.
    """

    def __init__(self, title: str, lead: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lead = lead
        self.table = FigureTable(title)
        self._heading = heading(title)
        self._absent = label("")
        self._note = label("", "strong")
        self._why = label("", "muted")
        self.body.addWidget(self._heading)
        self.body.addWidget(lead)
        for part in (self._absent, self.table, self._note, self._why):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._say(self._note, "")
        self._say(self._why, "")

    def set_title(self, title: str) -> None:
        """Say something else above it."""
        self._heading.setText(title)
        self.table.setAccessibleName(title)

    @property
    def heading_top(self) -> int:
        """How far below the upper edge its heading begins."""
        return self._heading.geometry().top()

    @property
    def title(self) -> str:
        """What stands above it."""
        return self._heading.text()

    def set_lead(self, sentence: str) -> None:
        """Say something between heading and table, where a sentence stands there. Without a table
        it takes no room.
        """
        if isinstance(self.lead, QLabel):
            self.lead.setText(sentence)
            self.lead.setVisible(not self.table.isHidden())

    def show_table(self, sheet: Sheet, note: str = "") -> None:
        """Show figures, with a line under them."""
        self.table.show_sheet(sheet)
        self.table.show()
        self._say(self._absent, "")
        self._say(self._note, note)
        self._say(self._why, "")

    def show_absent(self, sentence: str) -> None:
        """Show no figures but why there are none."""
        self.table.show_sheet(Sheet((), ()))
        self.table.hide()
        self._say(self._absent, sentence)
        self._say(self._note, "")
        self._say(self._why, "")

    @property
    def absent(self) -> str:
        """Why there are no figures, or nothing."""
        return "" if self._absent.isHidden() else self._absent.text()

    def explain(self, sentence: str) -> None:
        """Say something about the row that is chosen; an empty text takes it away."""
        self._say(self._why, sentence)

    @property
    def explanation(self) -> QLabel:
        """Where something is said about the row that is chosen."""
        return self._why

    @staticmethod
    def _say(part: QLabel, text: str) -> None:
        part.setText(text)
        part.setVisible(bool(text))
