"""Makes the rows of a comparison, once; the two halves of the screen only look them up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from vp_logboek.domain.counting import UNKNOWN
from vp_logboek.domain.counts import Count, Line, TallyTable
from vp_logboek.domain.disclosure.protector import Reasons, together_code
from vp_logboek.domain.safe_report import SafeRow, SafeTable
from vp_logboek.domain.subjects import rest_of
from vp_logboek.domain.tables import RowKind, TableCode
from vp_logboek.gui.year.compared import ComparedRow, Comparison, Mine, Theirs
from vp_logboek.gui.year.words import together_words

TOTAL_LABEL = "Totaal"
_MOST_BESIDE = 2
"""Of a table with more columns than this the year before would not fit beside it."""


@dataclass(frozen=True, slots=True)
class Sides:
    """One table from every side: the year before it, what the logbook counts now where it was
    issued, what HR sees, and why not the rest.
    """

    table: TallyTable
    before: TallyTable | None
    safe: SafeTable | None
    reasons: Reasons
    later: TallyTable | None = None


def compare(sides: Sides) -> Comparison:
    """The rows of one table."""
    table = sides.table
    if len(table.columns) > _MOST_BESIDE and table.code is not TableCode.KEY:
        sides = replace(sides, before=None)
    rows = (_Transposed if table.code is TableCode.KEY else _Rows)(sides)
    return Comparison(
        table.code,
        rows.columns,
        tuple(rows),
        has_before=sides.before is not None,
        in_overview=sides.safe is not None,
        together=_together(sides.safe),
        comparable=len(table.columns) == 1 and table.code is not TableCode.KEY,
    )


class _Rows:
    """The rows of an ordinary table: wholes, each followed by its parts and HR's rest of them."""

    def __init__(self, sides: Sides) -> None:
        self.table, self.safe, self.reasons = sides.table, sides.safe, sides.reasons
        self.columns = tuple(column.label for column in sides.table.columns)
        self.before, self.later = sides.before, sides.later
        self.earlier = _by_code(sides.before)
        self.nowadays = _by_code(sides.later)
        shown = sides.safe.rows if sides.safe else ()
        self.shown = {row.code: row for row in shown if row.kind is not RowKind.REST}
        self.rests = {row.code: row for row in shown if row.kind is RowKind.REST}

    def __iter__(self) -> Iterator[ComparedRow]:
        for whole in self.table.lines:
            if whole.kind is not RowKind.LEAF and self._kept(whole):
                yield self._row(whole, None)
                yield from self._below(whole)
        yield from self._total()

    def _below(self, whole: Line) -> Iterator[ComparedRow]:
        rest = self.rests.get(together_code(whole.code))
        for part in self.table.lines:
            if part.parent == whole.code and self._kept(part):
                yield self._row(part, rest.label if rest else whole.label)
        if rest is not None:
            yield ComparedRow(None, self._theirs(rest), depth=1, main=whole.main)

    def _kept(self, line: Line) -> bool:
        """Parts and unknowns of which there are none only take room; so does a lone rest."""
        if line.code in self.shown:
            return True
        if line.main and line.code == rest_of(line.main) and self._is_whole(line):
            return False
        return (line.kind is not RowKind.LEAF and line.code != UNKNOWN) or self._occurs(line)

    def _occurs(self, line: Line) -> bool:
        known = (line, self.earlier.get(line.code), self.nowadays.get(line.code))
        return any(count.number for one in known if one for count in one.counts)

    def _is_whole(self, line: Line) -> bool:
        both = [(self.table.line(str(line.parent)), line)]
        if line.code in self.earlier and str(line.parent) in self.earlier:
            both.append((self.earlier[str(line.parent)], self.earlier[line.code]))
        return all(whole.number == part.number for whole, part in both)

    def _row(self, line: Line, inside: str | None) -> ComparedRow:
        earlier = self.earlier.get(line.code)
        later = self.nowadays.get(line.code)
        shown = self.shown.get(line.code)
        return ComparedRow(
            Mine(
                line.label,
                _numbers(line),
                _numbers(earlier) if earlier else (),
                _numbers(later) if later else (),
            ),
            self._theirs(shown) if shown else None,
            depth=int(line.kind is RowKind.LEAF),
            main=line.main,
            inside=inside if any(count.number for count in line.counts) else None,
        )

    def _theirs(self, row: SafeRow) -> Theirs:
        why = tuple(
            self.reasons.get((self.table.code, row.code, position))
            for position in range(len(row.figures))
        )
        return Theirs(row.label, row.figures, why)

    def _total(self) -> Iterator[ComparedRow]:
        if self.table.total is None:
            return
        before = self.before.total if self.before else None
        later = self.later.total if self.later else None
        mine = Mine(
            TOTAL_LABEL, _plain(self.table.total), _plain(before or ()), _plain(later or ())
        )
        shown = self.safe.total if self.safe else None
        none = tuple(None for _ in shown or ())
        theirs = Theirs(TOTAL_LABEL, shown, none) if shown is not None else None
        yield ComparedRow(mine, theirs, is_total=True)


class _Transposed(_Rows):
    """The key figures: one row for each unit, because units are not to be read as one row."""

    def __init__(self, sides: Sides) -> None:
        super().__init__(sides)
        self.columns = ("aantal",)

    def __iter__(self) -> Iterator[ComparedRow]:
        line = self.table.lines[0]
        shown = self.shown.get(line.code)
        for position, column in enumerate(self.table.columns):
            now, before, later = (
                _numbers(known)[position : position + 1] if known else ()
                for known in (line, self.earlier.get(line.code), self.nowadays.get(line.code))
            )
            mine = Mine(column.label, now, before, later)
            yield ComparedRow(mine, self._cell(column.label, shown, position))

    def _cell(self, label: str, shown: SafeRow | None, position: int) -> Theirs | None:
        if shown is None:
            return None
        why = self.reasons.get((self.table.code, shown.code, position))
        return Theirs(label, (shown.figures[position],), (why,))


def _by_code(table: TallyTable | None) -> Mapping[str, Line]:
    return {line.code: line for line in table.lines} if table else {}


def _together(safe: SafeTable | None) -> str:
    if safe is None or safe.together is None:
        return ""
    return together_words(safe.together, safe.columns[0].unit)


def _numbers(line: Line) -> tuple[int | None, ...]:
    return tuple(None if line.outside else count.number for count in line.counts)


def _plain(counts: Sequence[Count]) -> tuple[int, ...]:
    return tuple(count.number for count in counts)
