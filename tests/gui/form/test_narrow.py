"""In a narrow pane with large text nothing of the form is cut off; its buttons stay in sight."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.dossier import ContactKind
from vp_logboek.domain.listing import DossierRow
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui import theme
from vp_logboek.gui.talks.dossier_choice import DossierChoice
from vp_logboek.gui.talks.form import TalkForm
from vp_logboek.gui.talks.parts import Surroundings
from vp_logboek.gui.talks.read_note import ReadNote
from vp_logboek.services.safekeeping import default_tree
from vp_logboek.services.talk_entry import TalkEntry

TODAY = date(2026, 3, 4)
ENTRY = TalkEntry(Conversation(TODAY, ConversationKind.FIRST, Channel.IN_PERSON, note="Jan"), 1)


def right_of(one: QWidget, inside: QWidget) -> int:
    return one.mapTo(inside, QPoint(one.width(), 0)).x()


@pytest.mark.parametrize("percent, width", [(100, 420), (200, 620)])
def test_nothing_is_cut_off_at_the_right(
    qtbot: QtBot, qapp: QApplication, percent: int, width: int
) -> None:
    theme.apply(qapp, theme.Mode.LIGHT, percent)
    form = TalkForm(TODAY, lambda: True)
    qtbot.addWidget(form)
    form.finish()
    towns = (Organisation("Gemeente Voorbeeldstad", id=1), Organisation("Provincie", id=2))
    form.show_entry(ENTRY, Surroundings(TODAY, default_tree(), towns, ()), draft=True)
    form.unfold.setChecked(True)
    form.more.consent.setChecked(True)
    form.resize(width, 700)
    form.show()
    form.note.names.look()
    qtbot.wait(50)
    assert form.width() == width
    assert cut_off(form) == []
    assert all(button.visibleRegion().boundingRect().height() >= 24 for button in buttons(form))
    form.unfold.setMinimumWidth(width)
    qtbot.wait(20)
    assert cut_off(form), "the control: one wide part is seen"


def cut_off(form: TalkForm) -> list[QWidget]:
    shown = [one for one in form.findChildren(QWidget) if one.isVisible()]
    return [one for one in shown if right_of(one, form) > form.width()]


def buttons(form: TalkForm) -> list[QAbstractButton]:
    return [form.save, form.save_and_new, form.close_button, form.discard]


def test_a_list_of_thousands_of_dossiers_is_put_into_words_where_one_looks(qtbot: QtBot) -> None:
    def row(number: int) -> DossierRow:
        return DossierRow(
            id=number, number=f"2026-{number:03}", organisation=1, subject="pesten",
            kind=ContactKind.MELDING,
            opened=TODAY, closed=TODAY if number == 1 else None, talks=2, last_talk=TODAY,
        )  # fmt: skip

    choice = DossierChoice()
    qtbot.addWidget(choice)
    choice.offer("nee", [row(1), row(2)], default_tree(), last="elders", before="ja, dossier ")
    lines = [choice.itemText(place) for place in range(choice.count())]
    assert lines == [
        "nee",
        "ja, dossier 2026-002 · Pesten · 2 gesprekken",
        "ja, dossier 2026-001 · Pesten · 2 gesprekken, gesloten",
        "elders",
    ]
    choice.choose(1)
    assert (choice.currentIndex(), choice.number(), choice.is_chosen) == (2, 1, True)
    choice.setCurrentIndex(3)
    assert (choice.number(), choice.is_chosen) == (None, True)
    choice.choose(77)
    assert (choice.currentIndex(), choice.is_chosen) == (0, False)


def test_a_note_is_as_high_as_its_lines_and_a_very_long_one_scrolls(qtbot: QtBot) -> None:
    note = ReadNote("Geen aantekening.")
    qtbot.addWidget(note)
    note.resize(400, 100)
    note.show()
    heights = []
    for text in ("een", "een\ntwee\n\nvier", "woord " * 20_000):
        note.setText(text)
        heights.append(note.sizeHint().height())
    one, four, most = heights
    line = note.fontMetrics().lineSpacing()
    assert (four - one, most - one) == (3 * line, 39 * line)
    assert note.text().startswith("woord")
