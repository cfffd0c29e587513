"""Backups: where they go, making one, thinning them, and how old the last one is."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path
from unicodedata import normalize

from vp_logboek.domain.errors import AlreadyExists, BackupFolderMissing, LogbookError
from vp_logboek.domain.thinning import kept
from vp_logboek.services.copies import (
    Contents,
    Copy,
    copies,
    dated_name,
    files_of,
    known_salts,
    look_into,
    newest_first,
    note_salt,
    restore,
    set_aside,
    stem_of,
)
from vp_logboek.store.key import SALT_BYTES
from vp_logboek.store.logbook import Logbook

__all__ = [
    "Contents",
    "Copy",
    "State",
    "copies",
    "folder",
    "look_into",
    "made_before",
    "make",
    "make_if_due",
    "restore",
    "set_folder",
    "state",
]

FOLDER_SETTING = "reservekopie.map"
LAST_SETTING = "reservekopie.laatste"
_PART = re.compile(r"\.[0-9a-f]{12}\.part")
_JOURNAL = re.compile(_PART.pattern + "-journal")
_ABANDONED = timedelta(days=1)
_CLOCKS_DIFFER = timedelta(days=1)
"""Summer time, a journey, a memory stick that keeps another hour: that much proves nothing."""


@dataclass(frozen=True, slots=True)
class State:
    """How it stands. ``is_there``: the folder can be reached now; None: never made."""

    folder: Path | None
    is_there: bool
    last: datetime | None
    age_days: int | None


# --- where ------------------------------------------------------------------------------------


def folder(logbook: Logbook) -> Path | None:
    """The folder for backups, whether it is there or not; None when none was chosen."""
    chosen = logbook.settings.get(FOLDER_SETTING)
    return Path(chosen) if chosen else None


def set_folder(logbook: Logbook, folder: Path | None) -> None:
    """Choose the folder, or none. Raises ReadOnlyPlace and NotSaved."""
    logbook.settings.set(FOLDER_SETTING, "" if folder is None else str(folder.absolute()))


def state(logbook: Logbook, now: datetime) -> State:
    """How it stands with the backups; ``now`` is local time.

    Where the folder is not there, the last one is what the logbook remembers.
    """
    chosen = _chosen(logbook)
    is_there = chosen is not None and chosen.is_dir()
    last = _last(logbook, chosen if is_there else None, now.replace(tzinfo=None))
    age = None if last is None else max(0, (now.date() - last.date()).days)
    return State(chosen, is_there, last, age)


def _last(logbook: Logbook, there: Path | None, now: datetime) -> datetime | None:
    """One from after today was made when the clock was wrong, and says nothing of its age."""
    if there is not None:
        found = [copy.made for copy in copies(there, logbook)]
    else:
        remembered = logbook.settings.get(LAST_SETTING)
        found = [datetime.fromisoformat(remembered)] if remembered else []
    return max((made for made in found if made - now <= _CLOCKS_DIFFER), default=None)


_chosen = folder  # under a name that no argument takes

# --- making -----------------------------------------------------------------------------------


def make(logbook: Logbook, now: datetime, folder: Path | None = None) -> Copy:
    """Make a verified backup in the folder, thin the older ones, and tell which it is.

    ``now`` is local time; without a folder it is the chosen one. Not inside a transaction. Raises
    BackupFolderMissing, BackupFailed, BackupStopped, CopyNotWhole and ReadOnlyPlace.
    """
    chosen = _chosen(logbook) if folder is None else folder
    if chosen is None or not chosen.is_dir():
        raise BackupFolderMissing
    _sweep(chosen, logbook, now)
    with suppress(LogbookError):  # on a full disk a backup elsewhere is needed most
        note_salt(logbook)
    path = _write(logbook, chosen, now)
    made = now.replace(second=0, microsecond=0, tzinfo=None)
    _thin(logbook, chosen, Copy(path, made, path.stat().st_size))
    with suppress(LogbookError):
        logbook.settings.set(LAST_SETTING, made.isoformat(timespec="minutes"))
    return Copy(path, made, path.stat().st_size)


def make_if_due(logbook: Logbook, now: datetime, changed: bool) -> Copy | None:
    """Make one when the folder is there and the last is of another day, or ``changed`` is true.

    ``changed``: something was saved since the last backup of this session. Raises what ``make``
    raises, but a folder that is not there is no error.
    """
    found = state(logbook, now)
    if not found.is_there:
        return None
    is_of_today = found.last is not None and found.last.date() == now.date()
    return None if is_of_today and not changed else make(logbook, now, found.folder)


def _write(logbook: Logbook, folder: Path, now: datetime) -> Path:
    for number in count(1):
        path = folder / dated_name(logbook.path.stem, now, number)
        try:
            logbook.copy_to(path)
        except AlreadyExists:
            continue
        break
    with suppress(OSError, ValueError):  # by which one that is worked in later can be told
        os.utime(path, (now.timestamp(), now.timestamp()))
    return path


def _thin(logbook: Logbook, folder: Path, newest: Copy) -> None:
    """Remove only dated copies of this name with one of our salts, and never the newest.

    One that was saved in later is somebody's logbook by now, and one that is dated after the newest
    is of a clock that was wrong. Neither is removed, and neither counts.
    """
    stem = normalize("NFC", logbook.path.stem)
    ours = [
        copy
        for copy in copies(folder, logbook)
        if normalize("NFC", stem_of(copy.path)) == stem
        and copy.made <= newest.made
        and not _was_saved_in(copy)
    ]
    left = kept(copy.made for copy in ours)
    for copy in ours:
        if copy.made not in left and copy.path != newest.path:
            with suppress(OSError):  # one too many is no harm
                copy.path.unlink()


def _was_saved_in(copy: Copy) -> bool:
    try:
        changed = datetime.fromtimestamp(copy.path.stat().st_mtime)
    except (OSError, ValueError):
        return True
    return changed - copy.made > _CLOCKS_DIFFER


def _sweep(folder: Path, logbook: Logbook, now: datetime) -> None:
    """Remove what a backup that was killed left: half a copy of this logbook, or an empty file."""
    for part in _named(folder, _PART):
        with suppress(OSError):
            with part.open("rb") as file:
                start = file.read(SALT_BYTES)
            changed = datetime.fromtimestamp(part.stat().st_mtime)
            is_abandoned = not start and now.replace(tzinfo=None) - changed > _ABANDONED
            if start == logbook.salt or is_abandoned:
                part.unlink()
    for journal in _named(folder, _JOURNAL):
        with suppress(OSError):
            if not journal.with_name(journal.name.removesuffix("-journal")).exists():
                journal.unlink()


def _named(folder: Path, pattern: re.Pattern[str]) -> Iterator[Path]:
    with suppress(OSError):
        yield from [each for each in folder.iterdir() if pattern.fullmatch(each.name)]


# --- after a destruction ----------------------------------------------------------------------


def made_before(logbook: Logbook, day: date) -> tuple[Copy, ...]:
    """The copies that still hold what was destroyed on that day, newest first.

    They are sought in the folder for backups and beside the logbook, under whatever name: the copy
    made before a migration and the file of before a change of passphrase are among them, and a
    damaged one that was kept. One of the day itself is asked whether it knows of the destruction,
    and so is one whose name holds no day: an older copy may have been put back under it since.
    """
    salts = known_salts(logbook)
    chosen = _chosen(logbook)
    folders = {logbook.path.parent} | ({chosen.resolve()} if chosen is not None else set())
    found = [
        copy for each in folders for copy in files_of(each, salts) if _precedes(logbook, copy, day)
    ]
    found += [copy for copy in set_aside(logbook.path) if copy.made.date() <= day]
    return newest_first(found)


def _precedes(logbook: Logbook, copy: Copy, day: date) -> bool:
    made = copy.made.date()
    if made <= day:
        return made < day or logbook.was_destroyed_after(copy.path, day)
    return not stem_of(copy.path) and logbook.was_destroyed_after(copy.path, day, if_unread=False)
