"""Tables of every length and with every pattern of marks, drawn by a seed."""

import random
from collections.abc import Iterator
from itertools import cycle, product

from tests.report.years import MAINS
from vp_logboek.domain.safe_report import Figure, Mark, SafeColumn, SafeRow, SafeTable
from vp_logboek.domain.tables import RowKind, TableCode, Unit

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


_TAKEN = {TableCode.KEY, TableCode.SUBJECT, TableCode.TALK_SUBJECT}
CODES = tuple(code for code in TableCode if code not in _TAKEN)


def key_table(draw: random.Random) -> SafeTable:
    units = (Unit.MELDERS, Unit.TALKS, Unit.DOSSIERS, Unit.HOURS)
    columns = tuple(SafeColumn(unit.label, unit) for unit in units)
    row = any_figures(draw, len(units))
    return SafeTable(TableCode.KEY, columns, (SafeRow("totaal", "Totaal", row),))


def subject_table(draw: random.Random, code: TableCode, marks: Pattern) -> SafeTable:
    """The table of the chart: five main classes with leaves, and columns of their own."""
    rows: list[SafeRow] = []
    for main, mark in zip(MAINS, marks, strict=True):
        rows.append(SafeRow(main, any_label(draw), figures(draw, (mark,)), RowKind.TOP, main))
        for kind in draw.choices((RowKind.LEAF, RowKind.REST), k=draw.randint(0, 3)):
            rows.append(SafeRow("blad", any_label(draw), any_figures(draw, 1), kind, main))
    for _ in range(draw.randint(0, 4)):
        own = draw.choice(((0,), any_figures(draw, 1)))
        rows.append(SafeRow("eigen", any_label(draw), own, RowKind.OWN_COLUMN, MAINS[1]))
    unit = Unit.TALKS if code is TableCode.TALK_SUBJECT else Unit.MELDERS
    total = draw.choice((None, any_figures(draw, 1)))
    together = draw.choice((None, draw.randint(0, 999)))
    return SafeTable(code, (SafeColumn("aantal", unit),), tuple(rows), total, together)


def other_tables(draw: random.Random, length: int, rows: Iterator[Pattern]) -> Iterator[SafeTable]:
    """As many other tables as fill the pages; at times they are one very long table."""
    left = max(2, (length - 3) * _LINES_A_PAGE + draw.randint(-20, 20))
    codes = [code for code in CODES if draw.random() < 0.8] or list(CODES[:1])
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
    total = draw.choice((None, any_figures(draw, width)))
    rows = some_rows(draw, lines, fitting, _LINE - 5 * width)
    return SafeTable(code, columns, rows, total, draw.choice((None, 7)), draw.random() < 0.5)


def some_rows(
    draw: random.Random, lines: int, patterns: Iterator[Pattern], line: int = 2 * _LINE
) -> tuple[SafeRow, ...]:
    """Rows that fill about so many lines; at least one."""
    rows: list[SafeRow] = []
    while lines > 0 or not rows:
        label, kind = any_label(draw), draw.choice(list(RowKind))
        lines -= 1 + len(label) // line
        main = draw.choice((None, None, *MAINS))
        rows.append(SafeRow("code", label, figures(draw, next(patterns)), kind, main))
    return tuple(rows)


def every_row_pattern(draw: random.Random) -> Iterator[Pattern]:
    """Every pattern in turn, in an order of this report's own."""
    return cycle(draw.sample(ROW_PATTERNS, len(ROW_PATTERNS)))


# --- cells ------------------------------------------------------------------------------------


def figures(draw: random.Random, pattern: Pattern) -> tuple[Figure, ...]:
    return tuple(_number(draw) if mark is None else mark for mark in pattern)


def any_figures(draw: random.Random, width: int) -> tuple[Figure, ...]:
    return figures(draw, tuple(draw.choice((None, *Mark)) for _ in range(width)))


def _number(draw: random.Random) -> int:
    return draw.choice((0, draw.randint(1, 9), draw.randint(10, 99), draw.randint(100, 99_999)))


def any_label(draw: random.Random) -> str:
    return " ".join(draw.choices(_WORDS, k=draw.choice((1, 1, 2, 2, 2, 3, 3, 4, 12))))
