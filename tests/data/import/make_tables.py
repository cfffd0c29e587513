"""Makes gesprekken.xls and gesprekken.ods beside this file; needs xlwt and odfpy."""

from datetime import date, time
from pathlib import Path

import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

HERE = Path(__file__).parent
EXPLAINED = [["Dit blad legt uit hoe het werkt."], ["Vul elke week in.", "Bewaar daarna."]]
TALKS = [
    ["Registratie 2019"],
    [],
    ["Gespreksdatum", "Dossier", "Onderwerp", "Contactwijze", "Duur", "Aantekening"],
    [date(2019, 1, 2), "A-1", "Pesten", "telefoon", time(1, 30), "Verzonnen: Kanariepietje één"],
    [date(2019, 3, 4), "A-1", "", "fysiek", 45, "Verzonnen"],
    [date(2019, 12, 31), 7, "Integriteit", "e-mail", "20 min", ""],
]
SHEETS = {"Uitleg": EXPLAINED, "Gesprekken": TALKS}


def make_xls(path: Path) -> None:
    book = xlwt.Workbook()
    day = xlwt.easyxf(num_format_str="D-M-YYYY")
    formats = {date: day, time: xlwt.easyxf(num_format_str="h:mm")}
    for name, rows in SHEETS.items():
        sheet = book.add_sheet(name)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write(at, column, cell, formats.get(type(cell), xlwt.Style.default_style))
    book.save(str(path))


def ods_cell(cell: object) -> TableCell:
    if isinstance(cell, date):
        return TableCell(valuetype="date", datevalue=cell.isoformat())
    if isinstance(cell, time):
        return TableCell(valuetype="time", timevalue=f"PT{cell.hour:02}H{cell.minute:02}M00S")
    if isinstance(cell, int):
        return TableCell(valuetype="float", value=str(cell))
    made = TableCell(valuetype="string")
    made.addElement(P(text=str(cell)))
    return made


def make_ods(path: Path) -> None:
    book = OpenDocumentSpreadsheet()
    for name, rows in SHEETS.items():
        sheet = Table(name=name)
        for row in rows:
            made = TableRow()
            for cell in row or [""]:
                made.addElement(ods_cell(cell))
            sheet.addElement(made)
        book.spreadsheet.addElement(sheet)
    book.save(str(path))


if __name__ == "__main__":
    make_xls(HERE / "gesprekken.xls")
    make_ods(HERE / "gesprekken.ods")
