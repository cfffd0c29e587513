"""A script, run by the tests in a process of its own: talks in the window, with a canary in each.

Arguments: the logbook, and where the overview goes. It ends as a lock does.
"""

import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer

from vp_logboek.app import Program, make_application
from vp_logboek.cli.dutch import DONE
from vp_logboek.services.yearly_report import issue_overview
from vp_logboek.store.logbook import open_logbook
from vp_logboek.store.process import harden_process

PASSPHRASE = "batterij nietje paard meting"
CANARY = "Kanariepietje"


def wait(ready: Any) -> None:
    """Run the event loop until something holds."""
    loop = QEventLoop()
    timer = QTimer()
    timer.timeout.connect(lambda: loop.quit() if ready() else None)
    timer.start(20)
    loop.exec()


def settle(program: Program) -> None:
    wait(lambda: not program.store.is_busy)


def type_talk(program: Program, number: int) -> None:
    form = program.window.editor.form
    form.matter.subject.setText("pesten")
    form.matter.subject._finder.rows.hide()
    form.note.note.insertPlainText(f"Het gaat over {CANARY} {number}")


def main() -> int:
    harden_process()
    path, target = Path(sys.argv[1]), Path(sys.argv[2])
    application = make_application(sys.argv[:1])
    restarted: list[object] = []
    program = Program(application, path, restarted.append, clock=lambda: datetime(2025, 3, 4, 9))
    program.begin()
    program.unlock.chosen.emit(path)
    program.session.open(lambda: open_logbook(path, PASSPHRASE), print)
    wait(program.window.isVisible)
    settle(program)
    for number in range(3):
        program.window.new_talk()
        settle(program)
        type_talk(program, number)
        program.window.editor.save()
        settle(program)
    organisation = program.session.organisations[0]
    program.session.ask(
        lambda book: issue_overview(book, organisation, 2025, target, datetime.now().date()), len
    )
    settle(program)
    program.window.new_talk()
    settle(program)
    type_talk(program, 4)
    program.window.tools.search.setText(CANARY)
    settle(program)
    program.lock.lock()
    wait(lambda: restarted)
    program.window.close()
    program.end()
    return DONE


if __name__ == "__main__":
    sys.exit(main())
