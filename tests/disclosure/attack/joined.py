"""The reader of several pages: a sum beside its parts, an edition beside the one before, years side
by side.
"""

from collections.abc import Sequence

from tests.disclosure.attack.puzzle import Puzzle
from tests.disclosure.attack.reader import (
    ADDING,
    BECAME_KNOWN,
    CROSSED,
    KEY,
    NOT_ADDING,
    ORIGIN,
    REST,
    SUBJECT,
    THRESHOLDS,
    Number,
    Printed,
    Reader,
)

_TABLES = (SUBJECT, ORIGIN, *ADDING, *NOT_ADDING, *BECAME_KNOWN)
_PAIRS = (("gesprekken", "melders"), ("gesprekken", "dossiers"), ("dossiers", "melders"))


def threshold(page: Printed, table: str) -> int:
    """The threshold of a table's cells at a page's level."""
    k_subject, k_detail, k_total = THRESHOLDS[page.level]
    return {SUBJECT: k_subject, KEY: k_total}.get(table, k_detail)


def reads_together(reader: Reader, page: Printed, parts: Sequence[Printed]) -> None:
    """Read a sum after the pages of its parts."""
    if page.total is not None:
        _Sum(reader, page, parts).read()


class _Sum:
    def __init__(self, reader: Reader, page: Printed, parts: Sequence[Printed]) -> None:
        self.puzzle, self.lists = reader.puzzle, reader.parts
        self.page, self.parts = page, parts

    def read(self) -> None:
        self._totals()
        for table in _TABLES:
            rows = self.page.column(table)
            for part in self.parts:
                self._unknown_rows(part, table, rows)
            for row, number in rows.items():
                self._row(table, row, number)
        if any(table == CROSSED for table, _, _ in self.page.figures):
            self._crossed()

    def _totals(self) -> None:
        assert self.page.total is not None
        hidden = [_name(p, KEY, "melders") for p in self.parts if p.total is None]
        shown = sum(p.total or 0 for p in self.parts)
        self._adds_up(KEY, "melders", hidden, self.page.total - shown, self.page.total)
        for larger, smaller in _PAIRS:
            apart = [_apart(p, larger, smaller) for p in (self.page, *self.parts)]
            if apart[0] is not None and apart.count(None) == 1:
                of_one = apart[0] - sum(a or 0 for a in apart[1:])
                name = _name(self.page, KEY, f"{larger} - {smaller} of one")
                self.puzzle.seen.append((name, abs(of_one), threshold(self.page, KEY)))

    def _unknown_rows(self, part: Printed, table: str, rows: dict[str, Number]) -> None:
        """A part whose own page has no tables: its rows are unknown, and together its total."""
        if part.column(table) or part.total is None or table in (*NOT_ADDING, *BECAME_KNOWN):
            return
        tops = [row for row in rows if ": " not in row]
        names = [
            self.puzzle.hidden(_name(part, table, row), threshold(part, table)) for row in tops
        ]
        if names:
            self.puzzle.add_up(names, part.total)

    def _row(self, table: str, row: str, number: Number) -> None:
        leaves = self._leaves_of_rest(table, row) if row.endswith(f": {REST}") else [row]
        terms = [self._term(part, table, leaf) for leaf in leaves for part in self.parts]
        if any(term is None for term in terms):
            return
        hidden = [term for term in terms if isinstance(term, str)]
        shown = sum(term for term in terms if isinstance(term, int))
        if number is not None:
            self._adds_up(table, row, hidden, number - shown, number)
        elif hidden and not shown:
            self._hidden(table, row, hidden)

    def _hidden(self, table: str, row: str, hidden: list[str]) -> None:
        """A hidden sum is to stay as open as the pages of its parts had left it."""
        name, k = _name(self.page, table, row), threshold(self.page, table)
        self.puzzle.never_printed(name, hidden, k)
        if len(self.puzzle.small_values(self.puzzle.targets[name])) < k:
            del self.puzzle.targets[name]

    def _adds_up(self, table: str, row: str, hidden: list[str], left: int, number: int) -> None:
        self.puzzle.seen.append((_name(self.page, table, row), number, threshold(self.page, table)))
        if hidden:
            self.puzzle.add_up(hidden, left)
        else:
            assert left == 0, (self.page.name, table, row, "the sum is not that of its parts")

    def _leaves_of_rest(self, table: str, row: str) -> list[str]:
        whole = row.removesuffix(f": {REST}")
        rows = self.page.column(table)
        every = [f"{whole}: {p}" for p in self.lists[whole] if p == whole or p not in rows]
        return [leaf for leaf in every if leaf not in rows]

    def _term(self, part: Printed, table: str, row: str) -> str | int | None:
        """What a part adds: its printed number, its unknown, or None where nothing is told."""
        number = part.column(table).get(row)
        name = _name(part, table, row)
        if number is not None:
            return number
        if name in self.puzzle.least:
            return name
        whole, _, leaf = row.partition(": ")
        for of in (f"{whole}: ~", whole):
            if leaf and self.puzzle.least.get(_name(part, table, of)) == 0:
                return _split(self.puzzle, part, table, of, row)
        return None if leaf or table in (*NOT_ADDING, *BECAME_KNOWN) else 0

    def _crossed(self) -> None:
        for part in self.parts:
            assert any(table == CROSSED for table, _, _ in part.figures), "crossed beside flat"
        for (table, row, column), number in list(self.page.figures.items()):
            if table != CROSSED or row == "Totaal":
                continue
            cells = {p.name: p.figures.get((table, row, column)) for p in self.parts}
            names = [f"{of}|{table}|{row}|{column}" for of, n in cells.items() if n is None]
            hidden = [name for name in names if name in self.puzzle.least]
            if number is not None and hidden == names:
                left = number - sum(n or 0 for n in cells.values())
                self._adds_up(table, row, hidden, left, number)


def _split(puzzle: Puzzle, part: Printed, table: str, of: str, row: str) -> str:
    """An unknown whole becomes one of its leaves and all the others."""
    whole, leaf = _name(part, table, of), _name(part, table, row)
    others = _name(part, table, f"{row.partition(': ')[0]}: ~")
    k = threshold(part, table)
    rest = others if whole != others else f"{others}~"
    puzzle.replace(whole, (leaf, rest))
    puzzle.hidden(leaf, k)
    puzzle.hidden(rest, k)
    del puzzle.targets[rest]
    return leaf


def _name(page: Printed, table: str, row: str) -> str:
    return "|".join((page.name, table, row, ""))


def _apart(page: Printed, larger: str, smaller: str) -> Number:
    row = [page.figures.get((KEY, "Totaal", column)) for column in (larger, smaller)]
    return None if row[0] is None or row[1] is None else row[0] - row[1]


def small_changes(before: Printed, after: Printed) -> list[str]:
    """The printed numbers of a year that two editions of it differ in by a small number."""
    found = []
    for key, was in before.figures.items():
        now = after.figures.get(key)
        if was is None or now is None or key[0] not in (KEY, CROSSED, *_TABLES):
            continue
        if 0 < abs(now - was) < threshold(after, key[0]) and key[2] != "uren":
            found.append("|".join((after.name, *key)))
    return found


def more_than_was_issued(page: Printed, years: Sequence[tuple[str, Printed]]) -> list[str]:
    """The figures of years side by side that no issued page has, and no sum of all of them."""
    found = []
    for (table, row, column), number in page.figures.items():
        if number is None or table not in _TABLES:
            continue
        each = [
            year.total if row == "Totaal" else year.figures.get((table, row, "aantal"))
            for _, year in years
        ]
        by_label = {label: n for (label, _), n in zip(years, each, strict=True)}
        missing = any(n is None for n in each)
        allowed = by_label.get(column) if column != "samen" else None
        if column == "samen" and not missing:
            allowed = sum(n or 0 for n in each)
        if number != allowed:
            found.append("|".join((page.name, table, row, column)))
    return found
