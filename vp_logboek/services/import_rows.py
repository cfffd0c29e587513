"""From a row of a registration to domain values, with the reasons why it cannot be taken over."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from vp_logboek.domain.choice import Choice
from vp_logboek.domain.conversation import Channel, ConversationKind, Intervention, Referral
from vp_logboek.domain.dossier import (
    CameVia,
    ContactKind,
    Ending,
    Handling,
    Measure,
    MelderKind,
    Outcome,
    Relation,
    Role,
)
from vp_logboek.domain.organisation import Organisation
from vp_logboek.services.import_cells import (
    CellRefused,
    is_not_known,
    read_choice,
    read_choices,
    read_minutes,
)
from vp_logboek.services.import_dates import read_date
from vp_logboek.services.import_fields import Fields
from vp_logboek.services.import_headers import Field, folded
from vp_logboek.services.import_subjects import LONGEST_LABEL, SubjectReader
from vp_logboek.services.tables import Cell, cell_text

_NOBODY = frozenset({"anoniem", "geen", "onbekendemelder"})
_NO_DOSSIER = frozenset({"geen"})

C = TypeVar("C", bound=Choice)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row:
    """What one row says. None, or nothing: the cell is empty.

    ``dossier`` is the key as it stands in the table, ``melder`` is only fit to be compared: neither
    is ever stored. ``names_subject``: there is something in the cell, understood or not. ``typed``
    is what stands in a cell that was refused, of a date, a subject or an organisation: it is for
    the screen only.
    """

    number: int
    on: date | None
    dossier: str
    melder: str
    organisation: Organisation | None
    subjects: tuple[str, ...]
    names_subject: bool
    kind: ConversationKind | None
    channel: Channel | None
    minutes: int | None
    contact: ContactKind | None
    melder_kind: MelderKind | None
    role: Role | None
    relation: Relation | None
    came_via: CameVia | None
    interventions: frozenset[Intervention]
    referrals: frozenset[Referral]
    handling: Handling | None
    outcome: Outcome | None
    measure: Measure | None
    ending: Ending | None
    closed: date | None
    note: str
    problems: tuple[str, ...]
    typed: Mapping[Field, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class RowReader:
    """Reads the rows of one table. ``width`` is the number of columns its header line has."""

    fields: Fields
    width: int
    subjects: SubjectReader
    organisations: Mapping[str, Organisation]
    today: date

    def read(self, number: int, cells: Sequence[Cell]) -> Row:
        """What this row says, and every reason why it cannot be taken over."""
        return _Reading(self, cells).row(number)


def same(text: str) -> str:
    """A key fit to be compared: whatever its capitals and spaces."""
    return " ".join(text.split()).casefold()


def _as_typed(cell: Cell) -> str:
    """What stands in a cell, a day as one writes it."""
    return f"{cell.day}-{cell.month}-{cell.year}" if isinstance(cell, date) else cell_text(cell)


class _Reading:
    """One row while it is being read: problems are gathered, not raised."""

    def __init__(self, reader: RowReader, cells: Sequence[Cell]) -> None:
        self._reader = reader
        self._cells = cells
        self._problems: list[str] = []
        self._typed: dict[Field, str] = {}

    def row(self, number: int) -> Row:
        self._check_width()
        subject = self._text(Field.SUBJECT)
        return Row(
            number=number,
            on=self._told(Field.DATE, self._date, None),
            dossier=self._key(Field.DOSSIER, _NO_DOSSIER),
            melder=same(self._key(Field.MELDER, _NOBODY)),
            organisation=self._told(Field.ORGANISATION, self._organisation, None),
            subjects=self._told(Field.SUBJECT, lambda: self._reader.subjects.read(subject), ()),
            names_subject=bool(folded(subject)),
            kind=self._choice(Field.KIND, ConversationKind),
            channel=self._choice(Field.CHANNEL, Channel),
            minutes=self._try(self._minutes, None),
            contact=self._choice(Field.CONTACT, ContactKind),
            melder_kind=self._choice(Field.MELDER_KIND, MelderKind),
            role=self._choice(Field.ROLE, Role),
            relation=self._choice(Field.RELATION, Relation),
            came_via=self._choice(Field.CAME_VIA, CameVia),
            interventions=self._choices(Field.INTERVENTIONS, Intervention),
            referrals=self._choices(Field.REFERRALS, Referral),
            handling=self._choice(Field.HANDLING, Handling),
            outcome=self._choice(Field.OUTCOME, Outcome),
            measure=self._choice(Field.MEASURE, Measure),
            ending=self._choice(Field.ENDING, Ending),
            closed=self._try(self._closed, None),
            note=self._text(Field.NOTE).replace("\r\n", "\n"),
            problems=tuple(self._problems),
            typed=self._typed,
        )

    def _cell(self, field: Field) -> Cell:
        column = self._reader.fields.columns.get(field)
        return "" if column is None or column >= len(self._cells) else self._cells[column]

    def _name(self, field: Field) -> str:
        return self._reader.fields.name_of(field)

    def _text(self, field: Field) -> str:
        return cell_text(self._cell(field))

    def _key(self, field: Field, says_nothing: frozenset[str]) -> str:
        """A key that says who or what: *anoniem* would make one person of all the unknown."""
        text = self._text(field)
        return "" if is_not_known(text) or folded(text) in says_nothing else text

    def _try(self, read: Callable[[], T], otherwise: T) -> T:
        try:
            return read()
        except CellRefused as refused:
            self._problems.append(refused.reason)
            return otherwise

    def _told(self, field: Field, read: Callable[[], T], otherwise: T) -> T:
        """As ``_try``, and what stands in the cell is kept where it is refused.

        Never a part of a note: not from a row that has shifted, not from the column of the notes,
        and nothing that is as long as a note.
        """
        problems = len(self._problems)
        found = self._try(read, otherwise)
        columns = self._reader.fields.columns
        told = _as_typed(self._cell(field))
        is_note = columns.get(field) == columns.get(Field.NOTE) or self._is_too_wide()
        fits = 0 < len(told) <= LONGEST_LABEL and "\n" not in told
        if len(self._problems) > problems and fits and not is_note:
            self._typed[field] = told
        return found

    def _choice(self, field: Field, choices: type[C]) -> C | None:
        cell = self._cell(field)
        if cell == "":
            return None
        return self._try(lambda: read_choice(cell, self._name(field), choices), None)

    def _choices(self, field: Field, choices: type[C]) -> frozenset[C]:
        cell = self._cell(field)
        if cell == "":
            return frozenset()
        return self._try(lambda: read_choices(cell, self._name(field), choices), frozenset())

    def _check_width(self) -> None:
        """Text with a delimiter in it would shift all cells after it."""
        if self._is_too_wide():
            self._problems.append(
                "Deze rij heeft meer cellen dan de kopregel. "
                "Zet tekst met een komma of puntkomma tussen aanhalingstekens."
            )

    def _is_too_wide(self) -> bool:
        return any(cell_text(cell) for cell in self._cells[self._reader.width :])

    def _date(self) -> date:
        return read_date(self._cell(Field.DATE), self._reader.today)

    def _minutes(self) -> int | None:
        return read_minutes(self._cell(Field.MINUTES), self._reader.fields.in_hours)

    def _closed(self) -> date | None:
        if is_not_known(self._text(Field.CLOSED)):
            return None
        try:
            return read_date(self._cell(Field.CLOSED), self._reader.today)
        except CellRefused as refused:
            raise CellRefused(f"Bij “{self._name(Field.CLOSED)}”: {refused.reason}") from None

    def _organisation(self) -> Organisation | None:
        text = self._text(Field.ORGANISATION)
        known = self._reader.organisations
        if not folded(text):
            return None
        if same(text) not in known:
            names = ", ".join(organisation.name for organisation in known.values())
            raise CellRefused(f"Deze organisatie staat niet in het logboek. Kies uit: {names}.")
        return known[same(text)]
