"""What was issued stands in a list, and the same PDF can be had again."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.gui.controls import cells, controls, nameless, texts
from tests.gui.keeping.conftest import read_only
from tests.gui.opened import CANARY, Opened
from tests.gui.released.conftest import shown
from vp_logboek.gui.released import words
from vp_logboek.gui.released.look import LookDialog
from vp_logboek.gui.released.page import ReleasedPage
from vp_logboek.services import blocked, issuing

SaveAt = Callable[[Path | None], list[str]]


def test_the_last_issued_stands_first_and_is_chosen(page: ReleasedPage) -> None:
    rows = page.table.rows
    found = [
        [rows.index(row, column).data() for column in range(rows.columnCount())]
        for row in range(rows.rowCount())
    ]
    assert found == [
        ["2025", "Provincie", "4 mrt 2026", "eerste", "Standaard", "2"],
        ["2024", "Provincie", "4 mrt 2026", "eerste", "Standaard", "1"],
    ]
    chosen = page.table.chosen()
    assert chosen is not None
    assert chosen.number == 2
    QAbstractItemModelTester(rows)


def test_nothing_issued_is_told_in_one_sentence_with_a_way_on(book: Opened, qtbot: QtBot) -> None:
    page = shown(book)
    assert page.nothing.isVisible()
    assert page.nothing.sentence() == words.NOTHING
    assert page.bar.isHidden()
    with qtbot.waitSignal(page.overview_requested):
        page.nothing.offers()[0].click()


def test_where_nothing_was_issued_the_keyboard_stays_on_the_page(
    book: Opened, qtbot: QtBot
) -> None:
    page = ReleasedPage(book.session)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    page.table.setFocus()
    page.arrive()
    book.settle()
    assert page.nothing.offers()[0].hasFocus()


def test_the_same_pdf_is_saved_to_the_byte(
    page: ReleasedPage, issued_book: Opened, tmp_path: Path, save_at: SaveAt
) -> None:
    proposed = save_at(tmp_path / "weer.pdf")
    page.save.click()
    issued_book.settle()
    assert proposed == ["jaaroverzicht-vertrouwenspersoon-2025.pdf"]
    assert (tmp_path / "weer.pdf").read_bytes() == (tmp_path / "2025.pdf").read_bytes()
    assert page.message.text() == words.SAVED.format("weer.pdf")


def test_a_file_that_reads_back_differently_is_not_called_good(
    page: ReleasedPage, issued_book: Opened, tmp_path: Path, save_at: SaveAt,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    save_at(tmp_path / "weer.pdf")
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"anders")
    page.save.click()
    issued_book.settle()
    assert page.message.text() == words.NOT_SAME.format("weer.pdf")


def test_a_place_that_cannot_be_written_is_told(
    page: ReleasedPage, issued_book: Opened, tmp_path: Path, save_at: SaveAt
) -> None:
    save_at(tmp_path / "weg" / "weer.pdf")
    page.save.click()
    issued_book.settle()
    assert "“weer.pdf” kan hier niet worden bewaard." in page.message.text()


def test_turning_back_changes_nothing(
    page: ReleasedPage, issued_book: Opened, save_at: SaveAt
) -> None:
    save_at(None)
    page.save.click()
    issued_book.settle()
    assert page.message.isHidden()


def test_who_comes_back_finds_the_newest_chosen(page: ReleasedPage, issued_book: Opened) -> None:
    page.table.selectRow(1)
    page.reload()
    issued_book.settle()
    kept = page.table.chosen()
    assert kept is not None
    assert kept.number == 1
    page.arrive()
    issued_book.settle()
    newest = page.table.chosen()
    assert newest is not None
    assert newest.number == 2
    assert page.save.isEnabled()


def test_an_edition_that_was_replaced_is_marked(page: ReleasedPage, issued_book: Opened) -> None:
    first = issued_book.ask(issuing.releases)[0]
    revised = replace(first, edition=2, number=3)
    page.table.show_releases([revised, first])
    told = cells(page.table.rows)
    assert any("eerste, vervangen" in one for one in told)
    assert any("2e, herzien" in one and "vervangen" not in one for one in told)
    assert page.table.is_replaced(first)
    assert words.said(first, True).endswith("Versie: eerste, vervangen.")


def test_enter_shows_the_very_pages_from_memory(
    page: ReleasedPage,
    issued_book: Opened,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    before = set(tmp_path.rglob("*"))
    seen: list[str] = []

    def read_it(dialog: LookDialog) -> int:
        issued_book.settle()
        document = dialog.preview.document
        qtbot.waitUntil(lambda: document.status() is QPdfDocument.Status.Ready)
        seen.extend([document.getAllText(0).text(), dialog.preview.text.toPlainText()])
        seen.extend(texts(dialog))
        assert nameless(dialog) == []
        assert dialog.windowTitle() == "Uitgegeven overzicht"
        return 0

    monkeypatch.setattr(LookDialog, "exec", read_it)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert "Jaaroverzicht vertrouwenspersoon 2024" in seen[0]
    assert "CONCEPT" not in seen[0]
    assert seen[1].startswith("Jaaroverzicht vertrouwenspersoon 2024")
    assert set(tmp_path.rglob("*")) == before
    assert not [text for text in seen if CANARY in text]


def test_a_year_that_was_issued_elsewhere_is_named(page: ReleasedPage, issued_book: Opened) -> None:
    assert page.unknown.isHidden()
    why = blocked.WhyBlocked.TOLD.value
    day = issued_book.session.today()
    issued_book.change(lambda logbook: logbook.ledger.block(1, 2023, why, day))
    assert page.unknown.isVisible()
    assert page.unknown.text() == words.UNKNOWN.format("2023")


def test_everything_has_a_name_and_can_be_hit(page: ReleasedPage) -> None:
    assert nameless(page) == []
    assert not [one for one in controls(page) if one.sizeHint().height() < 24]


def test_a_row_is_read_aloud_whole(page: ReleasedPage) -> None:
    assert "2025, Provincie, 4 mrt 2026, eerste, Standaard, 2" in cells(page.table.rows)


@pytest.mark.parametrize("width", [1000, 460])
def test_columns_without_room_go_and_the_year_stays(page: ReleasedPage, width: int) -> None:
    page.resize(width, 560)
    page.table.viewport().update()
    seen = [n for n in range(page.table.rows.columnCount()) if not page.table.isColumnHidden(n)]
    assert (seen == [0, 1, 2, 3, 4, 5]) is (width == 1000)
    assert {0, 1} <= set(seen)


def test_what_hr_got_is_told_without_opening_anything(
    page: ReleasedPage, issued_book: Opened
) -> None:
    assert page.summary.text() == (
        "HR kreeg te zien: 25 melders. Verborgen: gesprekken, dossiers, uren."
    )
    assert page.file_name.text().endswith(": jaaroverzicht-vertrouwenspersoon-2025.pdf")
    page.table.selectRow(1)
    assert "HR kreeg te zien:" in page.summary.text()
    first = issued_book.ask(issuing.releases)[0]
    few = replace(first, report=replace(first.report, tables=(), fewer_than=5))
    assert words.summary(few) == "HR kreeg te zien: minder dan 5 melders."


def test_everything_works_in_a_logbook_that_can_only_be_read(
    page: ReleasedPage, issued_book: Opened, tmp_path: Path, save_at: SaveAt
) -> None:
    read_only(issued_book)
    issued_book.ask(lambda logbook: logbook._connection.run("PRAGMA query_only = 1"))
    page.arrive()
    issued_book.settle()
    assert page.look.isEnabled()
    save_at(tmp_path / "weer.pdf")
    page.save.click()
    issued_book.settle()
    assert (tmp_path / "weer.pdf").read_bytes() == (tmp_path / "2025.pdf").read_bytes()
    assert page.message.text() == words.SAVED.format("weer.pdf")


def test_the_list_ends_after_its_rows_and_does_not_scroll(page: ReleasedPage) -> None:
    bar = page.table.verticalScrollBar()
    assert bar.maximum() == 0
    below = page.table.viewport().height() - page.table.rowHeight(0) * page.table.rows.rowCount()
    assert 0 <= below <= 2
