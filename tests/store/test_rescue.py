"""A damaged file is rescued into a new one: every row on another page is there again."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from tests.store.making import DAY, a_dossier, a_talk, fingerprint, reopen
from vp_logboek.domain.activity import Action, Activity, ActivityKind
from vp_logboek.domain.errors import AlreadyExists, WrongPassphrase
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.services.safekeeping import default_tree
from vp_logboek.store import rescue
from vp_logboek.store.connection import PAGE_BYTES, connect
from vp_logboek.store.key import CHEAPEST, derive_key
from vp_logboek.store.logbook import Logbook

TALKS = 60
Rows = dict[tuple[str, object], tuple[object, ...]]


SCHEMA_PAGES = 4
"""Beside the first. They say where the tables begin, so without one of them nothing is found."""


@dataclass(frozen=True)
class Whole:
    """A logbook as it was before a page died."""

    content: bytes
    key: bytes
    rows: Rows
    root: int
    """The first page of the tree of the talks."""

    @property
    def pages(self) -> range:
        return range(1, len(self.content) // PAGE_BYTES + 1)


@pytest.fixture
def whole(logbook: Logbook, path: Path, passphrase: str) -> Whole:
    with logbook.transaction():
        for number in range(TALKS // 2):
            dossier = a_dossier(logbook, DAY + timedelta(days=number), melders=2)
            a_talk(logbook, dossier, note=f"lang gesprek {number} " * 400)
            a_talk(logbook, dossier, note=f"kort gesprek {number}")
            logbook.actions.save(Action(DAY, f"terugbellen {number}", dossier.id))
        logbook.activities.save(Activity(1, DAY, ActivityKind.ADVICE, 1.5))
        logbook.drafts.keep("nieuw", "concept", "2026-11-22T10:00:00")
        logbook.settings.set("reservekopie.map", "/mnt/stick")
        logbook.ledger.block(1, 2025, "gezegd", DAY)
    logbook.close()
    content = path.read_bytes()
    key = derive_key(passphrase, content[:16], CHEAPEST)
    connection = connect(path, key)
    root = connection.number("SELECT rootpage FROM sqlite_schema WHERE name = 'conversation'")
    connection.close()
    return Whole(content, key, _rows(path, key), root)


def _rows(path: Path, key: bytes) -> Rows:
    """Every row of every table of ours, by its key."""
    connection = connect(path, key)
    found: Rows = {}
    try:
        for name, wr in connection.all(
            "SELECT name, wr FROM pragma_table_list"
            " WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ):
            rowid = "'' || " if wr else "rowid, "
            columns = [row[1] for row in connection.all(f"PRAGMA table_info({name})")]
            for row in connection.all(f"SELECT {rowid}{', '.join(columns)} FROM {name}"):
                found[name, row[0]] = row[1:]
    finally:
        connection.close()
    return found


def _killed(whole: Whole, page: int) -> bytes:
    """The file with one bit of a page flipped; pages are numbered from 1."""
    content = bytearray(whole.content)
    content[(page - 1) * PAGE_BYTES + 2000] ^= 0x04
    return bytes(content)


@dataclass(frozen=True)
class After:
    """How a rescue went: the talks and other rows that differ or are gone, by table."""

    loss: rescue.Loss
    hurt: dict[str, set[object]]
    gone: dict[str, set[object]]


Rescue = Callable[[bytes], After]


@pytest.fixture
def rescued(whole: Whole, path: Path) -> Rescue:
    """Rescue this content and compare; the damaged file and the folder must stay as they are."""

    def run(content: bytes) -> After:
        path.write_bytes(content)
        before = fingerprint(path)
        target = path.with_name("gered.vplogboek")
        loss = rescue.rescue(path, whole.key, whole.content[:16], target, default_tree())
        assert fingerprint(path) == before
        assert [each.name for each in sorted(path.parent.iterdir()) if "part" in each.name] == []
        if loss.nothing:
            assert not target.exists()
            return After(loss, {}, {})
        found = _rows(target, whole.key)
        target.unlink()
        gone, hurt = dict[str, set[object]](), dict[str, set[object]]()
        for (table, key), row in whole.rows.items():
            if (table, key) not in found:
                gone.setdefault(table, set()).add(key)
            elif found[table, key] != row:
                hurt.setdefault(table, set()).add(key)
        return After(loss, hurt, gone)

    return run


def _told(after: After) -> set[str]:
    return {{"note": "conversation"}.get(table, table) for table in after.loss.rows}


def test_a_whole_file_is_rescued_without_a_loss(whole: Whole, rescued: Rescue) -> None:
    """The control: what differs below, differs because of the page."""
    after = rescued(whole.content)

    assert (after.loss.rows, after.hurt, after.gone) == ({}, {}, {})
    assert (after.loss.talks, after.loss.dossiers) == (TALKS, TALKS // 2)


def _check_pages(whole: Whole, rescued: Rescue, pages: range) -> Counter[object]:
    """Each page kills only what is on it, and all of that is told; how often each talk was hurt."""
    nothing, times = [], Counter[object]()
    for page in pages:
        after = rescued(_killed(whole, page))
        if after.loss.nothing:
            nothing.append(page)
            continue
        assert set(after.hurt) | set(after.gone) <= _told(after), page
        assert "conversation" not in after.gone, page  # without its note it is in the index
        assert len(after.hurt.get("conversation", ())) <= 3, page
        assert len({*after.hurt, *after.gone}) <= 1, page
        assert after.loss.rows.get("note", 0) == len(after.hurt.get("conversation", ())), page
        times.update(after.hurt.get("conversation", ()))
    if 1 in pages:
        assert {1, whole.root} <= set(nothing)
        assert len(nothing) == 2 + SCHEMA_PAGES
    return times


@pytest.mark.parametrize("first", range(51, 56))
def test_every_row_on_another_page_is_rescued(whole: Whole, rescued: Rescue, first: int) -> None:
    _check_pages(whole, rescued, range(first, len(whole.pages), 30))


@pytest.mark.campaign
def test_every_row_on_another_page_is_rescued_whichever_page_dies(
    whole: Whole, rescued: Rescue
) -> None:
    times = _check_pages(whole, rescued, whole.pages)

    # by the file format a note of 6,000 bytes lies on its leaf and on one page more
    assert times == {key: 2 if key % 2 else 1 for key in range(1, TALKS + 1)}


def test_several_dead_pages_take_only_what_is_on_them(whole: Whole, rescued: Rescue) -> None:
    content = bytearray(whole.content)
    for page in range(60, 110, 10):
        content[page * PAGE_BYTES + 7] ^= 1

    after = rescued(bytes(content))

    assert after.gone == {}
    assert set(after.hurt) == {"conversation"}
    assert 1 < len(after.hurt["conversation"]) <= 5 * 3


def test_a_file_cut_short_is_rescued_as_far_as_it_goes(whole: Whole, rescued: Rescue) -> None:
    for length in (len(whole.content) - PAGE_BYTES, len(whole.content) * 3 // 4 + 100):
        after = rescued(whole.content[:length])

        assert not after.loss.nothing
        assert set(after.hurt) | set(after.gone) <= _told(after)
        assert len(after.hurt.get("conversation", ())) < TALKS // 2


@pytest.mark.parametrize("pages", [1, 2])
def test_without_its_beginning_nothing_is_made(whole: Whole, rescued: Rescue, pages: int) -> None:
    head = whole.content[:16] + bytes(pages * PAGE_BYTES - 16)

    assert rescued(head + whole.content[len(head) :]).loss.nothing


def test_a_wrong_key_is_told_and_makes_nothing(whole: Whole, path: Path) -> None:
    target = path.with_name("gered.vplogboek")

    with pytest.raises(WrongPassphrase):
        rescue.rescue(path, bytes(32), whole.content[:16], target, default_tree())

    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_file_that_is_there_is_not_overwritten(whole: Whole, path: Path) -> None:
    target = path.with_name("gered.vplogboek")
    target.write_text("van een ander")

    with pytest.raises(AlreadyExists):
        rescue.rescue(path, whole.key, whole.content[:16], target, default_tree())

    assert target.read_text() == "van een ander"


@pytest.fixture
def without_a_dossier(whole: Whole, path: Path, passphrase: str) -> Path:
    """Rescued from a file in which the page of the dossiers died."""
    dossiers = {key for table, key in whole.rows if table == "dossier"}
    assert len(dossiers) == TALKS // 2
    connection = connect(path, whole.key)
    root = connection.number("SELECT rootpage FROM sqlite_schema WHERE name = 'dossier'")
    connection.close()
    path.write_bytes(_killed(whole, root))
    target = path.with_name("gered.vplogboek")
    loss = rescue.rescue(path, whole.key, whole.content[:16], target, default_tree())
    assert loss.rows == {"dossier": TALKS // 2}
    return target


def test_talks_of_a_lost_dossier_get_one_with_the_same_number(
    without_a_dossier: Path, whole: Whole, passphrase: str
) -> None:
    with reopen(without_a_dossier, passphrase) as logbook:
        assert logbook.check() == 0
        numbers = {logbook.dossiers.get(id_).number for id_ in range(1, TALKS // 2 + 1)}
        assert numbers == {f"2026-{n:03d}" for n in range(1, TALKS // 2 + 1)}
        assert logbook.dossiers.get(3).opened == DAY + timedelta(days=2)
        assert len(logbook.dossiers.get(3).melders) == 2
        assert a_dossier(logbook).number == f"2026-{TALKS // 2 + 1:03d}"


def test_what_was_rescued_can_be_searched_and_written(
    whole: Whole, path: Path, passphrase: str
) -> None:
    path.write_bytes(_killed(whole, len(whole.pages) - 1))
    target = path.with_name("gered.vplogboek")
    rescue.rescue(path, whole.key, whole.content[:16], target, default_tree())

    with reopen(target, passphrase) as logbook:
        assert len(logbook.conversations.rows(TalkQuery(text="kort gesprek 7"))) == 1
        assert a_talk(logbook, note="en verder").id == TALKS + 1
        assert logbook.check() == 0
