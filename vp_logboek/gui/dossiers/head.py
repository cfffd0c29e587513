"""At the top of a dossier: its number, what it is about, and when it was open."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vp_logboek.domain.dossier import Dossier
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets import label, title
from vp_logboek.messages import in_words

NO_BREAK = "\N{NO-BREAK SPACE}"


class DossierHead(QWidget):
    """Two lines; the organisation is named where there are several."""

    def __init__(self) -> None:
        super().__init__()
        self.title = title("")
        self.state = label("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.title, self.state):
            column.addWidget(part)

    def show_dossier(self, dossier: Dossier, session: Session) -> None:
        """Tell of this dossier."""
        self.title.setText(f"Dossier {dossier.number}")
        parts = [session.tree.full_label(dossier.subject), _state(dossier)]
        if len(session.organisations) > 1:
            parts.append(session.organisation(dossier.organisation).name)
        self.state.setText(" · ".join(parts))

    def forget(self) -> None:
        """Hold no word of what was shown."""
        self.title.clear()
        self.state.clear()


def _state(dossier: Dossier) -> str:
    opened = f"geopend op {_day(dossier.opened)}"
    return opened if dossier.closed is None else f"{opened}, gesloten op {_day(dossier.closed)}"


def _day(day: date) -> str:
    """A day that stays on one line."""
    return in_words(day).replace(" ", NO_BREAK)
