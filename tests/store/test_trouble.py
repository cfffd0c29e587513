"""Whose fault an error is: also where the binding forgets to tell SQLite's own code."""

from pathlib import Path

import pytest
import sqlcipher3

from vp_logboek.domain.errors import DiskTrouble, NotSaved
from vp_logboek.store.trouble import database_edge, primary_code


@pytest.fixture
def source(tmp_path: Path) -> sqlcipher3.Connection:
    """A database of more pages than there will be room for."""
    made = sqlcipher3.connect(tmp_path / "bron", isolation_level=None)
    made.execute("CREATE TABLE t AS SELECT randomblob(100000) AS content")
    return made


@pytest.fixture
def target(tmp_path: Path) -> sqlcipher3.Connection:
    """A database of at most ten pages."""
    made = sqlcipher3.connect(tmp_path / "doel", isolation_level=None)
    made.execute("PRAGMA max_page_count = 10")
    return made


def test_a_backup_without_room_is_told_as_a_full_disk(
    source: sqlcipher3.Connection, target: sqlcipher3.Connection
) -> None:
    with pytest.raises(NotSaved) as refused, database_edge():
        source.backup(target)

    assert refused.value.trouble is DiskTrouble.FULL
    assert not hasattr(refused.value.__cause__, "sqlite_errorcode"), "else the texts can go"
    source.close()
    target.close()


def test_an_error_that_is_ours_stays_one(source: sqlcipher3.Connection) -> None:
    with pytest.raises(sqlcipher3.OperationalError) as ours, database_edge():
        source.execute("geen SQL")

    assert primary_code(ours.value) == 1
    source.close()
