"""A script, run by the tests in a process of its own: it types, shows and copies, and then locks.

Argument: the logbook. From standard input come the passphrase, a canary, and a line that says: lock
now. The lock is the real one: this process becomes the program itself, at its unlock screen.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QThread, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.promises.a_day_in_the_window import settle, wait
from vp_logboek.app import Program, make_application
from vp_logboek.store.process import harden_process


class Order(QThread):
    """Waits for a line; the window goes on meanwhile."""

    given = Signal()

    def run(self) -> None:
        sys.stdin.readline()
        self.given.emit()


def type_talk(program: Program, canary: str) -> None:
    program.window.new_talk()
    settle(program)
    form = program.window.editor.form
    form.matter.subject.setText("pesten")
    form.matter.subject._finder.rows.hide()
    QTest.keyClicks(form.note.note, f"Dit gaat over {canary} en niemand anders")


def main() -> int:
    harden_process()
    path = Path(sys.argv[1])
    passphrase, canary = sys.stdin.readline().strip(), sys.stdin.readline().strip()
    program = Program(make_application(sys.argv[:1]), path)
    program.begin()
    QTest.keyClicks(program.unlock.open.field.edit, passphrase)
    program.unlock.open.open_button.click()
    wait(lambda: program._window is not None and program.window.isVisible())
    settle(program)
    type_talk(program, canary)
    program.window.editor.save()
    settle(program)
    program.window.talks.table.selectRow(1)
    settle(program)
    QTest.keyClicks(program.window.tools.search, canary)
    settle(program)
    type_talk(program, canary)
    note = program.window.editor.form.note.note
    note.selectAll()
    note.copy()
    assert canary in QGuiApplication.clipboard().text()
    order = Order()
    order.given.connect(program.lock.lock)
    order.start()
    print("open", flush=True)
    return program._application.exec()


if __name__ == "__main__":
    sys.exit(main())
