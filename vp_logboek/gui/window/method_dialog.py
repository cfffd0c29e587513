"""How anonymity works, for who wants to know exactly: the pages of ``resources/help``."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from vp_logboek.gui.widgets import primary_button
from vp_logboek.gui.widgets.private import keep_private
from vp_logboek.resources import resource

WIDTH_IN_LETTERS, HEIGHT_IN_LINES = 84, 34


def pages() -> tuple[str, ...]:
    """The pages in the order of their names, as Markdown. What is not numbered is for makers."""
    found = sorted(resource("help").glob("[0-9]-*.md"))
    return tuple(page.read_text(encoding="utf-8") for page in found)


class MethodDialog(QDialog):
    """All pages below each other, to read."""

    @classmethod
    def show_method(cls, parent: QWidget) -> None:
        """What the overview promises, how that works and where it ends."""
        cls(parent).exec()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Hoe anonimiteit werkt"))
        self.text = QTextBrowser()
        keep_private(self.text)  # as every field: nothing is dragged out of any window
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(self.windowTitle())
        self.text.setMarkdown("\n\n".join(pages()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(self.text, 1)
        layout.addWidget(
            primary_button(self.tr("Sluiten"), self.accept), 0, Qt.AlignmentFlag.AlignLeft
        )
        letter = self.fontMetrics()
        self.resize(WIDTH_IN_LETTERS * letter.averageCharWidth(), HEIGHT_IN_LINES * letter.height())
