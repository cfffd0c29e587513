"""A walk over every screen: names, sizes, and words that fit."""

import re

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from tests.gui.conftest import NOW, Running
from tests.gui.controls import controls, nameless, texts
from tests.gui.test_window import add
from vp_logboek.gui.safekeeping.passphrase_dialog import PassphraseDialog
from vp_logboek.gui.safekeeping.sheet_dialog import SheetDialog
from vp_logboek.gui.theme import Mode

ENGLISH = re.compile(r"\b(save|cancel|open file|error|password|yes|loading|search)\b", re.I)


def screens(running: Running) -> dict[str, QWidget]:
    window, unlock = running.program.window, running.program.unlock
    rooms = window.rooms
    running.change(lambda logbook: add(logbook, NOW.date(), "pesten", "een notitie"))
    running.settle()
    window.rooms.talks.table.selectRow(1)
    running.settle()
    window.rooms.dossier.show_dossier(1)
    window.talk_actions.new()
    running.settle()
    window.rooms.editor.form.unfold.setChecked(True)
    window.rooms.editor.form.more.consent.setChecked(True)
    return {
        "welcome": unlock.welcome, "who": unlock.make.who, "words": unlock.make.words,
        "open": unlock.open, "sheet": unlock.make.sheet, "check": unlock.make.check,
        "habits": unlock.make.habits, "recover": unlock.recovery.typing,
        "renew": unlock.recovery.words,
        "sheet dialog": SheetDialog(window, running.program.session),
        "passphrase dialog": PassphraseDialog(window, running.program.session),
        "tools": window.tools, "places": window.places, "talks": rooms.talks,
        "reader": rooms.reader, "editor": rooms.editor, "dossiers": rooms.dossiers,
        "dossier": rooms.dossier, "actions": rooms.actions, "activities": rooms.activities,
        "bin": rooms.bin, "keeping": rooms.keeping,
    }  # fmt: skip


def test_every_control_has_a_name(running: Running) -> None:
    found = {name: nameless(screen) for name, screen in screens(running).items()}
    assert not {name: missing for name, missing in found.items() if missing}


@pytest.mark.usefixtures("dressed")
def test_every_target_can_be_hit(running: Running) -> None:
    small = [
        (name, control.accessibleName(), control.sizeHint().height())
        for name, screen in screens(running).items()
        for control in controls(screen)
        if control.sizeHint().height() < 24
    ]
    assert not small


def test_user_texts_are_short_dutch_sentences(running: Running) -> None:
    said = [text for screen in screens(running).values() for text in texts(screen)]
    for text in said:
        assert not ENGLISH.search(text), text
        assert "ongeldig" not in text.lower()
        for sentence in re.split(r"(?<=[.!?:]) ", text):
            assert len(sentence.split()) <= 20, sentence


SOMETIMES = pytest.mark.campaign
"""The other looks: each walks through every screen, which takes seconds."""


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize(
    "percent, mode",
    [
        (100, Mode.LIGHT),
        (200, Mode.DARK),
        pytest.param(100, Mode.DARK, marks=SOMETIMES),
        pytest.param(150, Mode.LIGHT, marks=SOMETIMES),
        pytest.param(150, Mode.DARK, marks=SOMETIMES),
        pytest.param(200, Mode.LIGHT, marks=SOMETIMES),
    ],
)
def test_no_word_on_a_button_or_label_is_cut_off(
    running: Running, mode: Mode, percent: int
) -> None:
    window = running.program.window
    running.program.preferences.set_mode(mode)
    running.program.preferences.set_text_percent(percent)
    shown = screens(running)
    window.resize(1366, 768)
    for room in ("reader", "editor", "dossier"):
        window.rooms.browse.show_detail(shown[room])
        assert not _cut(shown[room]), room
    assert not _cut(window.tools)
    running.program.preferences.set_text_percent(100)


def _cut(room: QWidget) -> list[str]:
    """Texts that need more room than they have."""
    found = []
    for one in room.findChildren(QWidget):
        if not one.isVisible():
            continue
        written = isinstance(one, QPushButton | QLabel) and bool(one.text())
        wraps = isinstance(one, QLabel) and one.wordWrap()
        if written and not wraps and one.width() < one.sizeHint().width() - 1:
            found.append(one.text())
        if isinstance(one, QComboBox | QLineEdit) and one.height() < one.fontMetrics().height():
            found.append(one.accessibleName())
    return found
