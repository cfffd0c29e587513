"""Which column of a registration holds which field, told from its header or by the user."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vp_logboek.domain.choice import Choice
from vp_logboek.domain.errors import ColumnMissing, UnknownField


class Field(Choice):
    """Everything a row of a registration can say. The label is the header we write ourselves."""

    DATE = "datum"
    DOSSIER = "dossier"
    SUBJECT = "onderwerp"
    CONTACT = "aard"
    KIND = "soort_gesprek", "soort gesprek"
    CHANNEL = "contactwijze"
    MELDER_KIND = "type_melder", "type melder"
    MINUTES = "duur"
    HANDLING = "afhandeling"
    OUTCOME = "uitkomst"
    MEASURE = "maatregel"
    NOTE = "aantekening"
    MELDER = "melder"
    ORGANISATION = "organisatie"
    ROLE = "rol"
    RELATION = "relatie"
    CAME_VIA = "hoe_gekomen", "hoe gekomen"
    INTERVENTIONS = "interventies"
    REFERRALS = "doorverwezen"
    ENDING = "afloop"
    CLOSED = "gesloten"


_LONGEST_HEADER = 40
_HOURS = re.compile(r"\b(?:uur|uren)\b")
REQUIRED = (Field.DATE, Field.SUBJECT)

_SYNONYMS: dict[Field, tuple[str, ...]] = {
    Field.DATE: (
        "gespreksdatum",
        "datum gesprek",
        "datum van het gesprek",
        "datum contact",
        "datum melding",
        "dag",
        "date",
    ),
    Field.DOSSIER: ("dossiernummer", "dossiernr", "dossier nr", "zaak", "zaaknummer", "casus"),
    Field.SUBJECT: ("hoofdonderwerp", "categorie", "thema", "soort melding", "subject"),
    Field.CONTACT: ("aard van het contact", "aard contact", "soort contact"),
    Field.KIND: ("gesprekssoort", "type gesprek"),
    Field.CHANNEL: ("wijze van contact", "contactvorm", "kanaal", "manier van contact"),
    Field.MELDER_KIND: ("soort melder", "functie melder", "dienstverband"),
    Field.MINUTES: (
        "duur in minuten",
        "duur minuten",
        "duur min",
        "minuten",
        "tijdsduur",
        "gespreksduur",
        "duur in uren",
        "duur uren",
        "duur uur",
        "uren",
    ),
    Field.HANDLING: ("wijze van afhandeling",),
    Field.OUTCOME: ("uitkomst onderzoek", "resultaat onderzoek"),
    Field.MEASURE: ("maatregelen", "genomen maatregel"),
    Field.NOTE: (
        "aantekeningen",
        "notitie",
        "notities",
        "opmerking",
        "opmerkingen",
        "toelichting",
        "verslag",
        "omschrijving",
    ),
    Field.MELDER: ("meldernummer", "nummer melder", "melder nr"),
    Field.ORGANISATION: ("organisatienaam", "opdrachtgever", "gemeente", "werkgever"),
    Field.ROLE: ("rol melder", "rol van de melder", "rol van melder"),
    Field.RELATION: (
        "relatie tot de beschuldigde",
        "relatie tot beschuldigde",
        "relatie met beschuldigde",
    ),
    Field.CAME_VIA: (
        "hoe bij de vp gekomen",
        "hoe bij vp gekomen",
        "gekomen via",
        "via",
        "verwezen door",
    ),
    Field.INTERVENTIONS: ("interventie", "acties vp", "wat deed de vp"),
    Field.REFERRALS: ("doorverwezen naar", "doorverwijzing", "verwezen naar", "verwijzing"),
    Field.ENDING: ("afloop voor de melder", "afloop melder"),
    Field.CLOSED: ("gesloten op", "afgesloten", "afgesloten op", "datum gesloten", "sluitdatum"),
}


def folded(text: str) -> str:
    """The letters and digits of a text, without capitals and accents: for comparing words."""
    apart = (text if text.isascii() else unicodedata.normalize("NFKD", text)).casefold()
    return "".join(sign for sign in apart if sign.isalnum())


_NAMES: dict[str, Field] = {
    **{folded(name): field for field, names in _SYNONYMS.items() for name in names},
    **{folded(name): field for field in Field for name in (field.value, field.label)},
}


@dataclass(frozen=True, slots=True)
class Fields:
    """Field → column (from 0). ``ignored`` are headers of columns that are not taken over.

    ``in_hours``: a bare number in the column of the duration is in hours, not in minutes.
    """

    columns: Mapping[Field, int]
    ignored: tuple[str, ...] = ()
    in_hours: bool = False

    def __contains__(self, field: Field) -> bool:
        return field in self.columns

    def missing(self) -> tuple[Field, ...]:
        """The required fields without a column."""
        return tuple(field for field in REQUIRED if field not in self.columns)


def known_headers(cells: Iterable[str]) -> int:
    """How many different fields these cells name: a header line names two or more."""
    return len({_NAMES[folded(cell)] for cell in cells if folded(cell) in _NAMES})


def find_fields(headers: Sequence[str], chosen: Mapping[str, str] | None = None) -> Fields:
    """The fields that can be told, with what was ``chosen`` (field → header) before all else.

    Raises UnknownField for a field that does not exist or a column the table does not have.
    """
    columns = {_field(name): _column(header, headers) for name, header in (chosen or {}).items()}
    for exact in (True, False):
        for column, header in enumerate(headers):
            field = _NAMES.get(folded(header))
            if field is None or field in columns or column in columns.values():
                continue
            if not exact or folded(header) == folded(field.label):
                columns[field] = column
    used = set(columns.values())
    ignored = _shown([text for at, text in enumerate(headers) if at not in used])
    return Fields(columns, ignored, _in_hours(headers, columns.get(Field.MINUTES)))


def recognise_fields(headers: Sequence[str], chosen: Mapping[str, str] | None = None) -> Fields:
    """The fields of a table. ``chosen`` is what the user said: field → header.

    Raises UnknownField (see ``find_fields``) and ColumnMissing without a date or a subject.
    """
    fields = find_fields(headers, chosen)
    for field in fields.missing():
        raise ColumnMissing(field.label, _shown(headers))
    return fields


def _field(name: str) -> Field:
    field = _NAMES.get(folded(name))
    if field is None:
        raise UnknownField(name, tuple(known.label for known in Field))
    return field


def _column(header: str, headers: Sequence[str]) -> int:
    wanted = folded(header)
    for column, text in enumerate(headers):
        if text.strip() and folded(text) == wanted:
            return column
    raise UnknownField(header, _shown(headers))


def _shown(headers: Sequence[str]) -> tuple[str, ...]:
    """The headers fit to be shown: a long one is a note in a table without a header line."""
    stripped = (text.strip() for text in headers)
    return tuple(text for text in stripped if text and len(text) <= _LONGEST_HEADER)


def _in_hours(headers: Sequence[str], column: int | None) -> bool:
    """``Duur (uren)`` and ``Uren`` count hours; ``Duur in minuten`` and ``Duur`` minutes."""
    return column is not None and _HOURS.search(headers[column].casefold()) is not None
