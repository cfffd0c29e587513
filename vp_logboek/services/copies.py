"""Copies of a logbook on the disk: finding them, looking into one, and putting one back."""

import re
import secrets
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from vp_logboek.domain.errors import LogbookError
from vp_logboek.store.backup import copy_whole, days_of_talks, open_copy
from vp_logboek.store.connection import Connection, check, connect
from vp_logboek.store.creation import make_whole
from vp_logboek.store.leftovers import previous_of
from vp_logboek.store.logbook import CHEAPEST, VPL1, Halt, Logbook, Profile, key_of, recognise
from vp_logboek.store.settings import Settings

EXTENSION = ".vplogboek"
SALTS_SETTING = "reservekopie.zouten"
RESTORED_SETTING = "restored_from"
"""The day of the copy that this logbook was made of; empty once it is known what was issued since.
"""
_DATED = re.compile(r"-reservekopie-(\d{4}-\d\d-\d\d-\d{4})(-\d+)?\.vplogboek$", re.IGNORECASE)
_BEFORE_MIGRATION = re.compile(r"-voor-versie-\d+(-\d+)?\.vplogboek$", re.IGNORECASE)
_MOMENT = "%Y-%m-%d-%H%M"


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy on the disk. ``made`` is local time, to the minute; ``size`` is in bytes."""

    path: Path
    made: datetime
    size: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What a copy holds, the bin left out; ``years`` are calendar years, newest first."""

    made: datetime
    talks: int
    dossiers: int
    years: tuple[tuple[int, int], ...]
    last_day: date | None


# --- finding ----------------------------------------------------------------------------------


def dated_name(stem: str, now: datetime, number: int = 1) -> str:
    """The file name of a copy: ``logboek-reservekopie-2026-11-22-1403.vplogboek``."""
    again = f"-{number}" if number > 1 else ""
    return f"{stem}-reservekopie-{now.strftime(_MOMENT)}{again}{EXTENSION}"


def stem_of(copy: Path) -> str:
    """The name of the logbook that a dated copy was made of; empty for any other file."""
    found = _DATED.search(copy.name)
    return "" if found is None else copy.name[: found.start()]


def copies(folder: Path, logbook: Logbook | None = None) -> tuple[Copy, ...]:
    """The copies in a folder, newest first; with a logbook only those that are surely of it.

    A folder that is not there has none.
    """
    salts = None if logbook is None else known_salts(logbook)
    named = (copy for copy in files_of(folder, salts) if _is_copy(copy.path))
    return newest_first(named)


def copies_of_salt(folder: Path, logbook: Path) -> tuple[Copy, ...]:
    """The copies in a folder that begin as a logbook does that cannot be opened, newest first.

    Of one whose beginning is gone: those that are named after it.
    """
    salt = _salt(logbook)
    if salt is not None:
        found = [copy for copy in files_of(folder, {salt}) if _is_copy(copy.path)]
    else:
        found = [copy for copy in copies(folder) if stem_of(copy.path) == logbook.stem]
    return newest_first(found)


def newest_first(found: Iterable[Copy]) -> tuple[Copy, ...]:
    """In order of time; of one minute the one with the highest number behind its name is newest."""
    return tuple(sorted(found, key=_order, reverse=True))


def _order(copy: Copy) -> tuple[datetime, int, str]:
    return copy.made, len(copy.path.name), copy.path.name


def _is_copy(path: Path) -> bool:
    return bool(_DATED.search(path.name) or _BEFORE_MIGRATION.search(path.name))


def files_of(folder: Path, salts: Collection[bytes] | None) -> Iterator[Copy]:
    """Every logbook in a folder, under whatever name, with one of these salts; None: any."""
    try:
        found = sorted(each for each in folder.iterdir() if EXTENSION in each.name.casefold())
    except OSError:
        return
    for path in found:
        salt = _salt(path)
        if salt is None or (salts is not None and salt not in salts):
            continue
        try:
            stat = path.stat()
        except OSError:
            continue
        yield Copy(path, _made(path, stat.st_mtime), stat.st_size)


def set_aside(logbook: Path) -> Iterator[Copy]:
    """The damaged files that were kept when the start of this logbook was written anew."""
    with suppress(OSError):
        for path in logbook.parent.iterdir():
            if path.name.startswith(f"{logbook.name}.beschadigd") and path.is_file():
                stat = path.stat()
                yield Copy(path, _made(path, stat.st_mtime), stat.st_size)


def kept_beside(logbook: Path) -> tuple[Copy, ...]:
    """What the program itself kept beside a logbook that cannot be opened, the newest first.

    The whole file of before a change of passphrase, and the damaged files that were healed.
    """
    found, previous = [*set_aside(logbook)], previous_of(logbook)
    with suppress(OSError):
        stat = previous.stat()
        is_other = not (logbook.exists() and previous.samefile(logbook))
        if is_other and _salt(previous) is not None:
            found.append(Copy(previous, _made(previous, stat.st_mtime), stat.st_size))
    return newest_first(found)


def _salt(path: Path) -> bytes | None:
    """How a logbook begins; None for what is none, or is open here."""
    try:
        return recognise(path, (VPL1, CHEAPEST)).salt
    except LogbookError:
        return None


def _made(path: Path, changed: float) -> datetime:
    found = _DATED.search(path.name)
    if found is not None:
        try:
            return datetime.strptime(found[1], _MOMENT)
        except ValueError:
            pass
    return datetime.fromtimestamp(changed).replace(second=0, microsecond=0)


def known_salts(logbook: Logbook) -> frozenset[bytes]:
    """The salt of this logbook and those it had when a copy was made under an older passphrase."""
    noted = (logbook.settings.get(SALTS_SETTING) or "").split()
    return frozenset({logbook.salt, *(bytes.fromhex(salt) for salt in noted)})


def note_salt(logbook: Logbook) -> None:
    """Before a copy: so that it is known as ours after a change of passphrase too."""
    noted = (logbook.settings.get(SALTS_SETTING) or "").split()
    if logbook.salt.hex() not in noted and not logbook.read_only:
        logbook.settings.set(SALTS_SETTING, " ".join([*noted, logbook.salt.hex()]))


def rekeyed(logbook: Logbook, passphrase: str, halt: Halt | None = None) -> Logbook:
    """Another passphrase, while the file of before it and older copies stay known as ours.

    Raises what ``Logbook.rekeyed`` raises.
    """
    with suppress(LogbookError):
        note_salt(logbook)
    return logbook.rekeyed(passphrase, halt)


# --- looking into one, and putting one back ---------------------------------------------------


def look_into(
    copy: Path,
    passphrase: str,
    accept: Sequence[Profile] = (VPL1,),
    halt: Halt | None = None,
) -> Contents:
    """What a copy holds. It is read whole, and no byte of it is changed. Slow on purpose.

    Raises what opening raises, CopyNotClosed, and Stopped when ``halt`` was asked.
    """
    opened = _open_checked(copy, key_of(copy, passphrase, accept), halt or Halt())
    try:
        days = days_of_talks(opened)
        dossiers = opened.number("SELECT count(*) FROM dossier")
    finally:
        opened.close()
    years = Counter(day.year for day in days)
    return Contents(
        made=_made(copy, copy.stat().st_mtime),
        talks=len(days),
        dossiers=dossiers,
        years=tuple(sorted(years.items(), reverse=True)),
        last_day=days[-1] if days else None,
    )


def _open_checked(copy: Path, key: bytes, halt: Halt) -> Connection:
    """Open a copy that is whole, to read it; while it is read it may be stopped."""
    halt.heed()
    opened = open_copy(copy, key, checked=False)
    opened.stopping = halt
    try:
        with halt.allowed(opened.connection):
            check(opened)
        halt.heed()
    except BaseException:
        opened.close()
        raise
    return opened


def restore(
    copy: Path,
    passphrase: str,
    target: Path,
    accept: Sequence[Profile] = (VPL1,),
    halt: Halt | None = None,
) -> None:
    """Put a copy back under a name that is free: read, written and read back before it is named.

    The copy is not changed. The new logbook holds the day of the copy: before it issues anything it
    asks what was issued since (``RESTORED_SETTING``). Raises AlreadyExists, CopyNotWhole, NotSaved,
    ReadOnlyPlace and what ``look_into`` raises; Stopped until it has its name.
    """
    halt = halt or Halt()
    key = key_of(copy, passphrase, accept)
    made = _made(copy, copy.stat().st_mtime).date()
    opened = _open_checked(copy, key, halt)

    def write(part: Path) -> None:
        whole = part.with_name(f".{secrets.token_hex(6)}.part")
        try:
            copy_whole(opened, whole)
            note_origin(whole, key, made)
            halt.close()
            whole.replace(part)
        finally:
            whole.unlink(missing_ok=True)

    try:
        make_whole(target.absolute(), write)
    finally:
        opened.close()


def note_origin(path: Path, key: bytes, day: date) -> None:
    """Let a logbook ask what was issued after this day, before it issues anything itself.

    One that was put back before and was not asked since keeps the earlier day. Raises NotSaved.
    """
    written = connect(path, key)
    try:
        settings = Settings(written)
        earlier = settings.get(RESTORED_SETTING) or day.isoformat()
        settings.set(RESTORED_SETTING, min(earlier, day.isoformat()))
    finally:
        written.close()
