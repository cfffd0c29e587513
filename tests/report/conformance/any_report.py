"""Reports of every length and with every pattern of marks, the same in every run.

Whether the protector would make them does not matter: what it can make is among them. They are
drawn by a seed and not by hypothesis, so that a few of them already reach everything there is.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, product

from tests.report.years import MAINS
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.safe_report import (
    Figure,
    Held,
    Mark,
    ReportKind,
    SafeColumn,
    SafeReport,
    SafeRow,
    SafeTable,
)
from vp_logboek.domain.tables import RowKind, TableCode, Unit

LENGTHS = (1, 3, 2, 4, 6, 3, 8, 12, 4, 15, 5, 3, 20, 7)
"""About so many pages each has, in turn; what comes out is counted by the tests."""
_LINES_A_PAGE = 96
_LINE = 26
"""Letters of a label on a line, about."""
_SHOWN = None
"""In a pattern: here stands a number."""
CHART_PATTERNS = tuple(product((_SHOWN, Mark.HIDDEN, Mark.OUTSIDE), repeat=len(MAINS)))
ROW_PATTERNS = tuple(
    pattern
    for width in (1, 2, 3)
    for pattern in product((_SHOWN, Mark.HIDDEN, Mark.OUTSIDE), repeat=width)
)
Pattern = tuple[Mark | None, ...]

_WORDS = (
    "melding", "intern", "extern", "intimidatie", "belangenverstrengeling", "van", "een", "de",
    "op/over", "één", "reünie", "Ça-va", "<b>", "&", "“zo”", "(2)", "werknemersvertegenwoordiging",
    "'t", "naïef", "coördinatie", "Ωmega", "€",
)  # fmt: skip
_COLUMNS = ("aantal", "intern", "extern", "niet ingevuld", "melders", "2024")


@dataclass(frozen=True)
class Printing:
    """What is asked of the printer."""

    name: str
    report: SafeReport
    concept: bool = False
    edition: int = 1


def printings(count: int) -> Iterator[Printing]:
    """So many of them, spread as evenly over lengths and patterns as they can be."""
    charts = cycle(random.Random(count).sample(CHART_PATTERNS, len(CHART_PATTERNS)))
    for number in range(count):
        draw = random.Random(f"{number} of {count}")
        marks = next(charts)
        made = _any(draw, LENGTHS[number % len(LENGTHS)], marks)
        concept, edition = draw.random() < 0.2, draw.choice((1, 1, 2, 13))
        yield Printing(f"random {number} of {count}", made, concept, edition)


def _any(draw: random.Random, length: int, marks: Pattern) -> SafeReport:
    if length == 1:
        return _few(draw)
    if draw.random() < 0.15:
        return _years(draw, length, marks)
    chart = draw.choice((TableCode.SUBJECT, TableCode.SUBJECT, TableCode.TALK_SUBJECT))
    rows = _patterned_rows(draw)
    tables = (_key(draw), _subjects(draw, chart, marks), *_others(draw, length, rows))
    parts = tuple(_label(draw) for _ in range(draw.randint(2, 9)))
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
    rows = tuple(SafeRow("code", _label(draw), _figures(draw, (None, None))) for _ in range(3))
    tables = (SafeTable(TableCode.ACTIVITIES, columns, rows),) if draw.random() < 0.5 else ()
    return _report(draw, tables, fewer_than=draw.choice((None, 3, 5, 10)))


def _years(draw: random.Random, length: int, marks: Pattern) -> SafeReport:
    """Three to five years side by side."""
    years = tuple(str(year) for year in range(2021, 2021 + draw.randint(3, 5)))
    columns = tuple(SafeColumn(label, Unit.MELDERS) for label in (*years, "samen"))
    patterns = [tuple(draw.choice(marks) for _ in columns) for _ in range(4)]
    tables = tuple(
        SafeTable(code, columns, _rows(draw, draw.randint(1, 14), cycle(patterns)), adds_up=False)
        for code in draw.sample(_CODES, min(length, len(_CODES)))
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
        _label(draw), draw.choice(("2025", "2025-2026")), level.label, exact, *thresholds,
        fewer_than, tables, draw.random() < 0.2, kind, parts, held,
    )  # fmt: skip


# --- tables -----------------------------------------------------------------------------------

_TAKEN = {TableCode.KEY, TableCode.SUBJECT, TableCode.TALK_SUBJECT}
_CODES = tuple(code for code in TableCode if code not in _TAKEN)


def _key(draw: random.Random) -> SafeTable:
    units = (Unit.MELDERS, Unit.TALKS, Unit.DOSSIERS, Unit.HOURS)
    columns = tuple(SafeColumn(unit.label, unit) for unit in units)
    figures = _any_figures(draw, len(units))
    return SafeTable(TableCode.KEY, columns, (SafeRow("totaal", "Totaal", figures),))


def _subjects(draw: random.Random, code: TableCode, marks: Pattern) -> SafeTable:
    """The table of the chart: five main classes with leaves, and columns of their own."""
    rows: list[SafeRow] = []
    for main, mark in zip(MAINS, marks, strict=True):
        rows.append(SafeRow(main, _label(draw), _figures(draw, (mark,)), RowKind.TOP, main))
        for kind in draw.choices((RowKind.LEAF, RowKind.REST), k=draw.randint(0, 3)):
            rows.append(SafeRow("blad", _label(draw), _any_figures(draw, 1), kind, main))
    for _ in range(draw.randint(0, 4)):
        figures = draw.choice(((0,), _any_figures(draw, 1)))
        rows.append(SafeRow("eigen", _label(draw), figures, RowKind.OWN_COLUMN, MAINS[1]))
    unit = Unit.TALKS if code is TableCode.TALK_SUBJECT else Unit.MELDERS
    total = draw.choice((None, _any_figures(draw, 1)))
    together = draw.choice((None, draw.randint(0, 999)))
    return SafeTable(code, (SafeColumn("aantal", unit),), tuple(rows), total, together)


def _others(draw: random.Random, length: int, rows: Iterator[Pattern]) -> Iterator[SafeTable]:
    """As many other tables as fill the pages; at times they are one very long table."""
    left = max(2, (length - 3) * _LINES_A_PAGE + draw.randint(-20, 20))
    codes = [code for code in _CODES if draw.random() < 0.8] or list(_CODES[:1])
    for position, code in enumerate(codes):
        rest = position == len(codes) - 1 or draw.random() < 0.1
        lines = left if rest else min(left, round(left * draw.random() / 3))
        left -= lines
        if lines > 0:
            yield _table(draw, code, lines, rows)


def _table(
    draw: random.Random, code: TableCode, lines: int, patterns: Iterator[Pattern]
) -> SafeTable:
    width = draw.choice((1, 1, 2, 3))
    columns = tuple(
        SafeColumn(draw.choice(_COLUMNS), draw.choice(list(Unit))) for _ in range(width)
    )
    fitting = (pattern for pattern in patterns if len(pattern) == width)
    if draw.random() < 0.1:
        fitting = cycle([(Mark.HIDDEN,) * width])
    total = draw.choice((None, _any_figures(draw, width)))
    rows = _rows(draw, lines, fitting, _LINE - 5 * width)
    return SafeTable(code, columns, rows, total, draw.choice((None, 7)), draw.random() < 0.5)


def _rows(
    draw: random.Random, lines: int, patterns: Iterator[Pattern], line: int = 2 * _LINE
) -> tuple[SafeRow, ...]:
    """Rows that fill about so many lines; at least one."""
    rows: list[SafeRow] = []
    while lines > 0 or not rows:
        label, kind = _label(draw), draw.choice(list(RowKind))
        lines -= 1 + len(label) // line
        main = draw.choice((None, None, *MAINS))
        rows.append(SafeRow("code", label, _figures(draw, next(patterns)), kind, main))
    return tuple(rows)


def _patterned_rows(draw: random.Random) -> Iterator[Pattern]:
    """Every pattern in turn, in an order of this report's own."""
    return cycle(draw.sample(ROW_PATTERNS, len(ROW_PATTERNS)))


# --- cells ------------------------------------------------------------------------------------


def _figures(draw: random.Random, pattern: Pattern) -> tuple[Figure, ...]:
    return tuple(_number(draw) if mark is None else mark for mark in pattern)


def _any_figures(draw: random.Random, width: int) -> tuple[Figure, ...]:
    return _figures(draw, tuple(draw.choice((None, *Mark)) for _ in range(width)))


def _number(draw: random.Random) -> int:
    return draw.choice((0, draw.randint(1, 9), draw.randint(10, 99), draw.randint(100, 99_999)))


def _label(draw: random.Random) -> str:
    return " ".join(draw.choices(_WORDS, k=draw.choice((1, 1, 2, 2, 2, 3, 3, 4, 12))))
