"""P8: what is destroyed is gone from every page of the file, its index, journal and new backups.

The pages are decrypted and read without SQLite, so that free pages and slack are among them.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.promises.pages import PAGE, plain_pages
from tests.promises.test_p7_only_counts_leave import spellings
from tests.services.keeping import LATER, a_matter, destroy, key
from vp_logboek.domain.activity import Action
from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.dossier import Dossier, DossierMelder
from vp_logboek.services import backups, emptying, notebook, quiet
from vp_logboek.store.logbook import CHEAPEST, Logbook, open_logbook

DAY, CLOSED = date(2025, 3, 4), date(2025, 5, 20)
NOW = datetime(2026, 11, 22, 14, 3)
PLACES = ("aantekening", "langetekst", "prullenbak", "toestemming", "actie", "vervolgconcept",
          "gesprekconcept", "tabelnaam")  # fmt: skip
INDEXED = frozenset({"aantekening", "langetekst"})


def canary(place: str) -> str:
    """A word that is nowhere else, in small letters as the search index has them."""
    return f"xq{place[::-1]}kanarie{place}"


# --- reading what is in a file ----------------------------------------------------------------


def found_in(pages: bytes) -> set[str]:
    """The places whose canary is in these pages: whole, or the first or the last half of it."""
    return {place for place in PLACES if any(each in pages for each in _traces(canary(place)))}


def _traces(word: str) -> Iterator[bytes]:
    half = len(word) // 2
    for part in (word, word[:half], word[half:]):
        yield from spellings(part)


def pages_of(logbook: Logbook) -> bytes:
    """Close the logbook and decrypt its file."""
    secret = logbook._connection.key
    logbook.close()
    return plain_pages(logbook.path, secret)


# --- a logbook full of canaries ---------------------------------------------------------------


@pytest.fixture
def matter(logbook: Logbook) -> Dossier:
    """A closed dossier with a canary in every text, among many others that stay."""
    _fill_with_others(logbook, 60)
    with logbook.transaction():
        dossier = a_matter(logbook, DAY, closed=CLOSED, consent_for=canary("toestemming"))
        _add_talk(logbook, dossier, f"Het ging over {canary('aantekening')}.")
        _add_talk(logbook, dossier, f"{'lang ' * 4000}{canary('langetekst')}{' lang' * 4000}")
        binned = _add_talk(logbook, dossier, canary("prullenbak"))
        logbook.conversations.bin(binned.id or 0, CLOSED)
        logbook.actions.save(Action(DAY, f"Bel {canary('actie')}", dossier.id))
        _import_it(logbook, dossier)
    _keep_drafts(logbook, dossier)
    _fill_with_others(logbook, 60)
    return dossier


def _fill_with_others(logbook: Logbook, number: int) -> None:
    with logbook.transaction():
        for each in range(number):
            dossier = a_matter(logbook, DAY, closed=CLOSED, consent_for=f"praten met HR {each}")
            _add_talk(logbook, dossier, f"Een gewoon gesprek nummer {each} over het werk. " * each)


def _add_talk(logbook: Logbook, dossier: Dossier, note: str) -> Conversation:
    talk = Conversation(DAY, ConversationKind.FOLLOW_UP, Channel.PHONE, dossier.id, note=note)
    return logbook.conversations.save(talk)


def _import_it(logbook: Logbook, dossier: Dossier) -> None:
    id_ = logbook.imports.begin(DAY, f"{canary('tabelnaam')}.xlsx")
    logbook._connection.run("UPDATE dossier SET import = ? WHERE id = ?", (id_, dossier.id))


def _keep_drafts(logbook: Logbook, dossier: Dossier) -> None:
    new = notebook.follow_up(logbook, key(dossier), DAY)
    talk = notebook.dossier_page(logbook, key(dossier)).talks[0].id
    old = notebook.entry_of(logbook, talk)
    for entry, place in ((new, "vervolgconcept"), (old, "gesprekconcept")):
        written = replace(entry.conversation, note=f"half getypt {canary(place)}")
        notebook.keep_draft(logbook, place, replace(entry, conversation=written), "14:03")


# --- destroyed --------------------------------------------------------------------------------


def test_nothing_of_a_destroyed_dossier_is_in_any_page(logbook: Logbook, matter: Dossier) -> None:
    destroy(logbook, [matter])

    assert found_in(pages_of(logbook)) == set()
    assert [each.name for each in logbook.path.parent.iterdir()] == [logbook.path.name]


def test_no_page_of_before_stays_in_the_journal(logbook: Logbook, matter: Dossier) -> None:
    """While the file is open its journal may lie beside it, with nothing in it."""
    destroy(logbook, [matter])

    assert _journal_bytes(logbook) == 0


def test_control_a_journal_that_is_kept_has_the_pages_of_before(
    logbook: Logbook, matter: Dossier
) -> None:
    logbook._connection.run("PRAGMA journal_size_limit = -1")

    destroy(logbook, [matter])

    assert _journal_bytes(logbook) > 10 * PAGE


def _journal_bytes(logbook: Logbook) -> int:
    journal = logbook.path.with_name(f"{logbook.path.name}-journal")
    return journal.stat().st_size if journal.exists() else 0


def test_control_before_it_every_one_is_found(logbook: Logbook, matter: Dossier) -> None:
    assert found_in(pages_of(logbook)) == set(PLACES)


def test_it_is_in_the_backup_of_before_and_not_in_the_one_of_after(
    logbook: Logbook, matter: Dossier, tmp_path: Path
) -> None:
    folder = tmp_path / "kopieën"
    folder.mkdir()
    before = backups.make(logbook, NOW, folder)
    destroy(logbook, [matter])
    after = backups.make(logbook, NOW, folder)
    secret = logbook._connection.key

    assert found_in(plain_pages(before.path, secret)) == set(PLACES)
    assert found_in(plain_pages(after.path, secret)) == set()
    assert found_in(pages_of(logbook)) == set()


def test_no_row_of_any_table_speaks_of_it(logbook: Logbook, matter: Dossier) -> None:
    people = {one.melder for one in matter.melders}
    talks = {row.id for row in notebook.dossier_page(logbook, key(matter)).talks}
    quiet.let_run(logbook, [key(matter)], DAY)

    destroy(logbook, [matter])

    ask = logbook._connection.all
    assert not {id_ for (id_,) in ask("SELECT id FROM melder")} & people
    assert not {id_ for (id_,) in ask("SELECT id FROM conversation_text_docsize")} & talks
    columns = [
        (table, column)
        for (table,) in ask("SELECT name FROM sqlite_schema WHERE type = 'table'")
        for (column, references) in ask(
            'SELECT "from", "table" FROM pragma_foreign_key_list(?)', (table,)
        )
        if references == "dossier"
    ]
    assert len(columns) == 6
    for table, column in columns:
        assert ask(f"SELECT 1 FROM {table} WHERE {column} = ?", (matter.id,)) == []
    assert ask("SELECT 1 FROM dossier WHERE number = ?", (matter.number,)) == []
    assert f'"{matter.id}"' not in (logbook.settings.get(quiet.SETTING) or "")


def test_it_stays_gone_after_a_search_another_save_and_an_opening(
    logbook: Logbook, matter: Dossier
) -> None:
    """FTS merges its segments later on; nothing comes back by that."""
    destroy(logbook, [matter])
    _fill_with_others(logbook, 60)
    logbook.close()
    with open_logbook(logbook.path, PASSPHRASE, accept=(CHEAPEST,)) as again:
        merge = "INSERT INTO conversation_text (conversation_text) VALUES ('optimize')"
        again._connection.run(merge)

        assert notebook.talks(again, notebook.TalkQuery(text=canary("aantekening"))) == ()
        assert again.check() == 0
        assert found_in(pages_of(again)) == set()


def test_many_destroyed_one_after_another_leave_nothing(logbook: Logbook, matter: Dossier) -> None:
    """All but a few of the others too, so that pages are joined and freed."""
    others = [logbook.dossiers.get(row.id) for row in notebook.dossier_rows(logbook)]
    rest = [one for one in others if one.id != matter.id]

    destroy(logbook, rest[::3])
    destroy(logbook, [matter])
    destroy(logbook, rest[1::3])

    assert found_in(pages_of(logbook)) == set()


# --- the bin ----------------------------------------------------------------------------------


@pytest.mark.parametrize("empty", [None, "one"], ids=["emptied", "one deleted"])
def test_what_is_deleted_from_the_bin_is_gone(logbook: Logbook, empty: str | None) -> None:
    _fill_with_others(logbook, 30)
    dossier = a_matter(logbook, DAY, consent_for=canary("toestemming"))
    _add_talk(logbook, dossier, canary("aantekening"))
    notebook.save_action(logbook, Action(DAY, canary("actie"), dossier.id, done_on=DAY))
    _keep_drafts(logbook, dossier)
    talks = [row.id for row in notebook.dossier_page(logbook, key(dossier)).talks]
    for talk in talks:
        notebook.bin_talk(logbook, talk, DAY)

    emptying.delete_binned(logbook, None if empty is None else talks)

    assert found_in(pages_of(logbook)) == set()


def test_control_in_the_bin_it_is_still_there(logbook: Logbook) -> None:
    dossier = a_matter(logbook, DAY, consent_for=canary("toestemming"))
    talk = _add_talk(logbook, dossier, canary("aantekening"))
    notebook.bin_talk(logbook, talk.id or 0, DAY)

    assert found_in(pages_of(logbook)) == {"toestemming", "aantekening"}


# --- ordinary changes -------------------------------------------------------------------------


def _note_shortened(logbook: Logbook, matter: Dossier) -> None:
    for row in notebook.dossier_page(logbook, key(matter)).talks:
        entry = notebook.entry_of(logbook, row.id)
        shorter = replace(entry.conversation, note="Niets.")
        notebook.save_talk(logbook, replace(entry, conversation=shorter), LATER)


def _consent_removed(logbook: Logbook, matter: Dossier) -> None:
    """A draft of a next talk has the consent of the dossier in it."""
    _drafts_dropped(logbook, matter)
    entry = notebook.follow_up(logbook, key(matter), DAY)
    notebook.keep_draft(logbook, "gesprekconcept", replace(entry, consent_for=""), "14:05")
    notebook.save_dossier(logbook, replace(matter, consent_for=""))


def _action_removed(logbook: Logbook, matter: Dossier) -> None:
    (action,) = logbook.actions.of_dossier(key(matter))
    notebook.remove_action(logbook, action.id or 0)


def _drafts_dropped(logbook: Logbook, matter: Dossier) -> None:
    notebook.drop_draft(logbook, "vervolgconcept")
    entry = notebook.follow_up(logbook, key(matter), DAY)
    notebook.keep_draft(logbook, "gesprekconcept", entry, "14:04")


@pytest.mark.parametrize(
    "change, gone",
    [
        (_note_shortened, {"aantekening", "langetekst"}),
        (_consent_removed, {"toestemming", "vervolgconcept", "gesprekconcept"}),
        (_action_removed, {"actie"}),
        (_drafts_dropped, {"vervolgconcept", "gesprekconcept"}),
    ],
)
def test_what_an_ordinary_change_takes_out_is_gone_too(
    logbook: Logbook,
    matter: Dossier,
    change: Callable[[Logbook, Dossier], None],
    gone: set[str],
) -> None:
    change(logbook, matter)

    assert found_in(pages_of(logbook)) == set(PLACES) - gone


# --- controls: without the protection the search finds remains ---------------------------------


def test_control_an_index_without_secure_delete_keeps_the_words(
    logbook: Logbook, matter: Dossier
) -> None:
    off = "INSERT INTO conversation_text (conversation_text, rank) VALUES ('secure-delete', 0)"
    logbook._connection.run(off)

    destroy(logbook, [matter])

    assert found_in(pages_of(logbook)) & INDEXED == INDEXED


def test_control_a_file_without_secure_delete_keeps_the_pages(
    logbook: Logbook, matter: Dossier
) -> None:
    logbook._connection.run("PRAGMA secure_delete = OFF")

    destroy(logbook, [matter])

    assert {"langetekst", "vervolgconcept"} <= found_in(pages_of(logbook))


def test_control_the_pages_of_another_key_are_noise(logbook: Logbook) -> None:
    logbook.close()

    assert b"CREATE TABLE" in plain_pages(logbook.path, logbook._connection.key)
    assert b"CREATE TABLE" not in plain_pages(logbook.path, bytes(32))


def test_a_person_is_a_number_and_the_number_is_gone(logbook: Logbook) -> None:
    shared = a_matter(logbook, DAY, closed=CLOSED)
    there = a_matter(logbook, DAY, melders=(DossierMelder(shared.melders[0].melder),))

    destroy(logbook, [shared])

    marks = logbook._connection.all("SELECT melder, body FROM melder_counted")
    assert [melder for melder, _ in marks] == [there.melders[0].melder]
    assert marks[0][1] == '["kring", "melder"]'
