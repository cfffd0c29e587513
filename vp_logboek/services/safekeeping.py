"""Making, opening and checking a logbook, how strong a passphrase is, and writing a file whole."""

import os
import secrets
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from vp_logboek.domain.errors import (
    AlreadyOpen,
    Damaged,
    Foreign,
    NewerLogbook,
    NotALogbook,
    TargetIsLogbook,
    TargetUnwritable,
)
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.subjects import SubjectTree, tree_from_toml
from vp_logboek.resources import resource
from vp_logboek.services.strength import Strength, check_good, strength
from vp_logboek.store.creation import sync_file, sync_folder
from vp_logboek.store.leftovers import put_back
from vp_logboek.store.logbook import (
    CHEAPEST,
    VPL1,
    Halt,
    Logbook,
    Profile,
    create,
    open_logbook,
    recognise,
)

__all__ = [
    "Halt",
    "Logbook",
    "Strength",
    "check_file",
    "default_tree",
    "is_passphrase",
    "is_there",
    "make_logbook",
    "open_logbook",
    "recognise",
    "room_for",
    "strength",
    "write_whole",
]


def default_tree() -> SubjectTree:
    """The subject tree every new logbook begins with."""
    return tree_from_toml(tomllib.loads(resource("subjects.toml").read_text("utf-8")))


def make_logbook(
    path: Path, passphrase: str, organisation: Organisation, profile: Profile = VPL1
) -> Logbook:
    """Make a logbook with one organisation and the default subjects, and open it.

    Raises AlreadyExists, PassphraseRefused, NameNeeded, ReasonNeeded, ReadOnlyPlace and NotSaved.
    """
    organisation.check()
    check_good(passphrase)

    def fill(logbook: Logbook) -> None:
        logbook.subjects.save(default_tree())
        logbook.organisations.save(organisation)

    return create(path, passphrase, profile, fill)


def is_there(path: Path) -> bool:
    """Whether there is a file of this name, or one that a kill left under its old name."""
    put_back(path)
    return path.exists()


def check_file(
    path: Path,
    passphrase: str,
    accept: Sequence[Profile] = (VPL1,),
    also: Callable[[Logbook], None] | None = None,
) -> int:
    """How much of a logbook cannot be trusted; 0 when it is whole.

    Raises what opening raises, except Damaged: that is the answer. And what ``also`` raises, which
    is shown a logbook that can be opened.
    """
    try:
        with open_logbook(path, passphrase, accept) as logbook:
            if also is not None:
                also(logbook)
            return logbook.check()
    except Damaged as damage:
        return damage.findings


def is_passphrase(logbook: Logbook, text: str) -> bool:
    """Whether this is the passphrase of an open logbook. Slow on purpose; the file is not read."""
    return logbook.opens_with(text)


PRIVATE, TO_HAND_OVER = 0o600, 0o666
"""Who may read a file: nobody else, or whom the folder and the umask of this computer let."""


def write_whole(path: Path, data: bytes, mode: int = PRIVATE) -> None:
    """Write a file that leaves the logbook: whole under its name, or what stood there before.

    Raises TargetUnwritable.
    """
    with room_for(path, len(data), mode) as put:
        put(data)


@contextmanager
def room_for(path: Path, size: int, mode: int = PRIVATE) -> Iterator[Callable[[bytes], None]]:
    """Take the room for a file beside ``path``; what the block gets fills it and names it.

    So a place that cannot be written is found out before anything is noted in the logbook, while
    not a byte of the content is outside the logbook before it is noted. Raises TargetUnwritable,
    and TargetIsLogbook: no overview ever takes the place of a logbook, this one or another.
    """
    _refuse_logbook(path)
    part = path.with_name(f".{secrets.token_hex(6)}.part")

    def put(data: bytes) -> None:
        with _target_edge(path):
            # over what is there: the room that was taken is used, and not given back first
            with part.open("r+b") as file:
                file.write(data)
                file.truncate()
            sync_file(part)
            part.replace(path)
            sync_folder(path.parent)

    try:
        with _target_edge(path):
            if path.exists() and not os.access(path, os.W_OK):
                raise PermissionError(path)
            part.touch(mode=mode, exist_ok=False)
            part.write_bytes(bytes(size))
            sync_file(part)
        yield put
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _refuse_logbook(path: Path) -> None:
    if not path.name:
        raise TargetUnwritable(str(path))
    try:
        recognise(path, (VPL1, CHEAPEST))
    except NotALogbook as found:
        if found.kind in (Foreign.FOLDER, Foreign.SPECIAL, Foreign.UNREADABLE):
            raise TargetUnwritable(path.name) from None
        if not path.name.endswith("-journal"):
            return
    except (AlreadyOpen, NewerLogbook):
        pass
    raise TargetIsLogbook(path.name)


@contextmanager
def _target_edge(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise TargetUnwritable(path.name) from error
