"""The number must be typed; only that number does."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from tests.gui.controls import cut_off, nameless, texts
from vp_logboek.gui import theme
from vp_logboek.gui.keeping import words
from vp_logboek.gui.keeping.confirm import AskForGood, DestroyDialog

NUMBERS = ("2023-001", "2023-002", "2023-003", "2023-004")


@pytest.fixture
def dialog(qtbot: QtBot) -> DestroyDialog:
    made = DestroyDialog(None, NUMBERS)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_it_asks_for_the_number_and_names_what_goes(dialog: DestroyDialog) -> None:
    said = texts(dialog)
    assert "Typ 4 om 4 dossiers te vernietigen" in said
    assert "2023-001, 2023-002, 2023-003, 2023-004" in said
    assert "Dit kan niet ongedaan worden gemaakt." in said
    assert any("In eerdere reservekopieën staat het nog" in one for one in said)


def test_one_dossier_is_asked_about_in_the_singular(qtbot: QtBot) -> None:
    dialog = DestroyDialog(None, NUMBERS[:1])
    qtbot.addWidget(dialog)
    assert "Typ 1 om 1 dossier te vernietigen" in texts(dialog)
    dialog.accept()
    assert dialog.row.problem == "Het getal klopt niet. Typ 1 als u 1 dossier wilt vernietigen."


def test_what_is_still_to_be_done_is_said(dialog: DestroyDialog, qtbot: QtBot) -> None:
    left = words.actions_left([date(2026, 12, 3)])
    assert left == "1 dossier heeft nog een actie op 3 december 2026."
    assert left not in texts(dialog)
    other = DestroyDialog(None, NUMBERS, left)
    qtbot.addWidget(other)
    assert left in texts(other)
    assert words.actions_left([]) == ""
    several = words.actions_left([date(2027, 1, 5), date(2026, 12, 3)])
    assert several == "2 dossiers hebben nog een actie, de eerste op 3 december 2026."


def test_of_many_a_dozen_are_named(qtbot: QtBot) -> None:
    dialog = DestroyDialog(None, [f"2023-{n:03}" for n in range(1, 31)])
    qtbot.addWidget(dialog)
    assert any(one.endswith("2023-012 en nog 18") for one in texts(dialog))


@pytest.mark.parametrize("typed", ["", "3", "vier", "4 dossiers", "40"])
def test_another_number_destroys_nothing_and_says_why(
    dialog: DestroyDialog, qtbot: QtBot, typed: str
) -> None:
    dialog.typed.setText(typed)
    with qtbot.assertNotEmitted(dialog.accepted):
        qtbot.keyClick(dialog.typed, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "Het getal klopt niet." in dialog.row.problem
    assert dialog.focusWidget() is dialog.typed


@pytest.mark.parametrize("typed", ["4", " 4 "])
def test_the_number_and_enter_is_enough(dialog: DestroyDialog, qtbot: QtBot, typed: str) -> None:
    dialog.typed.setText(typed)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.typed, Qt.Key.Key_Return)


def test_escape_keeps_everything(dialog: DestroyDialog, qtbot: QtBot) -> None:
    dialog.typed.setText("4")
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_answer_is_what_was_typed(qtbot: QtBot) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DestroyDialog)
        dialog.typed.setText(" 4 ")
        dialog.accept()

    QTimer.singleShot(0, answer)
    assert DestroyDialog.ask(None, NUMBERS) == "4"  # type: ignore[arg-type]


def test_turning_back_answers_nothing(qtbot: QtBot) -> None:
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())  # type: ignore[union-attr]
    assert DestroyDialog.ask(None, NUMBERS) is None  # type: ignore[arg-type]


@pytest.mark.parametrize("pressed,sure", [("Voorgoed weggooien", True), ("Bewaren", False)])
def test_the_bin_asks_once_with_the_number(qtbot: QtBot, pressed: str, sure: bool) -> None:
    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert box.text() == "Wilt u 2 gesprekken voorgoed weggooien?"
        assert box.defaultButton().text() == "Bewaren"
        assert "tot die kopieën weg zijn" in box.informativeText()
        next(one for one in box.buttons() if one.text() == pressed).click()

    QTimer.singleShot(0, answer)
    assert AskForGood.delete(None, 2) is sure  # type: ignore[arg-type]


def test_every_control_has_a_name(dialog: DestroyDialog) -> None:
    assert nameless(dialog) == []


@pytest.fixture(params=[100, 150, 200], ids=lambda percent: f"{percent}%")
def percent(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[int]:
    font = qapp.font()
    theme.apply(qapp, theme.Mode.LIGHT, request.param)
    yield request.param
    qapp.setStyleSheet("")
    qapp.setFont(font)


def test_nothing_is_cut_off_and_nothing_overlaps(percent: int, qtbot: QtBot) -> None:
    dialog = DestroyDialog(None, [f"2023-{n:03}" for n in range(1, 31)])
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.accept()

    def settled() -> None:
        assert cut_off(dialog) == []
        items = [dialog.layout().itemAt(n).geometry() for n in range(dialog.layout().count())]
        shown = [one for one in items if one.height() > 0]
        assert all(above.bottom() < below.top() for above, below in pairwise(shown))

    qtbot.waitUntil(settled)
