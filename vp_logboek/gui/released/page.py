"""The place *Uitgegeven*."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets import title
from vp_logboek.gui.widgets.empty import EmptyState


class ReleasedPage(QWidget):
    """Everything that was issued. ``overview_requested``: make an overview."""

    overview_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.nothing = EmptyState()
        layout = QVBoxLayout(self)
        layout.addWidget(title(self.tr("Uitgegeven")))
        layout.addWidget(self.nothing, 1)

    def arrive(self) -> None:
        """Somebody comes to this page."""
        self.nothing.say(
            self.tr("Hier komt te staan wat u uitbrengt."),
            (self.tr("PDF voor HR"), self.overview_requested.emit),
        )
