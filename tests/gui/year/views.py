"""Years as the services give them, made without a store."""

from functools import cache

from tests.domain.making import dossier, facts, person, talk
from tests.draws import quiet_draw
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.protector import protect
from vp_logboek.domain.tally import Tally
from vp_logboek.services.yearly_report import YearView


def view(
    numbers: dict[str, int],
    level: Level = Level.STANDARD,
    columns: tuple[str, ...] = (),
    talks_each: int = 1,
) -> YearView:
    """A year with so many melders for each subject."""
    return _view(tuple(numbers.items()), level, columns, talks_each)


@cache
def _view(
    numbers: tuple[tuple[str, int], ...], level: Level, columns: tuple[str, ...], talks_each: int
) -> YearView:
    """Protecting takes a tenth of a second, and nobody can change what comes of it."""
    subjects = [code for code, melders in numbers for _ in range(melders)]
    dossiers = {n: dossier(code, person(n)) for n, code in enumerate(subjects)}
    talks = [talk(n, code) for n, code in enumerate(subjects) for _ in range(talks_each)]
    tally = Tally.of(facts(talks, dossiers, columns=columns))
    return YearView(tally, protect(tally, level, quiet_draw(tally, level)))
