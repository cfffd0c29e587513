"""What this computer remembers of what was issued: atomic, confidential, never in the way."""

import json
import os
from pathlib import Path

import pytest

from vp_logboek.services import remembered
from vp_logboek.services.remembered import FOLDER_VARIABLE, Memory, Trouble, folder, keep, recall

BOOK = "0123456789abcdef"
HOME = Path(os.path.expanduser("~"))  # noqa: PTH111


@pytest.mark.parametrize("platform, environment, found", [
    ("win32", {"APPDATA": "/roaming"}, Path("/roaming/VP Logboek")),
    ("win32", {}, HOME / "AppData/Roaming/VP Logboek"),
    ("darwin", {"XDG_CONFIG_HOME": "/nooit"}, HOME / "Library/Application Support/VP Logboek"),
    ("linux", {"XDG_CONFIG_HOME": "/instellingen"}, Path("/instellingen/vp-logboek")),
    ("linux", {"XDG_CONFIG_HOME": "niet/absoluut"}, HOME / ".config/vp-logboek"),
    ("linux", {}, HOME / ".config/vp-logboek"),
    ("win32", {FOLDER_VARIABLE: "/stick", "APPDATA": "/nooit"}, Path("/stick")),
])  # fmt: skip
def test_the_folder_is_the_platforms_own(
    platform: str, environment: dict[str, str], found: Path
) -> None:
    assert folder(environment, platform) == found


def test_no_test_touches_the_folder_of_who_runs_it() -> None:
    assert folder() != folder({})


def test_what_was_kept_is_recalled_and_never_becomes_less() -> None:
    assert recall(BOOK) == Memory()
    assert keep(BOOK, {"a": ["x"], "b": []}) is None
    assert keep(BOOK, {"a": []}) is None, "an older copy of the file was put back"
    assert keep(BOOK, {"c": ["y"]}) is None

    about = {"a": frozenset("x"), "b": frozenset[str](), "c": frozenset("y")}
    assert recall(BOOK) == Memory(frozenset("abc"), frozenset("xy"), about)
    assert recall("another") == Memory()
    assert [each.name for each in remembered.path_of(BOOK).parent.iterdir()] == [f"{BOOK}.json"]


def test_the_order_in_the_file_tells_nothing_of_the_order_in_time() -> None:
    keep(BOOK, {"z": ["q"]})
    keep(BOOK, {"a": ["r", "b"]})

    kept = remembered.path_of(BOOK).read_text()

    assert json.loads(kept) == {
        "versie": 2, "uitgaven": ["a", "z"], "jaren": ["b", "q", "r"],
        "per uitgave": {"a": ["b", "r"], "z": ["q"]},
    }  # fmt: skip
    assert kept.rindex('"a"') < kept.rindex('"z"')


def test_a_file_of_before_the_second_version_is_read_and_filled_in() -> None:
    path = remembered.path_of(BOOK)
    path.parent.mkdir(parents=True)
    path.write_text('{"versie": 1, "uitgaven": ["a", "b"], "jaren": ["x"]}')
    assert recall(BOOK) == Memory(frozenset("ab"), frozenset("x"))

    assert keep(BOOK, {"a": ["x"]}) is None

    assert recall(BOOK) == Memory(frozenset("ab"), frozenset("x"), {"a": frozenset("x")})


def test_a_token_needs_the_key() -> None:
    one, other = remembered.token(b"k" * 32, 1, 2025), remembered.token(b"l" * 32, 1, 2025)

    assert one == remembered.token(b"k" * 32, "1", "2025")
    assert one != other
    assert one != remembered.token(b"k" * 32, 1, 2024)
    assert len(one) == 64


@pytest.mark.parametrize("content", [
    b"", b"{", b"[]", b"null", b"12", b"\xff\xfe", b'{"uitgaven": 3, "jaren": []}', b"[" * 9999,
    b'{"uitgaven": [1], "jaren": []}', b'{"uitgaven": []}', bytes(4096),
    b'{"uitgaven": [], "jaren": [], "per uitgave": [3]}',
    b'{"uitgaven": [], "jaren": [], "per uitgave": {"a": [3]}}',
])  # fmt: skip
def test_a_broken_file_is_nothing_and_is_set_aside_by_the_next(content: bytes) -> None:
    path = remembered.path_of(BOOK)
    path.parent.mkdir(parents=True)
    path.write_bytes(content)

    assert recall(BOOK) == Memory()
    assert keep(BOOK, {"a": ["x"]}) is Trouble.BROKEN
    assert recall(BOOK) == Memory(frozenset("a"), frozenset("x"), {"a": frozenset("x")})
    assert path.with_suffix(".kapot").read_bytes() == content
    assert keep(BOOK, {"b": []}) is None


def test_a_folder_that_cannot_be_made_is_told_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way = tmp_path / "een bestand"
    in_the_way.write_text("geen map")
    monkeypatch.setenv(FOLDER_VARIABLE, str(in_the_way))

    assert keep(BOOK, {"a": []}) is Trouble.UNWRITABLE
    assert recall(BOOK) == Memory()
    assert in_the_way.read_text() == "geen map"


@pytest.mark.parametrize("failing", ["sync_file", "sync_folder"])
def test_a_disk_that_fails_leaves_the_old_or_the_new_and_no_half(
    failing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(BOOK, {"a": []})

    def fails(_: Path) -> None:
        raise OSError("the disk")

    monkeypatch.setattr(remembered, failing, fails)

    assert keep(BOOK, {"b": []}) is Trouble.UNWRITABLE
    assert recall(BOOK).links in ({"a"}, {"a", "b"})
    assert [each.name for each in remembered.path_of(BOOK).parent.iterdir()] == [f"{BOOK}.json"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights otherwise")
def test_only_the_user_may_read_it() -> None:
    keep(BOOK, {"a": []})

    path = remembered.path_of(BOOK)
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0
