"""Rows put together: those with one key and one organisation become one dossier with its talks."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.dossier import ContactKind, Dossier, DossierMelder, Finding, Known
from vp_logboek.domain.organisation import Organisation
from vp_logboek.services.import_rows import Row, same

T = TypeVar("T")
F = TypeVar("F", bound=Finding)
Dated = tuple[date, Row]


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one dossier, in the order of the file. ``organisation`` None: not known yet."""

    organisation: Organisation | None
    key: str
    rows: tuple[Row, ...]

    def by_date(self) -> "list[Dated]":
        """The rows with their date, the oldest first; those of one day as in the file."""
        dated = [(row.on, row) for row in self.rows if row.on is not None]
        return sorted(dated, key=lambda pair: pair[0])


@dataclass(frozen=True, slots=True)
class PlannedDossier:
    """A dossier with its talks in order of date, fit to be saved.

    ``people`` says who the dossier's melders are, as numbers within the plan: the same number is
    the same person. No key and no name of the table is kept.
    """

    dossier: Dossier
    people: tuple[int, ...]
    talks: tuple[Conversation, ...]


def grouped(rows: Iterable[Row], default: Organisation | None) -> list[Group]:
    """Rows by dossier and organisation. A row without a key is a dossier of its own.

    A row that names no organisation is of the one that other rows of its dossier name, else of the
    ``default``.
    """
    listed = list(rows)
    named: dict[str, Organisation] = {}
    for row in listed:
        if row.dossier and row.organisation is not None:
            named.setdefault(same(row.dossier), row.organisation)
    groups: dict[tuple[str | int, str | None], tuple[Organisation | None, list[Row]]] = {}
    for row in listed:
        key = same(row.dossier) or row.number
        organisation = row.organisation or named.get(same(row.dossier), default)
        name = None if organisation is None else organisation.name
        groups.setdefault((key, name), (organisation, []))[1].append(row)
    return [
        Group(organisation, members[0].dossier, tuple(members))
        for organisation, members in groups.values()
    ]


class People:
    """Gives every melder of a table a number: the same value in an organisation is one person."""

    def __init__(self, has_column: bool) -> None:
        self.has_column = has_column
        self._numbers: dict[tuple[int, str], int] = {}
        self._count = 0

    def of(self, organisation: int, melder: str) -> int:
        """The number of this melder; "" is always somebody new."""
        key = (organisation, melder)
        if not melder or key not in self._numbers:
            self._count += 1
            self._numbers[key] = self._count
        return self._numbers[key]


def planned(group: Group, organisation: int, people: People) -> PlannedDossier | None:
    """The dossier of these rows; None while there is no date or no subject."""
    by_date = group.by_date()
    subjects = next((row.subjects for row in group.rows if row.subjects), None)
    if not by_date or subjects is None:
        return None
    names = _names(group, people)
    dossier = Dossier(
        organisation=organisation,
        opened=by_date[0][0],
        subject=subjects[0],
        kind=_first(group.rows, lambda row: row.contact) or ContactKind.MELDING,
        melders=tuple(_melder(group, name, name == names[0]) for name in names),
        further_subjects=subjects[1:],
        closed=closing(by_date),
        came_via=_first(group.rows, lambda row: row.came_via),
        handling=_known(by_date, lambda row: row.handling),
        outcome=_known(by_date, lambda row: row.outcome),
        measure=_known(by_date, lambda row: row.measure),
        ending=_known(by_date, lambda row: row.ending),
    )
    talks = tuple(_talk(dated, place, subjects[0]) for place, dated in enumerate(by_date))
    return PlannedDossier(dossier, tuple(people.of(organisation, name) for name in names), talks)


def closing(by_date: Sequence[Dated]) -> date | None:
    """The day the dossier was closed, as the last talk that says so has it."""
    return _first([row for _, row in reversed(by_date)], lambda row: row.closed)


def _first(rows: Iterable[Row], value: Callable[[Row], T | None]) -> T | None:
    return next((found for row in rows if (found := value(row)) is not None), None)


def _known(by_date: Sequence[Dated], value: Callable[[Row], F | None]) -> Known[F] | None:
    """What became known, on the day of the talk that first says it; a later other value wins."""
    known: Known[F] | None = None
    for on, row in by_date:
        found = value(row)
        if found is not None and (known is None or known.value != found):
            known = Known(found, on)
    return known


def _names(group: Group, people: People) -> list[str]:
    """The melders of a dossier. One that names nobody has one, unless it is a signal."""
    named = list(dict.fromkeys(row.melder for row in group.rows if row.melder))
    return named or ([] if is_without_melder(group, people) else [""])


def is_without_melder(group: Group, people: People) -> bool:
    """Whether this is a signal without a melder: there is a column for them and it is empty."""
    contact = _first(group.rows, lambda row: row.contact)
    unnamed = not any(row.melder for row in group.rows)
    return people.has_column and unnamed and contact is ContactKind.SIGNAL


def _melder(group: Group, name: str, is_first: bool) -> DossierMelder:
    """What the rows of this melder say first; a row that names nobody is about the first one."""
    rows = [row for row in group.rows if row.melder == name or (is_first and not row.melder)]
    return DossierMelder(
        kind=_first(rows, lambda row: row.melder_kind),
        role=_first(rows, lambda row: row.role),
        relation=_first(rows, lambda row: row.relation),
    )


def _talk(dated: Dated, place: int, subject: str) -> Conversation:
    on, row = dated
    own = row.subjects[0] if row.subjects else subject
    return Conversation(
        on=on,
        kind=row.kind or (ConversationKind.FOLLOW_UP if place else ConversationKind.FIRST),
        channel=row.channel or Channel.IN_PERSON,
        subject=None if own == subject else own,
        minutes=row.minutes,
        interventions=row.interventions,
        referrals=row.referrals,
        note=row.note,
    )
