"""The work behind the screens of copies, for the thread that has the logbook; without Qt."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path

from vp_logboek.domain.listing import TalkQuery
from vp_logboek.gui.backups import words
from vp_logboek.services import backups, notebook
from vp_logboek.services.backups import Contents, Copy, State
from vp_logboek.services.copies import kept_beside, stem_of
from vp_logboek.services.notebook import Logbook
from vp_logboek.services.places import SUFFIX, Where, is_on_same_disk, place_of
from vp_logboek.services.rescue import newest_copy_anywhere

WITHOUT_SINCE = "reservekopie.zonder sinds"
"""The setting with the first day on which the logbook was open and had no copy."""


_SLACK = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands with the copies.

    ``quiet_days``: since when there is none; ``caution``: what should be known of the folder;
    ``is_behind``: something was saved since the last copy, perhaps before a lock.
    """

    state: State
    quiet_days: int = 0
    caution: str = ""
    is_behind: bool = False


def standing(logbook: Logbook, now: datetime) -> Standing:
    """How it stands; also remembers since when there is no copy."""
    state = backups.state(logbook, now)
    quiet = 0 if state.last is not None else _days_without(logbook, now.date())
    return Standing(state, quiet, caution(logbook.path, state), _is_behind(logbook, state))


def _is_behind(logbook: Logbook, state: State) -> bool:
    """By the time of the file; a copy is dated to the minute, and noting it changes the file."""
    try:
        changed = datetime.fromtimestamp(logbook.path.stat().st_mtime)
    except OSError:
        return False
    return state.last is not None and changed - state.last > _SLACK


def _days_without(logbook: Logbook, today: date) -> int:
    since = logbook.settings.get(WITHOUT_SINCE)
    if since is None:
        if not logbook.read_only:
            logbook.settings.set(WITHOUT_SINCE, today.isoformat())
        return 0
    return max(0, (today - date.fromisoformat(since)).days)


def caution(logbook: Path, state: State) -> str:
    """What should be known of the folder that was chosen; empty when it is a good one."""
    if state.folder is None:
        return ""
    if not state.is_there:
        return words.NOT_THERE
    place = place_of(state.folder / "kopie")
    if place.where is Where.SYNCED:
        return words.synced_folder(place.service)
    if place.where is Where.NETWORK:
        return words.NETWORK_FOLDER
    return words.SAME_DISK if is_on_same_disk(logbook, state.folder) else ""


def make(logbook: Logbook, now: datetime) -> Standing:
    """Make a copy now. Raises what ``backups.make`` raises."""
    backups.make(logbook, now)
    return standing(logbook, now)


def make_in(logbook: Logbook, folder: Path, now: datetime) -> Standing:
    """Choose this folder and make a copy in it at once: then it is sure that it works."""
    backups.make(logbook, now, folder)
    if not logbook.read_only:
        backups.set_folder(logbook, folder)
    return standing(logbook, now)


def make_if_due(logbook: Logbook, now: datetime, changed: bool) -> Standing:
    """Make the copy of the day where it is due. Raises what ``backups.make`` raises."""
    backups.make_if_due(logbook, now, changed)
    return standing(logbook, now)


@dataclass(frozen=True, slots=True)
class ToRestore:
    """The copies there are, the logbook beside which one is put back, and what that holds now.

    ``present`` is None where it is not open.
    """

    copies: tuple[Copy, ...]
    path: Path
    present: Contents | None = None


def to_restore(logbook: Logbook, now: datetime) -> ToRestore:
    """What the first page of putting a copy back shows."""
    folder = backups.folder(logbook)
    found = () if folder is None else backups.copies(folder, logbook)
    return ToRestore(found, logbook.path, present(logbook, now))


def beside(path: Path) -> ToRestore:
    """The same for a logbook that does not open: its own folder is all that is known."""
    return ToRestore(backups.copies(path.parent), path)


def of_damaged(path: Path, passphrase: str) -> ToRestore:
    """The same, also from the folder that a damaged logbook names, where that can be read.

    After the copies comes what the program itself kept beside it.
    """
    newest = newest_copy_anywhere(path, passphrase)
    folders = {path.parent} if newest is None else {path.parent, newest.path.parent}
    found = [copy for folder in folders for copy in backups.copies(folder)]
    dated = sorted(found, key=lambda copy: copy.made, reverse=True)
    return ToRestore((*dated, *kept_beside(path)), path)


def present(logbook: Logbook, now: datetime) -> Contents:
    """What the logbook holds now, counted as a copy is."""
    days = [row.on for row in notebook.talks(logbook, TalkQuery())]
    years = Counter(day.year for day in days)
    return Contents(
        made=now,
        talks=len(days),
        dossiers=len(notebook.dossier_rows(logbook)),
        years=tuple(sorted(years.items(), reverse=True)),
        last_day=max(days, default=None),
    )


def free_name(copy: Path, folder: Path) -> Path:
    """A name for a copy that is put back: that of its logbook, and never one that is taken."""
    return _free(folder, f"{stem_of(copy) or copy.name.partition(SUFFIX)[0]}-teruggezet")


def rescued_name(damaged: Path) -> Path:
    """A name for what comes out of a damaged logbook, beside it."""
    return _free(damaged.parent, f"{damaged.name.partition(SUFFIX)[0]}-gered")


def _free(folder: Path, stem: str) -> Path:
    numbered = (f"{stem}{f' {number}' if number > 1 else ''}" for number in count(1))
    return next(path for name in numbered if not (path := folder / f"{name}{SUFFIX}").exists())
