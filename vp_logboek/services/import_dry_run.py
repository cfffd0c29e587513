"""The dry run: what each row becomes, or why it is refused, before anything is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from vp_logboek.domain.conversation import ConversationKind
from vp_logboek.domain.subjects import SubjectTree
from vp_logboek.services.import_dossiers import Group
from vp_logboek.services.import_headers import Field
from vp_logboek.services.import_rows import Row

REFUSED = "geweigerd"
NEW_DOSSIER = "nieuw dossier"
NO_SUBJECT = "Geen rij van dit dossier noemt een onderwerp. Vul bij één rij een onderwerp in."
NO_ORGANISATION = (
    "Van deze rij is de organisatie niet bekend. Vul de organisatie in, of kies er een voor "
    "alle rijen: --organisatie."
)
CLOSED_TOO_SOON = (
    "Het dossier is hier gesloten voor het eerste gesprek. Kijk of beide datums kloppen."
)
_HEADERS = (
    "rij", "datum", "dossier", "organisatie", "onderwerp", "soort gesprek", "wordt", "reden",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row of the dry run. ``number`` is its row in the file (the first row is 1).

    ``becomes`` is Dutch; ``problem`` says why it is refused, or is "". ``dossier`` is the key as
    the table has it, for the screen only. So is ``typed``: what stands in a cell that was refused.
    """

    number: int
    on: date | None
    dossier: str
    organisation: str
    subject: str
    kind: str
    becomes: str
    problem: str = ""
    typed: Mapping[Field, str] = field(default_factory=dict, repr=False)


def shown(group: Group, tree: SubjectTree) -> list[PlannedRow]:
    """What the rows of one dossier become."""
    by_date = group.by_date()
    opened, first = (by_date[0][0], by_date[0][1].number) if by_date else (None, None)
    subject = next((row.subjects[0] for row in group.rows if row.subjects), None)
    without = [] if any(row.names_subject for row in group.rows) else [NO_SUBJECT]
    rows = []
    for row in group.rows:
        codes = row.subjects or ((subject,) if subject is not None else ())
        label = ", ".join(map(tree.full_label, codes))
        problems = [*row.problems, *without, *_problems_in_dossier(row, group, opened)]
        rows.append(_shown_row(row, group, label, row.number == first, " ".join(problems)))
    return rows


def _problems_in_dossier(row: Row, group: Group, opened: date | None) -> list[str]:
    """What only shows when a row is seen with the rows of its dossier."""
    found = []
    if group.organisation is None and not row.problems:
        found.append(NO_ORGANISATION)
    if row.closed is not None and opened is not None and row.closed < opened:
        found.append(CLOSED_TOO_SOON)
    return found


def _shown_row(row: Row, group: Group, subject: str, is_first: bool, problem: str) -> PlannedRow:
    kind = row.kind or (ConversationKind.FIRST if is_first else ConversationKind.FOLLOW_UP)
    follows = f"vervolg in dossier {group.key}"
    return PlannedRow(
        number=row.number,
        on=row.on,
        dossier=row.dossier,
        organisation="" if group.organisation is None else group.organisation.name,
        subject=subject,
        kind=kind.label,
        becomes=REFUSED if problem else NEW_DOSSIER if is_first else follows,
        problem=problem,
        typed=row.typed,
    )


def words_of(rows: Iterable[PlannedRow]) -> list[tuple[str, ...]]:
    """Rows as a table of words, its headers first; nothing that was typed in a refused cell."""
    return [
        _HEADERS,
        *(
            (
                str(row.number),
                "" if row.on is None else row.on.isoformat(),
                row.dossier,
                row.organisation,
                row.subject,
                row.kind,
                row.becomes,
                row.problem,
            )
            for row in rows
        ),
    ]
