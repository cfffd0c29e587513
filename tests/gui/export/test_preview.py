"""The pages can be walked through and enlarged by keyboard, and how many there are is said."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from tests.gui.controls import spoken_name
from tests.gui.year.views import view
from vp_logboek.gui.export.as_text import as_text
from vp_logboek.gui.export.page_view import FACTORS
from vp_logboek.gui.export.preview import PAGES, TEXT, PreviewStep
from vp_logboek.gui.export.preview_words import WHOLE, WIDTH
from vp_logboek.services.yearly_report import overview_pdf

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def made() -> tuple[bytes, str]:
    report = view({"pesten": 9, "met_collega": 6, "fysiek": 1, "procedurevraag": 2}).report
    return overview_pdf(report, concept=True), as_text(report, True)


@pytest.fixture
def preview(made: tuple[bytes, str], qtbot: QtBot) -> Iterator[PreviewStep]:
    step = PreviewStep()
    qtbot.addWidget(step)
    step.resize(780, 420)
    step.show()
    step.show_text(made[1])
    step.show_pages(made[0])
    yield step
    step.clear()


def test_how_many_pages_there_are_is_shown_and_said(preview: PreviewStep) -> None:
    count = preview.document.pageCount()
    assert count > 1
    assert preview.page_list.count() == count
    assert preview.page_list.currentText() == f"Bladzijde 1 van {count}"
    assert preview.pages.accessibleDescription().startswith(f"{count} bladzijden. ")


def test_without_pages_nothing_of_them_can_be_used(qtbot: QtBot) -> None:
    step = PreviewStep()
    qtbot.addWidget(step)
    step.show_text("tekst")
    for control in (step.page_list, step.zoom_list, step.print_button):
        assert not control.isEnabled()
    asked: list[bytes] = []
    step.print_requested.connect(asked.append)
    step.ask_print()
    assert asked == []


def test_control_page_down_turns_the_page_and_the_list_follows(
    preview: PreviewStep, qtbot: QtBot
) -> None:
    pages = preview.pages
    qtbot.keyClick(pages, Qt.Key.Key_PageDown, CONTROL)
    assert preview.page_list.currentIndex() == 1
    qtbot.keyClick(pages, Qt.Key.Key_PageUp, CONTROL)
    qtbot.keyClick(pages, Qt.Key.Key_PageUp, CONTROL)
    assert preview.page_list.currentIndex() == 0
    qtbot.keyClick(pages, Qt.Key.Key_End)
    assert preview.page_list.currentIndex() == preview.document.pageCount() - 1
    qtbot.keyClick(pages, Qt.Key.Key_Home)
    assert preview.page_list.currentIndex() == 0


def test_the_list_turns_to_a_page(preview: PreviewStep) -> None:
    preview.page_list.setCurrentIndex(1)
    preview.page_list.activated.emit(1)
    assert preview.pages.pageNavigator().currentPage() == 1


def test_scrolling_tells_which_page_is_in_sight(preview: PreviewStep) -> None:
    bar = preview.pages.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert preview.page_list.currentIndex() == preview.document.pageCount() - 1


def test_keys_make_the_pages_larger_and_smaller(preview: PreviewStep, qtbot: QtBot) -> None:
    pages, shown = preview.pages, preview.zoom_list
    before = pages._seen_factor()
    assert shown.currentText() == "Hele breedte"
    qtbot.keyClick(pages, Qt.Key.Key_Plus, CONTROL)
    assert pages.zoom > before
    assert shown.currentText() == f"{pages.zoom:.0%}".replace("%", " %")
    larger = pages.zoom
    qtbot.keyClick(pages, Qt.Key.Key_Equal, CONTROL)
    assert pages.zoom > larger
    qtbot.keyClick(pages, Qt.Key.Key_Minus, CONTROL)
    assert pages.zoom == larger
    shifted = CONTROL | Qt.KeyboardModifier.ShiftModifier  # where plus is Shift with equal
    qtbot.keyClick(pages, Qt.Key.Key_Plus, shifted)
    assert pages.zoom > larger
    qtbot.keyClick(pages, Qt.Key.Key_Minus, CONTROL)
    qtbot.keyClick(pages, Qt.Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier)
    assert pages.zoom == larger  # the negative control
    for _ in range(9):
        qtbot.keyClick(pages, Qt.Key.Key_Minus, CONTROL)
    assert pages.zoom == FACTORS[0]
    qtbot.keyClick(pages, Qt.Key.Key_0, CONTROL)
    assert pages.zoom == WIDTH


def test_the_zoom_keeps_the_page_in_sight(preview: PreviewStep) -> None:
    preview.pages.turn_to(1)
    preview.pages.set_zoom(WHOLE)
    preview.pages.set_zoom(2.0)
    assert preview.page_list.currentIndex() == 1


def test_the_text_gets_larger_with_the_same_keys(preview: PreviewStep, qtbot: QtBot) -> None:
    preview.switch.click()
    assert preview.shown.currentIndex() == TEXT
    assert not preview.zoom_list.isVisible()
    before = preview.text.font().pointSizeF()
    qtbot.keyClick(preview.text, Qt.Key.Key_Plus, CONTROL)
    assert preview.text.font().pointSizeF() > before
    qtbot.keyClick(preview.text, Qt.Key.Key_Minus, CONTROL)
    assert preview.text.font().pointSizeF() == before
    preview.switch.click()
    assert preview.shown.currentIndex() == PAGES


def test_the_pages_can_be_reached_and_every_control_has_a_name(preview: PreviewStep) -> None:
    assert preview.pages.focusPolicy() & Qt.FocusPolicy.TabFocus
    named = (preview.pages, *preview.findChildren(QComboBox), preview.print_button, preview.switch)
    assert all(spoken_name(one) for one in named)


def test_what_is_printed_is_what_is_shown(preview: PreviewStep, made: tuple[bytes, str]) -> None:
    asked: list[bytes] = []
    preview.print_requested.connect(asked.append)
    preview.print_button.click()
    assert asked == [made[0]]


def test_tab_walks_the_bar_before_the_pages(preview: PreviewStep) -> None:
    wanted = [preview.switch, preview.page_list, preview.zoom_list, preview.print_button]
    walked = [preview.switch]
    while walked[-1] is not preview.text and len(walked) < 60:
        walked.append(walked[-1].nextInFocusChain())
    assert [one for one in walked if one in wanted] == wanted
    assert walked.index(preview.print_button) < walked.index(preview.pages)
