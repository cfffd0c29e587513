"""Reports of every length and with every pattern of marks, the same in every run.

Whether the protector would make them does not matter: what it can make is among them. They are
drawn by a seed and not by hypothesis, so that a few of them already reach everything there is.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle

from tests.report.conformance.any_table import (
    CHART_PATTERNS,
    CODES,
    Pattern,
    any_label,
    every_row_pattern,
    figures,
    key_table,
    other_tables,
    some_rows,
    subject_table,
)
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.safe_report import (
    Held,
    ReportKind,
    SafeColumn,
    SafeReport,
    SafeRow,
    SafeTable,
)
from vp_logboek.domain.tables import TableCode, Unit

LENGTHS = (1, 3, 2, 4, 6, 3, 8, 12, 4, 15, 5, 3, 20, 7)
"""About so many pages each has, in turn; what comes out is counted by the tests."""
SHORTER = (1, 3, 2, 4, 3, 2, 3, 5, 2, 3, 12, 2, 3)
"""For every run of the tests: as long as an overview mostly is."""
MIXED = (*LENGTHS, *SHORTER, 16, 17, *SHORTER, 18, 14)
"""For very many."""


@dataclass(frozen=True)
class Printing:
    """What is asked of the printer."""

    name: str
    report: SafeReport
    concept: bool = False
    edition: int = 1


def printings(count: int, lengths: Sequence[int] = LENGTHS) -> Iterator[Printing]:
    """So many of them, spread as evenly over lengths and patterns as they can be."""
    charts = cycle(random.Random(count).sample(CHART_PATTERNS, len(CHART_PATTERNS)))
    for number in range(count):
        draw = random.Random(f"{number} of {count}")
        marks = next(charts)
        made = _any(draw, lengths[number % len(lengths)], marks)
        concept, edition = draw.random() < 0.2, draw.choice((1, 1, 2, 13))
        yield Printing(f"random {number} of {count}", made, concept, edition)


def _any(draw: random.Random, length: int, marks: Pattern) -> SafeReport:
    if length == 1:
        return _few(draw)
    if draw.random() < 0.15:
        return _years(draw, length, marks)
    chart = draw.choice((TableCode.SUBJECT, TableCode.SUBJECT, TableCode.TALK_SUBJECT))
    rows = every_row_pattern(draw)
    tables = (key_table(draw), subject_table(draw, chart, marks), *other_tables(draw, length, rows))
    parts = tuple(any_label(draw) for _ in range(draw.randint(2, 9)))
    together = draw.random() < 0.2
    return _report(
        draw,
        tables,
        exact=chart is TableCode.TALK_SUBJECT,
        kind=ReportKind.TOGETHER if together else ReportKind.YEAR,
        parts=parts if together else (),
    )


def _few(draw: random.Random) -> SafeReport:
    """Too few melders for any detail; sometimes so few that not even that may be said."""
    columns = (SafeColumn("aantal", Unit.ACTIVITIES), SafeColumn("uren", Unit.HOURS))
    rows = tuple(SafeRow("code", any_label(draw), figures(draw, (None, None))) for _ in range(3))
    tables = (SafeTable(TableCode.ACTIVITIES, columns, rows),) if draw.random() < 0.5 else ()
    return _report(draw, tables, fewer_than=draw.choice((None, 3, 5, 10)))


def _years(draw: random.Random, length: int, marks: Pattern) -> SafeReport:
    """Three to five years side by side."""
    years = tuple(str(year) for year in range(2021, 2021 + draw.randint(3, 5)))
    columns = tuple(SafeColumn(label, Unit.MELDERS) for label in (*years, "samen"))
    patterns = [tuple(draw.choice(marks) for _ in columns) for _ in range(4)]
    tables = tuple(
        SafeTable(
            code, columns, some_rows(draw, draw.randint(1, 14), cycle(patterns)), adds_up=False
        )
        for code in draw.sample(CODES, min(length, len(CODES)))
    )
    held = (
        Held(years[:1], Level.NONE.label, True, None, None, None),
        Held(years[1:], Level.STRICT.label, False, 5, 5, 10),
    )
    return _report(draw, tables, kind=ReportKind.YEARS, parts=years, held=held)


def _report(
    draw: random.Random,
    tables: tuple[SafeTable, ...],
    exact: bool = False,
    fewer_than: int | None = None,
    kind: ReportKind = ReportKind.YEAR,
    parts: tuple[str, ...] = (),
    held: tuple[Held, ...] = (),
) -> SafeReport:
    level = Level.NONE if exact else draw.choice((Level.WIDE, Level.STANDARD, Level.STRICT))
    thresholds = (None, None, None) if exact else (3, 5, 10)
    return SafeReport(
        any_label(draw), draw.choice(("2025", "2025-2026")), level.label, exact, *thresholds,
        fewer_than, tables, draw.random() < 0.2, kind, parts, held,
    )  # fmt: skip
