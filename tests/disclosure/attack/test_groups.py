"""Groups: many melders in few dossiers. A dossier has one subject, so the number of dossiers bounds
how many rows can hold anybody at all.
"""

from functools import cache

from tests.disclosure.attack.reader import KEY, SUBJECT, Printed
from tests.disclosure.attack.without import tables
from tests.domain.making import dossier, facts, person, talk
from vp_logboek.domain.disclosure.draw import Draw
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.protector import protect
from vp_logboek.domain.facts import Facts
from vp_logboek.domain.tally import Tally
from vp_logboek.services.yearly_report import report_rows

K = 3
GROUPS = (("pesten", 7, 9), ("misstand", 6, 8), ("met_collega", 5, 8), ("teamcultuur", 2, 1))
"""Subject, melders and talks of each dossier."""


def in_groups() -> Facts:
    """Twenty melders in four dossiers."""
    dossiers, talks, number = {}, [], 0
    for n, (subject, size, times) in enumerate(GROUPS):
        dossiers[n] = dossier(subject, *(person(number + i) for i in range(size)))
        talks += [talk(n, subject)] * times
        number += size
    return facts(talks, dossiers)


@cache
def printed() -> Printed:
    """Its page, under a draw that hides nothing but what must be."""
    for n in range(40):
        report = protect(Tally.of(in_groups()), Level.STANDARD, Draw(bytes([n]) * 32, "x")).report
        page = Printed.read("A", Level.STANDARD.label, list(report_rows(report)))
        if _hidden(page) == 2:
            return page
    raise AssertionError("every draw hid more")


def _hidden(page: Printed) -> int:
    return sum(n is None for n in page.column(SUBJECT).values())


def possible(page: Printed, dossiers: int) -> set[int]:
    """What one hidden class can be for who knows the number of dossiers: every table is tried."""
    classes = page.column(SUBJECT)
    shown = [n for row, n in classes.items() if n is not None and ": " not in row]
    hidden = sum(n is None for n in classes.values())
    assert page.total is not None
    left = page.total - sum(shown)
    return {
        table[0]
        for table in tables(left, hidden)
        if sum(map(bool, table)) <= dossiers - sum(map(bool, shown)) <= left
    }


def test_fewer_dossiers_than_melders_are_not_told() -> None:
    page = printed()

    assert page.total == 20
    assert page.figures[KEY, "Totaal", "dossiers"] is None
    assert _hidden(page) == 2


def test_control_who_is_told_them_can_leave_out_a_small_number() -> None:
    """Three classes are shown and there are four dossiers: the other two melders came together."""
    assert possible(printed(), dossiers=len(GROUPS)) == {0, 2}
    assert possible(printed(), dossiers=5) == set(range(K))
