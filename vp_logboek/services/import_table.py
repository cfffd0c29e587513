"""Taking over a registration: read it, plan it, do it as a whole, undo it in one step."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from vp_logboek.domain.dossier import Dossier, DossierMelder
from vp_logboek.domain.errors import ImportNotUndoable, RowsRefused
from vp_logboek.services.import_dossiers import PlannedDossier
from vp_logboek.services.import_dry_run import PlannedRow
from vp_logboek.services.import_fields import Fields, find_fields, recognise_fields
from vp_logboek.services.import_headers import Field
from vp_logboek.services.import_plan import (
    ImportPlan,
    counted,
    plan_import,
    plan_rows,
)
from vp_logboek.services.tables import Table, read_table
from vp_logboek.store.imports import Import
from vp_logboek.store.logbook import Logbook

__all__ = [
    "Field",
    "Fields",
    "Import",
    "ImportPlan",
    "ImportResult",
    "PlannedRow",
    "Table",
    "can_undo",
    "find_fields",
    "last_import",
    "plan_import",
    "plan_rows",
    "read_table",
    "recognise_fields",
    "run_import",
    "undo_import",
]


@dataclass(frozen=True, slots=True)
class ImportResult:
    """How much was taken over; ``new_subjects`` are the labels of the leaves that were made."""

    talks: int
    dossiers: int
    melders: int
    new_subjects: tuple[str, ...]
    import_id: int

    def summary(self) -> str:
        """One Dutch sentence."""
        melders = "1 melder" if self.melders == 1 else f"{self.melders} melders"
        return f"Overgenomen: {counted(self.talks, self.dossiers)}, van {melders}."


def run_import(
    logbook: Logbook,
    plan: ImportPlan,
    today: date,
    label: str,
    told: Callable[[int], object] = lambda _: None,
) -> ImportResult:
    """Take over everything a plan has, in one transaction; ``label`` is the name of the table.

    ``told`` hears how many dossiers are done; what it raises stops the import, and nothing is taken
    over. Raises RowsRefused when a row is refused: then nothing is taken over either. Raises
    NotSaved and ReadOnlyPlace.
    """
    if plan.refused:
        raise RowsRefused(tuple((row.number, row.problem) for row in plan.refused))
    with logbook.transaction():
        doing = _Import(logbook, logbook.imports.begin(today, label))
        doing.make_subjects(plan)
        for done, planned in enumerate(plan.dossiers):
            told(done)
            doing.take_over(planned)
    return ImportResult(
        talks=plan.talks,
        dossiers=len(plan.dossiers),
        melders=len(doing.melders),
        new_subjects=tuple(label for label, _ in plan.new_subjects),
        import_id=doing.id,
    )


class _Import:
    """An import under way: what the numbers and codes of the plan have become."""

    def __init__(self, logbook: Logbook, id_: int) -> None:
        self.id = id_
        self.melders: dict[int, int | None] = {}
        self._logbook = logbook
        self._codes: dict[str, str] = {}

    def make_subjects(self, plan: ImportPlan) -> None:
        """Make the new leaves; one that was made after the plan is taken as it is."""
        tree = self._logbook.subjects.tree()
        made = []
        for leaf in plan.made:
            found = tree.find(leaf.label)
            if found is None:
                tree, found = tree.with_custom(leaf.label, leaf.main)
                made.append(found.code)
            self._codes[leaf.code] = found.code
        if made:
            self._logbook.subjects.save(tree)
            self._logbook.imports.mark_subjects(self.id, made)

    def take_over(self, planned: PlannedDossier) -> None:
        """Save one dossier and its talks."""
        saved = self._save_dossier(planned)
        for talk in planned.talks:
            subject = None if talk.subject is None else self._code(talk.subject)
            self._logbook.conversations.save(
                replace(talk, dossier=saved.id, subject=subject), imported=self.id
            )

    def _save_dossier(self, planned: PlannedDossier) -> Dossier:
        melders = tuple(map(self._numbered, planned.dossier.melders, planned.people))
        dossier = replace(
            planned.dossier,
            subject=self._code(planned.dossier.subject),
            further_subjects=tuple(map(self._code, planned.dossier.further_subjects)),
            melders=melders,
        )
        saved = self._logbook.dossiers.save(dossier, imported=self.id)
        for person, melder in zip(planned.people, saved.melders, strict=True):
            self.melders[person] = melder.melder
        return saved

    def _numbered(self, melder: DossierMelder, person: int) -> DossierMelder:
        return replace(melder, melder=self.melders.get(person))

    def _code(self, planned: str) -> str:
        return self._codes.get(planned, planned)


def last_import(logbook: Logbook) -> Import | None:
    """The latest import; None when there is none."""
    return logbook.imports.last()


def can_undo(logbook: Logbook, import_id: int) -> bool:
    """Whether none of its rows was changed or counted in an issued year."""
    return not logbook.imports.is_counted(import_id) and not logbook.imports.is_changed(import_id)


def undo_import(logbook: Logbook, import_id: int) -> None:
    """Take out everything an import added, and the subjects it made that nothing else uses.

    Raises ImportNotUndoable when a row was changed or counted since, and Gone.
    """
    with logbook.transaction():
        if logbook.imports.is_counted(import_id):
            raise ImportNotUndoable(counted=True)
        if logbook.imports.is_changed(import_id):
            raise ImportNotUndoable(counted=False)
        logbook.imports.remove(import_id)
