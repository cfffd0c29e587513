"""What an overview says, as plain data: the one source from which both peers are set."""

from typing import Any

from vp_logboek.domain.safe_report import SafeReport, SafeRow, SafeTable, printed
from vp_logboek.domain.tables import RowKind, TableCode
from vp_logboek.report import figures, fonts, style, table_words, wording


def document(report: SafeReport) -> dict[str, Any]:
    """Every text of the overview of one year that has details, in reading order."""
    title = wording.title(report)
    silent = [table.title for table in report.tables if table.shows_nothing]
    return {
        "title": title,
        "organisation": report.organisation,
        "footer": f"{title} – {fonts.clean(report.organisation)}",
        "tiles": _tiles(report.tables[0]),
        "chart": _chart(report),
        "passages": wording.on_factsheet(report),
        "tables_heading": wording.TABLES_HEADING,
        "tables": [_table(table) for table in report.tables if not table.shows_nothing],
        "silent": table_words.not_shown(silent) if silent else "",
        "account_heading": wording.ACCOUNT_HEADING,
        "account": wording.account(report),
    }


def texts(said: dict[str, Any]) -> list[str]:
    """All of it that a reader must be able to read: whole sentences, and a row in one piece."""
    chart = said["chart"]
    passages = [*said["passages"], *said["account"]]
    return [
        *(said[name] for name in ("title", "organisation", "tables_heading", "account_heading")),
        *map("".join, said["tiles"]),
        *(chart["title"], *chart["below"], *(bar["label"] + bar["text"] for bar in chart["bars"])),
        *(text for title, paragraphs in passages for text in (title, *paragraphs)),
        *(text for table in said["tables"] for text in _in_table(table)),
        *filter(None, [said["silent"]]),
    ]


def _in_table(table: dict[str, Any]) -> list[str]:
    rows = [row["label"] + "".join(row["figures"]) for row in table["rows"]]
    total = [wording.TOTAL + "".join(table["total"])] if table["total"] else []
    return [table["title"], table["corner"], *rows, *total, *table["notes"]]


def _tiles(key: SafeTable) -> list[tuple[str, str]]:
    """What is counted, and then how many: read in this order, and seen the other way round."""
    row = key.rows[0].figures
    return [(column.unit.label, printed(n)) for n, column in zip(row, key.columns, strict=True)]


def _chart(report: SafeReport) -> dict[str, Any]:
    talks = report.table(TableCode.TALK_SUBJECT) if report.exact else None
    table = talks or report.table(TableCode.SUBJECT)
    if table is None:
        raise ValueError("a report without subjects has no chart to compare")
    title = wording.TALK_CHART if talks else table.title
    rows = figures.in_chart(table)
    return {
        "title": title,
        "alt": table_words.chart_alt(title, table.columns[0].unit.label, rows),
        "bars": [_bar(row) for row in rows],
        "below": _below(table),
    }


def _bar(row: SafeRow) -> dict[str, Any]:
    figure = row.figures[0]
    return {
        "label": row.label,
        "value": figure if isinstance(figure, int) else None,
        "text": printed(figure),
        "colour": style.colour_of(row.main),
    }


def _below(table: SafeTable) -> list[str]:
    unit = table.columns[0].unit.label
    said = [wording.none_of(row.label) for row in figures.none_in_chart(table)]
    if table.total is not None:
        said.append(wording.chart_total(printed(table.total[0]), unit))
    if table.together is not None:
        said.append(table_words.together(table.together, unit))
    return said


def _table(table: SafeTable) -> dict[str, Any]:
    return {
        "title": table.title,
        "corner": table_words.corner(table.code),
        "columns": [table_words.column_head(column) for column in table.columns],
        "rows": [
            {
                "label": row.label,
                "figures": [printed(figure) for figure in row.figures],
                "rank": _rank(row, table),
                "colour": style.colour_of(row.main) if row.main else "",
            }
            for row in table.rows
        ],
        "total": [printed(figure) for figure in table.total] if table.total else [],
        "notes": table_words.notes(table),
    }


def _rank(row: SafeRow, table: SafeTable) -> str:
    """``part`` of a class, ``whole`` where others in its table are parts, else nothing."""
    if _is_part(row):
        return "part"
    return "whole" if any(map(_is_part, table.rows)) else ""


def _is_part(row: SafeRow) -> bool:
    return row.kind in {RowKind.LEAF, RowKind.REST}
