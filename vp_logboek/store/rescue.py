"""What can still be read of a damaged file goes into a new one, under the same key and salt.

Tables with a rowid are read by ranges that are halved around what cannot be read, so that every row
on another page is found, however many pages are dead. Tables without one are read from both ends.
What is lost of a row is looked for in the indexes: they repeat more than half of it.
"""

# ruff: noqa: S608 - the parts are our own words; a value is always bound

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from vp_logboek.domain.errors import Damaged, NewerLogbook
from vp_logboek.domain.subjects import SubjectTree
from vp_logboek.store import mending, rescue_ledger, schema
from vp_logboek.store.connection import Connection, connect
from vp_logboek.store.creation import make_whole
from vp_logboek.store.damaged import DamagedFile, private_copy
from vp_logboek.store.database import Row
from vp_logboek.store.settings import RESTORED

NOTE = "note"
"""Beside the tables: a talk that is there without its note."""
_SHADOWS = "conversation_text"
_FIRST_WITH_LEDGER = 3
# of a file that was put back before, and not asked since, the earlier day stays
_NOTE_DAY = """
    INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE
    SET value = CASE value WHEN '' THEN excluded.value ELSE min(value, excluded.value) END
"""


@dataclass(slots=True)
class Loss:
    """What could not be read: rows by table, None where nobody knows how many there were.

    ``talks`` and ``dossiers`` are how many there are in the new file, the bin included.
    """

    rows: dict[str, int | None] = field(default_factory=dict)
    talks: int = 0
    dossiers: int = 0
    releases: int = 0
    """How many releases were lost, so that the chain of the ledger has gaps."""
    nothing: bool = False
    """True when the first page or the talks themselves cannot be read: no new file was made."""

    def add(self, table: str, number: int | None) -> None:
        """Count what was lost."""
        if number != 0:
            self.rows[table] = number


@dataclass(frozen=True, slots=True)
class _Table:
    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    has_rowid: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """The rows of one table, rowid first where it has one, and the rowids that failed."""

    rows: dict[object, Row]
    lost: tuple[int, ...]
    is_whole: bool


class _Nothing(Exception):
    pass


def rescue(damaged: Path, key: bytes, salt: bytes, target: Path, defaults: SubjectTree) -> Loss:
    """Write what can be read to a new file that opens as the damaged one did.

    The damaged file stays as it is, byte for byte; its own start need not be right. ``defaults``
    are the subjects every logbook begins with. The new file holds the day on which the damaged one
    was last written: what was issued after it is asked. Raises WrongPassphrase, NewerLogbook,
    AlreadyExists, ReadOnlyPlace and NotSaved.
    """
    loss = Loss()

    def write(part: Path) -> None:
        with private_copy(damaged, part) as copy:
            _write_start(copy, salt)
            source = DamagedFile(copy, key)
            written = date.fromtimestamp(damaged.stat().st_mtime)
            try:
                _rescue_into(part, source, key, salt, defaults, loss, written)
            finally:
                source.close()

    try:
        make_whole(target, write)
    except _Nothing:
        loss.nothing = True
    return loss


def setting(damaged: Path, key: bytes, beside: Path, name: str) -> str | None:
    """One setting of a damaged file, if it can be read. Raises ReadOnlyPlace and NotSaved."""
    with private_copy(damaged, beside) as copy:
        source = DamagedFile(copy, key)
        try:
            rows = source.rows("SELECT value FROM setting WHERE key = ?", (name,))
        finally:
            source.close()
    return str(rows[0][0]) if rows else None


def _write_start(copy: Path, salt: bytes) -> None:
    with copy.open("r+b") as file:
        file.write(salt)


def _rescue_into(
    part: Path,
    source: DamagedFile,
    key: bytes,
    salt: bytes,
    defaults: SubjectTree,
    loss: Loss,
    written: date,
) -> None:
    version = source.number("PRAGMA user_version") if source.can_begin() else 0
    if version == 0:
        raise _Nothing
    if version > schema.NEWEST:
        raise NewerLogbook(version)
    connection = connect(part, key, salt)
    try:
        connection.run(f"PRAGMA application_id = {schema.APPLICATION_ID:d}")
        schema.migrate(connection, schema.STEPS[:version])
        connection.run("PRAGMA foreign_keys = OFF")
        with connection.transaction():
            _fill(connection, source, defaults, loss)
            connection.run(_NOTE_DAY, (RESTORED, written.isoformat()))
        if connection.findings():
            raise Damaged(connection.findings())
    finally:
        connection.close()


def _fill(connection: Connection, source: DamagedFile, defaults: SubjectTree, loss: Loss) -> None:
    tables = list(_tables(connection))
    found = {table.name: _read(source, table) for table in tables}
    if found["conversation"].lost and not found["conversation"].rows:
        raise _Nothing
    for table in tables:
        _insert(connection, table.name, table.columns, found[table.name].rows.values())
        loss.add(table.name, _how_many(source, table, found[table.name]))
    _keep_counters(connection, source)
    lost = {name: each.lost for name, each in found.items()}
    _from_indexes(connection, source, lost, loss)
    mending.mend(connection, defaults)
    if schema.version(connection) >= _FIRST_WITH_LEDGER:
        loss.rows.pop("ledger_scope", None)  # the releases themselves tell it
        loss.releases = rescue_ledger.mend_ledger(connection)
        loss.rows.pop("ledger", None)
        loss.add("ledger", loss.releases)
    loss.talks = connection.number("SELECT count(*) FROM conversation")
    loss.dossiers = connection.number("SELECT count(*) FROM dossier")


# --- reading ----------------------------------------------------------------------------------


def _tables(connection: Connection) -> Iterator[_Table]:
    rows = connection.all(
        "SELECT name, wr FROM pragma_table_list WHERE type = 'table' AND schema = 'main'"
        " AND name NOT LIKE 'sqlite_%' ORDER BY name"
    )
    for name, without_rowid in rows:
        columns = connection.all(
            "SELECT name, pk FROM pragma_table_xinfo(?) WHERE hidden = 0", (name,)
        )
        key = tuple(column for column, place in columns if place)
        yield _Table(name, tuple(column for column, _ in columns), key, not without_rowid)


def _read(source: DamagedFile, table: _Table) -> _Found:
    return _by_ranges(source, table) if table.has_rowid else _from_both_ends(source, table)


def _by_ranges(source: DamagedFile, table: _Table) -> _Found:
    sql = _select(table.name, table.columns)
    rows: dict[object, Row] = {}
    lost: list[int] = []
    spans = [(1, _last_rowid(source, table.name))]
    while spans:
        low, high = spans.pop()
        part = _between(source, sql, low, high)
        if part is not None:
            rows.update((row[0], row[1:]) for row in part)
        elif low >= high:
            lost.append(low)
        else:
            middle = (low + high) // 2
            spans += [(low, middle), (middle + 1, high)]
    return _Found(rows, tuple(sorted(lost)), not lost)


def _between(source: DamagedFile, sql: str, low: int, high: int) -> list[Row] | None:
    # the end of a range is found by looking at the next row, which may be on a dead page
    where = "rowid = ?" if low == high else "rowid BETWEEN ? AND ?"
    return source.rows(f"{sql} WHERE {where}", (low,) if low == high else (low, high))


def _select(table: str, columns: Iterable[str]) -> str:
    return f'SELECT rowid, {", ".join(columns)} FROM "{table}" NOT INDEXED'


def _last_rowid(source: DamagedFile, table: str) -> int:
    """The highest there can be: by the table itself, by its counter and by its indexes."""
    return max(
        source.number(f'SELECT max(rowid) FROM "{table}" NOT INDEXED'),
        source.number("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)),
        max(_indexed(source, table) or (), default=0),
        1,
    )


def _indexed(source: DamagedFile, table: str) -> set[int] | None:
    """The rowids that an index over all rows knows; None when none can be read."""
    indexes = source.rows("SELECT name FROM pragma_index_list(?) WHERE partial = 0", (table,))
    for (name,) in indexes or ():
        rows = source.rows(f'SELECT rowid FROM "{table}" INDEXED BY "{name}"')
        if rows is not None:
            return {int(rowid) for (rowid,) in rows}
    return None


def _from_both_ends(source: DamagedFile, table: _Table) -> _Found:
    names = ", ".join(table.columns)
    places = [table.columns.index(column) for column in table.key]
    rows: dict[object, Row] = {}
    for direction in ("ASC", "DESC"):
        order = ", ".join(f"{column} {direction}" for column in table.key)
        part, is_whole = source.rows_until(f'SELECT {names} FROM "{table.name}" ORDER BY {order}')
        rows.update((tuple(row[place] for place in places), row) for row in part)
        if is_whole:
            return _Found(rows, (), is_whole=True)
    return _Found(rows, (), is_whole=False)


def _how_many(source: DamagedFile, table: _Table, found: _Found) -> int | None:
    if found.is_whole or _never_had_a_row(source, table):
        return 0
    known = _indexed(source, table.name) if table.has_rowid else None
    return None if known is None else len(known & set(found.lost))


def _never_had_a_row(source: DamagedFile, table: _Table) -> bool:
    counters = source.rows("SELECT name FROM sqlite_sequence")
    counts = source.number(
        "SELECT sql LIKE '%AUTOINCREMENT%' FROM sqlite_schema WHERE name = ?", (table.name,)
    )
    return bool(counts) and counters is not None and (table.name,) not in counters


# --- writing ----------------------------------------------------------------------------------


def _insert(
    connection: Connection, table: str, columns: Iterable[str], rows: Iterable[Row]
) -> None:
    names, found = ", ".join(columns), [*rows]
    places = ", ".join("?" for _ in columns)
    if table == "setting":  # the new file drew a key of its own: the one that was read is kept
        connection.run_each("DELETE FROM setting WHERE key = ?", [row[:1] for row in found])
    connection.run_each(f'INSERT INTO "{table}" ({names}) VALUES ({places})', found)


def _keep_counters(connection: Connection, source: DamagedFile) -> None:
    """A number that was given once is not given again, not even that of a row that is gone."""
    counters = source.rows("SELECT name, seq FROM sqlite_sequence") or []
    for name, last in counters:
        connection.run("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
        connection.run("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (name, last))


# --- what the indexes still know --------------------------------------------------------------

_TALK = "id, dossier, held_on, subject, kind, channel, minutes, interventions, referrals, binned_on"
_TALK_ON_ITS_PAGE = f"SELECT {_TALK} FROM conversation NOT INDEXED WHERE id = ?"
_TALK_IN_INDEX = f"SELECT {_TALK} FROM conversation INDEXED BY talk_by_date WHERE binned_on IS NULL"
_OPENING = "SELECT id, organisation, opened FROM dossier INDEXED BY dossier_by_opening"
_NUMBER = "SELECT id, number FROM dossier INDEXED BY sqlite_autoindex_dossier_1"
_MELDER = (
    "SELECT rowid, dossier, melder FROM dossier_melder INDEXED BY sqlite_autoindex_dossier_melder_2"
)
_POSITION = (
    "SELECT rowid, position FROM dossier_melder INDEXED BY sqlite_autoindex_dossier_melder_1"
)


def _from_indexes(
    connection: Connection, source: DamagedFile, lost: Mapping[str, tuple[int, ...]], loss: Loss
) -> None:
    if lost["conversation"]:
        _talks_without_note(connection, source, set(lost["conversation"]), loss)
    if lost["dossier"]:
        numbers: dict[int, str] = dict(source.rows(_NUMBER) or ())
        for id_, organisation, opened in source.rows(_OPENING) or ():
            if id_ in lost["dossier"]:
                mending.add_dossier(connection, id_, organisation, opened, numbers.get(id_))
    if lost["dossier_melder"]:
        positions: dict[int, int] = dict(source.rows(_POSITION) or ())
        for rowid, dossier, melder in source.rows(_MELDER) or ():
            if rowid in lost["dossier_melder"] and rowid in positions:
                connection.run(
                    "INSERT INTO dossier_melder (dossier, position, melder) VALUES (?, ?, ?)",
                    (dossier, positions[rowid], melder),
                )


def _talks_without_note(
    connection: Connection, source: DamagedFile, lost: set[int], loss: Loss
) -> None:
    indexed = {row[0]: row for row in source.rows(_TALK_IN_INDEX) or ()}
    saved = 0
    for id_ in sorted(lost):
        on_its_page = source.rows(_TALK_ON_ITS_PAGE, (id_,))
        row = on_its_page[0] if on_its_page else indexed.get(id_)
        if row is not None:
            connection.run(
                f"INSERT INTO conversation ({_TALK}, changed, note)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, '')",
                row,
            )
            saved += 1
    number = loss.rows.pop("conversation", None)
    loss.add(NOTE, saved)
    # without an index nobody knows which of the numbers were ever a talk
    loss.add("conversation", None if number is None else number - saved)
