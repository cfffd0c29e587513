"""How fast the program is, beside a named peer in the same run. It prints; it asserts nothing.

    python3 packaging/start.py --version && .venv/bin/python packaging/bench.py [number of talks]

The peer of everything about the file is the same code on the same engine without encryption, so
that the ratio is the price of the vault; the wiping of memory holds for a whole process, and so for
both. Times are medians in milliseconds.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import sqlcipher3  # noqa: E402
from reportlab.platypus import SimpleDocTemplate, Table  # noqa: E402

from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind  # noqa: E402
from vp_logboek.domain.dossier import Dossier, DossierMelder, MelderKind  # noqa: E402
from vp_logboek.domain.listing import TalkQuery  # noqa: E402
from vp_logboek.domain.organisation import Organisation  # noqa: E402
from vp_logboek.services import notebook, safekeeping, yearly_report  # noqa: E402
from vp_logboek.store import schema  # noqa: E402
from vp_logboek.store.connection import SETTINGS  # noqa: E402
from vp_logboek.store.database import Database  # noqa: E402
from vp_logboek.store.key import VPL1, derive_key  # noqa: E402
from vp_logboek.store.logbook import Logbook  # noqa: E402

PASSPHRASE = "batterij nietje paard meting"
TODAY = date(2026, 11, 21)
YEARS = 10
TALKS_A_DOSSIER = 2
WORDS = (
    "teamleider", "overleg", "vergadering", "rooster", "gesprek", "ruzie", "afspraak", "verslag",
    "collega", "werkdruk",
)  # fmt: skip

UNTIL_PAINTED = """
import sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
class Once(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QApplication.instance().quit()
        return False
run = QApplication.exec
def exec_until_painted(*_):
    once = Once()
    QApplication.instance().installEventFilter(once)
    return run()
QApplication.exec = exec_until_painted
"""
OUR_WINDOW = (
    "from pathlib import Path\nfrom vp_logboek import app\napp.run(['vp'], Path(sys.argv[1]))"
)
BARE_WINDOW = "a = QApplication([])\nw = QWidget()\nw.show()\nQApplication.exec()"


class Plain(Database):
    """The peer: the same engine with the same settings and no key."""

    read_only = False

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(sqlcipher3.connect(str(path), isolation_level=None))
        for setting in SETTINGS:
            if not setting.startswith("cipher"):
                self.connection.execute(f"PRAGMA {setting}").fetchall()

    def findings(self) -> int:
        return int(self.connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)])

    def close(self) -> None:
        self.connection.close()


def plain_logbook(path: Path) -> Logbook:
    """A logbook without a vault. For measuring only: the program cannot make or open one."""
    database = Plain(path)
    schema.migrate(database, schema.STEPS)
    logbook = Logbook(database)  # type: ignore[arg-type]
    if not logbook.organisations.all():
        logbook.subjects.save(safekeeping.default_tree())
        logbook.organisations.save(Organisation("Meting"))
    return logbook


def fill(logbook: Logbook, talks: int) -> None:
    """Invented talks, spread evenly over ten years up to 2025. Not measured, so without wiping."""
    logbook._connection.connection.execute("PRAGMA cipher_memory_security = OFF")
    try:
        _fill(logbook, talks)
    finally:
        logbook._connection.connection.execute("PRAGMA cipher_memory_security = ON")


def _fill(logbook: Logbook, talks: int) -> None:
    codes = [leaf.code for leaf in logbook.subjects.tree()]
    days = YEARS * 365
    with logbook.transaction():
        for number in range(talks // TALKS_A_DOSSIER):
            day = date(2026 - YEARS, 1, 1) + timedelta(
                days=number * days * TALKS_A_DOSSIER // talks
            )
            melder = DossierMelder(kind=list(MelderKind)[number % len(MelderKind)])
            subject = codes[number % len(codes)]
            dossier = logbook.dossiers.save(Dossier(1, day, subject, melders=(melder,)))
            for follow_up in range(TALKS_A_DOSSIER):
                note = " ".join(WORDS[(number * 7 + step * 3) % len(WORDS)] for step in range(12))
                logbook.conversations.save(
                    Conversation(
                        on=day + timedelta(days=follow_up),
                        kind=ConversationKind.FOLLOW_UP if follow_up else ConversationKind.FIRST,
                        channel=Channel.PHONE,
                        dossier=dossier.id,
                        minutes=45,
                        note=f"{note} nummer{number}",
                    )
                )


def median(work: Callable[[], object], times: int = 5) -> float:
    """The median of several runs, in milliseconds."""
    found = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        found.append((time.perf_counter() - begun) * 1000)
    return statistics.median(found)


def tell(what: str, ours: float, peer: float, name: str) -> None:
    """One line: what, ours, peer, ratio."""
    print(f"{what:<38} {ours:>10.1f} {peer:>10.1f} {ours / peer:>7.2f}  {name}", flush=True)


def measure_start(logbook: Path) -> None:
    """From nothing to the first painted window: ours asks for the passphrase, the peer is empty."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPATH": str(ROOT)}

    def start(window: str) -> Callable[[], object]:
        command = [sys.executable, "-c", UNTIL_PAINTED + window, str(logbook)]
        return lambda: subprocess.run(command, env=environment, check=True, capture_output=True)

    tell(
        "start to painted window",
        median(start(OUR_WINDOW)),
        median(start(BARE_WINDOW)),
        "bare PySide6",
    )


def measure_file(ours: Logbook, peer: Logbook, name: str) -> None:
    """What a person waits for: a save that is on the disk, the list, a search, the year."""
    for what, work, times in (
        ("durable save of a first talk", _save, 25),
        ("list of a year", lambda book: notebook.talks(book, TalkQuery(year=2025)), 5),
        ("list of everything", lambda book: notebook.talks(book, TalkQuery()), 3),
        ("search, many found", lambda book: notebook.talks(book, TalkQuery(text="verg")), 5),
        ("search, one found", lambda book: notebook.talks(book, TalkQuery(text="nummer4321")), 5),
        ("tally of a year", _tally, 3),
    ):
        of_ours, of_peer = (median(partial(work, book), times) for book in (ours, peer))
        tell(what, of_ours, of_peer, name)


def _save(logbook: Logbook) -> object:
    entry = notebook.new_entry(logbook, TODAY)
    talk = Conversation(
        TODAY, ConversationKind.FIRST, Channel.PHONE, subject="pesten", note="Kort."
    )
    return notebook.save_talk(logbook, replace(entry, conversation=talk), TODAY)


def _tally(logbook: Logbook) -> object:
    (organisation,) = logbook.organisations.all()
    return yearly_report.year_overview(logbook, organisation, 2025)


def measure_backup(ours: Logbook, peer: Logbook, folder: Path) -> None:
    """One copy, read back with all checks; the peer checks its structure."""
    numbers = count()

    def copied() -> None:
        ours.copy_to(folder / f"kopie-{next(numbers)}.vplogboek")

    def copied_plain() -> None:
        target = folder / f"peer-{next(numbers)}.sqlite"
        peer._connection.connection.execute("VACUUM INTO ?", (str(target),))
        _open_plain(target)

    tell("backup, read back", median(copied, 3), median(copied_plain, 3), "unencrypted")


def measure_opening(path: Path, plain: Path) -> None:
    """With every check; the peer checks its structure and has no key to derive."""
    salt = VPL1.tag + bytes(12)
    key = median(lambda: derive_key(PASSPHRASE, salt, VPL1), 3)
    ours = median(lambda: safekeeping.open_logbook(path, PASSPHRASE).close(), 3)
    peer = median(lambda: _open_plain(plain), 3)
    tell("open, with all checks", ours, peer, f"unencrypted (of ours {key:.0f} ms is the key)")


def _open_plain(path: Path) -> None:
    with plain_logbook(path) as logbook:
        logbook.check()


def measure_pdf(logbook: Logbook) -> None:
    """The overview of a full year, beside the same number of table cells in bare ReportLab."""
    (organisation,) = logbook.organisations.all()
    report = yearly_report.year_overview(logbook, organisation, 2025).report
    rows = [[row.label, "1"] for table in report.tables for row in table.rows]
    ours = median(lambda: yearly_report.overview_pdf(report), 5)
    tell("overview PDF", ours, median(lambda: _bare_pdf(rows), 5), "bare ReportLab, one table")


def _bare_pdf(rows: list[list[str]]) -> None:
    story: list[Any] = [Table(rows)]
    SimpleDocTemplate(BytesIO()).build(story)


@contextmanager
def both(folder: Path, talks: int) -> Iterator[tuple[Logbook, Logbook]]:
    """Our logbook and its peer, with the same talks."""
    organisation = Organisation("Meting")
    ours = safekeeping.make_logbook(folder / "ours.vplogboek", PASSPHRASE, organisation)
    peer = plain_logbook(folder / "peer.sqlite")
    for logbook in (ours, peer):
        fill(logbook, talks)
    try:
        yield ours, peer
    finally:
        ours.close()
        peer.close()


def main() -> None:
    """Measure everything with as many talks as asked, 100,000 when nothing is."""
    talks = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    print(f"{talks} talks, {os.cpu_count()} processors; medians in ms")
    print(f"{'what':<38} {'ours':>10} {'peer':>10} {'ratio':>7}  peer")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with both(folder, talks) as (ours, peer):
            measure_file(ours, peer, "unencrypted, same engine and code")
            measure_pdf(ours)
            measure_backup(ours, peer, folder)
        measure_opening(folder / "ours.vplogboek", folder / "peer.sqlite")
        measure_start(folder / "ours.vplogboek")


if __name__ == "__main__":
    main()
