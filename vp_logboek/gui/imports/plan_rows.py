"""The dry run as rows: what each row becomes, or why it is refused."""

import re

from vp_logboek.gui.widgets.rows import Head, Row
from vp_logboek.messages import in_words
from vp_logboek.services.import_table import Field, PlannedRow

HEADS = (
    Head("Rij", figures=True),
    Head("Wordt"),
    Head("Waarom niet"),
    Head("Datum"),
    Head("Onderwerp"),
    Head("Soort gesprek"),
    Head("Dossier"),
    Head("Organisatie"),
)
REASON, SUBJECT, KIND, DOSSIER, ORGANISATION = 2, 4, 5, 6, 7
_FOR_THE_COMMAND_LINE = re.compile(r": --\w+( \w+)?")


def planned(row: PlannedRow) -> Row[PlannedRow]:
    """One row of the dry run; nothing of its note is in it.

    Of a row that is refused it is not known whether it is the first of its dossier. A word that is
    refused stands there as it was typed, between quotation marks: so it can be found in the list.
    """
    cells = (
        str(row.number),
        row.becomes,
        _FOR_THE_COMMAND_LINE.sub("", row.problem),
        _typed(row, Field.DATE) or ("" if row.on is None else in_words(row.on)),
        _typed(row, Field.SUBJECT) or row.subject,
        "" if row.problem else row.kind,
        row.dossier,
        _typed(row, Field.ORGANISATION) or row.organisation,
    )
    return Row(row, cells)


def _typed(row: PlannedRow, field: Field) -> str:
    return f"“{row.typed[field]}”" if field in row.typed else ""
