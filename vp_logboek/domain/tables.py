"""The names of the tables of a year and of the units they count: said once, read everywhere."""

from enum import Enum, auto

from vp_logboek.domain.choice import Choice


class Unit(Choice):
    """What a figure counts. Units are never mixed and never added up."""

    TALKS = "gesprekken"
    MELDERS = "melders"
    DOSSIERS = "dossiers"
    HOURS = "uren"
    ACTIVITIES = "activiteiten"


class TableCode(Choice):
    """Every table there is, in the order in which they are shown."""

    KEY = "kerncijfers", "Kerncijfers"
    SUBJECT = "onderwerp", "Melders naar onderwerp"
    TALK_SUBJECT = "gesprekken_onderwerp", "Gesprekken naar onderwerp"
    CONTACT = "aard", "Melders naar aard van het contact"
    ORIGIN = "soort_melder", "Melders: intern en extern"
    SUBJECT_ORIGIN = "onderwerp_herkomst", "Melders intern en extern per onderwerp"
    RELATION = "relatie", "Melders naar relatie tot de beschuldigde"
    CONTACT_ORIGIN = "aard_herkomst", "Nieuwe dossiers naar aard: intern en extern"
    DOSSIER_STATE = "dossiers", "Dossiers: nieuw, lopend en afgesloten"
    TALK_KIND = "soort_gesprek", "Gesprekken naar soort"
    CHANNEL = "contactwijze", "Gesprekken naar contactwijze"
    INTERVENTIONS = "interventies", "Wat de vertrouwenspersoon deed"
    REFERRALS = "doorverwezen", "Doorverwezen naar"
    HANDLING = "afhandeling", "Afhandeling die dit jaar bekend werd"
    OUTCOME = "uitkomst", "Uitkomst die dit jaar bekend werd"
    MEASURE = "maatregel", "Maatregel die dit jaar bekend werd"
    ENDING = "afloop", "Afloop die dit jaar bekend werd"
    ACTIVITIES = "activiteiten", "Activiteiten voor de organisatie"


class RowKind(Enum):
    """What a row is in its table's tree."""

    TOP = auto()
    LEAF = auto()
    REST = auto()
    OWN_COLUMN = auto()
