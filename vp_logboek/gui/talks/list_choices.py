"""Drop-downs to narrow the list of talks with: subjects below their main class, organisations."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QComboBox

from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.subjects import REST_LABEL, MainClass, Subject, SubjectTree, rest_of
from vp_logboek.gui.widgets import calm_wheel

LETTERS, _LETTERS_OF_SUBJECT = 13, 20
"""So many letters of what is chosen are seen; the list that folds out shows all."""
_WEIGHT = QFont.Weight.DemiBold


class _Choose(QComboBox):
    """A drop-down whose lines stand for something else than a closed list."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._stands_for: list[object] = [None]
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LETTERS)
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


def _words(leaf: Subject) -> str:
    """A line that says enough by itself."""
    if leaf.code != rest_of(leaf.main):
        return leaf.label
    return f"{leaf.main.label}: {REST_LABEL.lower()}"
