"""One matter with the people who brought it, and the closed lists it is described with."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from vp_logboek.domain.choice import Choice


class ContactKind(Choice):
    """Aard: what kind of contact a dossier is."""

    MELDING = "melding"
    ADVICE = "adviesvraag"
    SIGNAL = "signaal"
    FORMAL_COMPLAINT = "formele_klacht", "formele klacht"


class MelderKind(Choice):
    """Type melder; each is intern or extern (see ``is_external``)."""

    PERMANENT = "vast", "medewerker vast"
    TEMPORARY = "tijdelijk", "medewerker tijdelijk"
    HIRED = "inhuur"
    TRAINEE = "stagiair"
    STUDENT = "student", "student of leerling"
    PARENT = "ouder"
    VOLUNTEER = "vrijwilliger"
    FORMER = "oud_medewerker", "oud-medewerker"
    MANAGER = "leidinggevende"
    DIRECTOR = "bestuurder"
    EXTERNAL = "extern"


_ALWAYS_EXTERNAL = frozenset({MelderKind.PARENT, MelderKind.FORMER, MelderKind.EXTERNAL})


def is_external(kind: MelderKind, hire_is_external: bool) -> bool:
    """Whether a person of this kind counts as *extern*; *inhuur* is as the organisation says."""
    return kind in _ALWAYS_EXTERNAL or (kind is MelderKind.HIRED and hire_is_external)


class Role(Choice):
    """Rol of the melder in the matter."""

    EXPERIENCED = "zelf", "heeft het zelf meegemaakt"
    WITNESS = "getuige"
    MANAGER = "leidinggevende"
    ACCUSED = "beschuldigde"
    FOR_ANOTHER = "namens_ander", "namens ander"
    ANONYMOUS = "anoniem"


class Relation(Choice):
    """Relatie tot de beschuldigde."""

    LINE_MANAGER = "direct_leidinggevende", "direct leidinggevende"
    HIGHER_MANAGER = "hogere_leiding", "hogere leiding"
    COLLEAGUE = "collega"
    SUBORDINATE = "ondergeschikte"
    GROUP = "groep"
    CUSTOMER = "klant", "klant of burger"
    ORGANISATION = "organisatie"
    UNKNOWN = "onbekend"
    NOT_APPLICABLE = "nvt", "niet van toepassing"


class CameVia(Choice):
    """Hoe bij de VP gekomen."""

    INTRANET = "intranet"
    COLLEAGUE = "collega"
    MANAGER = "leidinggevende"
    HR = "hr", "HR"
    COMPANY_DOCTOR = "bedrijfsarts"
    SOCIAL_WORK = "maatschappelijk_werk", "maatschappelijk werk"
    WORKS_COUNCIL = "or", "OR"
    INFORMATION_SESSION = "voorlichting"
    OTHER_COUNSELLOR = "andere_vp", "andere VP"
    UNKNOWN = "onbekend"


class Handling(Choice):
    """Afhandeling, as far as the counsellor knows."""

    NO_SUSPICION = "geen_vermoeden", "geen vermoeden of onvoldoende concreet"
    IN_LINE = "in_de_lijn", "in de lijn besproken"
    PRELIMINARY = "vooronderzoek"
    INVESTIGATION = "feitenonderzoek"
    RUNNING = "loopt", "loopt nog"


class Outcome(Choice):
    """Uitkomst of an investigation."""

    ESTABLISHED = "schending", "schending vastgesteld"
    UNFOUNDED = "ongegrond"
    RUNNING = "loopt", "loopt nog"


class Measure(Choice):
    """Maatregel."""

    NONE = "geen"
    TALK = "gesprek", "gesprek met leidinggevende"
    WARNING = "waarschuwing"
    REPRIMAND = "berisping"
    TRANSFER = "overplaatsing"
    DISMISSAL = "ontslag"
    OTHER = "anders"


class Ending(Choice):
    """Afloop for the melder."""

    CAN_GO_ON = "kan_verder", "melder kan verder"
    SOLVED = "informeel", "informeel opgelost"
    MEDIATION = "mediation"
    FORMAL_COMPLAINT = "formele_klacht", "formele klacht"
    MISCONDUCT_REPORT = "melding_misstand", "melding misstand"
    POLICE_REPORT = "aangifte"
    WITHDRAWN = "ziet_af", "melder ziet af"
    LEFT = "vertrokken", "melder vertrokken"
    LOST_CONTACT = "contact_verloren", "contact verloren"
    HANDED_OVER = "overgedragen"


Finding = Handling | Outcome | Measure | Ending


F_co = TypeVar("F_co", bound=Finding, covariant=True)


@dataclass(frozen=True, slots=True)
class Known(Generic[F_co]):
    """What became known of a matter, and the day it became known: it counts in that year."""

    value: F_co
    on: date


@dataclass(frozen=True, slots=True)
class DossierMelder:
    """A person in a dossier. ``melder`` is a pseudonymous number: there is no name field."""

    melder: int | None = None
    kind: MelderKind | None = None
    role: Role | None = None
    relation: Relation | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """One matter. ``number`` (``2026-014``) is given by the logbook and is never a name.

    ``subject`` is a leaf of the subject tree. ``melders`` may be empty (a signal) or several (a
    group). The four findings each carry the day they became known.
    """

    organisation: int
    opened: date
    subject: str
    kind: ContactKind = ContactKind.MELDING
    melders: tuple[DossierMelder, ...] = ()
    further_subjects: tuple[str, ...] = ()
    closed: date | None = None
    came_via: CameVia | None = None
    handling: Known[Handling] | None = None
    outcome: Known[Outcome] | None = None
    measure: Known[Measure] | None = None
    ending: Known[Ending] | None = None
    consent_on: date | None = None
    consent_for: str = ""
    elsewhere: bool = False
    related: tuple[int, ...] = ()
    destroy_on: date | None = None
    number: str = ""
    id: int | None = None

    def findings(self) -> Iterator[Known[Finding]]:
        """What became known of this matter: afhandeling, uitkomst, maatregel, afloop."""
        for known in (self.handling, self.outcome, self.measure, self.ending):
            if known is not None:
                yield known
