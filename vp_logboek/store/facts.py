"""The countable side of a year. No query here names a column with words of a person."""

# ruff: noqa: S608 - the parts are our own words; a value is always bound

from collections import defaultdict
from datetime import date

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
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.period import ReportingYear
from vp_logboek.domain.remains import with_remains
from vp_logboek.store import remains
from vp_logboek.store.database import Database, Row
from vp_logboek.store.subjects import Subjects
from vp_logboek.store.values import to_choice, to_codes

_TALKS = """
    SELECT c.dossier, coalesce(c.subject, d.subject), c.kind, c.channel, coalesce(c.minutes, 0),
        c.interventions, c.referrals
    FROM conversation c CROSS JOIN dossier d ON d.id = c.dossier
    WHERE c.binned_on IS NULL AND d.organisation = ?1 AND c.held_on >= ?2 AND c.held_on < ?3
    ORDER BY c.held_on, c.id
"""
# with a talk in the year, or with something that happened in it and not all of it in the bin
_COUNTED = """
    d.organisation = ?1 AND (
        d.id IN (SELECT dossier FROM conversation
            WHERE binned_on IS NULL AND held_on >= ?2 AND held_on < ?3)
        OR (
            (
                (d.opened >= ?2 AND d.opened < ?3)
                OR (d.closed >= ?2 AND d.closed < ?3)
                OR (d.handling_on >= ?2 AND d.handling_on < ?3)
                OR (d.outcome_on >= ?2 AND d.outcome_on < ?3)
                OR (d.measure_on >= ?2 AND d.measure_on < ?3)
                OR (d.ending_on >= ?2 AND d.ending_on < ?3)
            )
            AND EXISTS (SELECT 1 FROM conversation WHERE dossier = d.id AND binned_on IS NULL)
        )
    )
"""
_DOSSIERS = f"""
    SELECT d.id, d.kind, d.subject, d.opened >= ?2 AND d.opened < ?3,
        coalesce(d.closed >= ?2 AND d.closed < ?3, 0),
        d.handling, d.handling_on, d.outcome, d.outcome_on,
        d.measure, d.measure_on, d.ending, d.ending_on
    FROM dossier d WHERE {_COUNTED} ORDER BY d.id
"""
_MELDERS = f"""
    SELECT m.dossier, m.melder, m.kind, m.relation
    FROM dossier d CROSS JOIN dossier_melder m ON m.dossier = d.id
    WHERE {_COUNTED} ORDER BY m.dossier, m.position
"""
_ACTIVITIES = """
    SELECT kind, hours FROM activity
    WHERE organisation = ?1 AND day >= ?2 AND day < ?3 ORDER BY day, id
"""
_FINDINGS: tuple[type[Finding], ...] = (Handling, Outcome, Measure, Ending)


def facts_in(database: Database, organisation: Organisation, period: ReportingYear) -> Facts:
    """Everything of one organisation and one reporting year that can be counted."""
    year = (organisation.id, period.start.isoformat(), period.end.isoformat())
    dossiers = database.all(_DOSSIERS, year)
    people = _melders(database.all(_MELDERS, year))
    there = Facts(
        organisation=organisation.name,
        period=period,
        tree=Subjects(database).tree(),
        remit=organisation.remit,
        columns=organisation.columns,
        hire_is_external=organisation.hire_is_external,
        talks=tuple(_talk(row) for row in database.all(_TALKS, year)),
        dossiers={row[0]: _dossier(row, people) for row in dossiers},
        findings=_findings(dossiers, period),
        activities=tuple(
            ActivityFact(ActivityKind(kind), hours)
            for kind, hours in database.all(_ACTIVITIES, year)
        ),
    )
    kept = (database, organisation.key, period.year)
    return with_remains(there, remains.rows(*kept), remains.counted(*kept))


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


def _findings(rows: list[Row], period: ReportingYear) -> tuple[FindingFact, ...]:
    """In the order in which they became known, then by dossier, then afhandeling to afloop."""
    known: list[tuple[date, FindingFact]] = []
    for id_, _, _, _, _, *pairs in rows:
        for kind, value, on in zip(_FINDINGS, pairs[::2], pairs[1::2], strict=True):
            if on is not None and (day := date.fromisoformat(on)) in period:
                known.append((day, FindingFact(id_, kind(value))))
    known.sort(key=lambda pair: pair[0])
    return tuple(fact for _, fact in known)
