"""The countable side of a year: what counts, in which order, and which columns were read."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.store.making import a_dossier, a_talk
from vp_logboek.domain.activity import Activity, ActivityKind
from vp_logboek.domain.conversation import Intervention, Referral
from vp_logboek.domain.dossier import (
    Dossier,
    DossierMelder,
    Ending,
    Handling,
    Known,
    Measure,
    MelderKind,
    Outcome,
    Relation,
)
from vp_logboek.domain.facts import ActivityFact, DossierFact, Facts, FindingFact, MelderFact
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.period import ReportingYear
from vp_logboek.domain.tally import Tally
from vp_logboek.store.logbook import Logbook

SQLITE_READ = 20
LAST, THIS, NEXT = date(2025, 6, 1), date(2026, 6, 1), date(2027, 6, 1)
COUNTABLE = {
    "conversation": {
        "id", "dossier", "held_on", "subject", "kind", "channel", "minutes", "interventions",
        "referrals", "binned_on", "counted_in",
    },
    "dossier": {
        "id", "organisation", "opened", "closed", "subject", "kind", "handling", "handling_on",
        "outcome", "outcome_on", "measure", "measure_on", "ending", "ending_on", "opened_in",
        "closed_in", "handling_in", "outcome_in", "measure_in", "ending_in",
    },
    "dossier_melder": {"dossier", "position", "melder", "kind", "relation"},
    "activity": {"id", "organisation", "day", "kind", "hours", "counted_in"},
    "ledger_scope": {"organisation", "year", "number", "counts"},
    "blocked_year": {"organisation", "year"},
    "tally_row": {"organisation", "year", "position", "body"},
    "melder_counted": {"organisation", "year", "melder", "body"},
    # the list of subjects itself: its labels are printed
    "subject": {"code", "position", "label", "main", "custom", "retired"},
}  # fmt: skip


def _facts(logbook: Logbook, year: int = 2026) -> Facts:
    organisation = logbook.organisations.all()[0]
    return logbook.facts(organisation, organisation.year(year))


def _columns_read(logbook: Logbook, work: Callable[[], object]) -> set[tuple[str, str]]:
    read: set[tuple[str, str]] = set()

    def note(action: int, table: str | None, column: str | None, *_: object) -> int:
        if action == SQLITE_READ and table is not None and column:
            read.add((table, column))
        return 0

    logbook._connection.connection.set_authorizer(note)
    work()
    logbook._connection.connection.set_authorizer(logbook._connection.guard)
    return read


def test_no_column_with_words_of_a_person_is_ever_read(logbook: Logbook) -> None:
    dossier = a_dossier(logbook, consent_for="kanarie")
    a_talk(logbook, dossier, note="kanarie")
    (organisation,) = logbook.organisations.all()
    year = organisation.year(2026)

    read = _columns_read(logbook, lambda: logbook.facts(organisation, year))

    assert read <= {(table, column) for table, columns in COUNTABLE.items() for column in columns}
    assert {table for table, _ in read} == set(COUNTABLE)
    assert "kanarie" not in repr(logbook.facts(organisation, year))


def test_reading_a_talk_itself_would_be_noticed(logbook: Logbook) -> None:
    """The control."""
    talk = a_talk(logbook)

    read = _columns_read(logbook, lambda: logbook.conversations.get(talk.id or 0))

    assert ("conversation", "note") in read


def test_talks_come_by_date_and_then_by_order_of_entry(logbook: Logbook) -> None:
    dossier = a_dossier(logbook)
    for day, minutes in ((date(2026, 12, 31), 1), (date(2026, 1, 1), 2), (date(2026, 1, 1), 3),
                         (date(2025, 12, 31), 4), (date(2027, 1, 1), 5)):  # fmt: skip
        a_talk(logbook, dossier, on=day, minutes=minutes)

    assert [talk.minutes for talk in _facts(logbook).talks] == [2, 3, 1]


def test_a_talk_is_told_in_codes_and_takes_the_subject_of_its_dossier(logbook: Logbook) -> None:
    dossier = a_dossier(logbook)
    chosen = {
        "interventions": frozenset({Intervention.ADVICE, Intervention.AFTERCARE}),
        "referrals": frozenset({Referral.POLICE}),
    }
    a_talk(logbook, dossier, **chosen)
    a_talk(logbook, dossier, subject="stalking")

    one, two = _facts(logbook).talks

    assert (one.subject, two.subject) == ("pesten", "stalking")
    assert (one.interventions, one.referrals) == tuple(chosen.values())
    assert (one.dossier, one.minutes) == (dossier.id, 0)


def test_a_dossier_is_told_with_its_melders_in_order(logbook: Logbook) -> None:
    people = (
        DossierMelder(kind=MelderKind.PARENT, relation=Relation.GROUP),
        DossierMelder(),
    )
    dossier = logbook.dossiers.save(Dossier(1, LAST, "pesten", melders=people))
    a_talk(logbook, dossier, on=THIS)
    first, second = (melder.melder or 0 for melder in dossier.melders)

    assert _facts(logbook).dossiers[dossier.id or 0] == DossierFact(
        kind=dossier.kind,
        subject="pesten",
        melders=(
            MelderFact(first, MelderKind.PARENT, Relation.GROUP),
            MelderFact(second, None, None),
        ),
        opened_in_year=False,
        closed_in_year=False,
    )


@pytest.mark.parametrize(
    "fields, counts",
    [
        ({}, False),
        ({"opened": THIS}, True),
        ({"opened": date(2026, 1, 1)}, True),
        ({"opened": date(2025, 12, 31)}, False),
        ({"opened": date(2027, 1, 1)}, False),
        ({"closed": THIS}, True),
        ({"closed": NEXT}, False),
        ({"handling": Known(Handling.RUNNING, THIS)}, True),
        ({"outcome": Known(Outcome.RUNNING, THIS)}, True),
        ({"measure": Known(Measure.OTHER, THIS)}, True),
        ({"ending": Known(Ending.LEFT, THIS)}, True),
        ({"ending": Known(Ending.LEFT, LAST)}, False),
        ({"destroy_on": THIS}, False),
        ({"consent_on": THIS}, False),
    ],
    ids=repr,
)
def test_a_dossier_counts_in_the_years_in_which_something_happened(
    logbook: Logbook, fields: dict[str, object], counts: bool
) -> None:
    dossier = a_dossier(logbook, LAST, **{k: v for k, v in fields.items() if k != "opened"})
    if "opened" in fields:
        dossier = logbook.dossiers.save(replace(dossier, opened=fields["opened"]))  # type: ignore[arg-type]
    talk = a_talk(logbook, dossier, on=LAST)

    assert (dossier.id in _facts(logbook).dossiers) is counts
    assert dossier.id in _facts(logbook, 2025).dossiers

    logbook.conversations.bin(talk.id or 0, THIS)

    assert _facts(logbook).dossiers == _facts(logbook, 2025).dossiers == {}
    assert _facts(logbook).findings == ()


def test_of_a_binned_talk_nothing_counts_and_the_rest_of_its_dossier_does(
    logbook: Logbook,
) -> None:
    dossier = a_dossier(logbook, LAST)
    a_talk(logbook, dossier, on=LAST)
    talk = a_talk(logbook, dossier, on=THIS)
    logbook.conversations.bin(talk.id or 0, THIS)

    assert _facts(logbook).talks == ()
    assert _facts(logbook).dossiers == {}
    assert len(_facts(logbook, 2025).talks) == 1


def test_findings_come_in_the_order_in_which_they_became_known(logbook: Logbook) -> None:
    early, late = date(2026, 2, 1), date(2026, 3, 1)
    one = a_dossier(
        logbook,
        LAST,
        handling=Known(Handling.RUNNING, late),
        outcome=Known(Outcome.RUNNING, early),
        ending=Known(Ending.LEFT, early),
    )
    two = a_dossier(logbook, LAST, handling=Known(Handling.IN_LINE, early),
                    measure=Known(Measure.OTHER, LAST))  # fmt: skip
    for dossier in (one, two):
        a_talk(logbook, dossier, on=LAST)

    assert _facts(logbook).findings == (
        FindingFact(one.id or 0, Outcome.RUNNING),
        FindingFact(one.id or 0, Ending.LEFT),
        FindingFact(two.id or 0, Handling.IN_LINE),
        FindingFact(one.id or 0, Handling.RUNNING),
    )
    assert isinstance(_facts(logbook).findings[0].value, Outcome)


def test_activities_of_the_year_are_told_in_hours(logbook: Logbook) -> None:
    for day, hours in ((THIS, 1.25), (LAST, 9), (NEXT, 9)):
        logbook.activities.save(Activity(1, day, ActivityKind.ADVICE, hours, "kanarie"))

    assert _facts(logbook).activities == (ActivityFact(ActivityKind.ADVICE, 1.25),)


def test_organisations_are_counted_apart_and_each_in_its_own_year(logbook: Logbook) -> None:
    school = logbook.organisations.save(
        Organisation("School", start_month=8, columns=("stalking",), hire_is_external=True)
    )
    dossier = a_dossier(logbook, date(2026, 9, 1), organisation=school.id)
    a_talk(logbook, dossier, on=date(2027, 7, 31))
    a_talk(logbook, on=THIS)

    facts = logbook.facts(school, ReportingYear(2026, 8))

    assert (len(facts.talks), len(facts.dossiers)) == (1, 1)
    assert len(_facts(logbook).talks) == 1
    assert (facts.organisation, facts.columns, facts.hire_is_external) == (
        "School", ("stalking",), True,
    )  # fmt: skip
    assert facts.remit == school.remit
    assert facts.tree == logbook.subjects.tree()


def test_facts_can_be_tallied(logbook: Logbook) -> None:
    a_talk(logbook, a_dossier(logbook, melders=3))

    assert Tally.of(_facts(logbook)).melders == 3
