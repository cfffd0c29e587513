"""One talk, as an immutable value, and the closed lists it is described with."""

from dataclasses import dataclass
from datetime import date

from vp_logboek.domain.choice import Choice
from vp_logboek.domain.errors import FutureDate, ImpossibleDuration, TooLongAgo

EARLIEST = date(1990, 1, 1)
"""What lies before is a typing error in a year."""
LONGEST_MINUTES = 24 * 60


class ConversationKind(Choice):
    """Soort gesprek."""

    FIRST = "eerste", "eerste gesprek"
    FOLLOW_UP = "vervolg", "vervolggesprek"
    AFTERCARE = "nazorg", "nazorggesprek"
    CLOSING = "afsluitend", "afsluitend gesprek"
    ACCOMPANIMENT = "begeleiding", "begeleiding bij gesprek of zitting"
    CONSULTATION = "overleg", "overleg met derde"


class Channel(Choice):
    """Contactwijze."""

    IN_PERSON = "fysiek"
    PHONE = "telefoon"
    VIDEO = "video"
    EMAIL = "e-mail"
    CHAT = "chat"
    WALK_IN = "inloop"


class Intervention(Choice):
    """What the counsellor did in a talk; several may hold."""

    LISTENING = "luisteren", "luisterend oor"
    ADVICE = "advies"
    OPTIONS = "opties", "opties uitgelegd"
    PREPARED = "voorbereid", "gesprek voorbereid"
    THREE_WAY = "driegesprek", "driegesprek bijgewoond"
    MEDIATION = "mediation", "mediation besproken"
    PROCEDURE = "procedure", "procedure uitgezocht"
    COMPLAINT_HELP = "klacht", "hulp bij klacht"
    REPORT_HELP = "misstand", "hulp bij melding misstand"
    PASSED_ON = "anoniem_doorgezet", "anoniem doorgezet"
    SIGNAL_TO_BOARD = "signaal_bestuur", "signaal aan bestuur"
    AFTERCARE = "nazorg"


class Referral(Choice):
    """Where the counsellor referred the person to; several may hold."""

    MANAGER = "leidinggevende"
    HR = "hr", "HR"
    COMPANY_DOCTOR = "bedrijfsarts"
    SOCIAL_WORK = "maatschappelijk_werk", "maatschappelijk werk"
    MEDIATOR = "mediator"
    CARE = "hulpverlener"
    LAWYER_OR_UNION = "jurist", "jurist of vakbond"
    OMBUDS = "ombudsfunctionaris"
    INTEGRITY_COORDINATOR = "integriteitscoordinator", "integriteitscoördinator"
    COMPLAINTS_COMMITTEE = "klachtencommissie"
    WHISTLEBLOWER_HOUSE = "huis_klokkenluiders", "Huis voor Klokkenluiders"
    POLICE = "politie"
    OTHER_COUNSELLOR = "andere_vp", "andere VP"
    NONE = "geen"


@dataclass(frozen=True, slots=True)
class Conversation:
    """One talk of a dossier.

    ``subject`` is a leaf of the subject tree, or None for that of the dossier. ``minutes`` is None
    when not noted. ``note`` is free text: it is never counted and never leaves the logbook.
    """

    on: date
    kind: ConversationKind
    channel: Channel
    dossier: int | None = None
    subject: str | None = None
    minutes: int | None = None
    interventions: frozenset[Intervention] = frozenset()
    referrals: frozenset[Referral] = frozenset()
    note: str = ""
    id: int | None = None

    def check(self, today: date) -> None:
        """Refuse what cannot be true.

        Raises FutureDate when the talk lies after ``today``, TooLongAgo before ``EARLIEST``, and
        ImpossibleDuration when it takes less than no time or more than a day.
        """
        if self.on < EARLIEST:
            raise TooLongAgo(self.on)
        if self.on > today:
            raise FutureDate(self.on)
        if self.minutes is not None and not 0 <= self.minutes <= LONGEST_MINUTES:
            raise ImpossibleDuration(self.minutes)
