"""What the settings say of what holds now and what will hold from a later year on; without Qt."""

from collections.abc import Iterable

from vp_logboek.domain.disclosure.levels import Level, strictest
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.period import ReportingYear
from vp_logboek.domain.subjects import MainClass, SubjectTree
from vp_logboek.messages import MONTHS, in_words, listed
from vp_logboek.services.organisation_settings import InForce

EVERY = "alle onderwerpen"
NO_ROWS = "geen eigen regels"


def beginning(year: ReportingYear) -> str:
    """A year by its name, or by its first day where it has another length than a year."""
    return year.label if year.begins is None else in_words(year.start)


def from_when(force: InForce) -> str:
    """From which year a change of today would hold, and why not before."""
    if force.change_from is None:
        return f"In {force.present.label} is nog niets geteld. Een verandering geldt daarom meteen."
    begin = beginning(force.change_from)
    return f"Een verandering geldt vanaf {begin}. Eerdere jaren blijven zoals ze zijn."


def remit_words(force: InForce) -> str:
    """What of the taakgebied is to change; empty when nothing is."""
    return _note(force, _remit(force.now), _remit(force.chosen))


def start_words(force: InForce) -> str:
    """Whether the year is to begin in another month, and which days the first such year has."""
    note = _note(force, _month(force.now), _month(force.chosen))
    if not note or force.since is None:
        return note
    return f"{note} Het eerste jaar loopt dan tot en met {in_words(force.since.last_day)}."


def hire_words(force: InForce) -> str:
    """Whether inhuur is to count in another way."""
    return _note(force, _hire(force.now), _hire(force.chosen))


def columns_words(force: InForce, tree: SubjectTree) -> str:
    """Which own rows are to come or go."""
    return _note(force, _rows(force.now, tree), _rows(force.chosen, tree))


def together_words(levels: Iterable[Level]) -> str:
    """Which level holds for a page about several organisations together."""
    return (
        "Brengt u alle organisaties samen uit? Dan geldt het strengste niveau van allemaal. "
        f"Dat is nu {strictest(levels).label}."
    )


def _note(force: InForce, now: str, then: str) -> str:
    if force.since is None or now == then:
        return ""
    return f"Geldt vanaf {beginning(force.since)}. Tot dan geldt: {now}."


def _remit(organisation: Organisation) -> str:
    if organisation.remit >= frozenset(MainClass):
        return EVERY
    return listed(tuple(main.label for main in MainClass if main in organisation.remit))


def _month(organisation: Organisation) -> str:
    return MONTHS[organisation.start_month - 1]


def _hire(organisation: Organisation) -> str:
    return "inhuur telt als extern" if organisation.hire_is_external else "inhuur telt als intern"


def _rows(organisation: Organisation, tree: SubjectTree) -> str:
    names = tuple(leaf.label for leaf in tree if leaf.code in organisation.columns)
    return listed(names) if names else NO_ROWS
