"""How wide the columns of a table are, and what stands above them."""

from collections.abc import Sequence
from dataclasses import dataclass

from vp_logboek.domain.safe_report import SafeColumn, SafeTable, printed
from vp_logboek.report import fonts, style, table_words, wrap
from vp_logboek.report.style import COLUMN, TextStyle

_BETWEEN = 8.0
_NARROWEST = 3 * style.GRID
_NARROWEST_WIDE = 6 * style.GRID
"""Over the whole width of the page: the figures then stand not too far from their labels."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the figures of a table end, from left to right, and how wide its labels may be.

    ``width`` is that of the whole table; ``heads`` are the lines above each column and ``corner``
    those above the labels.
    """

    ends: tuple[float, ...]
    label: float
    width: float
    heads: tuple[tuple[str, ...], ...]
    corner: tuple[str, ...]

    @classmethod
    def of(cls, table: SafeTable, width: float = COLUMN) -> "Columns":
        """Columns as wide as their heads and figures need."""
        least = _NARROWEST if width <= COLUMN else _NARROWEST_WIDE
        widths = tuple(
            max(least, _column_width(column, _figures_in(table, position)))
            for position, column in enumerate(table.columns)
        )
        ends = []
        right = width
        for each in reversed(widths):
            ends.append(right)
            right -= each + _BETWEEN
        heads = tuple(map(_head, table.columns, widths))
        corner = wrap.lines(table_words.corner(table.code), style.COLUMN_HEAD, right)
        return cls(tuple(reversed(ends)), right, width, heads, corner)


def _head(column: SafeColumn, width: float) -> tuple[str, ...]:
    """The lines above a column; the unit stands on a line of its own."""
    *label, unit = table_words.column_head(column)
    said = wrap.lines(" ".join(label), style.COLUMN_HEAD, width) if label else ()
    return (*said[:-1], f"{said[-1]} ", unit) if said else (unit,)


def _column_width(column: SafeColumn, figures: Sequence[str]) -> float:
    words = " ".join(table_words.column_head(column)).split()
    widest_word = max(_wide(word, style.COLUMN_HEAD) for word in words)
    widest_figure = max((_wide(figure, style.CELL_STRONG) for figure in figures), default=0.0)
    return max(widest_word + 0.1, widest_figure)


def _figures_in(table: SafeTable, position: int) -> list[str]:
    rows = [row.figures for row in table.rows]
    return [printed(f[position]) for f in (*rows, *([table.total] if table.total else []))]


def _wide(text: str, text_style: TextStyle) -> float:
    return fonts.width(text, text_style.face, text_style.size)
