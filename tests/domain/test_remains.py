"""What stays of destroyed dossiers: a year counts as it did, and nothing else can be read back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.making import dossier, facts, person, talk
from vp_logboek.domain.conversation import Channel, ConversationKind, Intervention, Referral
from vp_logboek.domain.counts import Count, TallyTable
from vp_logboek.domain.dossier import (
    ContactKind,
    Ending,
    Handling,
    Measure,
    MelderKind,
    Outcome,
    Relation,
)
from vp_logboek.domain.facts import DossierFact, Facts, FindingFact, MelderFact, TalkFact
from vp_logboek.domain.remains import Marks, Remains, with_remains
from vp_logboek.domain.subjects import MainClass
from vp_logboek.domain.tables import TableCode
from vp_logboek.domain.tally import Tally
from vp_logboek.domain.what_stays import remains_of

SUBJECTS = ("pesten", "stalking", "misstand", "teamcultuur", "procedurevraag")


@dataclass
class File:
    """A year as the store keeps it: the dossiers still there, the rows, the marks of melders."""

    there: Facts
    rows: list[Remains] = field(default_factory=list)
    counted: dict[int, Marks] = field(default_factory=dict)

    @property
    def facts(self) -> Facts:
        return with_remains(self.there, self.rows, self.counted)

    def destroy(self, dossiers: Sequence[int]) -> None:
        rows, counted = remains_of(self.facts, dossiers)
        self.rows += rows
        self.there = without(self.there, dossiers)
        present = {m.melder for d in self.there.dossiers.values() for m in d.melders}
        for melder, marks in counted.items():
            self.counted[melder] = self.counted.get(melder, frozenset()) | marks
        self.counted = {m: marks for m, marks in self.counted.items() if m in present}


def without(year: Facts, gone: Sequence[int]) -> Facts:
    return replace(
        year,
        talks=tuple(one for one in year.talks if one.dossier not in gone),
        dossiers={n: one for n, one in year.dossiers.items() if n not in gone},
        findings=tuple(one for one in year.findings if one.dossier not in gone),
    )


def cells(table: TallyTable) -> list[tuple[str, tuple[Count, ...]]]:
    return [*((line.code, line.counts) for line in table.lines), ("", table.total or ())]


def assert_same_year(before: Facts, after: Facts) -> None:
    """Every number of every table is the same and no crowd grew."""
    for old, new in zip(Tally.of(before).tables, Tally.of(after).tables, strict=True):
        for (code, was), (_, now) in zip(cells(old), cells(new), strict=True):
            place = (old.code.value, code)
            assert [c.number for c in was] == [c.number for c in now], place
            assert all(w.crowd >= n.crowd for w, n in zip(was, now, strict=True)), place


# --- any year at all --------------------------------------------------------------------------

TALKS = st.builds(
    TalkFact,
    dossier=st.integers(1, 6),
    subject=st.sampled_from(SUBJECTS),
    kind=st.sampled_from(ConversationKind),
    channel=st.sampled_from(Channel),
    minutes=st.integers(0, 90),
    interventions=st.frozensets(st.sampled_from([*Intervention][:3]), max_size=2),
    referrals=st.frozensets(st.sampled_from([*Referral][-3:]), max_size=2),
)
MELDERS = st.builds(
    MelderFact,
    melder=st.integers(1, 5),
    kind=st.none() | st.sampled_from(MelderKind),
    relation=st.none() | st.sampled_from(Relation),
)
DOSSIERS = st.builds(
    DossierFact,
    kind=st.sampled_from(ContactKind),
    subject=st.sampled_from(SUBJECTS),
    melders=st.lists(MELDERS, max_size=3, unique_by=lambda m: m.melder).map(tuple),
    opened_in_year=st.booleans(),
    closed_in_year=st.booleans(),
)
FINDINGS = st.builds(
    FindingFact,
    dossier=st.integers(1, 6),
    value=st.sampled_from([*Handling, *Outcome, *Measure, *Ending]),
)


@st.composite
def years(draw: st.DrawFn) -> Facts:
    dossiers = {number: draw(DOSSIERS) for number in range(1, 7)}
    findings = draw(st.lists(FINDINGS, max_size=8, unique_by=lambda f: (f.dossier, type(f.value))))
    return facts(
        draw(st.lists(TALKS, max_size=12)),
        dossiers,
        findings,
        columns=draw(st.sampled_from([(), ("pesten",)])),
        remit=draw(st.sampled_from([tuple(MainClass), (MainClass.CONDUCT, MainClass.ADVICE)])),
        hire_is_external=draw(st.booleans()),
    )


BATCHES = st.lists(st.lists(st.integers(1, 6), min_size=1, max_size=3), max_size=6)


@given(years(), BATCHES)
@settings(max_examples=40)
def test_every_number_stays_and_no_crowd_grows(year: Facts, batches: list[list[int]]) -> None:
    file = File(year)
    for batch in batches:
        file.destroy(batch)
        assert_same_year(year, file.facts)


@pytest.mark.campaign
@given(years(), BATCHES)
@settings(max_examples=1_500, deadline=None)
def test_every_number_stays_in_very_many_years(year: Facts, batches: list[list[int]]) -> None:
    file = File(year)
    for batch in batches:
        file.destroy(batch)
        assert_same_year(year, file.facts)


@given(years(), BATCHES, st.sampled_from([(), ("pesten",), ("stalking", "misstand")]))
def test_settings_that_change_afterwards_count_as_they_would_have(
    year: Facts, batches: list[list[int]], columns: tuple[str, ...]
) -> None:
    """Own columns, taakgebied and whether *inhuur* is extern are not fixed in what stays."""
    file = File(year)
    for batch in batches:
        file.destroy(batch)
    changes: dict[str, object] = {
        "columns": columns,
        "remit": frozenset({MainClass.CONFLICT, MainClass.ADVICE}),
        "hire_is_external": not year.hire_is_external,
    }

    assert_same_year(
        replace(year, **changes),  # type: ignore[arg-type]
        replace(file.facts, **changes),  # type: ignore[arg-type]
    )


@given(years(), BATCHES, TALKS.map(lambda t: replace(t, interventions=frozenset())))
def test_a_talk_held_afterwards_counts_once_more_and_its_melders_do_not(
    year: Facts, batches: list[list[int]], later: TalkFact
) -> None:
    file = File(year)
    for batch in batches:
        file.destroy(batch)
    if later.dossier not in file.there.dossiers:
        return
    was, now = (replace(each, talks=(*each.talks, later)) for each in (year, file.facts))

    assert_same_year(was, now)


# --- controls: the property can fail ----------------------------------------------------------


def _shared() -> Facts:
    """One person in two dossiers, another in one of them."""
    advice = {"interventions": frozenset({Intervention.ADVICE})}
    return facts(
        [talk(1, **advice), talk(2, "stalking", **advice), talk(2)],
        {1: dossier("pesten", person(7)), 2: dossier("stalking", person(7), person(8))},
        [FindingFact(2, Ending.LEFT), FindingFact(1, Ending.SOLVED)],
    )


def test_control_without_the_marks_a_shared_melder_is_counted_twice() -> None:
    year, file = _shared(), File(_shared())
    file.destroy([1])
    assert_same_year(year, file.facts)

    file.counted = {}

    assert Tally.of(file.facts).melders == Tally.of(year).melders + 1
    with pytest.raises(AssertionError):
        assert_same_year(year, file.facts)


def test_control_without_the_row_a_dossier_is_missed() -> None:
    year, file = _shared(), File(_shared())
    file.destroy([2])
    file.rows = []

    with pytest.raises(AssertionError):
        assert_same_year(year, file.facts)


# --- what cannot be read back -----------------------------------------------------------------


@given(
    st.lists(TALKS, min_size=1, max_size=8).map(lambda ts: [replace(t, dossier=1) for t in ts]),
    DOSSIERS,
    st.randoms(use_true_random=False),
)
def test_talks_with_the_same_marginals_leave_the_same_row(
    talks: list[TalkFact], matter: DossierFact, random: object
) -> None:
    """Which subject, kind, channel and minutes went together in one talk is gone."""
    mixed = [
        TalkFact(1, *values)
        for values in zip(
            *(
                _shuffled([getattr(one, name) for one in talks], random)
                for name in (
                    "subject", "kind", "channel", "minutes", "interventions", "referrals",
                )
            ),
            strict=True,
        )
    ]  # fmt: skip

    assert (
        remains_of(facts(talks, {1: matter}), [1])[0]
        == remains_of(facts(mixed, {1: matter}), [1])[0]
    )


def _shuffled(values: list[object], random: object) -> list[object]:
    mixed = list(values)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    return mixed


@given(years(), st.integers(100, 999), st.integers(100, 999))
def test_the_numbers_of_dossiers_and_melders_make_no_difference(
    year: Facts, dossiers: int, melders: int
) -> None:
    renumbered = replace(
        year,
        talks=tuple(replace(t, dossier=t.dossier + dossiers) for t in year.talks),
        findings=tuple(replace(f, dossier=f.dossier + dossiers) for f in year.findings),
        dossiers={
            n + dossiers: replace(
                d, melders=tuple(replace(m, melder=m.melder + melders) for m in d.melders)
            )
            for n, d in year.dossiers.items()
        },
    )

    one, _ = remains_of(year, list(year.dossiers))
    other, _ = remains_of(renumbered, list(renumbered.dossiers))

    assert one == other


def test_what_no_table_asks_for_is_not_kept() -> None:
    """A dossier that only was closed in this year says nothing of its melder or subject."""
    year = facts([], {1: dossier("pesten", person(1, MelderKind.PARENT), new=True, closed=True)})

    ((row,), _) = remains_of(year, [1])

    assert (row.subject, row.opened_in_year, row.closed_in_year) == (None, False, True)
    assert [(m.kind, m.relation) for m in row.melders] == [(None, None)]


def test_a_dossier_that_counts_nowhere_leaves_nothing() -> None:
    year = facts([], {1: dossier("pesten", person(1))})

    assert remains_of(year, [1, 2]) == ((), {})


def test_a_signal_without_a_melder_keeps_counting_its_talks() -> None:
    year = facts([talk(1), talk(1)], {1: dossier("pesten", kind=ContactKind.SIGNAL)})
    file = File(year)

    file.destroy([1])

    assert_same_year(year, file.facts)
    assert Tally.of(file.facts).table(TableCode.TALK_KIND).line("eerste").number == 2


def test_numbers_of_what_stayed_are_never_those_of_the_logbook() -> None:
    file = File(_shared())
    file.destroy([2])
    numbers: Mapping[int, DossierFact] = file.facts.dossiers

    assert [n for n in numbers if n < 0] == [-1]
    assert all(m.melder < 0 for m in numbers[-1].melders)
