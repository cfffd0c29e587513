"""What an import would do: a table of what each row becomes, and why a row is refused."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from vp_logboek.domain.errors import OrganisationNeeded, UnknownOrganisation
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.subjects import MainClass, Subject, SubjectTree
from vp_logboek.services.import_dossiers import Group, People, PlannedDossier, grouped, planned
from vp_logboek.services.import_dry_run import PlannedRow, shown, words_of
from vp_logboek.services.import_fields import Fields
from vp_logboek.services.import_headers import Field
from vp_logboek.services.import_notices import notices
from vp_logboek.services.import_rows import RowReader, same
from vp_logboek.services.import_subjects import SubjectReader
from vp_logboek.services.tables import Table


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What each row becomes, the dossiers that come of them and what the user should know.

    ``made`` are the leaves the tree does not have; their codes hold within the plan.
    """

    rows: tuple[PlannedRow, ...]
    dossiers: tuple[PlannedDossier, ...]
    made: tuple[Subject, ...]
    notices: tuple[str, ...]

    @property
    def refused(self) -> tuple[PlannedRow, ...]:
        """The rows that cannot be taken over: while there is one, nothing is."""
        return tuple(row for row in self.rows if row.problem)

    @property
    def new_subjects(self) -> tuple[tuple[str, MainClass], ...]:
        """The label and main class of every subject that will be made."""
        return tuple((leaf.label, leaf.main) for leaf in self.made)

    @property
    def talks(self) -> int:
        """How many talks will be taken over."""
        return sum(len(dossier.talks) for dossier in self.dossiers)

    def summary(self) -> str:
        """One Dutch sentence with what will come of it, or how many rows are refused."""
        if self.refused:
            many = f"{len(self.refused)} van de {len(self.rows)} rijen"
            return f"{many} kan het programma niet overnemen."
        return f"{counted(self.talks, len(self.dossiers))}."


def counted(talks: int, dossiers: int) -> str:
    """How much it is, in Dutch."""
    first = "1 gesprek" if talks == 1 else f"{talks} gesprekken"
    return f"{first} in {'1 dossier' if dossiers == 1 else f'{dossiers} dossiers'}"


def plan_rows(plan: ImportPlan) -> list[tuple[str, ...]]:
    """The dry run as a table of words, its headers first."""
    return words_of(plan.rows)


def plan_import(
    table: Table,
    fields: Fields,
    tree: SubjectTree,
    organisations: Sequence[Organisation],
    today: date,
    organisation: str | None = None,
    main: MainClass | None = None,
) -> ImportPlan:
    """Plan taking over a table; nothing is written and no logbook is needed.

    ``organisation`` is the one of rows that name none; ``main`` the class for unknown subjects.
    Raises UnknownOrganisation, and OrganisationNeeded when it cannot be told at all.
    """
    known = {same(one.name): one for one in organisations}
    default = _default(known, organisation, Field.ORGANISATION in fields)
    subjects = SubjectReader(tree, main)
    reader = RowReader(fields, len(table.headers), subjects, known, today)
    rows = [reader.read(number, cells) for number, cells in table.numbered()]
    groups = grouped(rows, default)
    people = People(Field.MELDER in fields)
    rows_shown = [row for group in groups for row in shown(group, subjects.tree)]
    return ImportPlan(
        tuple(sorted(rows_shown, key=lambda row: row.number)),
        tuple(_dossiers(groups, people)),
        tuple(subjects.made),
        tuple(notices(table, fields, groups, people, subjects.made)),
    )


def _default(
    known: Mapping[str, Organisation], chosen: str | None, has_column: bool
) -> Organisation | None:
    names = tuple(organisation.name for organisation in known.values())
    if chosen is not None:
        if same(chosen) not in known:
            raise UnknownOrganisation(chosen, names)
        return known[same(chosen)]
    if len(known) == 1:
        return next(iter(known.values()))
    if not has_column:
        raise OrganisationNeeded(names)
    return None


def _dossiers(groups: Iterable[Group], people: People) -> list[PlannedDossier]:
    """The dossiers in the order in which they were opened: that is how they are numbered."""
    found = (
        planned(group, group.organisation.id, people)
        for group in groups
        if group.organisation is not None and group.organisation.id is not None
    )
    return sorted((one for one in found if one is not None), key=lambda one: one.dossier.opened)
