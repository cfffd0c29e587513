"""What is not a logbook is told apart before any key is derived, and left as it was."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest

from tests.store.making import fingerprint
from vp_logboek.domain.errors import Foreign, LogbookError, NewerLogbook, NotALogbook
from vp_logboek.services.safekeeping import check_file
from vp_logboek.store import logbook as logbook_module
from vp_logboek.store.logbook import open_logbook, recognise


def _sqlite(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (a)")
    connection.close()


FILES: dict[str, tuple[Callable[[Path], object], Foreign | int]] = {
    "missing": (lambda path: None, Foreign.MISSING),
    "folder": (lambda path: path.mkdir(), Foreign.FOLDER),
    "fifo": (os.mkfifo, Foreign.SPECIAL),
    "empty": (lambda path: path.touch(), Foreign.EMPTY),
    "sqlite": (_sqlite, Foreign.SQLITE),
    "pdf": (lambda path: path.write_bytes(b"%PDF-1.7\n" + bytes(9000)), Foreign.OTHER),
    "one byte": (lambda path: path.write_bytes(b"V"), Foreign.OTHER),
    "only the tag": (lambda path: path.write_bytes(b"VPL1"), Foreign.OTHER),
    "test file": (lambda path: path.write_bytes(b"VPL0" + bytes(9000)), Foreign.TEST_FILE),
    "VPL2": (lambda path: path.write_bytes(b"VPL2" + bytes(9000)), 2),
    "VPL9": (lambda path: path.write_bytes(b"VPL9" + bytes(9000)), 9),
    "VPLX": (lambda path: path.write_bytes(b"VPLX" + bytes(9000)), Foreign.OTHER),
    "dangling link": (lambda path: path.symlink_to("nergens"), Foreign.MISSING),
    "below a file": (lambda path: None, Foreign.MISSING),
}


def _state(path: Path) -> object:
    if path.is_file():
        return fingerprint(path)
    return path.lstat().st_mtime_ns if os.path.lexists(path) else None


def _make(path: Path, name: str) -> Path:
    if name == "below a file":
        path.touch()
        return path / "logboek"
    FILES[name][0](path)
    return path


def _expected(name: str) -> LogbookError:
    found = FILES[name][1]
    return NewerLogbook(found) if isinstance(found, int) else NotALogbook(found)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    "use",
    [
        lambda path: open_logbook(path, "een wachtzin"),
        recognise,
        lambda path: check_file(path, "een wachtzin"),
    ],
    ids=["open", "recognise", "check"],
)
def test_a_foreign_file_is_told_apart_and_untouched(
    path: Path, tmp_path: Path, name: str, use: Callable[[Path], object]
) -> None:
    path = _make(path, name)
    before, neighbours = _state(path), sorted(tmp_path.rglob("*"))

    with (
        patch.object(logbook_module, "derive_key") as derive,
        pytest.raises(LogbookError) as refused,
    ):
        use(path)

    assert refused.value == _expected(name)
    derive.assert_not_called()
    assert _state(path) == before
    assert sorted(tmp_path.rglob("*")) == neighbours


def test_a_file_of_the_tests_opens_only_where_that_is_asked(logbook: object, path: Path) -> None:
    logbook.close()  # type: ignore[attr-defined]

    with pytest.raises(NotALogbook) as refused:
        recognise(path)

    assert refused.value.kind is Foreign.TEST_FILE
    assert recognise(path, accept=(logbook_module.CHEAPEST,)).salt[:4] == b"VPL0"
