"""What is not in the SafeReport cannot reach the file: pairs of logbooks, and their bytes.

The pairs are drawn at random and go through the real store and the real services: two files, two
passphrases, two releases. Whatever differs between them, the same report is the same file.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.leaks.pairs import Came, Teller, Told
from vp_logboek.domain.disclosure.draw import Draw
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.protector import protect
from vp_logboek.domain.dossier import MelderKind
from vp_logboek.report.yearly import render

PEOPLE = (
    *([Came("pesten")] * 9), *([Came("met_collega")] * 5), *([Came("teamcultuur")] * 4),
    *([Came("procedurevraag")] * 5), *([Came("integriteit_overig")] * 2),
)  # fmt: skip
"""A year with small numbers in it, as one is published every year."""
LEAVES = ("pesten", "discriminatie", "met_collega", "teamcultuur", "procedurevraag", "misstand")

came = st.builds(
    Came,
    st.sampled_from(LEAVES),
    st.sampled_from((MelderKind.PERMANENT, MelderKind.PERMANENT, MelderKind.EXTERNAL)),
    st.integers(1, 3),
    st.booleans(),
)
pairs = st.tuples(st.lists(came, max_size=14), came, came).map(
    lambda drawn: ((*PEOPLE, *drawn[0], drawn[1]), (*PEOPLE, *drawn[0], drawn[2]))
)
"""Two years in which one person differs."""
seeds = st.tuples(st.integers(0, 2**32), st.integers(0, 2**32))
levels = st.sampled_from([level for level in Level if level is not Level.NONE])


def both(
    people: tuple[Sequence[Came], Sequence[Came]], told: tuple[int, int], level: Level
) -> tuple[Told, Told]:
    with tempfile.TemporaryDirectory() as folder:
        one, other = (
            Teller(seed).issue(Path(folder) / str(number), each, level)
            for number, (seed, each) in enumerate(zip(told, people, strict=True))
        )
    return one, other


def exact(told: Told) -> bytes:
    """The page that may not be made: every number of the year."""
    tally = told.prospect.tally
    return render(protect(tally, Level.NONE, Draw(bytes(32), "proef")).report)


def hold(one: Told, other: Told) -> None:
    """The same report is the same file, another report another; and exact pages tell all."""
    same = one.prospect.report == other.prospect.report
    assert (one.pdf == other.pdf) == same
    assert one.stored == one.pdf
    assert other.stored == other.pdf
    tallies = one.prospect.tally == other.prospect.tally
    assert (exact(one) == exact(other)) == tallies, "the control: this does get into a file"


@settings(max_examples=2)
@given(st.lists(came, max_size=14), seeds, levels)
def test_however_a_year_is_told_its_file_is_the_same(
    more: list[Came], told: tuple[int, int], level: Level
) -> None:
    people = (*PEOPLE, *more)
    one, other = both((people, people), told, level)

    hold(one, other)
    assert one.pdf == other.pdf


@settings(max_examples=2)
@given(pairs, seeds, levels)
def test_one_person_who_differs_is_not_in_the_file_unless_in_the_report(
    people: tuple[Sequence[Came], Sequence[Came]], told: tuple[int, int], level: Level
) -> None:
    hold(*both(people, told, level))


@pytest.mark.campaign
@settings(max_examples=40)
@given(pairs, seeds, levels)
def test_of_many_pairs_of_logbooks_none_tells_what_is_hidden(
    people: tuple[Sequence[Came], Sequence[Came]], told: tuple[int, int], level: Level
) -> None:
    hold(*both(people, told, level))


HIDDEN = (*PEOPLE[:-1], Came("misstand", MelderKind.EXTERNAL, talks=3, closed=True))
"""The same year, but for one of two people of whom there are too few to show."""
SHOWN = (*PEOPLE, Came("pesten"))


def test_what_is_hidden_changes_nothing_in_the_file() -> None:
    one, other = both((PEOPLE, HIDDEN), (1, 2), Level.STANDARD)

    hold(one, other)
    assert one.prospect.tally != other.prospect.tally
    assert one.pdf == other.pdf


def test_control_what_is_shown_does_change_the_file() -> None:
    one, other = both((PEOPLE, SHOWN), (1, 2), Level.STANDARD)

    hold(one, other)
    assert one.pdf != other.pdf
