"""Filters and their chips, what stands beside a search, and what is said aloud."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Running
from tests.gui.talks.conftest import Listed, four_talks
from vp_logboek.domain.conversation import ConversationKind
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.subjects import MainClass
from vp_logboek.gui.talks import list_head
from vp_logboek.gui.talks.list_wanted import Span
from vp_logboek.gui.window.main import MainWindow
from vp_logboek.services import notebook

Key = Qt.Key


def choose(alone: Listed, field: QComboBox, wanted: object) -> None:
    field.choose(wanted)  # type: ignore[attr-defined]
    field.activated.emit(field.currentIndex())
    alone.settle()


def chips(alone: Listed) -> list[str]:
    return [one.words for one in alone.talks.head.chips.buttons]


def offers(alone: Listed) -> list[str]:
    return [one.text() for one in alone.talks.nothing.offers()]


def test_a_filter_is_a_chip_and_the_number_is_said_in_words(alone: Listed) -> None:
    head = alone.talks.head
    choose(alone, head.panel.subject, MainClass.CONDUCT)
    assert alone.subjects == ["Pesten", "Agressie en geweld"]
    assert head.count.text() == "2 gesprekken gevonden in 2026"
    assert chips(alone) == ["Ongewenste omgangsvormen"]
    assert head.chips.clear.isHidden()
    assert head.everywhere.text() == "Zoek in alle jaren (3 gesprekken)"
    choose(alone, head.panel.subject, "pesten")
    choose(alone, head.panel.kind, ConversationKind.FIRST)
    choose(alone, head.panel.span, Span.MONTH)
    assert chips(alone) == ["Pesten", "eerste gesprek", "laatste 30 dagen"]
    assert alone.subjects == ["Pesten"]
    assert not head.chips.clear.isHidden()
    head.chips.clear.click()
    alone.settle()
    assert chips(alone) == []
    assert head.count.text() == "3 gesprekken"


def test_a_chip_goes_by_key_and_the_keyboard_stays_with_the_others(
    alone: Listed, qtbot: QtBot
) -> None:
    head, talks = alone.talks.head, alone.talks
    for key in (Key.Key_Delete, Key.Key_Backspace, Key.Key_Return, Key.Key_Space):
        choose(alone, head.panel.subject, "pesten")
        choose(alone, head.panel.kind, ConversationKind.FIRST)
        first = head.chips.buttons[0]
        assert first.accessibleName() == "Filter weghalen: Pesten"
        first.setFocus()
        qtbot.keyClick(first, key)
        alone.settle()
        assert chips(alone) == ["eerste gesprek"]
        assert talks.focusWidget() is head.chips.buttons[0]
        qtbot.keyClick(head.chips.buttons[0], key)
        alone.settle()
        assert talks.focusWidget() is head.unfold
    assert len(alone.subjects) == 3


def test_on_a_chip_delete_is_not_that_of_the_menu(alone: Listed) -> None:
    choose(alone, alone.talks.head.panel.subject, "pesten")
    kind, none = QEvent.Type.ShortcutOverride, Qt.KeyboardModifier.NoModifier
    for widget, taken in ((alone.talks.head.chips.buttons[0], True), (alone.talks.table, False)):
        event = QKeyEvent(kind, Key.Key_Delete, none)
        event.ignore()
        QApplication.sendEvent(widget, event)
        assert event.isAccepted() == taken


def test_words_and_filters_combine_and_are_cleared_together(alone: Listed, qtbot: QtBot) -> None:
    alone.search("rooster")
    choose(alone, alone.talks.head.panel.kind, ConversationKind.FIRST)
    assert alone.subjects == ["Conflict met collega"]
    assert not alone.talks.head.chips.clear.isHidden()
    alone.talks.show_year(None, "Alle jaren", 1)
    alone.settle()
    assert alone.talks.count.text() == "2 gesprekken gevonden in alle jaren"
    with qtbot.waitSignal(alone.talks.search_emptied):
        alone.talks.head.chips.clear.click()
    alone.settle()
    assert len(alone.subjects) == 4


def test_the_organisation_is_a_chip_too(alone: Listed, qtbot: QtBot) -> None:
    alone.book.change(lambda book: notebook.save_organisation(book, Organisation("School & co")))
    alone.talks.show_year(2026, "2026", 2)
    alone.settle()
    assert chips(alone) == ["School & co"]
    assert alone.talks.head.chips.buttons[0].text() == "School && co"
    with qtbot.waitSignal(alone.talks.organisation_chosen, check_params_cb=lambda one: one is None):
        alone.talks.head.chips.buttons[0].click()


def test_did_you_mean_searches_what_is_there(alone: Listed, qtbot: QtBot) -> None:
    alone.search("roostre")
    assert alone.talks.count.text() == "Niets gevonden in 2026"
    assert offers(alone) == ["Bedoelde u rooster?", "Toon alles"]
    with qtbot.waitSignal(alone.talks.search_suggested, check_params_cb="rooster".__eq__):
        alone.talks.nothing.offers()[0].click()
    alone.settle()
    assert alone.subjects == ["Conflict met collega"]
    alone.search("hoofdkwartier")
    assert offers(alone) == ["Toon alles"]


def test_what_is_in_other_years_or_behind_a_filter_is_told(alone: Listed) -> None:
    alone.search("pesterij")
    assert offers(alone)[0] == "Zoek in alle jaren (1 gesprek)"
    alone.search("rooster")
    choose(alone, alone.talks.head.panel.kind, ConversationKind.AFTERCARE)
    assert offers(alone)[0] == "Zoek zonder filters (1 gesprek)"
    alone.talks.nothing.offers()[0].click()
    alone.settle()
    assert alone.subjects == ["Conflict met collega"]


def test_the_number_is_said_aloud_after_a_pause_and_never_the_words(
    alone: Listed, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(list_head, "announce", lambda _, text: said.append(text))
    for words in ("p", "pe", "pesterij"):
        alone.search(words)
    assert said == []
    alone.talks.head._say.flush()
    assert said == ["Niets gevonden in 2026. In alle jaren: 1 gesprek"]
    alone.search("roostre")
    alone.talks.head._say.flush()
    assert said[1:] == ["Niets gevonden in 2026. Er is een woord dat erop lijkt."]
    alone.book.change(four_talks)
    assert not alone.talks.head._say.is_waiting, "nobody asked for anything else"
    alone.search("")
    alone.talks.head._say.flush()
    assert said[2:] == ["6 gesprekken"]


def test_the_keyboard_goes_from_the_search_box_to_what_was_found(alone: Listed) -> None:
    alone.search("rooster")
    alone.talks.enter()
    assert alone.talks.focusWidget() is alone.talks.table
    alone.search("roostre")
    alone.talks.enter()
    assert alone.talks.focusWidget() is alone.talks.nothing.offers()[0]


def test_each_field_is_named_by_what_stands_above_it(alone: Listed) -> None:
    panel = alone.talks.head.panel
    named = {one.buddy(): one.text() for one in panel.findChildren(QLabel) if one.buddy()}
    for field in panel.findChildren(QComboBox):
        assert named[field] == field.accessibleName()


def test_the_fields_fold_and_the_keyboard_goes_along(alone: Listed, qtbot: QtBot) -> None:
    head = alone.talks.head
    assert head.panel.isHidden()
    head.unfold.click()
    assert alone.talks.focusWidget() is head.panel.subject
    qtbot.keyClick(head.panel.subject, Key.Key_Escape)
    assert head.panel.isHidden()
    assert alone.talks.focusWidget() is head.unfold


def test_what_is_proposed_comes_into_the_search_box(running: Running, window: MainWindow) -> None:
    window.tools.search.look_for("roostre")
    running.settle()
    window.talks.nothing.offers()[0].click()
    running.settle()
    assert window.tools.search.text() == "rooster"
    assert window.talks.count.text() == "1 gesprek gevonden in 2026"
    window.actions_by_name["clear_filters"].trigger()
    running.settle()
    assert window.tools.search.text() == ""


@pytest.mark.campaign
@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("percent", [100, 200])
def test_chips_and_fields_can_be_hit_and_fit(
    running: Running, window: MainWindow, percent: int
) -> None:
    running.program.preferences.set_text_percent(percent)
    window.resize(1366, 768)
    head = window.talks.head
    head.unfold.click()
    for field, row in ((head.panel.subject, 9), (head.panel.kind, 1)):
        field.setCurrentIndex(row)
        field.activated.emit(row)
    running.settle()
    running.qtbot.wait(50)
    shown: list[QWidget] = [*head.chips.buttons, *head.panel.findChildren(QComboBox), head.unfold]
    for one in shown:
        if one.isVisible():
            assert one.height() >= 24
            assert one.mapTo(head, one.rect().bottomRight()).x() <= head.width()
            assert one.mapTo(head, one.rect().bottomRight()).y() <= head.height()
    assert window.talks._holder.isVisible() == (percent == 100)
    running.program.preferences.set_text_percent(100)
