"""The countable side of a year. No query here names a column with words of a person."""

from collections import defaultdict
from dataclasses import replace

from vp_logboek.domain.activity import ActivityKind
from vp_logboek.domain.conversation import Channel, ConversationKind, Intervention, Referral
from vp_logboek.domain.dossier import (
    ContactKind,
    Ending,
    Finding,
    Handling,
    Measure,
    MelderKind,
    Outcome,
    Relation,
)
from vp_logboek.domain.facts import (
    ActivityFact,
    DossierFact,
    Facts,
    FindingFact,
    MelderFact,
    TalkFact,
)
from vp_logboek.domain.half_year import HalfFacts, HalfYear
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.period import ReportingYear
from vp_logboek.domain.remains import with_remains
from vp_logboek.store import remains
from vp_logboek.store.counted import FIELDS, Membership, by_day, membership
from vp_logboek.store.database import Database, Row
from vp_logboek.store.subjects import Subjects
from vp_logboek.store.values import to_choice, to_codes

_TALKS = """
    SELECT c.dossier, coalesce(c.subject, d.subject), c.kind, c.channel, coalesce(c.minutes, 0),
        c.interventions, c.referrals
    FROM conversation c CROSS JOIN dossier d ON d.id = c.dossier
    WHERE c.binned_on IS NULL AND d.organisation = ?1 AND {} ORDER BY c.held_on, c.id
"""
# with a talk of the year, or with something else of the year and not all of it in the bin
_COUNTED = """
    d.organisation = ?1 AND (
        d.id IN (SELECT dossier FROM conversation WHERE binned_on IS NULL AND {talk})
        OR (
            ({fields})
            AND EXISTS (SELECT 1 FROM conversation WHERE dossier = d.id AND binned_on IS NULL)
        )
    )
"""
_DOSSIERS = """
    SELECT d.id, d.kind, d.subject, coalesce({0}, 0), coalesce({1}, 0),
        CASE WHEN {2} THEN d.handling END, d.handling_on,
        CASE WHEN {3} THEN d.outcome END, d.outcome_on,
        CASE WHEN {4} THEN d.measure END, d.measure_on,
        CASE WHEN {5} THEN d.ending END, d.ending_on
    FROM dossier d WHERE {counted} ORDER BY d.id
"""
_MELDERS = """
    SELECT m.dossier, m.melder, m.kind, m.relation
    FROM dossier d CROSS JOIN dossier_melder m ON m.dossier = d.id
    WHERE {} ORDER BY m.dossier, m.position
"""
_ACTIVITIES = """
    SELECT kind, hours FROM activity WHERE organisation = ?1 AND {} ORDER BY day, id
"""
_FINDINGS: tuple[type[Finding], ...] = (Handling, Outcome, Measure, Ending)


def facts_in(
    database: Database, organisation: Organisation, period: ReportingYear, by_date: bool = False
) -> Facts:
    """Everything of one organisation and one reporting year that can be counted.

    ``by_date`` is by the days alone, whatever was counted where; see ``counted``.
    """
    members = (
        by_day(organisation, period) if by_date else membership(database, organisation, period.year)
    )
    there = _facts(database, organisation, period, members)
    kept = (database, organisation.key, period.year)
    return with_remains(there, remains.rows(*kept), remains.counted(*kept))


def facts_of_half(database: Database, organisation: Organisation, half: HalfYear) -> HalfFacts:
    """What counts in one half of a year. What stayed of destroyed dossiers has no day."""
    year = half.whole.year
    members = replace(membership(database, organisation, year), half=half)
    there = _facts(database, organisation, half.whole, members)
    return HalfFacts(half, there, bool(remains.rows(database, organisation.key, year)))


def _facts(
    database: Database, organisation: Organisation, period: ReportingYear, members: Membership
) -> Facts:
    held = organisation.in_year(period.year)
    fields = [members.condition(f"d.{day}", f"d.{marker}") for day, marker in FIELDS]
    counts = _COUNTED.format(
        talk=members.condition("held_on", "counted_in"), fields=" OR ".join(fields)
    )
    talks = _TALKS.format(members.condition("c.held_on", "c.counted_in"))
    values = members.values
    dossiers = database.all(_DOSSIERS.format(*fields, counted=counts), values)
    people = _melders(database.all(_MELDERS.format(counts), values))
    held_talks = database.all(talks, values)
    activities = database.all(_ACTIVITIES.format(members.condition("day", "counted_in")), values)
    return Facts(
        organisation=organisation.name,
        period=period,
        tree=Subjects(database).tree(),
        remit=held.remit,
        columns=held.columns,
        hire_is_external=held.hire_is_external,
        talks=tuple(_talk(row) for row in held_talks),
        dossiers={row[0]: _dossier(row, people) for row in dossiers},
        findings=_findings(dossiers),
        activities=tuple(ActivityFact(ActivityKind(kind), hours) for kind, hours in activities),
    )


def _talk(row: Row) -> TalkFact:
    dossier, subject, kind, channel, minutes, interventions, referrals = row
    return TalkFact(
        dossier=dossier,
        subject=subject,
        kind=ConversationKind(kind),
        channel=Channel(channel),
        minutes=minutes,
        interventions=to_codes(Intervention, interventions),
        referrals=to_codes(Referral, referrals),
    )


def _melders(rows: list[Row]) -> dict[int, list[MelderFact]]:
    people: dict[int, list[MelderFact]] = defaultdict(list)
    for dossier, melder, kind, relation in rows:
        fact = MelderFact(melder, to_choice(MelderKind, kind), to_choice(Relation, relation))
        people[dossier].append(fact)
    return people


def _dossier(row: Row, people: dict[int, list[MelderFact]]) -> DossierFact:
    id_, kind, subject, opened, closed, *_ = row
    return DossierFact(
        kind=ContactKind(kind),
        subject=subject,
        melders=tuple(people.get(id_, ())),
        opened_in_year=bool(opened),
        closed_in_year=bool(closed),
    )


def _findings(rows: list[Row]) -> tuple[FindingFact, ...]:
    """In the order in which they became known, then by dossier, then afhandeling to afloop."""
    known: list[tuple[str, FindingFact]] = []
    for id_, _, _, _, _, *pairs in rows:
        for kind, value, on in zip(_FINDINGS, pairs[::2], pairs[1::2], strict=True):
            if value is not None:
                known.append((on, FindingFact(id_, kind(value))))
    known.sort(key=lambda pair: pair[0])
    return tuple(fact for _, fact in known)
