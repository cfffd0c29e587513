"""The subject: a few letters find it, grouped under the five main classes."""

from difflib import get_close_matches

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QStandardItemModel
from PySide6.QtWidgets import QLineEdit

from vp_logboek.domain.subjects import SubjectTree
from vp_logboek.gui.talks.subject_list import CODE, SubjectFinder, plain, subject_item
from vp_logboek.gui.widgets import announce, button
from vp_logboek.gui.widgets.private import keep_private

_ALMOST = 0.75
"""How alike two words are of which one is a slip of the other (difflib's ratio)."""
_AROUND = 8
"""Pixels around the arrow."""
_PAUSE_MS = 600
"""After so long without a key it is said aloud what was found."""


class SubjectField(QLineEdit):
    """Type a few letters or open the list. ``chosen`` tells that a leaf was chosen."""

    chosen = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tree = SubjectTree(())
        self._code: str | None = None
        self._model = QStandardItemModel(self)
        self._finder = SubjectFinder(self._model, self)
        self.setCompleter(self._finder)
        keep_private(self)
        self.setPlaceholderText(self.tr("Typ een paar letters, of open de lijst"))
        self._all = button("", self.show_all, "chevron-down", role="link")
        self._all.setParent(self)
        self._all.setAccessibleName(self.tr("Toon alle onderwerpen"))
        self._all.setToolTip(self.tr("Toon alle onderwerpen"))
        self._all.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow key down does the same
        self._all.setCursor(Qt.CursorShape.ArrowCursor)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._say_found)
        self.textEdited.connect(self._forget)
        self._finder.activated.connect(self._take)

    def set_tree(self, tree: SubjectTree, keep: str | None = None) -> None:
        """Offer these subjects; retired ones only when it is ``keep``."""
        self._tree = tree
        self._model.clear()
        for leaf in tree:
            if not leaf.retired or leaf.code == keep:
                self._model.appendRow(subject_item(tree, leaf))

    def code(self) -> str | None:
        """The chosen leaf, or None as long as the text is not one."""
        return self._code

    def choose(self, code: str | None) -> None:
        """Choose a leaf by its code; None empties the field."""
        self._code = code
        self.setText("" if code is None else self._tree.full_label(code))
        self.setCursorPosition(0)

    def settle(self) -> None:
        """Take the only leaf that the typed letters can mean."""
        if self._code is None and self.text().strip():
            codes = self._meant(self.text())
            if len(codes) == 1:
                self.choose(codes[0])
                self.chosen.emit()

    def nearest(self) -> str:
        """The subject that is written almost as the letters are, or nothing."""
        labels = {plain(label): label for label in self._offered().values()}
        words = {word: label for key, label in labels.items() for word in (key, *key.split())}
        close = get_close_matches(plain(self.text()), words, n=1, cutoff=_ALMOST)
        return words[close[0]] if close else ""

    def _offered(self) -> dict[str, str]:
        codes = [self._model.item(row).data(CODE) for row in range(self._model.rowCount())]
        return {code: self._tree.full_label(code) for code in codes}

    def show_all(self) -> None:
        """Open the whole list."""
        self.setFocus()
        self._finder.setCompletionPrefix("")
        self._finder.complete()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_arrow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._place_arrow()

    def _place_arrow(self) -> None:
        """At the right inside the field, as large as its letters."""
        side = self._all.sizeHint().width() + _AROUND
        self._all.setGeometry(self.width() - side - 1, 1, side, self.height() - 2)
        self.setTextMargins(0, 0, side - _AROUND, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self._finder.rows.isVisible():
            self.show_all()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settle()
            self.left.emit()

    def _meant(self, text: str) -> list[str]:
        exact = self._tree.find(text)
        if exact is not None:
            return [exact.code]
        wanted = plain(text)
        return [code for code, label in self._offered().items() if wanted in plain(label)]

    def _forget(self) -> None:
        self._code = None
        self._pause.start()

    def _say_found(self) -> None:
        """What Enter would take is heard too; nobody need look at the list."""
        if not self.hasFocus() or self._code is not None or not self.text().strip():
            return
        first = self._finder.first()
        if first is None:
            announce(self, self.tr("Geen onderwerp gevonden."))
        else:
            spoken = str(first.data(Qt.ItemDataRole.AccessibleTextRole))
            found = self._finder.completionCount()
            announce(self, self.tr("{0} gevonden. Enter kiest {1}.").format(found, spoken))

    def _take(self, label: str) -> None:
        leaf = self._tree.find(label)
        if leaf is not None:
            self.choose(leaf.code)
            self.chosen.emit()
