"""A script, run by the tests in a process of its own: a day on which copies are made.

Argument: a logbook with a folder for copies. It makes one at unlocking, one when asked, and one on
leaving.
"""

import sys
from datetime import datetime
from pathlib import Path

from tests.promises.a_day_in_the_window import PASSPHRASE, settle, type_talk, wait
from vp_logboek.app import Program, make_application
from vp_logboek.cli.dutch import DONE
from vp_logboek.store.logbook import open_logbook
from vp_logboek.store.process import harden_process


def main() -> int:
    harden_process()
    path = Path(sys.argv[1])
    application = make_application(sys.argv[:1])
    program = Program(application, path, lambda _: None, clock=lambda: datetime(2025, 3, 4, 9))
    program.begin()
    program.unlock.chosen.emit(path)
    program.session.open(lambda: open_logbook(path, PASSPHRASE), print)
    wait(program.window.isVisible)
    settle(program)
    program.window.reminder.make()
    settle(program)
    program.window.new_talk()
    settle(program)
    type_talk(program, 1)
    program.window.editor.save()
    settle(program)
    program.window.close()
    wait(lambda: not program.window.isVisible())
    program.end()
    return DONE


if __name__ == "__main__":
    sys.exit(main())
