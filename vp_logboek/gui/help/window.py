"""The help: a window beside the one it is about, which hides with it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from vp_logboek.gui.help.contents import Contents
from vp_logboek.gui.help.it_buttons import ItButtons
from vp_logboek.gui.help.licences import licence_page
from vp_logboek.gui.help.pages import IT, page
from vp_logboek.gui.help.paper import HelpText
from vp_logboek.gui.help.passing_on import pass_on_text_keys
from vp_logboek.gui.widgets import button, link_button
from vp_logboek.gui.widgets.roomy import make_roomy

ROOM_FOR_TWO = 72
"""Average characters below which the contents stand above the page."""
_NEW_LOOKS = (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


class HelpWindow(QDialog):
    """Contents at the left, a page at the right. Esc leads back to where one was."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._past: list[str] = []
        self._future: list[str] = []
        self.setWindowTitle(self.tr("Help"))
        self.contents = Contents()
        self.text = HelpText()
        self.back = link_button(self.tr("‹ Terug"), self.go_back)
        self.forward = link_button(self.tr("Verder ›"), self.go_forward)
        self.it_buttons = ItButtons()
        self.close_button = button(self.tr("Sluiten"), self.close)
        self.close_button.setAutoDefault(False)
        self._lay_out()
        self._connect_parts()
        make_roomy(self)

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        above = QHBoxLayout()
        for one in (self.back, self.forward):
            one.setAutoDefault(False)
            above.addWidget(one)
        above.addStretch(1)
        column.addLayout(above)
        column.addWidget(self.text, 1)
        below = QHBoxLayout()
        below.addWidget(self.it_buttons, 1)
        below.addStretch(0)
        below.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(below)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(12)
        self._splitter.addWidget(self.contents)
        self._splitter.addWidget(right)
        right.raise_()  # a splitter puts the newest first in the tree that is read aloud
        self._splitter.setStretchFactor(1, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addWidget(self._splitter)

    def _connect_parts(self) -> None:
        self.contents.looked.connect(self._look)
        self.contents.opened.connect(self.text.setFocus)
        self.text.followed.connect(self.show_page)
        self._owner.installEventFilter(self)
        for keys, work in (
            (QKeySequence.StandardKey.Back, self.go_back),
            (QKeySequence.StandardKey.Forward, self.go_forward),
            (QKeySequence.StandardKey.Find, self._begin_search),
        ):
            for key in QKeySequence.keyBindings(keys):
                if key != QKeySequence(Qt.Key.Key_Backspace):  # which takes letters away
                    QShortcut(key, self, work)
        pass_on_text_keys(self, self._owner)

    # --- which page ---------------------------------------------------------------------------

    @property
    def page_name(self) -> str | None:
        """The name of the page that is shown."""
        return self.text.page.name if self.text.page is not None else None

    def open_at(self, name: str) -> None:
        """Show the window with this page; the keyboard is where one types what one looks for."""
        self.contents.look_for("")
        self.show_page(name)
        self.show()
        self.raise_()
        self.activateWindow()
        self._begin_search()

    def show_page(self, name: str) -> None:
        """Show a page; one can go back to the one before it."""
        before = self.text.page
        if self._set_page(name) and before is not None and before.name != name:
            self._past.append(before.name)
            self._future.clear()
        self._allow()

    def go_back(self) -> None:
        """Show the page that was read before."""
        self._walk(self._past, self._future)

    def go_forward(self) -> None:
        """Show the page from which one went back."""
        self._walk(self._future, self._past)

    def _walk(self, here: list[str], there: list[str]) -> None:
        now = self.text.page
        if here and now is not None:
            there.append(now.name)
            self._set_page(here.pop())
            self._allow()
            self.text.setFocus()

    def _set_page(self, name: str) -> bool:
        found = page(name) or licence_page(name)
        if found is None:
            return False
        self.text.show_page(found)
        self.contents.choose(name)
        self.it_buttons.setVisible(name == IT)
        self.setWindowTitle(self.tr("Help: {0}").format(found.title))
        return True

    def _look(self, name: str, sentence: str) -> None:
        self.show_page(name)
        self.text.find_sentence(sentence)

    def _allow(self) -> None:
        for one, stack in ((self.back, self._past), (self.forward, self._future)):
            one.setVisible(bool(stack))

    def _begin_search(self) -> None:
        self.contents.field.setFocus()
        self.contents.field.selectAll()

    # --- with the window it is about ----------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What hides the owner hides the help: a lock, another screen, the end."""
        if watched is self._owner and event.type() in (QEvent.Type.Hide, QEvent.Type.Close):
            self.hide()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # of a field or a list; it presses no button here
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._owner.isVisible():
            self._owner.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide: closing would ask the application whether this was its last window."""
        event.ignore()
        self.hide()

    # --- looks --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _NEW_LOOKS and self.layout() is not None:
            self.text.dress()
            self._arrange()

    def _arrange(self) -> None:
        """Contents beside the page, or above it where they do not both fit."""
        letter = self.fontMetrics().averageCharWidth()
        beside = self.width() >= ROOM_FOR_TWO * letter
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self._splitter.orientation() != wanted or not any(self._splitter.sizes()):
            self._splitter.setOrientation(wanted)
        share = 30 * letter if beside else self.height() // 3
        whole = self._splitter.width() if beside else self._splitter.height()
        self._splitter.setSizes([share, max(1, whole - share)])
