"""The window of every day: the list of talks, reading one, and the form."""

from functools import partial

from PySide6.QtWidgets import QWidget

from tests.screens.books import EXAMPLE, NEW, OWN
from tests.screens.screen import Screen
from tests.screens.stage import Stage
from vp_logboek.gui.window.places import Kind

MOVED_S = 0.1
"""After this long the form has brought into sight what is wrong."""
NAMES = "Jan de Vries belde. Hij was bij mevrouw Jansen."


def at(stage: Stage, kind: Kind, year: int | None = None) -> QWidget:
    window = stage.home()
    window.places.go_to(kind, year)
    stage.settle()
    return window


def search(stage: Stage, words: str) -> QWidget:
    window = at(stage, Kind.YEAR, 2025)
    window.tools.search.setText(words)
    window.navigation.search(words)
    stage.settle()
    return window


def first_row(stage: Stage) -> int:
    """The first row that is a talk, and not a month."""
    model = stage.window.rooms.talks.table.model()
    rows = range(model.rowCount())
    return next(row for row in rows if model.index(row, 0).flags().value & 1)


def read(stage: Stage) -> QWidget:
    window = at(stage, Kind.YEAR, 2025)
    window.rooms.talks.table.selectRow(first_row(stage) + 1)
    stage.settle()
    return window


def binned(stage: Stage) -> QWidget:
    """A talk was thrown away: the bar below offers the way back."""
    window = read(stage)
    window.talk_actions.bin_current()
    stage.settle()
    return window


def undone(stage: Stage) -> QWidget:
    window = binned(stage)
    window.undo.undo()
    stage.settle()
    return window


def form(stage: Stage, unfolded: bool = False, wrong: bool = False) -> QWidget:
    window = at(stage, Kind.YEAR, 2025)
    window.talk_actions.new()
    stage.settle()
    shown = window.rooms.editor.form
    shown.unfold.setChecked(unfolded)
    if unfolded:
        shown.more.consent.setChecked(True)
    if wrong:
        shown.talk.day.edit.setText("31-2-2026")
        window.talk_actions.save()
        stage.wait(MOVED_S)
    stage.settle()
    return window


def names(stage: Stage) -> QWidget:
    """What looks like a name in the note is pointed out."""
    window = form(stage)
    note = window.rooms.editor.form.note
    note.note.setPlainText(NAMES)
    note.note.setFocus()
    window.rooms.editor.form.save.setFocus()
    stage.settle()
    scroll = window.rooms.editor.form._scroll
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
    stage.settle()
    return window


def follow_up(stage: Stage) -> QWidget:
    window = read(stage)
    window.talk_actions.follow_up_current()
    stage.settle()
    return window


def edit(stage: Stage) -> QWidget:
    window = read(stage)
    window.talk_actions.edit_current()
    stage.settle()
    return window


def waiting(stage: Stage) -> QWidget:
    """A draft waits: a bar offers to go on with it."""
    window = form(stage)
    window.rooms.editor.form.note.note.setPlainText("Verzonnen. Half af.")
    window.talk_actions.close_form()
    stage.settle()
    window.drafts.read()
    stage.settle()
    return window


SCREENS = (
    Screen("talks-empty-logbook", NEW, partial(at, kind=Kind.YEAR)),
    Screen("talks-of-a-year", EXAMPLE, partial(at, kind=Kind.YEAR, year=2025)),
    Screen("talks-of-all-years", EXAMPLE, partial(at, kind=Kind.ALL_YEARS)),
    Screen("talks-empty-year", EXAMPLE, partial(at, kind=Kind.YEAR, year=2026)),
    Screen("search-found", EXAMPLE, partial(search, words="leidinggevende")),
    Screen("search-nothing", EXAMPLE, partial(search, words="xylofoon")),
    Screen("search-nearly", EXAMPLE, partial(search, words="leidingevende")),
    Screen("talk-read", EXAMPLE, read),
    Screen("talk-binned", EXAMPLE, binned),
    Screen("talk-binned-undone", EXAMPLE, undone),
    Screen("form", EXAMPLE, form),
    Screen("form-unfolded", EXAMPLE, partial(form, unfolded=True)),
    Screen("form-wrong", EXAMPLE, partial(form, wrong=True)),
    Screen("form-names", OWN, names),
    Screen("form-follow-up", EXAMPLE, follow_up),
    Screen("form-edit", EXAMPLE, edit),
    Screen("draft-waits", OWN, waiting),
)
