"""The dry run as rows: what each row becomes, or why it is refused."""

from vp_logboek.gui.widgets.rows import Head, Row
from vp_logboek.messages import in_words
from vp_logboek.services.import_table import PlannedRow

HEADS = (
    Head("Rij", figures=True),
    Head("Datum"),
    Head("Dossier"),
    Head("Organisatie"),
    Head("Onderwerp"),
    Head("Soort gesprek"),
    Head("Wordt"),
    Head("Waarom niet"),
)
ORGANISATION, REASON = 3, 7


def planned(row: PlannedRow) -> Row[PlannedRow]:
    """One row of the dry run; nothing of its note is in it."""
    cells = (
        str(row.number),
        "" if row.on is None else in_words(row.on),
        row.dossier,
        row.organisation,
        row.subject,
        row.kind,
        row.becomes,
        row.problem,
    )
    return Row(row, cells)
