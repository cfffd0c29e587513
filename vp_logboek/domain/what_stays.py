"""What a dossier leaves behind when it is destroyed: its share of a year.

Who is in two dossiers of a year counts once. So each dossier has its share of such a person: the
marks (see ``counting``) for which it came first. That share stays behind, and the marks with it, so
that the dossiers that are still there do not count them once more.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from vp_logboek.domain.conversation import Referral
from vp_logboek.domain.counting import IN_CROWD, PLACED, chosen_mark, found_mark
from vp_logboek.domain.dossier import Ending, Finding, Handling, Measure, Outcome
from vp_logboek.domain.facts import DossierFact, Facts, FindingFact, TalkFact
from vp_logboek.domain.remains import Marks, MelderRemains, Remains
from vp_logboek.domain.tables import TableCode

_Of = TypeVar("_Of", TalkFact, FindingFact)

FINDINGS: dict[TableCode, type[Finding]] = {
    TableCode.HANDLING: Handling,
    TableCode.OUTCOME: Outcome,
    TableCode.MEASURE: Measure,
    TableCode.ENDING: Ending,
}


def remains_of(
    facts: Facts, dossiers: Collection[int]
) -> tuple[tuple[Remains, ...], dict[int, Marks]]:
    """What stays of these dossiers in this year, and which marks of their melders that counts.

    A dossier that counts nowhere in this year leaves nothing.
    """
    shares, chosen = _shares(facts), frozenset(dossiers)
    leaving = [number for number in facts.dossiers if number in chosen]
    talks, findings = _grouped(facts.talks, chosen), _grouped(facts.findings, chosen)
    rows, counted = [], dict[int, Marks]()
    for number in leaving:
        dossier, held, known = facts.dossiers[number], talks[number], findings[number]
        own = {m.melder: shares.get((number, m.melder), frozenset()) for m in dossier.melders}
        if not held and not dossier.closed_in_year and not any(own.values()):
            continue
        rows.append(_remains(dossier, held, known, own))
        for melder, marks in own.items():
            counted[melder] = counted.get(melder, frozenset()) | marks
    return tuple(rows), counted


def _grouped(things: Iterable[_Of], dossiers: frozenset[int]) -> dict[int, list[_Of]]:
    groups: dict[int, list[_Of]] = {number: [] for number in dossiers}
    for thing in things:
        if thing.dossier in groups:
            groups[thing.dossier].append(thing)
    return groups


def _shares(facts: Facts) -> dict[tuple[int, int], Marks]:
    """For each dossier and melder the marks for which this dossier came first."""
    first: dict[tuple[int, str], int] = {}
    for melder, mark, number in _claims(facts):
        if mark not in facts.counted.get(melder, ()):
            first.setdefault((melder, mark), number)
    shares: dict[tuple[int, int], set[str]] = {}
    for (melder, mark), number in first.items():
        shares.setdefault((number, melder), set()).add(mark)
    return {key: frozenset(marks) for key, marks in shares.items()}


def _claims(facts: Facts) -> Iterator[tuple[int, str, int]]:
    """Each melder, mark and dossier, in the order in which the year is counted."""
    for talk in facts.talks:
        for person in facts.dossiers[talk.dossier].melders:
            yield person.melder, PLACED, talk.dossier
            yield person.melder, IN_CROWD, talk.dossier
            for mark in _chosen(talk):
                yield person.melder, mark, talk.dossier
    for finding in facts.findings:
        for person in facts.dossiers[finding.dossier].melders:
            yield person.melder, _found(finding.value), finding.dossier
    for number, dossier in facts.dossiers.items():
        if dossier.closed_in_year:
            for person in dossier.melders:
                yield person.melder, IN_CROWD, number


def _chosen(talk: TalkFact) -> Iterator[str]:
    for intervention in talk.interventions:
        yield chosen_mark(TableCode.INTERVENTIONS, intervention)
    for referral in talk.referrals - {Referral.NONE}:
        yield chosen_mark(TableCode.REFERRALS, referral)


def _found(value: Finding) -> str:
    return next(found_mark(table) for table, kind in FINDINGS.items() if isinstance(value, kind))


def _remains(
    dossier: DossierFact,
    talks: Sequence[TalkFact],
    findings: Sequence[FindingFact],
    own: Mapping[int, Marks],
) -> Remains:
    marks = frozenset[str]().union(*own.values())
    known = {_found(finding.value): finding.value for finding in findings}
    opened = dossier.opened_in_year and bool(talks)
    return Remains(
        kind=dossier.kind,
        subject=dossier.subject if PLACED in marks else None,
        opened_in_year=opened,
        closed_in_year=dossier.closed_in_year,
        subjects=tuple(sorted(talk.subject for talk in talks)),
        kinds=tuple(sorted(talk.kind for talk in talks)),
        channels=tuple(sorted(talk.channel for talk in talks)),
        minutes=sum(talk.minutes for talk in talks),
        findings=tuple(value for mark, value in sorted(known.items()) if mark in marks),
        melders=_people(dossier, own, opened),
    )


def _people(
    dossier: DossierFact, own: Mapping[int, Marks], opened: bool
) -> tuple[MelderRemains, ...]:
    """The first melder, whose kind a table of new dossiers asks for, and the others that count."""
    people = []
    for place, person in enumerate(dossier.melders):
        marks = own[person.melder]
        placed = PLACED in marks
        first = opened and place == 0
        if marks or first:
            kind = person.kind if placed or first else None
            people.append(MelderRemains(kind, person.relation if placed else None, marks))
    fixed = 1 if opened else 0
    return (*people[:fixed], *sorted(people[fixed:], key=_order))


def _order(person: MelderRemains) -> tuple[str, str, list[str]]:
    return str(person.kind), str(person.relation), sorted(person.counts)
