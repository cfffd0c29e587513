"""Where a logbook lies: a folder that is copied along, a drive elsewhere, a copy in conflict.

Such a place copies or locks the file while it is being written. Only what is certain is told: a
warning that is wrong makes that the next one is not read.
"""

import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath

from vp_logboek.domain.errors import LogbookError
from vp_logboek.services.drives import Drive, drive_of, existing, is_on_same_disk
from vp_logboek.store.header import recognise
from vp_logboek.store.key import CHEAPEST, VPL1
from vp_logboek.store.lock_probe import is_open_elsewhere
from vp_logboek.store.logbook import Logbook

__all__ = [
    "Concerns",
    "Place",
    "Where",
    "concerns",
    "conflict_copies",
    "is_on_same_disk",
    "is_open_elsewhere",
    "place_of",
    "put_away",
]

SUFFIX = ".vplogboek"


class Where(StrEnum):
    """What kind of place it is."""

    HERE = "hier"
    SYNCED = "meekopie"
    NETWORK = "netwerk"
    REMOVABLE = "verwisselbaar"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file lies; ``service`` names who copies it along, where that is known."""

    where: Where
    service: str = ""

    @property
    def is_risky(self) -> bool:
        """Whether a logbook can suffer there."""
        return self.where in {Where.SYNCED, Where.NETWORK}


def place_of(path: Path, environment: Mapping[str, str] = os.environ) -> Place:
    """Where this file lies, or will lie when it is made."""
    real = Path(os.path.realpath(path))
    for written in (Path(os.path.abspath(path)), real):  # noqa: PTH100 - links must stay links
        service = synced_by_name(written, environment) or _synced_by_marker(written)
        if service:
            return Place(Where.SYNCED, service)
    return Place(_WHERE[drive_of(existing(real))])


_WHERE = {
    Drive.HERE: Where.HERE,
    Drive.NETWORK: Where.NETWORK,
    Drive.REMOVABLE: Where.REMOVABLE,
}

# --- folders that are copied along ------------------------------------------------------------

_VARIABLES = (("OneDrive", "OneDrive"), ("OneDriveConsumer", "OneDrive"),
              ("OneDriveCommercial", "OneDrive"))  # fmt: skip
"""Set by OneDrive on Windows: the folder of the account, of the private and of the work one."""

_NAMES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), service)
    for pattern, service in (
        (r"onedrive( - .+)?", "OneDrive"),
        (r"dropbox( \(.+\))?", "Dropbox"),
        (r"google ?drive|my drive|mijn drive", "Google Drive"),
        (r"icloud ?drive|mobile documents|com~apple~clouddocs", "iCloud Drive"),
        (r"nextcloud\d*", "Nextcloud"),
        (r"owncloud\d*", "ownCloud"),
        (r"surfdrive", "SURFdrive"),
        (r"stackdrive|transip stack", "STACK"),
        (r"synologydrive", "Synology Drive"),
        (r"proton ?drive", "Proton Drive"),
        (r"pcloud ?drive", "pCloud"),
        (r"box sync", "Box"),
        (r"megasync", "MEGA"),
    )
)
"""The names these services give their folder; of OneDrive with the organisation behind it."""

_MAC_FOLDER = ("library", "cloudstorage")
"""On macOS every File Provider has a folder here, named ``Service-account``."""


def synced_by_name(path: PurePath, environment: Mapping[str, str]) -> str:
    """Which service copies this along, by the names of the folders; empty for none."""
    for variable, service in _VARIABLES:
        root = environment.get(variable, "").strip()
        if root and path.is_relative_to(type(path)(root)):
            return service
    folders = path.parent.parts
    named = next(filter(None, map(_service_called, folders)), "")
    return named or _mac_provider(folders)


def _service_called(name: str) -> str:
    found = (service for pattern, service in _NAMES if pattern.fullmatch(name))
    return next(found, "")


def _mac_provider(folders: Sequence[str]) -> str:
    small = tuple(name.casefold() for name in folders)
    for place in range(len(folders) - 2):
        if small[place : place + 2] == _MAC_FOLDER:
            name = folders[place + 2].partition("-")[0]
            return _service_called(name) or name
    return ""


_MARKERS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), service)
    for pattern, service in (
        (r"\.dropbox|\.dropbox\.cache", "Dropbox"),
        (r"\.nextcloudsync\.log", "Nextcloud"),
        (r"\.owncloudsync\.log(\.\d+)?", "ownCloud"),
        (r"\._?sync_[0-9a-f]+\.db|\._sync_.+\.db", "Nextcloud"),
        (r"\.stfolder|\.stignore", "Syncthing"),
        (r"\.SynologyWorkingDirectory", "Synology Drive"),
        (r"\.tmp\.drivedownload|\.tmp\.driveupload", "Google Drive"),
    )
)
"""What these services leave in the topmost folder that they copy along."""


def _synced_by_marker(path: Path) -> str:
    """Which service left its mark in a folder above this file; empty for none."""
    for folder in path.parents:
        try:
            names = [each.name for each in os.scandir(folder) if _is_mark(each)]
        except OSError:
            continue
        for pattern, service in _MARKERS:
            if any(pattern.fullmatch(name) for name in names):
                return service
    return ""


def _is_mark(entry: os.DirEntry[str]) -> bool:
    """In a home folder ``.dropbox`` is the folder with Dropbox's settings, and no mark."""
    return entry.name.startswith(".") and (entry.name != ".dropbox" or entry.is_file())


# --- copies in conflict -----------------------------------------------------------------------

_OURS = re.compile(
    r"-reservekopie-\d{4}-\d\d-\d\d-\d{4}(-\d+)?|-voor-versie-\d+(-\d+)?", re.IGNORECASE
)
_CERTAIN = re.compile(
    r".*("
    r"\(.*conflicted copy.*\)|\(.*conflicterende kopie van.*\)|\(.*case conflict.*\)|"
    r"_conflict-\d{8}-\d{6}|\.sync-conflict-\d{8}-\d{6}(-[0-9a-z]+)?|"
    r"_.+_conflict|\.conflict\d*|\[conflict.*\]"
    r")",
    re.IGNORECASE,
)
"""Dropbox in English and Dutch, Nextcloud and ownCloud (new and old), Syncthing, Synology,
Resilio, Google Drive."""
_PERHAPS = re.compile(r" ?\(\d{1,3}\)| \d{1,2}|-[\w-]{1,20}(-\d{1,2})?", re.IGNORECASE)
"""Google Drive's ``(1)``, iCloud's `` 2`` and the name of a computer by OneDrive: people name their
own files so too, hence only beside a file of the same key."""


def conflict_copies(logbook: Logbook) -> tuple[str, ...]:
    """The names of what a service put beside this logbook when two computers wrote at once."""
    try:
        names = sorted(each.name for each in os.scandir(logbook.path.parent))
    except OSError:
        return ()
    stem = logbook.path.name.removesuffix(SUFFIX)
    own = logbook.salt
    return tuple(
        name
        for name in names
        if (more := _added_to(stem, name)) and _is_conflict(logbook.path.with_name(name), more, own)
    )


def _added_to(stem: str, name: str) -> str:
    """What a name has behind ours; empty when it is ours, or has nothing to do with it."""
    if not name.endswith(SUFFIX) or not name.startswith(stem):
        return ""
    more = name.removesuffix(SUFFIX)[len(stem) :]
    return "" if _OURS.fullmatch(more) else more


def _is_conflict(path: Path, more: str, own: bytes) -> bool:
    if not (_CERTAIN.fullmatch(more) or _PERHAPS.fullmatch(more)):
        return False
    try:
        salt = recognise(path, (VPL1, CHEAPEST)).salt
    except LogbookError:
        return False
    return salt == own or _CERTAIN.fullmatch(more) is not None


# --- what is told of it -----------------------------------------------------------------------

PUT_AWAY = "weggelegde waarschuwingen"


@dataclass(frozen=True, slots=True)
class Concerns:
    """What the user should know of the place of the logbook, and has not put away."""

    place: Place | None = None
    conflicts: tuple[str, ...] = ()


def concerns(logbook: Logbook) -> Concerns:
    """What there is to say about where this logbook lies."""
    known = _put_away(logbook)
    place = place_of(logbook.path)
    conflicts = tuple(name for name in conflict_copies(logbook) if name not in known)
    told = place.is_risky and _word_for(place) not in known
    return Concerns(place if told else None, conflicts)


def put_away(logbook: Logbook, told: Concerns) -> None:
    """Do not tell this of this logbook again; kept in the logbook. Raises ReadOnlyPlace."""
    words = {*_put_away(logbook), *told.conflicts}
    if told.place is not None:
        words.add(_word_for(told.place))
    logbook.settings.set(PUT_AWAY, json.dumps(sorted(words), ensure_ascii=False))


def _put_away(logbook: Logbook) -> set[str]:
    return set(json.loads(logbook.settings.get(PUT_AWAY) or "[]"))


def _word_for(place: Place) -> str:
    return f"{place.where}:{place.service}"
