"""Reading tables: every kind of file, and what is refused before a row is looked at."""

from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest

from tests.services.importing import DATA
from vp_logboek.domain.errors import TableTrouble, TableUnreadable
from vp_logboek.services.tables import Table, cell_text, read_table

LINES = "datum;onderwerp;aantekening\n2019-01-02;Pesten;één café\n"
ROW = ("2019-01-02", "Pesten", "één café")


def written(folder: Path, data: bytes, name: str = "lijst.csv") -> Table:
    path = folder / name
    path.write_bytes(data)
    return read_table(path)


def trouble(folder: Path, data: bytes, name: str = "lijst.csv") -> TableTrouble:
    with pytest.raises(TableUnreadable) as caught:
        written(folder, data, name)
    return caught.value.trouble


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_is_read_in_the_encodings_that_excel_writes(tmp_path: Path, encoding: str) -> None:
    table = written(tmp_path, LINES.encode(encoding))
    assert table.headers == ("datum", "onderwerp", "aantekening")
    assert table.rows == (ROW,)


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_the_delimiter_is_told_from_the_header_line(tmp_path: Path, delimiter: str) -> None:
    table = written(tmp_path, LINES.replace(";", delimiter).encode())
    assert table.rows == (ROW,)


def test_commas_in_notes_do_not_make_the_comma_a_delimiter(tmp_path: Path) -> None:
    lines = "wanneer;waarover\n2019-01-02;a, b, c, d\n2019-01-03;e, f\n2019-01-04;g\n"
    assert written(tmp_path, lines.encode()).headers == ("wanneer", "waarover")


def test_a_quoted_cell_keeps_its_lines_delimiters_and_quotes(tmp_path: Path) -> None:
    note = 'eerste regel\r\n"tweede"; derde'
    quoted = note.replace('"', '""')
    lines = f'datum;onderwerp;aantekening\r\n2019-01-02;Pesten;"{quoted}"\r\n;;\r\n'
    table = written(tmp_path, lines.encode())
    assert table.rows[0][2] == note


def test_a_quotation_mark_that_is_never_closed_is_refused(tmp_path: Path) -> None:
    lines = 'datum;onderwerp;aantekening\n2019-01-02;Pesten;"open\n2019-01-03;Pesten;weg\n'
    assert trouble(tmp_path, lines.encode()) is TableTrouble.UNREADABLE


def test_a_row_keeps_its_number_in_the_file(tmp_path: Path) -> None:
    lines = "\nRegistratie 2019\n\ndatum;onderwerp\n2019-01-02;Pesten\n\n;\n2019-01-03;Pesten\n"
    table = written(tmp_path, lines.encode())
    assert table.header_row == 4
    assert [number for number, _ in table.numbered()] == [5, 8]


def test_what_excel_writes_to_name_the_delimiter_is_not_a_header(tmp_path: Path) -> None:
    assert written(tmp_path, f"sep=;\n{LINES}".encode()).header_row == 2


def test_an_xlsx_gives_typed_cells_and_the_sheet_with_headers(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Lees dit eerst"])
    sheet = book.create_sheet("Gesprekken")
    sheet.append([])
    sheet.append(["datum", "onderwerp", "duur", "dossier"])
    sheet.append([date(2019, 1, 2), "Pesten", time(1, 30), 12])
    sheet.append([datetime(2019, 1, 3, 10, 30), "Pesten", 45, None])
    book.save(tmp_path / "lijst.xlsx")
    table = read_table(tmp_path / "lijst.xlsx")
    assert (table.sheet, table.other_sheets, table.header_row) == ("Gesprekken", 1, 2)
    assert table.rows[0] == (date(2019, 1, 2), "Pesten", time(1, 30), 12)
    assert table.rows[1] == (datetime(2019, 1, 3, 10, 30), "Pesten", 45, "")


def test_a_hidden_sheet_is_read_last(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["datum", "onderwerp"])
    book.active.append([date(2018, 1, 1), "oud"])
    book.active.sheet_state = "hidden"
    sheet = book.create_sheet("Nu")
    sheet.append(["datum", "onderwerp"])
    sheet.append([date(2019, 1, 1), "nieuw"])
    book.save(tmp_path / "lijst.xlsx")
    assert read_table(tmp_path / "lijst.xlsx").sheet == "Nu"


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_the_old_formats_give_the_same_table(kind: str) -> None:
    table = read_table(DATA / "import" / f"gesprekken.{kind}")
    assert (table.sheet, table.other_sheets, table.header_row) == ("Gesprekken", 1, 3)
    assert table.headers[:3] == ("Gespreksdatum", "Dossier", "Onderwerp")
    assert table.rows[0][0] == date(2019, 1, 2)
    assert table.rows[0][4] == time(1, 30)
    assert [cell_text(cell) for cell in table.rows[2][1:]] == [
        "7", "Integriteit", "e-mail", "20 min", "",
    ]  # fmt: skip


def test_what_is_in_a_file_counts_not_its_name(tmp_path: Path) -> None:
    data = (DATA / "import" / "gesprekken.ods").read_bytes()
    assert written(tmp_path, data, "lijst.csv").sheet == "Gesprekken"
    assert written(tmp_path, LINES.encode(), "lijst.xls").rows == (ROW,)


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(TableUnreadable) as caught:
        read_table(tmp_path / "weg.csv")
    assert caught.value.trouble is TableTrouble.MISSING
    with pytest.raises(TableUnreadable) as caught:
        read_table(tmp_path)
    assert caught.value.trouble is TableTrouble.UNREADABLE
    assert trouble(tmp_path, b"%PDF-1.7", "lijst.pdf") is TableTrouble.UNKNOWN_KIND
    assert trouble(tmp_path, b"a;b\0;c\n") is TableTrouble.UNREADABLE
    assert trouble(tmp_path, b"") is TableTrouble.NO_ROWS
    assert trouble(tmp_path, b"datum;onderwerp\n;\n") is TableTrouble.NO_ROWS


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_a_broken_workbook_is_refused_and_never_a_crash(tmp_path: Path, kind: str) -> None:
    whole = (DATA / "import" / f"gesprekken.{kind}").read_bytes()
    for length in range(8, len(whole), 97):
        path = tmp_path / f"kort.{kind}"
        path.write_bytes(whole[:length])
        try:
            read_table(path)
        except TableUnreadable:
            continue


def test_one_stray_cell_in_the_far_corner_does_not_end_the_program(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["datum", "onderwerp"])
    book.active.append([date(2019, 1, 1), "Pesten"])
    book.active["XFD1048576"] = "x"
    book.save(tmp_path / "lijst.xlsx")
    with pytest.raises(TableUnreadable):
        read_table(tmp_path / "lijst.xlsx")


def test_a_damaged_xls_that_claims_a_million_rows_does_not_end_the_program(tmp_path: Path) -> None:
    data = bytearray((DATA / "import" / "gesprekken.xls").read_bytes())
    at = data.index(b"\x00\x02\x0e\x00")
    data[at + 8 : at + 12] = b"\xff\xff\xff\x7f"
    assert trouble(tmp_path, bytes(data), "lijst.xls") is TableTrouble.UNREADABLE
