"""Logbooks that are made once for all tests and copied for each: making one is what takes long."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.gui.opened import PASSPHRASE, PUBLISHED, TODAY, Opened, add_year
from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.session import Session
from vp_logboek.gui.tasks import StoreThread
from vp_logboek.services import issuing, notebook
from vp_logboek.services.safekeeping import make_logbook
from vp_logboek.store.key import CHEAPEST
from vp_logboek.store.logbook import Logbook, open_logbook

DAY: date = TODAY.date()
Fill = Callable[[Logbook, Path], None]


def made(folder: Path, fill: Fill) -> Path:
    """A logbook with this in it, closed."""
    path = folder / "Logboek.vplogboek"
    organisation = Organisation("Provincie", columns=("discriminatie",))
    logbook = make_logbook(path, PASSPHRASE, organisation, CHEAPEST)
    fill(logbook, folder)
    logbook.close()
    return path


@contextmanager
def copied(made_once: Path, folder: Path, qtbot: QtBot) -> Iterator[Opened]:
    """A session with a copy of it."""
    path = folder / made_once.name
    shutil.copyfile(made_once, path)
    thread = StoreThread()
    session = Session(thread, lambda: TODAY)
    errors: list[LogbookError] = []
    session.failed.connect(errors.append)
    with qtbot.waitSignal(session.opened):
        session.open(lambda: open_logbook(path, PASSPHRASE, (CHEAPEST,)), errors.append)
    try:
        yield Opened(session, thread, qtbot, errors)
    finally:
        thread.stop()


def issue(logbook: Logbook, organisation: Organisation, year: int, folder: Path) -> None:
    """Issue a year as ``folder/<year>.pdf``."""
    prospect = issuing.prepare(logbook, organisation, year)
    issuing.issue(logbook, prospect, folder / f"{year}.pdf", DAY)


def two_open_years(logbook: Logbook, _: Path) -> None:
    """2025, which is over, and 2026."""
    with logbook.transaction():
        add_year(logbook, 2025, PUBLISHED)
        add_year(logbook, 2026, {"pesten": 6})


def two_issued_years(logbook: Logbook, folder: Path) -> None:
    """2024 and 2025, both issued."""
    with logbook.transaction():
        add_year(logbook, 2024, {"pesten": 13})
        add_year(logbook, 2025, PUBLISHED)
    for year in (2024, 2025):
        issue(logbook, logbook.organisations.all()[0], year, folder)


def several(logbook: Logbook, folder: Path) -> None:
    """Three issued years of one organisation, and of another the last of them."""
    notebook.save_organisation(logbook, Organisation("Waterschap"))
    with logbook.transaction():
        for year in (2023, 2024, 2025):
            add_year(logbook, year, {"pesten": 13})
    first, second = logbook.organisations.all()
    for year in (2023, 2024, 2025):
        issue(logbook, first, year, folder)
    issue(logbook, second, 2025, folder)
