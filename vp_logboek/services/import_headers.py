"""The headers a registration may have: our names of the fields, and words people use for them."""

import unicodedata
from collections.abc import Iterable

from vp_logboek.domain.choice import Choice


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
    Field.KIND: ("gesprekssoort", "type gesprek", "soort"),
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


def field_named(header: str) -> Field | None:
    """The field a header names, whatever its capitals, accents and signs."""
    return _NAMES.get(folded(header))


def known_headers(cells: Iterable[str]) -> int:
    """How many different fields these cells name: a header line names two or more."""
    return len({field_named(cell) for cell in cells} - {None})
