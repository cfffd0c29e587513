"""A logbook: the open encrypted file with all that is in it. Used from one thread only."""

import secrets
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from hmac import compare_digest
from pathlib import Path
from types import TracebackType
from typing import Self

from vp_logboek.domain.errors import Damaged, NewerLogbook, ReadOnlyPlace, WrongPassphrase
from vp_logboek.domain.facts import Facts
from vp_logboek.domain.half_year import HalfFacts, HalfYear
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.period import ReportingYear
from vp_logboek.store import schema
from vp_logboek.store.actions import Actions
from vp_logboek.store.activities import Activities
from vp_logboek.store.backup import before_migration, precedes_destruction, write_copy
from vp_logboek.store.connection import PAGE_BYTES, Connection, connect
from vp_logboek.store.conversations import Conversations
from vp_logboek.store.creation import make_whole
from vp_logboek.store.destruction import Destruction
from vp_logboek.store.dossiers import Dossiers
from vp_logboek.store.drafts import Drafts
from vp_logboek.store.facts import facts_in, facts_of_half
from vp_logboek.store.header import Header, recognise
from vp_logboek.store.imports import Imports
from vp_logboek.store.key import (
    CHEAPEST,
    SALT_BYTES,
    TAG_BYTES,
    VPL1,
    Profile,
    can_be_right,
    check_new,
    derive_key,
)
from vp_logboek.store.ledger import Ledger
from vp_logboek.store.leftovers import clear
from vp_logboek.store.organisations import Organisations
from vp_logboek.store.rekeying import change_key
from vp_logboek.store.row_images import RowImages
from vp_logboek.store.settings import Settings
from vp_logboek.store.stopping import Halt
from vp_logboek.store.subjects import Subjects

__all__ = [
    "CHEAPEST",
    "VPL1",
    "Halt",
    "Header",
    "Logbook",
    "Profile",
    "create",
    "key_of",
    "open_logbook",
    "open_with_key",
    "recognise",
]


class Logbook:
    """One open file. Every save outside a ``transaction()`` is one of its own.

    Any call raises NotSaved when the disk fails and ReadOnlyPlace where it cannot be written.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.path = connection.path
        self.read_only = connection.read_only
        self.organisations = Organisations(connection)
        self.subjects = Subjects(connection)
        self.dossiers = Dossiers(connection)
        self.conversations = Conversations(connection)
        self.actions = Actions(connection)
        self.rows = RowImages(connection)
        self.activities = Activities(connection)
        self.drafts = Drafts(connection)
        self.settings = Settings(connection)
        self.imports = Imports(connection)
        self.ledger = Ledger(connection)
        self.destruction = Destruction(connection)

    def facts(
        self, organisation: Organisation, period: ReportingYear, by_date: bool = False
    ) -> Facts:
        """The countable side of a year: codes and numbers, never a note.

        Of an issued year what its newest edition counted, of an open one what is not counted yet,
        so that nothing counts twice; with ``by_date`` what the days alone say.
        """
        return facts_in(self._connection, organisation, period, by_date)

    def half_facts(self, organisation: Organisation, half: HalfYear) -> HalfFacts:
        """The countable side of half a year, for the counsellor's own eyes."""
        return facts_of_half(self._connection, organisation, half)

    def issued_years(self, organisation: int) -> frozenset[int]:
        """The years of an organisation that were issued."""
        return self.ledger.issued_years(organisation)

    @property
    def draw_key(self) -> bytes:
        """The secret key of the draw: 32 bytes, made once and kept as long as the logbook is."""
        return bytes.fromhex(self._drawn(schema.DRAW_KEY))

    @property
    def identity(self) -> str:
        """The random name of this logbook, the same in all of its copies."""
        return self._drawn(schema.LOGBOOK_ID)

    def _drawn(self, key: str) -> str:
        """What was drawn when the logbook was made; without it nothing may be issued."""
        found = self.settings.get(key)
        if not found:
            raise Damaged(1)
        return found

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing; inside another one it joins that."""
        return self._connection.transaction()

    def check(self) -> int:
        """How much of the file cannot be trusted; 0 when it is whole.

        A ledger that is not what it was when something was issued counts as one finding.
        """
        return self._connection.findings() or int(self.ledger.check_chain() is not None)

    def rekeyed(self, passphrase: str, halt: Halt | None = None) -> "Logbook":
        """Close this logbook and open it with another passphrase; the old file stays beside it.

        Raises PassphraseRefused (empty or too long) and what ``rekeying.change_key`` raises.
        """
        key, salt = new_key(passphrase, self._profile)
        return Logbook(change_key(self._connection, key, salt, halt))

    @property
    def is_open(self) -> bool:
        """False once it is closed, also by a change of passphrase."""
        return self._connection.is_open

    @property
    def key(self) -> bytes:
        """The 32 bytes that open the file; the recovery sheet prints them."""
        return self._connection.key

    @property
    def _profile(self) -> Profile:
        salt = self.salt
        return next(one for one in (VPL1, CHEAPEST) if salt.startswith(one.tag))

    @property
    def salt(self) -> bytes:
        """The first 16 bytes of the file, as SQLCipher knows them: an open file is not read."""
        return bytes.fromhex(str(self._connection.all("PRAGMA cipher_salt")[0][0]))

    def opens_with(self, passphrase: str) -> bool:
        """Whether this passphrase is the one that opens the file. Slow on purpose."""
        if not can_be_right(passphrase):
            return False
        return compare_digest(derive_key(passphrase, self.salt, self._profile), self.key)

    def copy_to(self, target: Path) -> None:
        """Write a verified copy under a name that is free; what ``backup.write_copy`` raises."""
        write_copy(self._connection, target)

    def was_destroyed_after(self, copy: Path, day: date, if_unread: bool = True) -> bool:
        """Whether a copy was made before the last destruction of this day or an earlier one."""
        return precedes_destruction(self._connection, copy, day, if_unread)

    def interrupt(self) -> None:
        """From any thread: stop the backup that is being made, if any. A save is not stopped."""
        self._connection.stopping.ask()

    def close(self) -> None:
        """Close the file. What is not saved is undone."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def create(
    path: Path,
    passphrase: str,
    profile: Profile = VPL1,
    fill: Callable[[Logbook], object] | None = None,
) -> Logbook:
    """Make a new logbook, let ``fill`` write what it begins with, and open it.

    Raises AlreadyExists, PassphraseRefused (empty or too long), ReadOnlyPlace and NotSaved.
    """
    key, salt = new_key(passphrase, profile)

    def write(part: Path) -> None:
        connection = connect(part, key, salt)
        try:
            connection.run(f"PRAGMA application_id = {schema.APPLICATION_ID:d}")
            schema.migrate(connection, schema.STEPS)
            if fill is not None:
                fill(Logbook(connection))
        finally:
            connection.close()

    make_whole(path, write)
    return _opened(path, key)


def new_key(passphrase: str, profile: Profile) -> tuple[bytes, bytes]:
    """A key and its salt, which is new each time. Raises PassphraseRefused."""
    check_new(passphrase)
    salt = profile.tag + secrets.token_bytes(SALT_BYTES - TAG_BYTES)
    return derive_key(passphrase, salt, profile), salt


def open_logbook(path: Path, passphrase: str, accept: Sequence[Profile] = (VPL1,)) -> Logbook:
    """Open a logbook; in a place that cannot be written it is read-only. Slow on purpose.

    One of an older version is first copied beside itself. Raises NotALogbook, WrongPassphrase,
    Damaged, NewerLogbook, AlreadyOpen, and OlderReadOnly, NotMigrated where that cannot be.
    """
    return open_with_key(path, key_of(path, passphrase, accept))


def open_with_key(path: Path, key: bytes) -> Logbook:
    """The same with the key itself, and clear what a killed program left beside the file."""
    logbook = _opened(path, key)
    if not logbook.read_only:
        clear(logbook.path, logbook.salt)
    return logbook


def key_of(path: Path, passphrase: str, accept: Sequence[Profile] = (VPL1,)) -> bytes:
    """The key with which this passphrase would open a file; whether it does is not looked at.

    Raises NotALogbook, WrongPassphrase, Damaged, NewerLogbook and AlreadyOpen.
    """
    header = recognise(path, accept)
    if not can_be_right(passphrase):
        raise WrongPassphrase
    if header.size < PAGE_BYTES:
        raise Damaged(1)
    return derive_key(passphrase, header.salt, header.profile)


def _opened(path: Path, key: bytes) -> Logbook:
    connection = connect(path, key)
    try:
        found = schema.version(connection)
        if found > schema.NEWEST:
            raise NewerLogbook(found)
        connection.read_only = not _can_be_written(connection)
        if found < schema.NEWEST:
            before_migration(connection)
            schema.migrate(connection, schema.STEPS)
        return Logbook(connection)
    except BaseException:
        connection.close()
        raise


def _can_be_written(connection: Connection) -> bool:
    """Try a change and undo it: opening itself succeeds in a read-only place too."""
    try:
        with connection.undone():
            connection.run(f"PRAGMA application_id = {schema.APPLICATION_ID:d}")
    except ReadOnlyPlace:
        connection.run("PRAGMA query_only = ON")
        return False
    return True
