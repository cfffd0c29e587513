"""Years that were issued while the file does not know how: found out, asked, told once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.services.releasing import TODAY, a_year, came, issue, only, same_draw, set_level
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.errors_release import AnswerNeeded, WhyBlocked, YearBlocked
from vp_logboek.domain.ledger import Release, Scope
from vp_logboek.services import backups, blocked, issuing, late, remembered, rescue
from vp_logboek.services.remembered import FOLDER_VARIABLE, Trouble
from vp_logboek.store.connection import PAGE_BYTES, connect
from vp_logboek.store.key import CHEAPEST, derive_key
from vp_logboek.store.logbook import Logbook, open_logbook

YEAR, NEXT = 2025, 2026
COPY = "logboek-reservekopie-2026-03-04-1200.vplogboek"


@pytest.fixture(name="copy")
def copy_of_before(logbook: Logbook, tmp_path: Path) -> Path:
    same_draw(logbook)
    a_year(logbook, YEAR, {"pesten": 8})
    logbook.copy_to(tmp_path / COPY)
    return tmp_path / COPY


@pytest.fixture(name="restored")
def restored_after_issuing(logbook: Logbook, copy: Path, tmp_path: Path) -> Iterator[Logbook]:
    """A year was issued, and then the copy of before it was put back."""
    issue(logbook, YEAR, tmp_path / "uit.pdf")
    target = tmp_path / "terug.vplogboek"
    backups.restore(copy, PASSPHRASE, target, (CHEAPEST,))
    with open_logbook(target, PASSPHRASE, (CHEAPEST,)) as book:
        yield book


def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "een andere computer"))


def test_this_computer_remembers_what_the_copy_does_not_know(
    restored: Logbook, tmp_path: Path
) -> None:
    assert blocked.blocked_years(restored, 1) == {YEAR: WhyBlocked.REMEMBERED}
    assert restored.ledger.blocked(1) == {}
    prospect = issuing.prepare(restored, only(restored), YEAR)

    assert prospect.blocked == YearBlocked(str(YEAR), WhyBlocked.REMEMBERED)
    assert restored.ledger.blocked(1) == {YEAR: WhyBlocked.REMEMBERED.value}
    blocked.answer(restored, (), TODAY)
    with pytest.raises(YearBlocked):
        issue(restored, YEAR, tmp_path / "weer.pdf")
    assert not (tmp_path / "weer.pdf").exists()


def test_what_lay_in_a_blocked_year_does_not_count_in_the_next(restored: Logbook) -> None:
    came(restored, date(NEXT, 2, 3), "pesten", 2)

    assert issuing.prepare(restored, only(restored), NEXT).tally.melders == 2
    assert late.counted_year_of_new(restored, only(restored), date(YEAR, 5, 5)) == NEXT


def test_control_on_another_computer_nothing_is_remembered(
    restored: Logbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere(monkeypatch, tmp_path)

    assert issuing.prepare(restored, only(restored), YEAR).blocked is None


def test_a_copy_asks_whether_anything_was_issued_since(
    restored: Logbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere(monkeypatch, tmp_path)
    asked = AnswerNeeded(date(2026, 3, 4))
    assert issuing.prepare(restored, only(restored), YEAR).needs_answer == asked
    with pytest.raises(AnswerNeeded):
        issue(restored, YEAR, tmp_path / "weer.pdf")

    blocked.answer(restored, [Scope(1, YEAR)], TODAY)

    assert blocked.question(restored) is None
    assert blocked.blocked_years(restored, 1) == {YEAR: WhyBlocked.TOLD}
    with pytest.raises(YearBlocked):
        issue(restored, YEAR, tmp_path / "weer.pdf")
    issue(restored, NEXT, tmp_path / "volgend.pdf")


def test_with_the_answer_no_the_year_is_issued(
    restored: Logbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere(monkeypatch, tmp_path)

    blocked.answer(restored, (), TODAY)

    assert issue(restored, YEAR, tmp_path / "weer.pdf").number == 1


def test_of_a_copy_of_a_copy_the_earlier_day_is_asked(restored: Logbook, tmp_path: Path) -> None:
    later = tmp_path / "logboek-reservekopie-2026-09-09-0900.vplogboek"
    restored.copy_to(later)
    target = tmp_path / "nog-eens.vplogboek"

    backups.restore(later, PASSPHRASE, target, (CHEAPEST,))

    with open_logbook(target, PASSPHRASE, (CHEAPEST,)) as book:
        assert blocked.question(book) == AnswerNeeded(date(2026, 3, 4))
    assert not list(tmp_path.glob("*.part"))


def test_a_logbook_that_was_never_put_back_asks_nothing(logbook: Logbook) -> None:
    assert blocked.question(logbook) is None


def test_what_is_remembered_tells_a_stranger_nothing(
    logbook: Logbook, copy: Path, tmp_path: Path
) -> None:
    release = issue(logbook, YEAR, tmp_path / "uit.pdf")

    kept = remembered.path_of(logbook.identity).read_text("ascii")

    for told in (str(YEAR), release.hash, release.pdf_sha256, "Voorbeeld", logbook.draw_key.hex()):
        assert told not in kept
    assert len(remembered.recall(logbook.identity).links) == 1


def test_a_copy_of_the_logbook_under_way_remembers_for_both(
    logbook: Logbook, copy: Path, tmp_path: Path
) -> None:
    """Two years issued, one after the other, are both remembered, and an older file adds to it."""
    issue(logbook, YEAR, tmp_path / "uit.pdf")
    issue(logbook, NEXT, tmp_path / "volgend.pdf")

    memory = remembered.recall(logbook.identity)

    assert (len(memory.links), len(memory.scopes)) == (2, 2)
    assert blocked.blocked_years(logbook, 1) == {}, "what the ledger has is not blocked"


@pytest.mark.parametrize("trouble", Trouble)
def test_trouble_in_remembering_never_stands_in_the_way_and_is_told_once(
    logbook: Logbook, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: Trouble
) -> None:
    path = remembered.path_of(logbook.identity)
    if trouble is Trouble.BROKEN:
        path.parent.mkdir(parents=True)
        path.write_text("kapot")
    else:
        (tmp_path / "bestand").write_text("geen map")
        monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "bestand"))

    issue(logbook, YEAR, tmp_path / "uit.pdf")

    assert blocked.trouble_to_tell(logbook) is trouble
    assert blocked.trouble_to_tell(logbook) is None
    issue(logbook, NEXT, tmp_path / "volgend.pdf")
    assert blocked.trouble_to_tell(logbook) is None
    assert len(issuing.releases(logbook)) == 2


def test_trouble_that_comes_back_is_told_again(
    logbook: Logbook, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bestand").write_text("geen map")
    for year, folder in ((YEAR, "bestand"), (NEXT, "goed"), (2023, "bestand")):
        monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / folder))
        issue(logbook, year, tmp_path / f"{year}.pdf")
        assert (blocked.trouble_to_tell(logbook) is None) == (folder == "goed")


def test_another_computer_remembers_from_the_first_look(
    logbook: Logbook, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    issue(logbook, YEAR, tmp_path / "uit.pdf")
    elsewhere(monkeypatch, tmp_path)
    assert not remembered.recall(logbook.identity).scopes

    issuing.prepare(logbook, only(logbook), NEXT)

    assert len(remembered.recall(logbook.identity).scopes) == 1


def _damage(path: Path, table: str) -> None:
    """Change one byte in the first page of a table."""
    content = bytearray(path.read_bytes())
    connection = connect(path, derive_key(PASSPHRASE, bytes(content[:16]), CHEAPEST))
    page = connection.number("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,))
    connection.close()
    content[(page - 1) * PAGE_BYTES + 500] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("table", ["draft", "ledger"])
def test_a_rescued_logbook_asks_too_and_from_an_earlier_day_where_releases_were_lost(
    logbook: Logbook, copy: Path, tmp_path: Path, table: str
) -> None:
    issue(logbook, YEAR, tmp_path / "uit.pdf", today=date(NEXT, 1, 5))
    logbook.close()
    _damage(logbook.path, table)
    target = tmp_path / "gered.vplogboek"

    found = rescue.rescue(logbook.path, PASSPHRASE, target, (CHEAPEST,))

    with open_logbook(target, PASSPHRASE, (CHEAPEST,)) as book:
        asked = blocked.question(book)
        assert asked is not None
        if found.is_ledger_broken:
            assert asked.since == date(1990, 1, 1)
            assert YEAR in blocked.blocked_years(book, 1)
        else:
            assert asked.since == date.fromtimestamp(logbook.path.stat().st_mtime)
            assert book.issued_years(1) == {YEAR}
        assert found.is_ledger_broken == (table == "ledger")


def test_a_revised_edition_that_the_copy_does_not_know_is_not_made_again(
    logbook: Logbook, tmp_path: Path
) -> None:
    set_level(logbook, Level.NONE)
    (dossier, *_) = a_year(logbook, YEAR, {"pesten": 8})
    first = issue(logbook, YEAR, tmp_path / "uit.pdf")
    logbook.copy_to(tmp_path / COPY)
    backups.restore(tmp_path / COPY, PASSPHRASE, tmp_path / "terug.vplogboek", (CHEAPEST,))

    def revised(book: Logbook, subject: str, name: str) -> Release:
        book.dossiers.save(replace(book.dossiers.get(dossier.id or 0), subject=subject))
        prospect = issuing.prepare_revised(book, only(book), YEAR)
        return issuing.issue(book, prospect, tmp_path / name, TODAY)

    assert revised(logbook, "fysiek", "herzien.pdf").edition == 2
    with open_logbook(tmp_path / "terug.vplogboek", PASSPHRASE, (CHEAPEST,)) as restored:
        blocked.answer(restored, (), TODAY)
        with pytest.raises(YearBlocked):
            revised(restored, "met_collega", "anders.pdf")
        assert issuing.issue_again(restored, 1, tmp_path / "weer.pdf") == first

    assert (tmp_path / "weer.pdf").read_bytes() == (tmp_path / "uit.pdf").read_bytes()
    assert not (tmp_path / "anders.pdf").exists()
