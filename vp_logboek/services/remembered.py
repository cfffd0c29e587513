"""What this computer remembers, outside the logbook, of the overviews that were issued from it.

When an older copy of the file is put back, the file itself cannot know what was issued since. So
for each logbook a small file in the user's folder for settings holds how long its ledger is and
which years it issued, and with which release. It tells a stranger nothing: every entry is an HMAC
under the secret key that lies in the logbook. (The bare hash of a ledger would not do: it is taken
over the exact figures, so who has the PDF could try all small numbers until one fits.) It never
stands in the way: where it cannot be read or written the work goes on, and that is told once.
"""

import hmac
import json
import os
import secrets
import sys
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from hashlib import sha256
from pathlib import Path

from vp_logboek.store.creation import sync_file, sync_folder

FOLDER_VARIABLE = "VP_LOGBOEK_CONFIG"
"""Names the folder instead of the platform's own: for tests, and for a stick that travels."""

_VERSION = 2
_LINKS, _SCOPES, _ABOUT = "uitgaven", "jaren", "per uitgave"


class Trouble(Enum):
    """What went wrong with the file outside the logbook. The value is what the logbook keeps."""

    BROKEN = "onleesbaar"
    UNWRITABLE = "niet-te-schrijven"


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of one logbook: its ledger's ``links``, and the ``scopes`` it issued.

    All are tokens (see ``token``); nothing is ever taken out again. ``about`` holds for each link
    the scopes of that release; a file of before version 2 has none, until its ledger is seen again.
    """

    links: frozenset[str] = frozenset()
    scopes: frozenset[str] = frozenset()
    about: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def and_also(self, about: Mapping[str, Collection[str]]) -> "Memory":
        """With these releases, by their links, added to it."""
        named = {link: self.about.get(link, frozenset()) | {*about[link]} for link in about}
        scopes = self.scopes.union(*about.values())
        return Memory(self.links | about.keys(), scopes, {**self.about, **named})


NOTHING = Memory()


def folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The folder for what the program keeps of its user, outside any logbook.

    Windows: ``%APPDATA%`` (FOLDERID_RoamingAppData, "Known folders", Microsoft). macOS:
    ``~/Library/Application Support`` ("File System Programming Guide", Apple). Elsewhere:
    ``$XDG_CONFIG_HOME`` when it is absolute, else ``~/.config`` ("XDG Base Directory
    Specification", freedesktop.org).
    """
    if environment.get(FOLDER_VARIABLE):
        return Path(environment[FOLDER_VARIABLE])
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - Path.home() raises where there is none
    if platform == "win32":
        return Path(environment.get("APPDATA") or home / "AppData" / "Roaming") / "VP Logboek"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "VP Logboek"
    named = Path(environment.get("XDG_CONFIG_HOME", ""))
    return (named if named.is_absolute() else home / ".config") / "vp-logboek"


def path_of(identity: str) -> Path:
    """The file of one logbook; ``identity`` is the random number the logbook got when made."""
    return folder() / "uitgaven" / f"{identity}.json"


def token(key: bytes, *parts: object) -> str:
    """A mark that only who has the secret ``key`` of the logbook can make or recognise."""
    told = "\x1f".join(("onthouden", *(str(part) for part in parts))).encode()
    return hmac.new(key, told, sha256).hexdigest()


def recall(identity: str) -> Memory:
    """What is remembered of a logbook; nothing where there is no file, or none that can be read."""
    return _read(path_of(identity)) or NOTHING


def keep(identity: str, about: Mapping[str, Collection[str]]) -> Trouble | None:
    """Add to what is remembered of a logbook; the trouble there was, if any.

    ``about`` holds for the link of each release the scopes that it issued. A file that cannot be
    read is set aside under another name, and a new one begun.
    """
    path = path_of(identity)
    before = _read(path)
    wanted = (before or NOTHING).and_also(about)
    if wanted == before:
        return None
    try:
        is_broken = before is None and os.path.lexists(path)
        if is_broken:
            path.replace(path.with_suffix(".kapot"))
        _write(path, wanted)
    except OSError:
        return Trouble.UNWRITABLE
    return Trouble.BROKEN if is_broken else None


def _read(path: Path) -> Memory | None:
    """None where there is no file, or something else than what ``_write`` wrote."""
    try:
        found = json.loads(path.read_bytes())
        links, scopes = _texts(found[_LINKS]), _texts(found[_SCOPES])
        about = {link: _texts(each) for link, each in dict(found.get(_ABOUT, {})).items()}
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    return Memory(links, scopes, about)


def _texts(found: Sequence[object]) -> frozenset[str]:
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        raise ValueError
    return frozenset(map(str, found))


def _write(path: Path, memory: Memory) -> None:
    """Whole, or not at all; in an order that tells nothing of when what was issued."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    body = {
        "versie": _VERSION,
        _LINKS: sorted(memory.links),
        _SCOPES: sorted(memory.scopes),
        _ABOUT: {link: sorted(memory.about[link]) for link in sorted(memory.about)},
    }
    part = path.with_name(f".{secrets.token_hex(6)}.part")
    try:
        part.touch(mode=0o600, exist_ok=False)
        part.write_text(json.dumps(body, indent=1), encoding="ascii")
        sync_file(part)
        part.replace(path)
        sync_folder(path.parent)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
