"""What a counsellor does besides talks: a date to remember, and hours for the organisation."""

from dataclasses import dataclass
from datetime import date

from vp_logboek.domain.choice import Choice


class ActivityKind(Choice):
    """Activiteit for the organisation, never advice to a person."""

    INFORMATION = "voorlichting"
    ADVICE = "advies", "advies aan de organisatie"
    PEER_REVIEW = "intervisie"


@dataclass(frozen=True, slots=True)
class Activity:
    """Work for an organisation, in hours (quarters allowed). ``line`` is never exported."""

    organisation: int
    on: date
    kind: ActivityKind
    hours: float
    line: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do: a date and a line (nazorg, terugbellen, termijn), perhaps for a dossier."""

    on: date
    line: str
    dossier: int | None = None
    done_on: date | None = None
    id: int | None = None
