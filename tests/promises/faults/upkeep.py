"""What keeps a logbook: a backup, a migration, a destruction, another passphrase."""

import errno
import os
import shutil
from datetime import date, datetime, timedelta
from pathlib import Path

from tests.cheap import PASSPHRASE
from tests.promises.faults.daily import TALKS, a_logbook
from tests.promises.faults.operation import NAME, NEW, OLD, TWICE, Step, opened
from tests.services.keeping import LATER, a_matter, destroy, tallies
from vp_logboek.domain.errors import WrongPassphrase
from vp_logboek.domain.listing import DossierQuery, TalkQuery
from vp_logboek.services import backups
from vp_logboek.services.passphrase import change
from vp_logboek.store import backup, schema
from vp_logboek.store.connection import connect
from vp_logboek.store.header import recognise
from vp_logboek.store.key import CHEAPEST, derive_key
from vp_logboek.store.logbook import Logbook

VERSIONS = Path(__file__).parents[2] / "data" / "versions"
ANOTHER = "zeven kano tafel wimpel"
_NOW = datetime(2026, 11, 22, 14, 3)


def _key(path: Path) -> bytes:
    header = recognise(path, (CHEAPEST,))
    return derive_key(PASSPHRASE, header.salt, header.profile)


# --- a backup ---------------------------------------------------------------------------------


def with_an_earlier_backup(folder: Path) -> None:
    a_logbook(folder)
    copies = folder / "kopieën"
    copies.mkdir()
    with opened(folder) as logbook:
        backups.make(logbook, _NOW - timedelta(days=1), copies)


def back_up(folder: Path, step: Step) -> None:
    with opened(folder) as logbook:
        step(lambda: backups.make(logbook, _NOW, folder / "kopieën"))


def backed_up(folder: Path) -> str:
    """Every file with the name of a backup is whole, and the next backup leaves no half ones."""
    copies = folder / "kopieën"
    names = sorted(path.name for path in copies.glob("*.vplogboek"))
    for name in names:
        copy = backup.open_copy(copies / name, _key(copies / name))
        assert len(backup.days_of_talks(copy)) == TALKS
        copy.close()
    with opened(folder) as logbook:
        logbook_salt = logbook.salt
        later = backups.make(logbook, _NOW + timedelta(days=2), copies)
        assert len(logbook.conversations.rows(TalkQuery())) == TALKS
    left = {path.name for path in copies.iterdir()} - {later.path.name, *names}
    # after a lost power its start can be rubbish: it may be of another, and is left alone
    other = {path.name for path in copies.glob(".*.part") if path.read_bytes()[:16] != logbook_salt}
    left -= other | {f"{name}-journal" for name in other}
    assert not left, f"left in the folder: {left}"
    made = [name for name in names if "2026-11-22" in name]
    assert len(names) == 1 + len(made)
    return (OLD, NEW, TWICE)[len(made)]


# --- a migration ------------------------------------------------------------------------------


def the_first_version(folder: Path) -> None:
    shutil.copyfile(VERSIONS / "1.vplogboek", folder / NAME)


def migrate(folder: Path, step: Step) -> None:
    step(lambda: opened(folder).close())


def migrated(folder: Path) -> str:
    """Looked at without the steps first; then it opens with everything in it."""
    raw = connect(folder / NAME, _key(folder / NAME))
    version = schema.version(raw)
    raw.close()
    copies = list(folder.glob("*-voor-versie-*.vplogboek"))
    for path in copies:
        copy = backup.open_copy(path, _key(path))
        assert schema.version(copy) < schema.NEWEST
        assert len(backup.days_of_talks(copy)) == 3
        copy.close()
    assert copies or version == 1, "migrated without a copy"
    with opened(folder) as logbook:
        assert len(logbook.conversations.rows(TalkQuery())) == 3
        assert len(logbook.conversations.binned()) == 1
    return NEW if version == schema.NEWEST else OLD


# --- a destruction ----------------------------------------------------------------------------


def with_old_matters(folder: Path) -> None:
    a_logbook(folder)
    with opened(folder) as logbook:
        for month in (1, 2, 3):
            days = [date(2024, month, 4), date(2025, month, 8)]
            a_matter(logbook, *days, closed=date(2025, 6, 1))
        (folder / "telling").write_text(repr(tallies(logbook, range(2024, 2027))))


def destroy_old_matters(folder: Path, step: Step) -> None:
    with opened(folder) as logbook:
        rows = logbook.dossiers.rows(DossierQuery())
        old = [logbook.dossiers.get(row.id) for row in rows if row.closed is not None]
        step(lambda: destroy(logbook, old, LATER))


def destroyed(folder: Path) -> str:
    with opened(folder) as logbook:
        closed = [row for row in logbook.dossiers.rows(DossierQuery()) if row.closed is not None]
        talks = len(logbook.conversations.rows(TalkQuery()))
        counted = repr(tallies(logbook, range(2024, 2027)))
        assert logbook.destruction.dossiers() == 3 - len(closed)
    assert counted == (folder / "telling").read_text(), "a year counts differently"
    return {(3, TALKS + 6): OLD, (0, TALKS): NEW}[len(closed), talks]


# --- another passphrase -----------------------------------------------------------------------


def change_passphrase(folder: Path, step: Step) -> None:
    """Where the old file could not be opened again it is opened anew, as the lock screen would."""
    logbook = opened(folder)

    def act() -> None:
        nonlocal logbook
        if not logbook._connection._is_open:
            logbook = opened_with_either(folder)
        change(logbook, PASSPHRASE, ANOTHER).close()

    step(act)
    logbook.close()


def change_passphrase_without_hard_links(folder: Path, step: Step) -> None:
    """As on a memory stick: there is a moment without a file of that name."""
    really = os.link

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "as on a memory stick")

    os.link = refuse
    try:
        change_passphrase(folder, step)
    finally:
        os.link = really


def opened_with_either(folder: Path) -> Logbook:
    try:
        return opened(folder)
    except WrongPassphrase:
        return opened(folder, ANOTHER)


def changed(folder: Path) -> str:
    """It opens with one of the two, and everything is there."""
    with opened_with_either(folder) as logbook:
        assert len(logbook.conversations.rows(TalkQuery())) == TALKS
        return OLD if logbook.opens_with(PASSPHRASE) else NEW
