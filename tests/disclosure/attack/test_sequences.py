"""Whole lives of exports: who has every overview of a logbook finds no small number."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from tests.disclosure.attack.joined import more_than_was_issued, reads_together, small_changes
from tests.disclosure.attack.reader import KEY, SUBJECT, Printed, Reader
from tests.disclosure.attack.sequences import YEARS, Said, a_life
from tests.disclosure.attack.truth import derived, truth_of, truth_of_sum
from tests.disclosure.attack.years import a_year, both, parts
from vp_logboek.domain.disclosure.draw import Draw
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.protector import protect
from vp_logboek.domain.ledger import ReleaseKind
from vp_logboek.domain.tally import Tally
from vp_logboek.services.yearly_report import report_rows


def found_in(said: list[Said]) -> list[str]:
    """What a reader of all these exports derives, and what should not have been printed."""
    reader = Reader(parts())
    found: list[str] = []
    pages = {}
    for each in said:
        page = each.page
        if each.release.kind is ReleaseKind.YEAR:
            before = pages.get(each.release.scopes)
            found += small_changes(before, page) if before else []
            reader.reads(page, each.told)
            pages[each.release.scopes] = page
        elif each.release.kind is ReleaseKind.TOGETHER:
            reads_together(reader, page, [pages[(scope,)] for scope in each.release.scopes])
            pages[each.release.scopes] = page
        else:
            found += more_than_was_issued(page, _years(each, said))
    true = [each.truth for each in said if each.release.tallies]
    return found + derived(reader.puzzle, true)


def _years(several: Said, said: list[Said]) -> list[tuple[str, object]]:
    """The pages that stand side by side, with the label of their year."""
    found = {}
    for each in said[: said.index(several)]:
        if each.release.scopes and set(each.release.scopes) <= set(several.release.scopes):
            found[each.release.scopes] = each.page
    wanted = len(several.release.scopes) // len(YEARS)
    return [(str(s[0].year), page) for s, page in sorted(found.items()) if len(s) == wanted]


def test_no_small_number_is_found_in_a_short_life(tmp_path: Path) -> None:
    with a_life(3, tmp_path, YEARS[:1]) as counsellor:
        assert len(counsellor.of_kind(ReleaseKind.TOGETHER)) == 1
        assert found_in(counsellor.said) == []


@pytest.mark.campaign
@pytest.mark.parametrize("seed", range(10, 14))
def test_no_small_number_is_found_in_a_life_of_exports(tmp_path: Path, seed: int) -> None:
    with a_life(seed, tmp_path) as counsellor:
        assert len(counsellor.said) >= 12
        assert found_in(counsellor.said) == []


# --- controls: the same reader, where nothing remembers what was issued ---------------------------


def _protected(tally: Tally, chance: random.Random, name: str = "A") -> Printed:
    report = protect(tally, Level.STANDARD, Draw(chance.randbytes(32), "2025")).report
    return Printed.read(name, Level.STANDARD.label, list(report_rows(report)))


def test_control_a_year_that_is_drawn_anew_at_every_export_is_found_out() -> None:
    assert any(drawn_anew(seed) for seed in range(6))


def drawn_anew(seed: int) -> list[str]:
    """What is found where one year was drawn three times."""
    chance = random.Random(seed)
    tally = Tally.of(a_year(chance, 17))
    first, *others = [_protected(tally, chance) for _ in range(3)]
    for page in others:
        first.figures.update({key: n for key, n in page.figures.items() if n is not None})
    reader = Reader(parts())
    reader.reads(first)
    return derived(reader.puzzle, [truth_of("A", tally)])


def test_control_a_late_talk_that_is_counted_in_its_own_year_is_found_out() -> None:
    chance = random.Random(5)
    year = a_year(chance, 40)
    one_less = replace(year, talks=tuple(t for t in year.talks if t.dossier > 0))
    before, after = (Tally.of(each) for each in (one_less, year))

    assert small_changes(_protected(before, chance), _protected(after, chance))


def test_control_a_sum_that_knows_nothing_of_its_parts_is_found_out() -> None:
    assert any(summed_alone(seed) for seed in range(6))


def summed_alone(seed: int) -> list[str]:
    """What is found where the sum of two organisations was protected as if it stood alone."""
    chance = random.Random(seed)
    years = [a_year(chance, 13) for _ in range(2)]
    tallies = [Tally.of(each) for each in years]
    pages = [_protected(t, chance, n) for t, n in zip(tallies, "AB", strict=True)]
    pages.append(_protected(Tally.of(both(*years)), chance, "A+B"))
    for page in pages:
        page.figures = {key: n for key, n in page.figures.items() if key[0] in (KEY, SUBJECT)}
    reader = Reader(parts())
    for page in pages[:2]:
        reader.reads(page)
    reads_together(reader, pages[2], pages[:2])
    true = [truth_of(n, t) for t, n in zip(tallies, "AB", strict=True)]
    return derived(reader.puzzle, [*true, truth_of_sum("A+B", tallies)])
