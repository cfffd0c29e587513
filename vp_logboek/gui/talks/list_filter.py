"""What the list of talks can be narrowed to: one field for each, with its name above it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from vp_logboek.domain.conversation import Channel, ConversationKind
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.subjects import MainClass, SubjectTree
from vp_logboek.gui.talks.filter_chip import Chip
from vp_logboek.gui.talks.list_choices import LETTERS, OrganisationFilter, SubjectFilter
from vp_logboek.gui.talks.list_wanted import Span, Wanted
from vp_logboek.gui.widgets import Dropdown, Flow, label


class FilterPanel(QWidget):
    """``changed`` tells of another filter, ``organisation_chosen`` carries an id, or None for all.

    ``closed`` tells that Esc was pressed in it.
    """

    changed = Signal()
    organisation_chosen = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.subject = SubjectFilter()
        self.kind: Dropdown[ConversationKind] = Dropdown(ConversationKind, self.tr("alle soorten"))
        self.channel: Dropdown[Channel] = Dropdown(Channel, self.tr("alle manieren"))
        self.span: Dropdown[Span] = Dropdown(Span, self.tr("hele periode"))
        self.organisation = OrganisationFilter()
        for one in (self.kind, self.channel, self.span):
            one.keep_narrow(LETTERS)
            one.activated.connect(self.changed)
        self.subject.chosen.connect(self.changed)
        self.organisation.chosen.connect(self._tell_organisation)
        self._of_organisation = _field(self.tr("Organisatie"), self.organisation)
        flow = Flow(
            _field(self.tr("Onderwerp"), self.subject),
            _field(self.tr("Soort gesprek"), self.kind),
            _field(self.tr("Hoe"), self.channel),
            _field(self.tr("Wanneer"), self.span),
            self._of_organisation,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(flow)

    def offer(self, tree: SubjectTree, organisations: tuple[Organisation, ...]) -> None:
        """What there is to choose from."""
        self.subject.offer(tree)
        self.organisation.offer(organisations)
        self._of_organisation.setVisible(len(organisations) > 1)

    def wanted(self) -> Wanted:
        """What the fields say, but for the organisation."""
        subject = self.subject.choice()
        return Wanted(
            subject if isinstance(subject, MainClass | str) else None,
            self.kind.choice(),
            self.channel.choice(),
            self.span.choice(),
        )

    def clear(self) -> None:
        """No filter, without telling anybody; the organisation stays."""
        for one in (self.subject, self.kind, self.channel, self.span):
            one.setCurrentIndex(0)

    def chips(self) -> list[Chip]:
        """One for each filter that is on, in the order of the fields."""
        found = [
            Chip(one.currentText(), lambda one=one: self._remove(one))  # type: ignore[misc]
            for one in (self.subject, self.kind, self.channel, self.span)
            if one.currentIndex() > 0
        ]
        if self.organisation.currentIndex() > 0 and not self._of_organisation.isHidden():
            found.append(Chip(self.organisation.currentText(), self._remove_organisation))
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _remove(self, one: QComboBox) -> None:
        one.setCurrentIndex(0)
        self.changed.emit()

    def _remove_organisation(self) -> None:
        self.organisation.choose(None)
        self._tell_organisation()

    def _tell_organisation(self) -> None:
        self.organisation_chosen.emit(self.organisation.choice())


def _field(words: str, control: QComboBox) -> QWidget:
    """A control with its name above it, which a screen reader finds by that name."""
    name = label(words, "muted", wrap=False)
    name.setBuddy(control)
    control.setAccessibleName(words)
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(name)
    column.addWidget(control)
    return holder
