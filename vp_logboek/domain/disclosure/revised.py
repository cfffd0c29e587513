"""A revised edition of an issued year: the same pattern, and no small differences.

Who lays editions side by side, any two of them, must learn nothing small. So every number that is
shown, or that a reader can work out exactly from two editions, differs by nothing or by at least
its threshold; so does what stands behind the marks of one sum together; and the new numbers must be
admissible under the pattern that was issued.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from vp_logboek.domain.disclosure.attacker import Attacker
from vp_logboek.domain.disclosure.core import admissible
from vp_logboek.domain.disclosure.exact import exact_report
from vp_logboek.domain.disclosure.fix import fixed_attacker
from vp_logboek.domain.disclosure.levels import THRESHOLDS, Level
from vp_logboek.domain.disclosure.problems import Dimension
from vp_logboek.domain.disclosure.protector import Protected, ProtectedYear
from vp_logboek.domain.disclosure.solver import Stop
from vp_logboek.domain.disclosure.system import Page, Pattern, Term
from vp_logboek.domain.errors_release import Revision, RevisionRefused
from vp_logboek.domain.outside import Outside
from vp_logboek.domain.safe_report import Mark, SafeReport, SafeTable
from vp_logboek.domain.tables import TableCode
from vp_logboek.domain.tally import Tally

Edition = tuple[SafeReport, Tally]
"""What an edition shows, and the exact counts behind it."""
Change = tuple[int, int]
"""How much a number changed, and the threshold that is measured by."""


def protect_again(
    tally: Tally,
    before: SafeReport,
    before_tally: Tally,
    level: Level,
    outside: Sequence[Outside] = (),
    stop: Stop | None = None,
    earlier: Sequence[Edition] = (),
) -> Protected:
    """The revised edition of ``before``, with the counts as they are now.

    ``outside`` is what was handed out before the first edition, and ``earlier`` are the editions
    before ``before``: with each of them the new one is compared. At *Zonder drempel* every change
    is allowed. Raises RevisionRefused where nothing changed, or where the change would tell a small
    number, and Stopped.
    """
    if level is Level.NONE:
        again = Protected(exact_report(tally, before.example), {})
    else:
        editions = ((before, before_tally), *earlier)
        again = _Revision(tally, editions, level, outside, stop).protected()
    if again.report == before:
        raise RevisionRefused(Revision.NOTHING_CHANGED)
    return again


class _Revision:
    """A revised edition at a level with thresholds."""

    def __init__(
        self,
        tally: Tally,
        editions: Sequence[Edition],
        level: Level,
        outside: Sequence[Outside],
        stop: Stop | None,
    ) -> None:
        """``editions`` are all there are, the newest first."""
        self._before = editions[0][0]
        self._editions = [
            (report, tuple(ProtectedYear.of(counts, level, outside).to_choose))
            for report, counts in editions
        ]
        self._new = ProtectedYear.of(tally, level, outside)
        self._k = THRESHOLDS[level]
        self._stop = stop

    def protected(self) -> Protected:
        """The edition. Raises RevisionRefused."""
        new = tuple(self._new.to_choose)
        forms = [_form(each) for each in new]
        if any([_form(each) for each in old] != forms for _, old in self._editions):
            raise RevisionRefused(Revision.OTHER_ROWS)
        chosen = [(each, self._same_pattern(each)) for each in new]
        again = self._new.protected(chosen, self._before.example, self._shows_key)
        if any(_marks(report) != _marks(again.report) for report, _ in self._editions):
            raise RevisionRefused(Revision.NOT_ADMISSIBLE)
        if any(0 < abs(change) < k for change, k in self._changes(again.report, chosen)):
            raise RevisionRefused(Revision.SMALL_DIFFERENCE)
        return again

    @property
    def _shows_key(self) -> bool:
        """Whether the first edition showed talks, dossiers and hours beside the melders."""
        key = self._before.table(TableCode.KEY)
        return key is not None and Mark.HIDDEN not in key.rows[0].figures

    def _same_pattern(self, each: Dimension) -> Pattern:
        """The pattern of the edition before, for the new numbers."""
        places = {cell: place for place, cell in each.places.items()}
        shown = frozenset(
            cell
            for cell in range(len(each.problem.system.cells))
            if each.problem.fixed.get(cell) is True
            or (cell in places and self._was_shown(*places[cell]))
        )
        hidden = frozenset(range(len(each.problem.system.cells))) - shown
        if not admissible(each.problem, hidden, self._stop):
            raise RevisionRefused(Revision.NOT_ADMISSIBLE)
        return Pattern(shown, known=fixed_attacker(_page(each, shown), self._stop).known)

    def _was_shown(self, code: TableCode, row: str, column: int) -> bool:
        table = self._before.table(code)
        return any(
            known.code == row and isinstance(known.figures[column], int)
            for known in (table.rows if table else ())
        )

    def _changes(
        self, report: SafeReport, new: Sequence[tuple[Dimension, Pattern]]
    ) -> Iterator[Change]:
        """Every change since any edition that can be worked out."""
        for earlier, _ in self._editions:
            yield from self._printed_changes(earlier, report)
        for place, (now, pattern) in enumerate(new):
            later = self._reader(now, pattern)
            for _, old in self._editions:
                yield from _computed_changes(self._reader(old[place], pattern), later)

    def _printed_changes(self, earlier: SafeReport, report: SafeReport) -> Iterator[Change]:
        for was, now in zip(earlier.tables, report.tables, strict=True):
            if now.code is not TableCode.ACTIVITIES:
                k = self._threshold(now.code)
                changes = [b - a for a, b in zip(_numbers(was), _numbers(now), strict=True)]
                yield from ((change, k) for change in changes)
                if now.code is TableCode.KEY:
                    pairs = (pair for pair in combinations(changes[:3], 2) if any(pair))
                    yield from ((_apart(*pair), k) for pair in pairs)

    def _threshold(self, code: TableCode) -> int:
        if code is TableCode.KEY:
            return self._k.total
        return self._k.subject if code is TableCode.SUBJECT else self._k.characteristic

    def _reader(self, each: Dimension, pattern: Pattern) -> "_Reader":
        return _Reader(each, fixed_attacker(_page(each, pattern.shown), self._stop))


@dataclass(frozen=True, slots=True)
class _Reader:
    """The numbers of one edition, and who reads them."""

    dimension: Dimension
    attacker: Attacker

    @property
    def values(self) -> Sequence[int]:
        """The true numbers, by cell."""
        return self.dimension.problem.values


def _computed_changes(earlier: _Reader, later: _Reader) -> Iterator[Change]:
    """Changes of hidden numbers that every reader of both editions can work out exactly: of one
    number, and of all that stand in one sum together.
    """
    cells = later.dimension.problem.system.cells
    seen = set(later.attacker.page.shown)
    for cell in earlier.attacker.known & later.attacker.known:
        was, is_now = earlier.attacker.only_value(cell), later.attacker.only_value(cell)
        if was is not None and is_now is not None:
            seen.add(cell)
            yield is_now - was, cells[cell].threshold
    for equation in later.dimension.problem.system.equations:
        hidden = [term for term in equation if term[1] not in seen]
        if len({sign for sign, _ in hidden}) == 1:
            k = max(cells[cell].threshold for _, cell in hidden)
            yield _together(hidden, later.values) - _together(hidden, earlier.values), k


def _together(terms: Iterable[Term], values: Sequence[int]) -> int:
    return sum(sign * values[cell] for sign, cell in terms)


def _apart(one: int, other: int) -> int:
    """How far two totals grew apart. By the same is as bad as by one: nobody new came twice."""
    return abs(one - other) or 1


def _form(each: Dimension) -> tuple[str, tuple[str, ...]]:
    return each.name, tuple(cell.name for cell in each.problem.system.cells)


def _page(each: Dimension, shown: Iterable[int]) -> Page:
    return Page(each.problem.system, {cell: each.problem.values[cell] for cell in shown})


def _marks(report: SafeReport) -> list[tuple[TableCode, str, tuple[bool, ...]]]:
    """Which rows there are, and which of their figures are numbers."""
    return [
        (table.code, row.code, tuple(isinstance(figure, int) for figure in row.figures))
        for table in report.tables
        for row in table.rows
    ]


def _numbers(table: SafeTable) -> list[int]:
    """All numbers of a table: of its rows, its total, and what is hidden together."""
    figures = [figure for row in table.rows for figure in row.figures]
    together = () if table.together is None else (table.together,)
    return [f for f in (*figures, *(table.total or ()), *together) if isinstance(f, int)]
