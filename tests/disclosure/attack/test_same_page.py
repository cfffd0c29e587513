"""What no number should be able to change: two logbooks that differ in hidden numbers alone.

Persons are moved between rows that are hidden. Where the drawn pattern is the same, everything that
leaves must be the same: the file to the byte, its size, its pages, every place on them, its name,
the text of the command line, the footnotes.
"""

import random
import re
from dataclasses import dataclass, replace
from functools import cache

import pytest

from tests.disclosure.attack.years import a_year
from tests.pdf_text import pages_of
from vp_logboek.domain.disclosure.draw import Draw
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.protector import Protected, protect
from vp_logboek.domain.facts import Facts
from vp_logboek.domain.safe_report import Mark, SafeReport
from vp_logboek.domain.tables import RowKind, TableCode
from vp_logboek.domain.tally import Tally
from vp_logboek.report.yearly import render
from vp_logboek.services.yearly_report import report_rows

PROTECTED = (Level.WIDE, Level.STANDARD, Level.STRICT)


@dataclass(frozen=True)
class Pair:
    """A year and another with the same printed numbers, as they come out under the same draw."""

    one: Protected
    other: Protected
    tallies: tuple[Tally, Tally]

    @property
    def same_pattern(self) -> bool:
        """Whether the same figures are hidden."""
        return _marks(self.one.report) == _marks(self.other.report)


def _marks(report: SafeReport) -> list[object]:
    return [
        (table.code, row.code, tuple(isinstance(f, Mark) for f in row.figures))
        for table in report.tables
        for row in table.rows
    ]


def pair(seed: int) -> Pair | None:
    """A random year and one in which persons under hidden subjects are under others of those."""
    chance = random.Random(seed)
    year = a_year(chance, chance.choice((13, 17, 25, 45, 61)))
    level, draw = chance.choice(PROTECTED), Draw(chance.randbytes(32), "jaar|1:2025")
    one = protect(Tally.of(year), level, draw)
    moved = _moved(chance, year, one.report)
    if moved is None:
        return None
    other = protect(Tally.of(moved), level, draw)
    return Pair(one, other, (Tally.of(year), Tally.of(moved)))


def _moved(chance: random.Random, year: Facts, report: SafeReport) -> Facts | None:
    """Some persons under hidden classes under another one; None where there are no two."""
    table = report.table(TableCode.SUBJECT)
    assert table is not None
    hidden = [r.code for r in table.rows if r.figures == (Mark.HIDDEN,) and r.kind is RowKind.TOP]
    under = {code: [leaf.code for leaf in year.tree if leaf.main.value == code] for code in hidden}
    leaves = [leaf for code in hidden for leaf in under[code] if leaf not in year.columns]
    persons = [n for n, d in year.dossiers.items() if d.subject in leaves]
    if len(hidden) < 2 or not persons:
        return None
    dossiers = dict(year.dossiers)
    for number in chance.sample(persons, min(2, len(persons))):
        dossiers[number] = replace(dossiers[number], subject=chance.choice(leaves))
    talks = tuple(replace(t, subject=dossiers[t.dossier].subject) for t in year.talks)
    return replace(year, dossiers=dossiers, talks=talks)


@cache
def pairs(seeds: range) -> list[Pair]:
    """The pairs of these seeds that differ in a number and print under the same pattern."""
    made = [each for seed in seeds if (each := pair(seed)) is not None]
    same = [each for each in made if each.same_pattern and each.tallies[0] != each.tallies[1]]
    assert len(same) >= len(made) // 4, "hardly any pair has the same pattern: nothing is tried"
    return same


def _leaves_the_same(each: Pair) -> None:
    one, other = each.one.report, each.other.report
    assert one == other
    assert render(one) == render(other)
    assert list(report_rows(one)) == list(report_rows(other))


def test_numbers_that_are_hidden_change_nothing_that_leaves() -> None:
    tried = pairs(range(5))

    assert tried
    for each in tried:
        _leaves_the_same(each)


@pytest.mark.campaign
def test_numbers_that_are_hidden_change_nothing_in_many_years() -> None:
    for each in pairs(range(100, 160)):
        _leaves_the_same(each)


def test_control_at_zonder_drempel_these_numbers_do_change_what_leaves() -> None:
    each = pairs(range(5))[0]
    one, other = (protect(t, Level.NONE, Draw(b"", "")).report for t in each.tallies)

    assert one != other
    assert render(one) != render(other)


# --- what is no number ------------------------------------------------------------------------


def _skeleton(pdf: bytes) -> list[bytes]:
    """Everything that is drawn, with its place, but the texts themselves."""
    return re.findall(rb"[\d. -]+ (?:re|l|m|Td|Tm|cm|scn|rg)\b", pdf)


def test_no_place_on_the_page_hangs_on_a_hidden_number() -> None:
    """Stubs of hidden numbers have one length, and nothing is put in order by number."""
    for each in pairs(range(5))[:3]:
        places = [_skeleton(render(p.report)) for p in (each.one, each.other)]

        assert places[0] == places[1]
        assert len(places[0]) > 50


def test_the_order_of_rows_is_that_of_the_lists_whatever_their_numbers() -> None:
    chance = random.Random(1)
    orders = set()
    for size in (25, 26, 27):
        report = protect(
            Tally.of(a_year(chance, size)), Level.STANDARD, Draw(bytes(32), "x")
        ).report
        table = report.table(TableCode.SUBJECT)
        assert table is not None
        orders.add(tuple(r.code for r in table.rows if r.kind is not RowKind.LEAF and r.main))

    tops = {tuple(code for code in order if not code.endswith("_samen")) for order in orders}
    assert len(tops) == 1


def test_the_same_sentences_stand_on_every_page_of_a_level() -> None:
    """No sentence appears because something was hidden, late or corrected."""
    chance = random.Random(2)
    said = set()
    for size in (25, 45, 61):
        report = protect(
            Tally.of(a_year(chance, size)), Level.STANDARD, Draw(bytes(32), "x")
        ).report
        text = " ".join(" ".join(pages_of(render(report))).split())
        said.add(text[text.index("Verantwoording") :].split("Jaaroverzicht vertrouwenspersoon")[0])

    assert len(said) == 1
