"""A page of help as it is read: Markdown with air between the lines, in the colours of the day."""

from collections.abc import Iterator

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser

from vp_logboek.gui.help.pages import Page
from vp_logboek.gui.theme import colours_of
from vp_logboek.gui.widgets.private import keep_private

_LINE_PERCENT = 130.0
_SIZES = {1: 20 / 11, 2: 15 / 11, 3: 12.5 / 11}
"""Of headings, in the size of the text: as the titles and headings of the screens."""
_BELOW, _ABOVE_HEADING, _IN_LIST = 0.5, 0.9, 0.2
"""Space around a paragraph, a heading and a line of a list, in heights of a line."""


class HelpText(QTextBrowser):
    """Shows one page. ``followed`` carries the name of the page a link leads to."""

    followed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        keep_private(self)  # as every field: nothing is dragged out of any window
        self.setOpenLinks(False)
        self._page: Page | None = None
        self._document: QTextDocument | None = None
        self.anchorClicked.connect(self._follow)

    @property
    def page(self) -> Page | None:
        """What is shown."""
        return self._page

    def show_page(self, page: Page) -> None:
        """Show this page from its beginning."""
        self._page = page
        self.setAccessibleName(page.title)
        self._set()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def find_sentence(self, sentence: str) -> None:
        """Bring a sentence into sight and mark it, where it stands in one piece."""
        self.moveCursor(QTextCursor.MoveOperation.Start)
        if sentence and self.find(sentence):
            bar, found = self.verticalScrollBar(), self.cursorRect().top()
            bar.setValue(bar.value() + found - self.viewport().height() // 3)

    def dress(self) -> None:
        """Other letters or colours: set the page anew, where one was reading."""
        if self._page is not None:
            bar = self.verticalScrollBar()
            share = bar.value() / max(1, bar.maximum())
            self._set()
            bar.setValue(round(share * bar.maximum()))

    def _set(self) -> None:
        if self._page is not None:
            old, self._document = self._document, self._made(self._page)
            self.setDocument(self._document)
            if old is not None:  # the first one was Qt's own, which it takes away itself
                old.deleteLater()

    def _made(self, page: Page) -> QTextDocument:
        """A document that nobody shows yet: each change of one that is shown lays it out anew."""
        made = QTextDocument(self)
        made.setUndoRedoEnabled(False)
        made.setDefaultFont(self.font())
        made.setDocumentMargin(self.fontMetrics().height() * 0.6)
        if page.is_plain:
            made.setPlainText(page.text)
            return made
        made.setMarkdown(page.text)
        block = made.begin()
        while block.isValid():
            self._space(block)
            self._letter(block)
            block = block.next()
        for frame in made.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._draw_table(frame)
        return made

    def _space(self, block: QTextBlock) -> None:
        line, cursor = self.fontMetrics().height(), QTextCursor(block)
        look = QTextBlockFormat(block.blockFormat())
        percent = 100 if look.headingLevel() else _LINE_PERCENT
        look.setLineHeight(percent, _PROPORTIONAL)
        in_table = cursor.currentTable() is not None
        goes_on = block.textList() is not None and block.next().textList() is not None
        below = _IN_LIST if goes_on else _BELOW
        look.setTopMargin(line * _ABOVE_HEADING if look.headingLevel() > 1 else 0)
        look.setBottomMargin(0 if in_table else line * below)
        cursor.setBlockFormat(look)

    def _letter(self, block: QTextBlock) -> None:
        """What is heavy is SemiBold, as everywhere; a key too, in the letters of the rest."""
        size = self.font().pointSizeF() * _SIZES.get(block.blockFormat().headingLevel(), 1.0)
        pieces = list(_pieces(block))
        for position, length, said in pieces:
            look = QTextCharFormat(said)
            if look.fontWeight() > QFont.Weight.Normal or look.fontFixedPitch():
                look.setFontWeight(QFont.Weight.DemiBold)
            look.clearProperty(QTextCharFormat.Property.FontFamilies)
            look.setFontFixedPitch(False)
            look.clearProperty(QTextCharFormat.Property.FontSizeAdjustment)
            look.setFontPointSize(size)
            look.setFontUnderline(look.isAnchor())  # a link is not known by its colour alone
            cursor = QTextCursor(block)
            cursor.setPosition(position)
            cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(look)

    def _draw_table(self, table: QTextTable) -> None:
        look = table.format()
        look.setBorder(1)
        look.setBorderCollapse(True)
        look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        look.setBorderBrush(QBrush(QColor(colours_of(self).hairline)))
        look.setCellPadding(self.fontMetrics().height() * 0.3)
        look.setCellSpacing(0)
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        look.setBottomMargin(self.fontMetrics().height() * _BELOW)
        table.setFormat(look)

    def _follow(self, link: QUrl) -> None:
        self.followed.emit(link.toString())


_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


def _pieces(block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """The stretches of one look in a block: where each begins, how long it is, and how it looks."""
    at = block.begin()
    while not at.atEnd():
        one = at.fragment()
        yield one.position(), one.length(), one.charFormat()
        at += 1
