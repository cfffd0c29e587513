"""Another size of text: what is in sight wears it first, all of it at once, and each thing once."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.gui.conftest import begin
from vp_logboek.gui import theme
from vp_logboek.gui.dressing import _Rest
from vp_logboek.gui.theme import Mode
from vp_logboek.gui.widgets import title
from vp_logboek.gui.window.tool_row import ToolRow

DEEP = 8
AT_100, AT_150 = 20.0, 30.0
"""Points of a title."""


class Nested(QWidget):
    """Counts how often it is dressed; ``inner`` lies as deep as a field in the window does."""

    def __init__(self, depth: int = DEEP) -> None:
        super().__init__()
        self.dressed = 0
        self.inner: Nested | None = Nested(depth - 1) if depth else None
        if self.inner is not None:
            QVBoxLayout(self).addWidget(self.inner)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.dressed += event.type() == QEvent.Type.StyleChange

    def counts(self) -> list[int]:
        return [self.dressed, *([] if self.inner is None else self.inner.counts())]

    def forget(self) -> None:
        self.dressed = 0
        if self.inner is not None:
            self.inner.forget()


class Titles(QWidget):
    """Ten of them."""

    def __init__(self) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        for number in range(10):
            rows.addWidget(title(str(number)))

    def sizes(self) -> set[float]:
        return {one.font().pointSizeF() for one in self.findChildren(QLabel)}


class Witness(QWidget):
    """Looks at each turn of the event loop, when the window it is in is painted."""

    def __init__(self, window: QWidget, look: Callable[[], object]) -> None:
        super().__init__(window)
        self._look = look
        self.seen: list[object] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.update)
        self._timer.start(0)

    def paintEvent(self, _: QPaintEvent) -> None:
        found = self._look()
        if found not in self.seen[-1:]:
            self.seen.append(found)


@pytest.fixture(autouse=True)
def at_100(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, Mode.LIGHT, 100)
    yield
    qapp.setStyleSheet("")


@pytest.fixture(autouse=True)
def in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """One widget at a time, and the event loop after each."""
    monkeypatch.setattr(_Rest, "begin", begin)
    for name in ("PIECE_MS", "SEEN_PIECE_MS"):
        monkeypatch.setattr(f"vp_logboek.gui.dressing.{name}", 0)


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget], None]:
    def shown(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        with qtbot.waitExposed(widget):
            widget.show()

    return shown


def test_each_widget_is_dressed_once_and_told_when_its_window_is_and_when_all_are(
    qapp: QApplication, qtbot: QtBot, show: Callable[[QWidget], None]
) -> None:
    nested = Nested()
    witness = Witness(nested, nested.counts)
    show(nested)
    nested.forget()
    theme.apply(qapp, Mode.LIGHT, 150)
    assert nested.counts() == [0] * (DEEP + 1), "that waits for the event loop"
    witness.seen.clear()
    qtbot.waitUntil(lambda: not qapp.findChildren(_Rest))
    assert witness.seen[0] == [2] * (DEEP + 1)
    assert nested.counts() == [3] * (DEEP + 1)


@pytest.mark.parametrize("holds_still", [True, False])
def test_a_window_is_never_seen_half_dressed(
    qapp: QApplication,
    qtbot: QtBot,
    show: Callable[[QWidget], None],
    monkeypatch: pytest.MonkeyPatch,
    holds_still: bool,
) -> None:
    if not holds_still:
        monkeypatch.setattr(_Rest, "_hold_still", lambda *_: None)
    window = Titles()
    witness = Witness(window, window.sizes)
    show(window)
    qtbot.waitUntil(lambda: witness.seen == [{AT_100}])
    theme.apply(qapp, Mode.LIGHT, 150)
    qtbot.waitUntil(lambda: {AT_150} in witness.seen)
    assert ({AT_100, AT_150} in witness.seen) is not holds_still, "and the control"


def test_a_size_that_comes_while_a_window_stands_still_lets_it_go_in_the_end(
    qapp: QApplication, qtbot: QtBot, show: Callable[[QWidget], None]
) -> None:
    window = Titles()
    show(window)
    theme.apply(qapp, Mode.LIGHT, 200)
    assert not window.updatesEnabled()
    theme.apply(qapp, Mode.LIGHT, 150)
    qtbot.waitUntil(lambda: not qapp.findChildren(_Rest))
    assert window.updatesEnabled()
    theme.apply(qapp, Mode.LIGHT, 200)
    assert not window.updatesEnabled()
    qapp.setStyleSheet("")
    qtbot.waitUntil(window.updatesEnabled)


def test_qt_itself_dresses_a_widget_for_each_of_its_ancestors(
    qapp: QApplication, show: Callable[[QWidget], None]
) -> None:
    """Why there is a way of our own; where this fails Qt was mended, and ours can go."""
    nested = Nested()
    show(nested)
    nested.forget()
    qapp.setStyleSheet(qapp.styleSheet() + "\n")
    assert nested.counts()[-1] > DEEP // 2


def test_what_is_in_sight_has_its_size_first_and_the_rest_soon(
    qapp: QApplication, qtbot: QtBot, show: Callable[[QWidget], None]
) -> None:
    pages, seen, hidden = QStackedWidget(), title("Te zien"), title("Niet te zien")
    pages.addWidget(seen)
    pages.addWidget(hidden)
    both = [seen, hidden]
    witness = Witness(seen, lambda: [one.font().pointSizeF() for one in both])
    show(pages)
    pages.setCurrentWidget(hidden)
    pages.setCurrentWidget(seen)
    qtbot.waitUntil(lambda: witness.seen == [[AT_100, AT_100]])
    theme.apply(qapp, Mode.LIGHT, 150)
    qtbot.waitUntil(lambda: len(witness.seen) > 1)
    assert witness.seen[1] == [AT_150, AT_100]
    qtbot.waitUntil(lambda: hidden.font().pointSizeF() == AT_150)


def test_a_size_that_comes_before_the_last_one_was_everywhere_takes_its_place(
    qapp: QApplication, qtbot: QtBot, show: Callable[[QWidget], None]
) -> None:
    hidden = title("Niet te zien")
    show(hidden)
    hidden.hide()
    theme.apply(qapp, Mode.LIGHT, 200)
    theme.apply(qapp, Mode.LIGHT, 150)
    qtbot.waitUntil(lambda: hidden.font().pointSizeF() == AT_150)


def test_what_goes_before_its_turn_is_let_go(
    qapp: QApplication, qtbot: QtBot, show: Callable[[QWidget], None]
) -> None:
    gone, kept = QWidget(), title("Blijft")
    for number in range(20):
        QLabel(str(number), gone)
    for one in (gone, kept):
        show(one)
        one.hide()
    theme.apply(qapp, Mode.LIGHT, 150)
    delete(gone)
    qtbot.waitUntil(lambda: kept.font().pointSizeF() == AT_150)


def test_larger_words_take_room_from_the_row_of_buttons_not_from_the_screen(
    qapp: QApplication, qtbot: QtBot, show: Callable[[QWidget], None]
) -> None:
    holder, row = QWidget(), ToolRow()
    QVBoxLayout(holder).addWidget(row)
    holder.resize(1060, 200)
    show(holder)
    row.places.show()  # as where there is little room
    assert row.export.isVisible()
    theme.apply(qapp, Mode.LIGHT, 200)
    qtbot.waitUntil(row.export.isHidden)
    qtbot.wait(1)  # a row that was too wide for a moment would have made the window so
    assert holder.width() == 1060
    assert row.lock.isVisible()
    assert row.lock.geometry().right() < row.width()
    # what stands in the row would not have fitted: the control
    assert row.sizeHint().width() + row.export.sizeHint().width() > 1060
