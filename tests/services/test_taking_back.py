"""Whatever was done can be taken back and done again, row for row, or is refused as a whole."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cheap import PASSPHRASE
from tests.services.importing import table_of
from tests.services.undoing import (
    ACTIONS,
    TODAY,
    Doing,
    bin_talk,
    close_or_open,
    find_out,
    follow_up,
    index_is_sound,
    new_talk,
    rows,
    without_the_bin,
)
from vp_logboek.domain.activity import Action
from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.dossier import DossierMelder, MelderKind
from vp_logboek.domain.errors import Gone, ImportNotUndoable, NotTakenBack, ReadOnlyPlace
from vp_logboek.domain.ledger import Scope
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.services import blocked, notebook
from vp_logboek.services.import_table import (
    Fields,
    ImportPlan,
    plan_import,
    recognise_fields,
    run_import,
)
from vp_logboek.services.taking_back import (
    Change,
    Recorded,
    put_back,
    take_back,
    take_out_import,
)
from vp_logboek.services.talk_entry import TalkEntry
from vp_logboek.store import row_listener
from vp_logboek.store.logbook import CHEAPEST, Logbook, open_logbook

Steps = list[tuple[Callable[[Logbook, Random], object], int]]

STEPS = st.lists(st.tuples(st.sampled_from(ACTIONS), st.integers(0, 99_999)), max_size=14)


@contextmanager
def some_logbook(made: bytes) -> Iterator[Logbook]:
    """A logbook with a few talks, a year of which is counted."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "logboek.vplogboek"
        path.touch(mode=0o600)
        path.write_bytes(made)
        with open_logbook(path, PASSPHRASE, accept=(CHEAPEST,)) as logbook:
            logbook._connection.run("PRAGMA synchronous = OFF")
            yield logbook


@pytest.fixture(scope="session")
def made(new_logbook: bytes) -> bytes:
    with some_logbook(new_logbook) as logbook:
        for number, action in enumerate((new_talk, new_talk, follow_up, find_out, close_or_open)):
            action(logbook, Random(number))
        new_talk(logbook, Random(7))
        bin_talk(logbook, Random(1))
        blocked.answer(logbook, [Scope(1, 2024)], TODAY)
        logbook.close()
        return logbook.path.read_bytes()


def does_all_of_it(made: bytes, steps: Steps) -> None:
    with some_logbook(made) as logbook:
        doing, before = Doing(logbook), rows(logbook)
        for action, seed in steps:
            doing.do(partial(action, random=Random(seed)))
        after = rows(logbook)
        for _ in range(2):
            while doing.done:
                doing.undo()
            assert without_the_bin(rows(logbook), before) == before
            index_is_sound(logbook)
            while doing.undone:
                doing.redo()
            now = rows(logbook)
            assert now == {**after, "draft": now["draft"]}
            index_is_sound(logbook)
        assert logbook.check() == 0


@settings(max_examples=8)
@given(steps=STEPS)
def test_all_that_is_undone_is_as_it_was_and_all_that_is_done_again_as_it_became(
    made: bytes, steps: Steps
) -> None:
    does_all_of_it(made, steps)


@pytest.mark.campaign
@settings(max_examples=400)
@given(steps=st.lists(st.tuples(st.sampled_from(ACTIONS), st.integers(0, 99_999)), max_size=40))
def test_so_it_is_with_longer_days(made: bytes, steps: Steps) -> None:
    does_all_of_it(made, steps)


@pytest.mark.parametrize("forgotten", ["dossier_melder", "action"])
def test_the_control_finds_a_table_that_is_not_put_back(
    made: bytes, monkeypatch: pytest.MonkeyPatch, forgotten: str
) -> None:
    monkeypatch.setattr(
        row_listener, "TABLES", tuple(one for one in row_listener.TABLES if one != forgotten)
    )
    steps: Steps = [(action, seed) for action in ACTIONS for seed in range(3)]
    with pytest.raises(Exception):  # noqa: B017, PT011 - it differs, or can no longer be put back
        does_all_of_it(made, steps)


# --- one by one -------------------------------------------------------------------------------


def first_talk(logbook: Logbook, on: date = date(2026, 3, 4)) -> Conversation:
    entry = notebook.new_entry(logbook, TODAY)
    talk = replace(entry.conversation, on=on, subject="pesten", note="Kanariepietje")
    melder = DossierMelder(kind=MelderKind.PERMANENT)
    return notebook.save_talk(logbook, replace(entry, conversation=talk, melder=melder), TODAY)


def moved(logbook: Logbook, talk: Conversation, to: int | None) -> Recorded[Conversation]:
    entry = notebook.entry_of(logbook, talk.id or 0)
    wanted = replace(entry, conversation=replace(talk, dossier=to))
    work = Recorded(partial(notebook.save_talk, entry=wanted, today=TODAY))
    work(logbook)
    return work


def test_a_talk_that_was_added_goes_to_the_bin_and_comes_back(logbook: Logbook) -> None:
    work = Recorded(first_talk)
    talk = work(logbook)
    before = rows(logbook)
    again = take_back(logbook, work.change, TODAY)
    (binned,) = notebook.binned(logbook)
    assert (binned.talk.id, binned.on) == (talk.id, TODAY)
    assert notebook.dossier_rows(logbook) == ()
    put_back(logbook, again)
    assert rows(logbook) == before


def test_a_dossier_that_a_move_emptied_comes_back_with_its_number_and_its_people(
    logbook: Logbook,
) -> None:
    talk, other = first_talk(logbook), first_talk(logbook)
    dossier, before = logbook.dossiers.get(talk.dossier or 0), rows(logbook)
    work = moved(logbook, talk, other.dossier)
    with pytest.raises(Gone):
        logbook.dossiers.get(talk.dossier or 0)
    again = take_back(logbook, work.change, TODAY)
    assert logbook.dossiers.get(talk.dossier or 0) == dossier
    assert dossier.number == "2026-001"
    assert rows(logbook) == before
    put_back(logbook, again)
    assert len(notebook.dossier_rows(logbook)) == 1


def test_a_dossier_stays_where_something_of_it_lies_in_the_bin(logbook: Logbook) -> None:
    """A talk got a dossier of its own, and there a next talk that was taken back."""
    talk = first_talk(logbook)
    follow = notebook.follow_up(logbook, talk.dossier or 0, TODAY)
    second = notebook.save_talk(logbook, follow, TODAY)
    apart = moved(logbook, replace(second, subject="stalking"), None)
    home = logbook.conversations.get(second.id or 0).dossier
    more = Recorded(
        lambda book: notebook.save_talk(book, notebook.follow_up(book, home or 0, TODAY), TODAY)
    )
    more(logbook)
    take_back(logbook, more.change, TODAY)
    take_back(logbook, apart.change, TODAY)
    assert logbook.conversations.get(second.id or 0).dossier == talk.dossier
    (binned,) = notebook.binned(logbook)
    assert binned.talk.dossier == home
    assert logbook.dossiers.get(home or 0).melders
    notebook.restore_talk(logbook, binned.talk.id)


def test_what_was_counted_since_is_not_taken_back(logbook: Logbook) -> None:
    work = Recorded(partial(first_talk, on=date(2025, 3, 4)))
    work(logbook)
    blocked.answer(logbook, [Scope(1, 2025)], TODAY)
    before = rows(logbook)
    with pytest.raises(NotTakenBack) as told:
        take_back(logbook, work.change, TODAY)
    assert told.value.counted
    assert rows(logbook) == before


def test_a_correction_of_what_was_counted_is_taken_back_with_where_it_counted(
    logbook: Logbook,
) -> None:
    talk = first_talk(logbook, date(2025, 3, 4))
    notebook.close_dossier(logbook, talk.dossier or 0, date(2025, 6, 1))
    blocked.answer(logbook, [Scope(1, 2025)], TODAY)
    notebook.reopen_dossier(logbook, talk.dossier or 0)
    before = rows(logbook)
    work = Recorded(partial(notebook.close_dossier, dossier_id=talk.dossier or 0, today=TODAY))
    work(logbook)
    assert before["dossier"][0]["closed_in"] == -2025
    assert rows(logbook)["dossier"][0]["closed_in"] is None
    take_back(logbook, work.change, TODAY)
    assert rows(logbook) == before


def test_what_was_changed_since_is_not_taken_back(logbook: Logbook) -> None:
    talk = first_talk(logbook)
    work = Recorded(partial(notebook.close_dossier, dossier_id=talk.dossier or 0, today=TODAY))
    work(logbook)
    notebook.add_melder(logbook, talk.dossier or 0, DossierMelder())
    before = rows(logbook)
    with pytest.raises(NotTakenBack) as told:
        take_back(logbook, work.change, TODAY)
    assert not told.value.counted
    assert rows(logbook) == before


def test_a_dossier_does_not_go_with_what_hangs_on_it_since(logbook: Logbook) -> None:
    talk, other = first_talk(logbook), first_talk(logbook)
    again = take_back(logbook, moved(logbook, talk, other.dossier).change, TODAY)
    notebook.save_action(logbook, Action(TODAY, "terugbellen", talk.dossier))
    before = rows(logbook)
    with pytest.raises(NotTakenBack):
        put_back(logbook, again)
    assert rows(logbook) == before


def test_the_draft_of_a_talk_that_was_saved_stays_gone(logbook: Logbook) -> None:
    entry = notebook.new_entry(logbook, TODAY)
    talk = replace(entry.conversation, subject="pesten")
    notebook.keep_draft(logbook, "nieuw", entry, "2026-11-20T12:00:00")
    work = Recorded(
        partial(
            notebook.save_talk,
            entry=replace(entry, conversation=talk), today=TODAY, draft_key="nieuw",
        )
    )  # fmt: skip
    work(logbook)
    take_back(logbook, work.change, TODAY)
    assert notebook.drafts(logbook) == ()


def test_a_draft_that_was_thrown_away_comes_back_as_old_as_it_was(logbook: Logbook) -> None:
    talk = Conversation(TODAY, ConversationKind.FIRST, Channel.PHONE, note="half")
    notebook.keep_draft(logbook, "nieuw", TalkEntry(talk, 1), "2026-11-20T12:00:00")
    before = rows(logbook)
    work = Recorded(partial(notebook.drop_draft, key="nieuw"))
    work(logbook)
    assert notebook.drafts(logbook) == ()
    take_back(logbook, work.change, TODAY)
    assert rows(logbook) == before


# --- imports ----------------------------------------------------------------------------------


def plan(logbook: Logbook) -> ImportPlan:
    table = table_of(
        "datum;dossier;onderwerp;melder", "2026-01-01;A;Pesten;M1", "2026-02-01;B;Eigen woord;M1"
    )
    fields: Fields = recognise_fields(table.headers)
    (own,) = logbook.organisations.all()
    tree = logbook.subjects.tree()
    return plan_import(table, fields, tree, (own,), TODAY, None, tree.leaf("pesten").main)


def test_an_import_is_taken_out_and_taken_over_again_row_for_row(logbook: Logbook) -> None:
    before = rows(logbook)
    result = run_import(logbook, plan(logbook), TODAY, "lijst.csv")
    after = rows(logbook)
    again = take_out_import(logbook, result.import_id)
    assert rows(logbook) == before
    out = put_back(logbook, again)
    assert rows(logbook) == after
    put_back(logbook, out)
    assert rows(logbook) == before


def test_a_change_in_between_that_was_taken_back_does_not_hinder_it(logbook: Logbook) -> None:
    before = rows(logbook)
    result = run_import(logbook, plan(logbook), TODAY, "lijst.csv")
    talk = logbook.conversations.rows(TalkQuery())[0].id
    work = Recorded(partial(notebook.bin_talk, conversation_id=talk, today=TODAY))
    work(logbook)
    with pytest.raises(ImportNotUndoable):
        take_out_import(logbook, result.import_id)
    take_back(logbook, work.change, TODAY)
    take_out_import(logbook, result.import_id)
    assert rows(logbook) == before


# --- what is recorded -------------------------------------------------------------------------


def test_nothing_is_held_of_what_nobody_recorded(logbook: Logbook) -> None:
    work = Recorded(first_talk)
    work(logbook)
    held = len(work.change.before)
    first_talk(logbook)
    assert len(work.change.before) == held
    assert logbook._connection.number("SELECT hears_rows()") == 0


def test_work_that_fails_changed_nothing(logbook: Logbook) -> None:
    def fail(book: Logbook) -> None:
        first_talk(book)
        raise Gone("dit dossier")

    before, work = rows(logbook), Recorded(fail)
    with pytest.raises(Gone):
        work(logbook)
    assert rows(logbook) == before
    assert work.change == Change({}, {})


def test_a_logbook_that_can_only_be_read_says_so(logbook: Logbook) -> None:
    logbook._connection.run("PRAGMA query_only = ON")
    with pytest.raises(ReadOnlyPlace):
        Recorded(first_talk)(logbook)


def test_nothing_of_the_recording_is_in_the_file(logbook: Logbook) -> None:
    Recorded(first_talk)(logbook)
    known = logbook._connection.all("SELECT name FROM main.sqlite_schema WHERE name LIKE 'hear%'")
    assert known == []
    assert logbook.check() == 0
