"""What the list of talks can be narrowed to: one field for each, with its name above it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from vp_logboek.domain.choice import Choice
from vp_logboek.domain.conversation import Channel, ConversationKind
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.subjects import REST_LABEL, MainClass, Subject, SubjectTree, rest_of
from vp_logboek.gui.talks.filter_chip import Chip
from vp_logboek.gui.widgets import Dropdown, Flow, calm_wheel, label

_LETTERS, _LETTERS_OF_SUBJECT = 13, 20
_WEIGHT = QFont.Weight.DemiBold


class Span(Choice):
    """How far back one looks."""

    MONTH = "maand", "laatste 30 dagen"
    QUARTER = "kwartaal", "laatste 3 maanden"
    YEAR = "jaar", "laatste 12 maanden"

    def first_day(self, today: date) -> date:
        """The first day of it."""
        return today - timedelta(days={Span.MONTH: 30, Span.QUARTER: 91, Span.YEAR: 365}[self])


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the fields say. ``subject`` is a main class or the code of a leaf."""

    subject: MainClass | str | None = None
    kind: ConversationKind | None = None
    channel: Channel | None = None
    span: Span | None = None

    def asked(self, query: TalkQuery, today: date) -> TalkQuery:
        """The same question with these filters in place of others."""
        main = self.subject if isinstance(self.subject, MainClass) else None
        return replace(
            query,
            main=main,
            subject=None if main else self.subject,
            kind=self.kind,
            channel=self.channel,
            since=None if self.span is None else self.span.first_day(today),
        )


NOTHING = Wanted()


class _Choose(QComboBox):
    """A drop-down whose lines stand for something else than a closed list."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._stands_for: list[object] = [None]
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        calm_wheel(self)
        self.activated.connect(self.chosen)

    def _refill(self, none: str, lines: list[tuple[str, object]]) -> None:
        """Other lines; what was chosen stays where it is still there."""
        before = self.choice()
        self.clear()
        self.addItems([none, *(words for words, _ in lines)])
        self._stands_for = [None, *(one for _, one in lines)]
        self.choose(before)
        widest = max(self.fontMetrics().horizontalAdvance(words) for words, _ in lines)
        self.view().setMinimumWidth(widest + 48)

    def choice(self) -> object:
        """What the chosen line stands for."""
        return self._stands_for[max(0, self.currentIndex())]

    def choose(self, wanted: object) -> None:
        """Choose a line; the first stands for none."""
        known = wanted in self._stands_for
        self.setCurrentIndex(self._stands_for.index(wanted) if known else 0)


class SubjectFilter(_Choose):
    """The main classes, each with its subjects below it."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumContentsLength(_LETTERS_OF_SUBJECT)
        self._tree: SubjectTree | None = None

    def offer(self, tree: SubjectTree) -> None:
        """Let one of these be chosen; retired ones too, for past years have them."""
        if tree == self._tree:
            return
        self._tree = tree
        lines: list[tuple[str, object]] = []
        heads: list[int] = []
        for main in MainClass:
            heads.append(len(lines) + 1)
            lines.append((main.label, main))
            lines += [(_words(leaf), leaf.code) for leaf in tree.under(main)]
        self._refill(self.tr("alle onderwerpen"), lines)
        bold = QFont()
        bold.setWeight(_WEIGHT)
        for row in heads:
            self.setItemData(row, bold, Qt.ItemDataRole.FontRole)
            spoken = self.tr("{0}, alle onderwerpen hiervan").format(self.itemText(row))
            self.setItemData(row, spoken, Qt.ItemDataRole.AccessibleTextRole)


class OrganisationFilter(_Choose):
    """The talks of one organisation, where a logbook has several."""

    def __init__(self) -> None:
        super().__init__()
        self._offered: tuple[Organisation, ...] = ()

    def offer(self, organisations: tuple[Organisation, ...]) -> None:
        """Let one of these be chosen; what was chosen stays."""
        if organisations != self._offered:
            self._offered = organisations
            lines: list[tuple[str, object]] = [(one.name, one.id) for one in organisations]
            self._refill(self.tr("alle organisaties"), lines)


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
            one.keep_narrow(_LETTERS)
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


def _words(leaf: Subject) -> str:
    """A line that says enough by itself."""
    if leaf.code != rest_of(leaf.main):
        return leaf.label
    return f"{leaf.main.label}: {REST_LABEL.lower()}"


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
