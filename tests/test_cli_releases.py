"""The command line of issuing: once, given again, listed; and what must be said before."""

import io
import os
import pty
import sys
from collections.abc import Callable
from contextlib import redirect_stderr
from dataclasses import replace
from pathlib import Path

import pytest

from tests.commands import PASSPHRASE, Run, Said, command  # noqa: F401 - run
from tests.services.releasing import a_year
from vp_logboek import cli
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.organisation import FROM_THE_START, LevelChoice, Organisation
from vp_logboek.services import remembered
from vp_logboek.services.safekeeping import make_logbook
from vp_logboek.store.logbook import CHEAPEST, VPL1, Logbook, open_logbook


@pytest.fixture(scope="module")
def three_years(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Three years, at the level without threshold."""
    path: Path = tmp_path_factory.mktemp("nieuw") / "almere.vplogboek"
    cheap = replace(CHEAPEST, tag=VPL1.tag)
    exact = (LevelChoice(FROM_THE_START, Level.NONE, "Zo wil de raad het."),)
    with make_logbook(path, PASSPHRASE, Organisation("Almere", levels=exact), cheap) as logbook:
        for year in (2019, 2020, 2021):
            a_year(logbook, year, {"pesten": 3, "integriteitsdilemma": 2})
    return path.read_bytes()


@pytest.fixture(name="book")
def almere(three_years: bytes, tmp_path: Path, cheap_program: None) -> Path:
    path = tmp_path / "almere.vplogboek"
    path.write_bytes(three_years)
    path.chmod(0o600)
    return path


@pytest.fixture(name="issue")
def issuing_a_year(run: Run, book: Path, tmp_path: Path) -> Run:
    def issue(year: int, name: str, *more: object) -> Said:
        return run("jaaroverzicht", book, "--jaar", year, "--pdf", tmp_path / name, *more)

    return issue


def changed(path: Path, change: Callable[[Logbook], object]) -> None:
    with open_logbook(path, PASSPHRASE) as logbook:
        change(logbook)


# --- issuing, and giving again ------------------------------------------------------------------


def test_an_issued_year_is_given_again_byte_for_byte(
    run: Run, issue: Run, book: Path, tmp_path: Path
) -> None:
    first = issue(2019, "een.pdf")
    assert "nummer 1" in first.err
    assert "telt in 2020" in first.err
    changed(book, lambda one: one._connection.run("DELETE FROM conversation WHERE id < 5"))

    again = issue(2019, "twee.pdf")

    assert (again.code, again.out) == (0, "")
    assert "al uitgebracht" in again.err
    assert (tmp_path / "een.pdf").read_bytes() == (tmp_path / "twee.pdf").read_bytes()


def test_the_table_is_a_concept_until_it_was_issued(run: Run, issue: Run, book: Path) -> None:
    words = ("jaaroverzicht", book, "--jaar", 2019, "--tabel")
    concept = run(*words)
    issue(2019, "een.pdf")
    issued = run(*words)

    assert concept.rows[0] == ["CONCEPT, niet uitgebracht"]
    assert concept.rows[1][0] == "tabel"
    assert issued.rows == concept.rows[1:]
    assert "CONCEPT" in concept.err
    assert "CONCEPT" not in issued.err + issued.out
    assert "Uitgebracht op" in issued.err


def test_what_was_issued_is_listed_and_given_again_by_its_number(
    run: Run, issue: Run, book: Path, tmp_path: Path
) -> None:
    issue(2019, "een.pdf")
    issue(2020, "twee.pdf")

    listed = run("uitgegeven", book)
    given = run("uitgegeven", book, "--nummer", 2, "--pdf", tmp_path / "weer.pdf")

    assert listed.rows[0][:2] == ["nummer", "dag"]
    assert [row[0:1] + row[2:7] for row in listed.rows[1:]] == [
        ["1", "jaar", "Almere", "2019", "1", "zonder-drempel"],
        ["2", "jaar", "Almere", "2020", "1", "zonder-drempel"],
    ]
    assert given.code == 0
    assert (tmp_path / "weer.pdf").read_bytes() == (tmp_path / "twee.pdf").read_bytes()
    missing = run("uitgegeven", book, "--nummer", 9, "--pdf", tmp_path / "geen.pdf")
    assert (missing.code, (tmp_path / "geen.pdf").exists()) == (1, False)


def test_three_years_stand_side_by_side_once_each_was_issued(
    run: Run, issue: Run, book: Path, tmp_path: Path
) -> None:
    words = ("jaaroverzicht", book, "--jaren", "2019,2020,2021", "--pdf", tmp_path / "drie.pdf")
    for year in (2019, 2020):
        issue(year, f"{year}.pdf")
    refused = run(*words)
    assert (refused.code, "2021" in refused.err) == (1, True)

    issue(2021, "2021.pdf")

    assert run(*words).code == 0
    assert (tmp_path / "drie.pdf").read_bytes().startswith(b"%PDF")


def test_a_revised_edition_is_the_next_of_its_year(
    run: Run, issue: Run, book: Path, tmp_path: Path
) -> None:
    issue(2019, "een.pdf")
    unchanged = issue(2019, "twee.pdf", "--herzien")
    assert unchanged.code == 1
    assert not (tmp_path / "twee.pdf").exists()
    changed(book, lambda one: one.organisations.save(_renamed(one)))

    revised = issue(2019, "twee.pdf", "--herzien")

    assert revised.code == 0
    assert run("uitgegeven", book).rows[-1][5] == "2"


def _renamed(logbook: Logbook) -> Organisation:
    (organisation,) = logbook.organisations.all()
    return replace(organisation, name="Gemeente Almere")


def test_all_organisations_together(run: Run, issue: Run, book: Path, tmp_path: Path) -> None:
    words = ("jaaroverzicht", book, "--jaar", 2019, "--samen", "--pdf", tmp_path / "samen.pdf")
    assert run(*words).code == 1, "there is only one"
    changed(book, lambda one: one.organisations.save(Organisation("School")))

    issue(2019, "een.pdf", "--organisatie", "Almere")
    assert run(*words).code == 1
    issue(2019, "twee.pdf", "--organisatie", "School")

    assert run(*words).code == 0
    assert run("uitgegeven", book).rows[-1][2:4] == ["samen", "Alle organisaties"]


# --- what must be said before -------------------------------------------------------------------


def test_without_an_answer_it_is_told_what_was_taken(issue: Run) -> None:
    assert "nog niets is verstrekt" in issue(2019, "een.pdf").err
    assert "nog niets is verstrekt" not in issue(2020, "twee.pdf", "--niets-verstrekt").err
    assert "nog niets is verstrekt" not in issue(2019, "weer.pdf").err, "it was issued before"


def test_figures_that_were_handed_out_are_kept_with_the_release(
    run: Run, book: Path, issue: Run
) -> None:
    texts = ("kerncijfers/totaal=3", "kerncijfers/gesprekken=4", "onderwerp/Integriteit=1")
    given = tuple(word for text in texts for word in ("--al-verstrekt", text))
    assert issue(2019, "een.pdf", *given).code == 0

    with open_logbook(book, PASSPHRASE) as logbook:
        (release,) = logbook.ledger.all()
    assert [(one.table, one.row, one.number) for one in release.outside] == [
        ("kerncijfers", "totaal", 3), ("kerncijfers", "gesprekken", 4),
        ("onderwerp", "integriteit", 1),
    ]  # fmt: skip
    again = issue(2019, "weer.pdf", *given)
    assert (again.code, "al uitgebracht" in again.err) == (1, True)


@pytest.mark.parametrize("text", [
    "", "12", "totaal=12", "kerncijfers/totaal", "kerncijfers/totaal=x", "kerncijfers/totaal=-1",
    "kerncijfers/uren=3", "onzin/totaal=3", "onderwerp/onzin=3",
])  # fmt: skip
def test_a_figure_that_is_none_is_told(issue: Run, tmp_path: Path, text: str) -> None:
    said = issue(2019, "een.pdf", f"--al-verstrekt={text}")

    assert said.code == 1
    assert "geen getal uit het overzicht" in said.err
    assert not (tmp_path / "een.pdf").exists()


def test_a_figure_that_a_page_with_thresholds_cannot_reckon_with_is_told(
    issue: Run, book: Path, tmp_path: Path
) -> None:
    with open_logbook(book, PASSPHRASE) as logbook:
        (one,) = logbook.organisations.all()
        standard = LevelChoice(FROM_THE_START, Level.STANDARD, "")
        logbook.organisations.save(replace(one, levels=(standard,)))
    said = issue(2019, "een.pdf", "--al-verstrekt=contactwijze/telefoon=3")

    assert said.code == 1
    assert "“contactwijze/telefoon=3” is geen getal uit het overzicht" in said.err
    assert not (tmp_path / "een.pdf").exists()
    assert issue(2019, "een.pdf", "--al-verstrekt=kerncijfers/dossiers=3").code == 0


@pytest.fixture(name="restored")
def put_back(
    run: Run, issue: Run, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A copy of before a year was issued, put back on another computer."""
    copy = tmp_path / "almere-reservekopie-2026-03-04-1200.vplogboek"
    assert run("reservekopie", book, copy).code == 0
    issue(2019, "een.pdf")
    path = tmp_path / "terug.vplogboek"
    assert run("zet-terug", copy, path).code == 0
    monkeypatch.setenv(remembered.FOLDER_VARIABLE, str(tmp_path / "ander"))
    return path


def test_a_copy_that_was_put_back_wants_an_answer(run: Run, restored: Path, tmp_path: Path) -> None:
    words = ("jaaroverzicht", restored, "--pdf", tmp_path / "uit.pdf", "--jaar")

    asked = run(*words, 2020)
    assert asked.code == 1
    assert "4 maart 2026" in asked.err
    assert "--niets-uitgebracht" in asked.err
    assert run("jaaroverzicht", restored, "--jaar", 2020, "--tabel").code == 0, "looking is free"
    assert run(*words, 2020, "--ook-uitgebracht", 2019).code == 0
    blocked = run(*words, 2019)
    assert (blocked.code, "blijft gelden" in blocked.err) == (1, True)
    assert "Almere, 2019" in run("uitgegeven", restored).err


def test_with_nothing_issued_since_everything_can_be_issued(
    run: Run, restored: Path, tmp_path: Path
) -> None:
    words = ("jaaroverzicht", restored, "--jaar", 2019, "--pdf", tmp_path / "uit.pdf")

    assert run(*words, "--niets-uitgebracht").code == 0
    assert run(*words).code == 0


def test_at_a_terminal_both_questions_are_asked(
    restored: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cheap_program: None
) -> None:
    """What is typed is read from the terminal; a wrong figure is asked again."""
    ours, theirs = pty.openpty()
    told = io.StringIO()
    monkeypatch.setattr(told, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _: PASSPHRASE)
    os.write(ours, b"2020, x\n2020\nonderwerp/onzin=3\nkerncijfers/totaal=2\n")
    with os.fdopen(theirs, encoding="utf-8") as terminal, redirect_stderr(told):
        monkeypatch.setattr(sys, "stdin", terminal)
        words = ["jaaroverzicht", str(restored), "--jaar", "2019", "--pdf", str(tmp_path / "u.pdf")]
        assert cli.main(words) == 0
    os.close(ours)

    assert told.getvalue().count("Is er na 4 maart 2026 iets uitgebracht?") == 2
    assert told.getvalue().count("Is over dit jaar al iets verstrekt?") == 2
    with open_logbook(restored, PASSPHRASE) as logbook:
        assert list(logbook.ledger.blocked(1)) == [2020]
        assert logbook.ledger.all()[0].outside[0].number == 2


# --- wrong use, trouble, and the check ----------------------------------------------------------


@pytest.mark.parametrize("words", [
    ["--jaar", "2019"],
    ["--tabel"],
    ["--jaar", "2019", "--jaren", "2019,2020,2021", "--tabel"],
    ["--jaren", "2019,x", "--tabel"],
    ["--jaar", "2019", "--samen", "--organisatie", "Almere", "--tabel"],
    ["--jaar", "2019", "--samen", "--herzien", "--tabel"],
    ["--jaar", "2019", "--herzien", "--al-verstrekt", "kerncijfers/totaal=3", "--tabel"],
    ["--jaar", "2019", "--niets-verstrekt", "--al-verstrekt", "kerncijfers/totaal=3", "--tabel"],
    ["--jaar", "2019", "--niets-uitgebracht", "--ook-uitgebracht", "2020", "--tabel"],
])  # fmt: skip
def test_what_does_not_go_together_is_wrong_use(run: Run, book: Path, words: list[str]) -> None:
    said = run("jaaroverzicht", book, *words)

    assert (said.code, said.out) == (2, "")
    assert "Er is niets veranderd." in said.err
    assert "--al-verstrekt" in said.err, "the whole use is told"


def test_a_number_without_a_place_is_wrong_use(run: Run, book: Path) -> None:
    assert run("uitgegeven", book, "--nummer", 1).code == 2


def test_that_nothing_can_be_remembered_is_told_once(
    issue: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bestand").write_text("geen map")
    monkeypatch.setenv(remembered.FOLDER_VARIABLE, str(tmp_path / "bestand"))

    assert "kan niet onthouden" in issue(2019, "een.pdf").err
    assert "onthouden" not in issue(2020, "twee.pdf").err


def test_a_ledger_that_does_not_hold_is_told_by_the_check(run: Run, issue: Run, book: Path) -> None:
    issue(2019, "een.pdf")
    assert run("controleer", book).code == 0

    def tamper(logbook: Logbook) -> None:
        raw = logbook._connection
        ((trigger,),) = raw.all("SELECT sql FROM sqlite_schema WHERE name = 'no_update_of_ledger'")
        raw.run("DROP TRIGGER no_update_of_ledger")
        raw.run("UPDATE ledger SET body = replace(body, 'Almere', 'Utrecht')")
        raw.run(trigger)

    changed(book, tamper)

    said = run("controleer", book)
    assert said.code == 1
    assert "vanaf nummer 1" in said.err
    assert run("uitgegeven", book).code == 1
