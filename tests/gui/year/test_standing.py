"""A year that runs, is over, was issued or is blocked; what differs since, and late talks."""

from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.controls import nameless, texts
from tests.gui.opened import TODAY, Opened, add_year
from tests.gui.year.conftest import LOUD, quiet
from tests.gui.year.test_page import column
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.protector import Protected, Why
from vp_logboek.domain.errors_release import Stopped, WhyBlocked
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.domain.safe_report import Mark
from vp_logboek.domain.tables import TableCode, Unit
from vp_logboek.gui.year import words
from vp_logboek.gui.year.page import YearPage
from vp_logboek.services import notebook, year_screen
from vp_logboek.services.yearly_report import issue_overview
from vp_logboek.store.logbook import Logbook

ACROSS = Qt.Orientation.Horizontal


@pytest.fixture
def issued(page: YearPage, book: Opened, tmp_path: Path) -> YearPage:
    """2025 is issued; afterwards two talks of that year are entered and one is thrown away."""

    def issue(logbook: Logbook) -> None:
        issue_overview(logbook, book.organisation, 2025, tmp_path / "2025.pdf", TODAY.date())

    def change(logbook: Logbook) -> None:
        talk = logbook.conversations.rows(TalkQuery(year=2025))[0]
        notebook.bin_talk(logbook, talk.id, TODAY.date())
        add_year(logbook, 2025, {"integriteit_overig": 2})

    book.change(issue)
    book.change(change)
    book.settle()
    return page


def test_before_it_is_issued_it_is_a_concept(page: YearPage, book: Opened) -> None:
    assert page.standing.text().startswith("2025 is nog niet uitgebracht.")
    assert "HR ziet: concept, nog niet uitgebracht" in texts(page.figures.theirs)
    book.change(lambda logbook: add_year(logbook, 2026, {"pesten": 1}))
    page.step(1)
    book.settle()
    assert page.standing.text().startswith("2026 loopt nog.")
    assert page.standing.text().endswith("Uitbrengen kan vanaf 1 januari 2027.")


def test_hr_keeps_the_issued_page_with_its_level_and_reasons(issued: YearPage) -> None:
    assert issued.standing.text().startswith("2025 is uitgebracht op 4 maart 2026.")
    assert "HR ziet: wat is uitgebracht" in texts(issued.figures.theirs)
    assert column(issued, "theirs", 1) == {
        "Integriteit": "•", "Ongewenste omgangsvormen": "9", "Discriminatie": "•",
        "Arbeidsconflict": "5", "Onveiligheid": "4", "Advies algemeen": "5", "Totaal": "25",
    }  # fmt: skip
    assert issued.level_line.text().startswith(
        f"Niveau van bescherming in 2025: {Level.STANDARD.label}."
    )
    issued.figures.theirs.table.selectRow(0)
    assert "Verborgen. Dit aantal is te klein." in texts(issued.figures.theirs)


def test_where_the_logbook_differs_both_counts_are_seen_and_heard(issued: YearPage) -> None:
    model = issued.figures.mine.table.sheet_model
    integrity = model.cell(0, 1)
    assert (integrity.text, integrity.beside) == ("2", "nu 4")
    assert integrity.aloud == "uitgebracht 2 · nu 4"
    assert not model.cell(1, 1).beside
    assert "Wat u later invoert, telt in 2026." in " ".join(texts(issued.figures.mine))
    assert "Melders naar onderwerp (nu anders)" in issued.figures.table_list.currentText()
    tile = issued.tiles.tiles[Unit.MELDERS]
    assert "uitgebracht 25 · nu 26" in tile.accessibleName()
    assert_short(issued)
    issued.figures.show_table(TableCode.REFERRALS)
    assert issued.figures.table_list.currentText() == TableCode.REFERRALS.label
    assert "‘nu’" not in " ".join(texts(issued.figures.mine))


def test_late_talks_are_told_in_the_year_they_count_in(issued: YearPage, book: Opened) -> None:
    issued.step(1)
    book.settle()
    assert issued.late.isVisible()
    assert issued.late.text() == (
        "2 gesprekken uit 2025 tellen hier mee. Dat jaar was al uitgebracht."
    )
    assert column(issued, "mine", 1)["Totaal"] == "2"
    assert_short(issued)
    issued.step(-1)
    book.settle()
    assert not issued.late.isVisible()


def test_of_a_blocked_year_nothing_is_shown_for_hr(page: YearPage, book: Opened) -> None:
    key, why = book.organisation.key, WhyBlocked.BEFORE_LEDGER.value
    book.change(lambda logbook: logbook.ledger.block(key, 2025, why, date(2026, 2, 1)))
    book.settle()
    assert "uitgebracht met een eerdere versie" in page.standing.text()
    assert "HR heeft al een PDF van dit jaar." in page.figures.theirs.absent
    assert page.figures.theirs.table.isHidden()
    assert column(page, "mine", 1)["Integriteit"] == "2"


def test_the_draw_is_a_reason_of_its_own(page: YearPage, book: Opened) -> None:
    book.change(lambda logbook: quiet(logbook, LOUD))
    book.settle()
    table = page.figures.theirs.table
    (row,) = (
        at for at in range(table.sheet_model.rowCount())
        if words.WHY[Why.DRAWN] in table.sheet_model.cell(at, 1).aloud
    )  # fmt: skip
    assert table.sheet_model.cell(row, 1).text == Mark.HIDDEN.value
    table.selectRow(row)
    assert any(words.WHY[Why.DRAWN] in text for text in texts(page.figures.theirs))


def test_a_crossed_table_tells_the_reason_of_each_of_its_hidden_cells(
    page: YearPage, book: Opened
) -> None:
    book.change(lambda logbook: add_year(logbook, 2025, {"pesten": 40}))
    book.settle()
    page.figures.show_table(TableCode.SUBJECT_ORIGIN)
    model = page.figures.theirs.table.sheet_model
    assert [model.headerData(n, ACROSS) for n in range(4)] == [
        "Onderwerp", "intern", "extern", "niet ingevuld",
    ]  # fmt: skip
    page.figures.theirs.table.selectRow(1)
    said = " ".join(texts(page.figures.theirs))
    hidden = [n for n in (1, 2, 3) if model.cell(1, n).text == Mark.HIDDEN.value]
    assert len(hidden) >= 2, "two of three cells of one class hide each other"
    for n in hidden:
        assert f"{str(model.headerData(n, ACROSS)).capitalize()}: Verborgen." in said
    assert nameless(page) == []
    page.figures.show_table(TableCode.ORIGIN)
    assert TableCode.SUBJECT_ORIGIN.label in page.figures.theirs.absent


# --- while it is worked out -------------------------------------------------------------------


def test_own_counts_are_there_while_hr_is_still_worked_out(
    page: YearPage, book: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, seen = Event(), year_screen.seen

    def slow(*args: object) -> Protected | None:
        assert go_on.wait(10)
        return seen(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(year_screen, "seen", slow)
    page.step(-1)
    qtbot.waitUntil(lambda: page.figures.theirs.absent == "Wordt berekend…")
    assert column(page, "mine", 1)["Totaal"] == "3"
    assert page.chooser.year_list.currentText() == "2024"
    go_on.set()
    book.settle()
    assert "minder dan 5 melders" in page.figures.theirs.absent


def test_of_years_in_quick_succession_only_the_last_is_worked_out(
    page: YearPage, book: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked_out, begun, seen = list[int](), Event(), year_screen.seen

    def noted(logbook: Logbook, organisation: object, year: int, stop: year_screen.Stop) -> object:
        if year == 2024:  # the first: it is under way when the others are asked for
            begun.set()
            while not stop():
                pass
            raise Stopped
        found = seen(logbook, organisation, year, stop)  # type: ignore[arg-type]
        worked_out.append(year)
        return found

    monkeypatch.setattr(year_screen, "seen", noted)
    page.step(-1)
    assert begun.wait(10)
    for _ in range(3):
        page.step(-1)
    page.show_year(book.organisation, 2025)
    book.settle()
    assert worked_out == [2025]
    assert page.chosen[1] == 2025
    assert column(page, "mine", 1)["Totaal"] == "25"
    assert book.errors == []


def assert_short(page: YearPage) -> None:
    said = [page.standing.text(), page.late.text(), *words.WHY.values(), words.WHY_UNKNOWN]
    for text in (*said, *texts(page.figures.mine), *texts(page.figures.theirs)):
        for sentence in text.split(". "):
            assert len(sentence.split()) <= 20, sentence
