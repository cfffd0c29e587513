"""Threads carry, pure functions work."""

from collections.abc import Iterator
from threading import get_ident

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from vp_logboek.domain.errors import AlreadyOpen, LogbookError
from vp_logboek.gui.tasks import StoreThread


@pytest.fixture
def store(qtbot: QtBot) -> Iterator[StoreThread]:
    made = StoreThread()
    yield made
    made.stop()


def test_work_is_done_elsewhere_and_answered_here(store: StoreThread, qtbot: QtBot) -> None:
    answers: list[tuple[int, int]] = []
    store.run(get_ident, lambda there: answers.append((there, get_ident())), _never)
    assert store.is_busy
    qtbot.waitUntil(lambda: bool(answers))
    assert answers[0][0] != answers[0][1] == get_ident()
    assert not store.is_busy


def test_an_error_of_the_logbook_goes_to_who_asked(store: StoreThread, qtbot: QtBot) -> None:
    errors: list[LogbookError] = []

    def refuse() -> None:
        raise AlreadyOpen

    store.run(refuse, _never, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], AlreadyOpen)


def test_a_defect_is_raised_on_the_gui_thread(store: StoreThread, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as caught:
        store.run(lambda: 1 // 0, _never, _never)
        qtbot.waitUntil(lambda: not store.is_busy)
    assert caught[0][0] is ZeroDivisionError


def test_answers_come_in_the_order_of_asking(store: StoreThread, qtbot: QtBot) -> None:
    answers: list[int] = []
    for number in range(50):
        store.run(lambda number=number: number, answers.append, _never)
    qtbot.waitUntil(lambda: len(answers) == 50)
    assert answers == list(range(50))


def test_a_widget_that_is_gone_is_not_called(store: StoreThread, qtbot: QtBot) -> None:
    class Listener(QObject):
        heard = False

        def hear(self, _: object) -> None:
            Listener.heard = True

    listener = Listener()
    store.run(lambda: 1, listener.hear, _never)
    from shiboken6 import delete

    delete(listener)
    qtbot.waitUntil(lambda: not store.is_busy)
    assert not Listener.heard


def test_nothing_can_be_asked_when_nothing_is_open(store: StoreThread, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as caught:
        store.ask(lambda logbook: logbook, _never, _never)
        qtbot.waitUntil(lambda: not store.is_busy)
    assert caught[0][0] is RuntimeError


class Book:
    """As much of a logbook as the thread needs."""

    def __init__(self) -> None:
        self.is_open = True

    def close(self) -> None:
        self.is_open = False


def test_another_logbook_takes_the_place_of_the_open_one(store: StoreThread, qtbot: QtBot) -> None:
    old, new, given, answers = Book(), Book(), [], []

    def renew(logbook: Book) -> Book:
        given.append(logbook)
        return new

    store.open(lambda: old, answers.append, _never)
    store.replace(renew, answers.append, _never)
    store.ask(lambda logbook: logbook, answers.append, _never)
    qtbot.waitUntil(lambda: not store.is_busy)
    assert given == [old]
    assert answers == [old, new, new]
    store.stop()
    assert not new.is_open


def test_a_logbook_that_could_not_be_replaced_stays(store: StoreThread, qtbot: QtBot) -> None:
    old, answers, errors = Book(), [], []

    def fail(_: object) -> Book:
        raise AlreadyOpen

    store.open(lambda: old, bool, _never)
    store.replace(fail, _never, errors.append)
    store.ask(lambda logbook: logbook, answers.append, _never)
    qtbot.waitUntil(lambda: not store.is_busy)
    assert answers == [old]
    assert len(errors) == 1


def test_what_is_asked_after_the_end_starts_no_thread(store: StoreThread) -> None:
    store.stop()
    store.run(get_ident, _never, _never)
    assert not store.is_busy
    assert not store._pure.isRunning()


def test_many_signals_do_not_wear_out_the_constants(store: StoreThread, qtbot: QtBot) -> None:
    """With PySide6 6.12.0 on Python 3.11 this ended the interpreter."""
    for _ in range(3000):
        store.busy_changed.emit(True)


def _never(_: object) -> None:
    raise AssertionError("not this one")
