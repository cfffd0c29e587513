"""No word is cut off, and nothing is pushed out, in halves and in years beside each other."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.gui.controls import cut_off
from tests.gui.opened import Opened
from vp_logboek.domain.tables import TableCode
from vp_logboek.gui import theme
from vp_logboek.gui.year.page import YearPage
from vp_logboek.gui.year.span import Span

SIZES = ((1160, 620), (1000, 560), (800, 480))

pytestmark = pytest.mark.campaign


@pytest.fixture(params=[100, 150, 200], ids=lambda percent: f"{percent}%")
def percent(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[int]:
    font = qapp.font()
    theme.apply(qapp, theme.Mode.LIGHT, request.param)
    yield request.param
    qapp.setStyleSheet("")
    qapp.setFont(font)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_is_cut_off(
    percent: int, page: YearPage, book: Opened, size: tuple[int, int]
) -> None:
    inner, viewport = page._scroll.widget(), page._scroll.viewport()

    def settled() -> None:
        assert cut_off(page) == []
        assert inner.width() <= viewport.width()

    page.resize(*size)
    for span in Span:
        page.figures.span.choose(span)
        book.settle()
        for code in (TableCode.SUBJECT, TableCode.KEY, TableCode.ACTIVITIES, TableCode.CHANNEL):
            page.figures.show_table(code)
            page.figures.parts_box.setChecked(code is TableCode.SUBJECT)
            book.qtbot.waitUntil(settled)
