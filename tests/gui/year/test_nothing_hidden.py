"""Whatever the hidden numbers are, HR's half is the same: in writing, aloud, drawn or copied."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.controls import texts
from tests.gui.opened import Opened
from vp_logboek.domain.counts import Count, Line, TallyTable
from vp_logboek.domain.disclosure.protector import Protected
from vp_logboek.domain.tables import TableCode
from vp_logboek.domain.tally import Tally
from vp_logboek.gui.year.models import SheetModel
from vp_logboek.gui.year.page import YearPage
from vp_logboek.gui.year.pair import FigureTable
from vp_logboek.gui.year.panel import FiguresPanel
from vp_logboek.services import year_screen
from vp_logboek.services.year_screen import Counted

OTHER = 70_000
"""Added to each number of the counsellor: it then stands nowhere by chance."""


def otherwise(tally: Tally) -> Tally:
    """The same year with other numbers in every cell, but for the number of melders itself: whether
    HR sees a table at all may be told by it.
    """
    return replace(tally, tables=tuple(map(_table, tally.tables)))


def _table(table: TallyTable) -> TallyTable:
    lines = tuple(map(_line, table.lines))
    if table.code is TableCode.KEY:
        first = (table.lines[0].counts[0], *lines[0].counts[1:])
        lines = (replace(lines[0], counts=first),)
    total = None if table.total is None else tuple(map(_count, table.total))
    return replace(table, lines=lines, total=total)


def _line(line: Line) -> Line:
    return replace(line, counts=tuple(map(_count, line.counts)))


def _count(count: Count) -> Count:
    """None stays none: then a row of parts is not there at all."""
    return Count(count.number + OTHER, count.crowd + OTHER) if count.number else count


def everything(panel: FiguresPanel) -> list[object]:
    """All that can be read of a half: texts, every role of its model, its tree aloud, a drag."""
    return [*texts(panel), *_roles(panel.table.sheet_model), *_aloud(panel), *_dragged(panel.table)]


def _roles(model: SheetModel) -> Iterator[object]:
    roles = [*range(Qt.ItemDataRole.StatusTipRole + 12), *range(0x100, 0x104)]
    rows, columns = range(model.rowCount()), range(model.columnCount())
    for role in roles:
        for row in rows:
            yield from (model.data(model.index(row, column), role) for column in columns)
        for way, sections in (
            (Qt.Orientation.Horizontal, columns),
            (Qt.Orientation.Vertical, rows),
        ):
            yield from (model.headerData(section, way, role) for section in sections)


def _aloud(widget: QWidget) -> Iterator[str]:
    interface = QAccessible.queryAccessibleInterface(widget)
    yield from _said(interface)


def _said(interface: QAccessibleInterface | None) -> Iterator[str]:
    if interface is None or not interface.isValid():
        return
    kinds = QAccessible.Text
    for kind in (kinds.Name, kinds.Description, kinds.Value, kinds.Help, kinds.Accelerator):
        yield interface.text(kind)
    for child in range(interface.childCount()):
        yield from _said(interface.child(child))


def _dragged(table: FigureTable) -> Iterator[object]:
    model = table.sheet_model
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    yield table.dragEnabled()
    if indexes:
        yield model.mimeData(indexes).text()


@pytest.fixture(autouse=True)
def listening() -> Iterator[None]:
    """Somebody has a screen reader: without one Qt does not tell that a table has other rows."""
    was_active = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(was_active)


@pytest.fixture
def both(page: YearPage, book: Opened) -> tuple[Counted, Counted, Protected]:
    """A year, the same with other numbers, and the one thing that HR sees of both."""
    year = page._counted
    assert year is not None
    seen = book.ask(
        lambda logbook: year_screen.seen(logbook, year.organisation, 2025, lambda: False)
    )
    before = otherwise(year.before) if year.before else None
    return year, replace(year, tally=otherwise(year.tally), before=before), seen


def test_the_half_of_hr_is_the_same_whatever_is_hidden(
    page: YearPage, both: tuple[Counted, Counted, Protected]
) -> None:
    *years, seen = both
    page.figures.parts_box.setChecked(True)
    found, others = (_looked_at(page, year, seen) for year in years)
    for code in TableCode:
        (hr, drawn, mine), (other_hr, other_drawn, other_mine) = found[code], others[code]
        assert hr == other_hr, code
        assert drawn == other_drawn, code
        counts = (count for line in years[0].tally.table(code).lines for count in line.counts)
        assert (mine != other_mine) is any(count.number for count in counts), "the test can tell"


def _looked_at(
    page: YearPage, year: Counted, seen: Protected
) -> dict[TableCode, tuple[list[object], QImage, list[str]]]:
    """Of every table what can be read of HR's half, how it is drawn, and the counsellor's texts."""
    page.show_figures(year, seen)
    found = {}
    for code in TableCode:
        page.figures.show_table(code)
        theirs = page.figures.theirs
        theirs.resize(500, 900)
        found[code] = everything(theirs), theirs.grab().toImage(), texts(page.figures.mine)
    return found


def test_nothing_of_the_figures_reaches_the_clipboard(page: YearPage, qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("van een ander")
    for panel in (page.figures.mine, page.figures.theirs):
        panel.table.setFocus()
        for key in (Qt.Key.Key_A, Qt.Key.Key_C):
            qtbot.keyClick(panel.table, key, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "van een ander"
