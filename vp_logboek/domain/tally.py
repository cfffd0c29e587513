"""Exact counts of one year, each with its crowd, along the subject tree.

These are the counsellor's own figures. They are protected before anything leaves (disclosure).
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from vp_logboek.domain.activity import ActivityKind
from vp_logboek.domain.choice import Choice
from vp_logboek.domain.conversation import Channel, ConversationKind, Intervention, Referral
from vp_logboek.domain.counting import (
    EXTERNAL,
    INTERNAL,
    UNKNOWN,
    Counting,
    chosen_mark,
    found_mark,
)
from vp_logboek.domain.counts import Column, Count, Line, TallyTable
from vp_logboek.domain.dossier import (
    ContactKind,
    Ending,
    Handling,
    Measure,
    MelderKind,
    Outcome,
    Relation,
)
from vp_logboek.domain.facts import Facts, TalkFact
from vp_logboek.domain.period import ReportingYear
from vp_logboek.domain.subjects import MainClass
from vp_logboek.domain.tables import RowKind, TableCode, Unit

UNKNOWN_LABEL = "niet ingevuld"
_ORIGINS = (INTERNAL, EXTERNAL, UNKNOWN)
_MINUTES = 60


@dataclass(frozen=True, slots=True)
class Tally:
    """All exact tables of one organisation and one reporting year, in the order of TableCode."""

    organisation: str
    period: ReportingYear
    tables: tuple[TallyTable, ...]

    def table(self, code: TableCode) -> TallyTable:
        """The table with this code; every tally has them all."""
        return next(table for table in self.tables if table.code is code)

    @property
    def melders(self) -> int:
        """How many different people came: the total every protected table is measured against."""
        return self.table(TableCode.KEY).lines[0].number

    @classmethod
    def of(cls, facts: Facts) -> "Tally":
        """Count a year's facts."""
        counting = Counting(facts)
        return cls(facts.organisation, facts.period, tuple(build(counting) for build in _TABLES))


def _flat(
    code: TableCode,
    unit: Unit,
    entries: Sequence[tuple[str, str]],
    count: Callable[[Hashable], Count],
    total: Count | None,
) -> TallyTable:
    lines = tuple(Line(entry, label, (count(entry),)) for entry, label in entries)
    return TallyTable(code, (Column("aantal", unit),), lines, None if total is None else (total,))


def _entries(choices: Iterable[Choice], with_unknown: bool = False) -> list[tuple[str, str]]:
    listed = [(choice.value, choice.label) for choice in choices]
    return [*listed, (UNKNOWN, UNKNOWN_LABEL)] if with_unknown else listed


def _key_figures(counting: Counting) -> TallyTable:
    minutes = sum(talk.minutes for talk in counting.facts.talks)
    crowd = len(counting.people)
    columns = tuple(
        Column(u.label, u) for u in (Unit.MELDERS, Unit.TALKS, Unit.DOSSIERS, Unit.HOURS)
    )
    numbers = (
        crowd,
        len(counting.facts.talks),
        len(counting.active),
        _whole_hours(minutes / _MINUTES),
    )
    line = Line("totaal", "Totaal", tuple(Count(number, crowd) for number in numbers))
    return TallyTable(TableCode.KEY, columns, (line,))


def _whole_hours(hours: float) -> int:
    return int(hours + 0.5)


def _class_lines(
    counting: Counting, main: MainClass, count: Callable[[Hashable], Count]
) -> list[Line]:
    facts = counting.facts
    leaves = facts.tree.under(main)
    inside = [leaf for leaf in leaves if leaf.code not in facts.columns]
    outside = main not in facts.remit
    top = Line(
        main.value,
        main.label,
        (_sum(count(leaf.code) for leaf in inside),),
        main=main,
        outside=outside,
    )
    if outside:
        return [top]
    own = [leaf for leaf in leaves if leaf.code in facts.columns]
    return [
        top,
        *(Line(x.code, x.label, (count(x.code),), RowKind.LEAF, main.value, main) for x in inside),
        *(Line(x.code, x.label, (count(x.code),), RowKind.OWN_COLUMN, None, main) for x in own),
    ]


def _sum(counts: Iterable[Count]) -> Count:
    """A class's count. Its crowd is the sum too: in one table a person stands under one leaf."""
    listed = list(counts)
    return Count(sum(c.number for c in listed), sum(c.crowd for c in listed))


def _subject_table(
    code: TableCode,
    unit: Unit,
    counting: Counting,
    count: Callable[[Hashable], Count],
    total: Count,
) -> TallyTable:
    lines = tuple(line for main in MainClass for line in _class_lines(counting, main, count))
    return TallyTable(code, (Column("aantal", unit),), lines, (total,))


def _subjects(counting: Counting) -> TallyTable:
    count = counting.persons(lambda person: counting.subject(person.dossier.subject).code)
    return _subject_table(TableCode.SUBJECT, Unit.MELDERS, counting, count, counting.all_melders)


def _talk_subjects(counting: Counting) -> TallyTable:
    """Talks by their own subject. A class's crowd is counted anew: one person may have talks under
    several of its leaves.
    """
    count = counting.talks(lambda talk: counting.subject(talk.subject).code)
    columns = counting.facts.columns
    in_class = counting.talks(
        lambda talk: (
            None
            if counting.subject(talk.subject).code in columns
            else counting.subject(talk.subject).main.value
        )
    )
    table = _subject_table(TableCode.TALK_SUBJECT, Unit.TALKS, counting, count, counting.all_talks)
    lines = (
        replace(line, counts=(in_class(line.code),)) if line.kind is RowKind.TOP else line
        for line in table.lines
    )
    return replace(table, lines=tuple(lines))


def _contact(counting: Counting) -> TallyTable:
    count = counting.persons(lambda person: person.dossier.kind.value)
    return _flat(
        TableCode.CONTACT, Unit.MELDERS, _entries(ContactKind), count, counting.all_melders
    )


def _origin(counting: Counting) -> TallyTable:
    """Intern, extern and unknown; under the first two the kinds of melder they consist of."""
    by_kind = counting.persons(lambda person: person.fact.kind)
    by_origin = counting.persons(lambda person: counting.origin(person.fact.kind))
    lines: list[Line] = []
    for origin in _ORIGINS:
        lines.append(Line(origin, _origin_label(origin), (by_origin(origin),)))
        kinds = [kind for kind in MelderKind if counting.origin(kind) == origin]
        lines += [
            Line(f"type_{k.value}", k.label, (by_kind(k),), RowKind.LEAF, origin) for k in kinds
        ]
    return TallyTable(
        TableCode.ORIGIN, (Column("aantal", Unit.MELDERS),), tuple(lines), (counting.all_melders,)
    )


def _subject_origin(counting: Counting) -> TallyTable:
    """Classes and columns of one's own, each crossed with intern, extern and unknown."""
    count = counting.persons(
        lambda person: (
            counting.subject(person.dossier.subject).code,
            counting.origin(person.fact.kind),
        )
    )
    per_origin = counting.persons(lambda person: counting.origin(person.fact.kind))

    def of_origins(leaves: Sequence[str]) -> tuple[Count, ...]:
        return tuple(_sum(count((leaf, origin)) for leaf in leaves) for origin in _ORIGINS)

    lines = tuple(
        replace(line, counts=of_origins(_leaves_of(line, counting.facts)))
        for main in MainClass
        for line in _class_lines(counting, main, lambda _: Count())
        if line.kind is not RowKind.LEAF
    )
    columns = tuple(Column(_origin_label(origin), Unit.MELDERS) for origin in _ORIGINS)
    total = tuple(per_origin(origin) for origin in _ORIGINS)
    return TallyTable(TableCode.SUBJECT_ORIGIN, columns, lines, total)


def _leaves_of(line: Line, facts: Facts) -> list[str]:
    """The codes of the leaves that are counted in a class or in a column of its own."""
    if line.main is None or line.kind is RowKind.OWN_COLUMN:
        return [line.code]
    return [leaf.code for leaf in facts.tree.under(line.main) if leaf.code not in facts.columns]


def _origin_label(origin: str) -> str:
    return UNKNOWN_LABEL if origin == UNKNOWN else origin


def _relation(counting: Counting) -> TallyTable:
    count = counting.persons(lambda person: person.fact.relation or UNKNOWN)
    entries = _entries(Relation, with_unknown=True)
    return _flat(TableCode.RELATION, Unit.MELDERS, entries, count, counting.all_melders)


def _contact_origin(counting: Counting) -> TallyTable:
    """New dossiers of the year by aard, crossed with the origin of their first melder."""
    new = [n for n in counting.active if counting.facts.dossiers[n].opened_in_year]

    def origin(number: int) -> str:
        melders = counting.facts.dossiers[number].melders
        return counting.origin(melders[0].kind) if melders else UNKNOWN

    count = counting.by_dossier(((counting.facts.dossiers[n].kind, origin(n)), n) for n in new)
    per_origin = counting.by_dossier((origin(n), n) for n in new)
    columns = tuple(Column(_origin_label(origin), Unit.DOSSIERS) for origin in _ORIGINS)
    lines = tuple(
        Line(kind.value, kind.label, tuple(count((kind, origin)) for origin in _ORIGINS))
        for kind in ContactKind
    )
    total = tuple(per_origin(origin) for origin in _ORIGINS)
    return TallyTable(TableCode.CONTACT_ORIGIN, columns, lines, total)


def _dossier_state(counting: Counting) -> TallyTable:
    """Nieuw and lopend add up to the dossiers with talks this year; afgesloten stands apart."""
    facts = counting.facts
    new = [n for n in counting.active if facts.dossiers[n].opened_in_year]
    running = [n for n in counting.active if not facts.dossiers[n].opened_in_year]
    closed = [n for n, dossier in facts.dossiers.items() if dossier.closed_in_year]
    states = (("nieuw", new), ("lopend", running), ("afgesloten", closed))
    count = counting.by_dossier((name, n) for name, numbers in states for n in numbers)
    entries = [
        ("nieuw", "nieuw in dit jaar"),
        ("lopend", "lopend uit een eerder jaar"),
        ("afgesloten", "afgesloten in dit jaar"),
    ]
    return _flat(TableCode.DOSSIER_STATE, Unit.DOSSIERS, entries, count, None)


def _talk_kind(counting: Counting) -> TallyTable:
    count = counting.talks(lambda talk: talk.kind.value)
    return _flat(
        TableCode.TALK_KIND, Unit.TALKS, _entries(ConversationKind), count, counting.all_talks
    )


def _channel(counting: Counting) -> TallyTable:
    count = counting.talks(lambda talk: talk.channel.value)
    return _flat(TableCode.CHANNEL, Unit.TALKS, _entries(Channel), count, counting.all_talks)


def _at_least_once(
    code: TableCode,
    counting: Counting,
    choices: Iterable[Choice],
    chosen: Callable[[TalkFact], Iterable[Choice]],
) -> TallyTable:
    """Melders with at least one talk for which the entry was ticked: does not add up."""
    keys = (
        (choice.value, melder.melder)
        for talk in counting.facts.talks
        for choice in chosen(talk)
        for melder in counting.uncounted(
            counting.facts.dossiers[talk.dossier], chosen_mark(code, choice)
        )
    )
    return _flat(code, Unit.MELDERS, _entries(choices), counting.melders(keys), None)


def _interventions(counting: Counting) -> TallyTable:
    return _at_least_once(
        TableCode.INTERVENTIONS, counting, Intervention, lambda talk: talk.interventions
    )


def _referrals(counting: Counting) -> TallyTable:
    named = [referral for referral in Referral if referral is not Referral.NONE]
    return _at_least_once(TableCode.REFERRALS, counting, named, lambda talk: talk.referrals)


def _finding_table(code: TableCode, choices: type[Choice]) -> Callable[[Counting], TallyTable]:
    """Melders by what became known in the year, each once: by what became known first."""

    def build(counting: Counting) -> TallyTable:
        first: dict[int, str] = {}
        for finding in counting.facts.findings:
            if isinstance(finding.value, choices):
                dossier = counting.facts.dossiers[finding.dossier]
                for melder in counting.uncounted(dossier, found_mark(code)):
                    first.setdefault(melder.melder, finding.value.value)
        count = counting.melders((value, melder) for melder, value in first.items())
        return _flat(code, Unit.MELDERS, _entries(choices), count, Count(len(first), len(first)))

    return build


def _activities(counting: Counting) -> TallyTable:
    def counts(kind: ActivityKind) -> tuple[Count, ...]:
        hours = [activity.hours for activity in counting.facts.activities if activity.kind is kind]
        return Count(len(hours)), Count(_whole_hours(sum(hours)))

    columns = (Column("aantal", Unit.ACTIVITIES), Column("uren", Unit.HOURS))
    lines = tuple(Line(kind.value, kind.label, counts(kind)) for kind in ActivityKind)
    return TallyTable(TableCode.ACTIVITIES, columns, lines)


_TABLES: tuple[Callable[[Counting], TallyTable], ...] = (
    _key_figures,
    _subjects,
    _talk_subjects,
    _contact,
    _origin,
    _subject_origin,
    _relation,
    _contact_origin,
    _dossier_state,
    _talk_kind,
    _channel,
    _interventions,
    _referrals,
    _finding_table(TableCode.HANDLING, Handling),
    _finding_table(TableCode.OUTCOME, Outcome),
    _finding_table(TableCode.MEASURE, Measure),
    _finding_table(TableCode.ENDING, Ending),
    _activities,
)
