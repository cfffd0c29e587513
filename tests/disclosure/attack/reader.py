"""The reader: printed rows and the public rules in, a puzzle out.

The rows are those of ``jaaroverzicht --tabel``: table, row, column, unit, figure, as text. The
public rules are those of the page itself: which tables add up, which rows are parts of which, the
thresholds of the levels. Nothing else is known, and nothing of the program is called.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tests.disclosure.attack.puzzle import Puzzle

Rows = Sequence[tuple[str, str, str, str, str]]
Number = int | None
"""None where the page prints a mark."""

THRESHOLDS = {"Ruim": (3, 3, 3), "Standaard": (3, 5, 5), "Streng": (5, 5, 5)}
"""Subjects, characteristics, total: as every overview says of itself."""

KEY = "Kerncijfers"
SUBJECT = "Melders naar onderwerp"
ORIGIN = "Melders: intern en extern"
CROSSED = "Melders intern en extern per onderwerp"
ADDING = ("Melders naar aard van het contact", "Melders naar relatie tot de beschuldigde")
NOT_ADDING = ("Wat de vertrouwenspersoon deed", "Doorverwezen naar")
BECAME_KNOWN = (
    "Afhandeling die dit jaar bekend werd",
    "Uitkomst die dit jaar bekend werd",
    "Maatregel die dit jaar bekend werd",
    "Afloop die dit jaar bekend werd",
)
REST = "overig"
UNSORTED = "Overig of niet ingedeeld"
"""The leaf of a class for what was not sorted any further: it never has a row of its own."""

Parts = Mapping[str, tuple[str, ...]]
"""The parts of every whole, as the program's own lists have them: public."""


@dataclass
class Printed:
    """One overview as it is read: figures by table, row and column."""

    name: str
    level: str
    figures: dict[tuple[str, str, str], Number] = field(default_factory=dict)

    @classmethod
    def read(cls, name: str, level: str, rows: Rows) -> "Printed":
        """What stands there; rows of a class outside the taakgebied are none at all."""
        page = cls(name, level)
        for table, row, column, _unit, figure in rows:
            if figure != "–":
                page.figures[table, row, column] = int(figure) if figure.isdigit() else None
        return page

    def column(self, table: str, column: str = "aantal") -> dict[str, Number]:
        """The rows of one column of a table, without the total."""
        return {
            row: number
            for (of, row, each), number in self.figures.items()
            if (of, each) == (table, column) and row != "Totaal"
        }

    @property
    def total(self) -> Number:
        """How many melders there were, if that is printed."""
        return self.figures.get((KEY, "Totaal", "melders"))


@dataclass
class Reader:
    """Writes down page after page what can be set up from it."""

    parts: Parts
    puzzle: Puzzle = field(default_factory=Puzzle)

    def reads(self, page: Printed, told: Mapping[tuple[str, str], int] | None = None) -> None:
        """Read one page. ``told`` are figures about a part of its year that were handed over
        outside the program, by table and row.
        """
        k_subject, k_detail, k_total = THRESHOLDS[page.level]
        sheet = _Sheet(self.puzzle, page, dict(told or {}))
        sheet.total(k_total)
        if page.total is None:
            return
        sheet.tree(SUBJECT, self.parts, k_subject, k_subject)
        sheet.tree(ORIGIN, self.parts, k_detail, k_detail)
        for table in ADDING:
            sheet.flat(table, page.total, k_detail)
        for table in NOT_ADDING:
            sheet.yes_or_no(table, page.total, k_detail)
        for table in BECAME_KNOWN:
            sheet.became_known(table, page.total, k_detail)
        sheet.crossed(k_detail)


@dataclass
class _Sheet:
    puzzle: Puzzle
    page: Printed
    told: dict[tuple[str, str], int]

    def name(self, table: str, row: str, column: str = "") -> str:
        return "|".join((self.page.name, table, row, column))

    def cell(self, table: str, row: str, number: Number, k: int, column: str = "") -> Number:
        """Note one number of a threshold; None where it is hidden."""
        name = self.name(table, row, column)
        least = self.told.get((table, row), 0)
        if number is None:
            self.puzzle.hidden(name, k, least)
        else:
            self.puzzle.seen.append((name, number - least, k))
        return number

    def total(self, k: int) -> None:
        """Totals stand together on the page; what lies between them is no small number."""
        row = {
            column: self.page.figures.get((KEY, "Totaal", column))
            for column in ("melders", "gesprekken", "dossiers")
        }
        melders, talks, dossiers = row["melders"], row["gesprekken"], row["dossiers"]
        self.cell(KEY, "melders", melders, k)
        for name, larger, smaller in (
            ("gesprekken - melders", talks, melders),
            ("gesprekken - dossiers", talks, dossiers),
            ("dossiers - melders", dossiers, melders),
        ):
            if larger is not None and smaller is not None:
                self.puzzle.seen.append((self.name(KEY, name), abs(larger - smaller), k))

    def flat(self, table: str, total: int, k: int, extra: Iterable[str] = ()) -> None:
        """Rows that are together a printed number; ``extra`` rows never have a figure."""
        rows = {**self.page.column(table), **dict.fromkeys(extra)}
        if rows:
            self.adds_up(table, rows, total, k)

    def adds_up(
        self, table: str, rows: Mapping[str, Number], total: int, k: int, column: str = ""
    ) -> None:
        """Cells of a table that are together a printed number."""
        left = total
        for row, number in rows.items():
            left -= self.cell(table, row, number, k, column) or 0
        hidden = [self.name(table, row, column) for row, number in rows.items() if number is None]
        if hidden:
            self.puzzle.add_up(hidden, left)
        else:
            assert left == 0, (self.page.name, table, "the page does not add up")

    def tree(self, table: str, parts: Parts, k: int, k_part: int) -> None:
        """Wholes that add up to the total, and below a printed whole its parts."""
        rows = self.page.column(table)
        wholes = {row: number for row, number in rows.items() if ": " not in row}
        if not wholes or self.page.total is None:
            return
        self.adds_up(table, wholes, self.page.total, k)
        for whole, number in wholes.items():
            if number is not None and whole in parts:
                self.below(
                    table,
                    whole,
                    number,
                    [p for p in parts[whole] if p == whole or p not in wholes],
                    k_part,
                )

    def below(self, table: str, whole: str, number: int, parts: Sequence[str], k: int) -> None:
        """The parts of a printed whole: those without a row are together the rest."""
        rows = self.page.column(table)
        printed = {p: rows[f"{whole}: {p}"] for p in parts if f"{whole}: {p}" in rows}
        rest = rows.get(f"{whole}: {REST}")
        if rest is not None:
            self.puzzle.seen.append((self.name(table, f"{whole}: {REST}"), rest, k))
        cells = {f"{whole}: {part}": printed.get(part) for part in parts}
        self.adds_up(table, cells, number, k)

    def yes_or_no(self, table: str, total: int, k: int) -> None:
        """How many have it and how many have not: both are to be no small number."""
        for row, number in self.page.column(table).items():
            without = f"{row} (niet)"
            pair = {row: number, without: None if number is None else total - number}
            self.adds_up(table, pair, total, k)

    def became_known(self, table: str, total: int, k: int) -> None:
        """Lines, and those of whom nothing became known, if they are all melders of the year."""
        rows = self.page.column(table)
        if sum(n or 0 for n in rows.values()) <= total:
            self.flat(table, total, k, extra=("(niets bekend)",))

    def crossed(self, k: int) -> None:
        """Every printed row of the subjects divided over the columns of the crossed table."""
        subjects = self.page.column(SUBJECT)
        columns = {c for (table, _, c) in self.page.figures if table == CROSSED}
        for row in {row for (table, row, _) in self.page.figures if table == CROSSED} - {"Totaal"}:
            whole = subjects.get(row)
            cells = {c: self.page.figures.get((CROSSED, row, c)) for c in sorted(columns)}
            if whole is None:
                assert all(n is None for n in cells.values()), "a hidden class shows a part"
                continue
            left = whole
            for column, number in cells.items():
                left -= self.cell(CROSSED, row, number, k, column) or 0
            hidden = [self.name(CROSSED, row, c) for c, n in cells.items() if n is None]
            if hidden:
                self.puzzle.add_up(hidden, left)
