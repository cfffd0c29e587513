"""A revised edition: the same pattern, and nothing small between two editions."""

from dataclasses import replace
from functools import cache

import pytest

from tests.disclosure.pages.auditing import draw_of
from tests.domain.making import dossier, facts, one_each, person, talk
from vp_logboek.domain.disclosure import revised
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.protector import Protected, protect
from vp_logboek.domain.disclosure.revised import protect_again
from vp_logboek.domain.dossier import ContactKind, Ending, MelderKind
from vp_logboek.domain.errors_release import Revision, RevisionRefused
from vp_logboek.domain.facts import FindingFact
from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.domain.tables import TableCode
from vp_logboek.domain.tally import Tally

ZUID_HOLLAND = {
    "integriteit_overig": 2, "ongewenste_omgangsvormen_overig": 9, "arbeidsconflict_overig": 5,
    "onveiligheid_overig": 4, "advies_overig": 5,
}  # fmt: skip


def year(**more: int) -> Tally:
    """Zuid-Holland with more or fewer melders under some subjects; all of the same kinds."""
    numbers = {code: ZUID_HOLLAND.get(code, 0) + more.get(code, 0) for code in ZUID_HOLLAND}
    return Tally.of(one_each([code for code, number in numbers.items() for _ in range(number)]))


@cache
def first(tally: Tally, level: Level = Level.STANDARD) -> SafeReport:
    return protect(tally, level, draw_of(0)).report


def again(level: Level = Level.STANDARD, **more: int) -> Protected:
    return protect_again(year(**more), first(year(), level), year(), level)


def refusal(level: Level = Level.STANDARD, **more: int) -> Revision:
    with pytest.raises(RevisionRefused) as refused:
        again(level, **more)
    return refused.value.why


def test_six_more_in_one_shown_class_are_a_revised_edition() -> None:
    report = again(ongewenste_omgangsvormen_overig=6).report
    before, after = first(year()).table(TableCode.SUBJECT), report.table(TableCode.SUBJECT)

    assert before is not None
    assert after is not None
    assert [r.figures for r in after.rows if r.figures != (15,)] == [
        r.figures for r in before.rows if r.figures != (9,)
    ]
    assert after.total == (31,)


@pytest.mark.parametrize("code", [code for code, number in ZUID_HOLLAND.items() if number > 2])
@pytest.mark.parametrize("more", [1, -1])
def test_one_or_two_more_or_fewer_are_refused(code: str, more: int) -> None:
    assert refusal(**{code: more}) in (Revision.SMALL_DIFFERENCE, Revision.NOT_ADMISSIBLE)


def test_a_change_between_hidden_classes_that_nobody_sees_changes_nothing() -> None:
    codes = ["integriteit_overig"] * 1 + ["discriminatie"] * 1 + ["pesten"] * 23
    other = ["integriteit_overig"] * 2 + ["pesten"] * 23
    tally, changed = (Tally.of(one_each(c, ("discriminatie",))) for c in (codes, other))

    with pytest.raises(RevisionRefused) as refused:
        protect_again(changed, first(tally), tally, Level.STANDARD)
    assert refused.value.why is Revision.NOTHING_CHANGED


def test_a_shown_class_that_became_small_is_refused() -> None:
    assert refusal(advies_overig=-3, ongewenste_omgangsvormen_overig=3) in (
        Revision.NOT_ADMISSIBLE, Revision.SMALL_DIFFERENCE,
    )  # fmt: skip


def test_a_year_that_grows_past_a_border_of_the_page_is_refused() -> None:
    assert refusal(ongewenste_omgangsvormen_overig=40) is Revision.OTHER_ROWS
    assert refusal(ongewenste_omgangsvormen_overig=-9, advies_overig=-5) is Revision.OTHER_ROWS


def test_without_thresholds_every_change_is_allowed_and_no_change_is_none() -> None:
    assert again(Level.NONE, advies_overig=1).report == first(year(advies_overig=1), Level.NONE)
    assert refusal(Level.NONE) is Revision.NOTHING_CHANGED


@pytest.mark.parametrize(
    "talks, dossiers, allowed",
    [(0, 6, True), (6, 6, False), (9, 6, False), (4, 0, False), (6, 0, True), (12, 6, True)],
)
def test_totals_of_talks_and_dossiers_may_not_grow_by_the_same(
    talks: int, dossiers: int, allowed: bool
) -> None:
    """Of talks and dossiers beside unchanged melders: 20, 60 and 30 at first."""

    def of(more_talks: int, more_dossiers: int) -> Tally:
        number = 30 + more_dossiers
        matters = {
            n: dossier("pesten", person(n % 20), kind=ContactKind.MELDING) for n in range(number)
        }
        held = [talk(n) for n in range(number)]
        held += [talk(n % 30) for n in range(60 + more_talks - number)]
        return Tally.of(facts(held, matters))

    before = of(0, 0)
    report = first(before)
    key = report.table(TableCode.KEY)
    assert key is not None
    assert key.rows[0].figures[:3] == (20, 60, 30)
    if allowed:
        assert protect_again(of(talks, dossiers), report, before, Level.STANDARD).report != report
    else:
        with pytest.raises(RevisionRefused):
            protect_again(of(talks, dossiers), report, before, Level.STANDARD)


def test_the_mark_of_an_example_stays() -> None:
    example = replace(first(year()), example=True)
    edition = protect_again(year(advies_overig=6), example, year(), Level.STANDARD)

    assert edition.report.example


# --- more than two editions -------------------------------------------------------------------


def test_an_edition_is_compared_with_every_earlier_one() -> None:
    """Six more and then seven fewer: to the first edition that is one."""
    one, two, three = (year(ongewenste_omgangsvormen_overig=more) for more in (0, 6, -1))
    middle = protect_again(two, first(one), one, Level.STANDARD).report
    earlier = [(first(one), one)]

    control = protect_again(three, middle, two, Level.STANDARD)

    assert control.report != middle
    with pytest.raises(RevisionRefused) as refused:
        protect_again(three, middle, two, Level.STANDARD, earlier=earlier)
    assert refused.value.why is Revision.SMALL_DIFFERENCE
    back = protect_again(one, middle, two, Level.STANDARD, earlier=earlier)
    assert back.report == first(one)


# --- what stands behind the marks of one sum together -------------------------------------------


def endings(solved: int, goes_on: int, left: int) -> Tally:
    """46 melders, and of so many what the ending was."""
    matters = {n: dossier("pesten", person(n), kind=ContactKind.MELDING) for n in range(46)}
    known = [Ending.SOLVED] * solved + [Ending.CAN_GO_ON] * goes_on + [Ending.LEFT] * left
    found = [FindingFact(n, ending) for n, ending in enumerate(known)]
    return Tally.of(facts([talk(n) for n in matters], matters, found))


def crossed(intern: int, extern: int, unknown: int, others: int = 44) -> Tally:
    """A class with so many from inside and outside, beside another class; both tables crossed."""
    kinds = [MelderKind.PERMANENT] * intern + [MelderKind.EXTERNAL] * extern + [None] * unknown
    people = [("pesten", person(n, kind)) for n, kind in enumerate(kinds)]
    people += [("met_collega", person(len(kinds) + n)) for n in range(others)]
    matters = {n: dossier(subject, who) for n, (subject, who) in enumerate(people)}
    return Tally.of(facts([talk(n, each.subject) for n, each in matters.items()], matters))


SMALL_BEHIND = [
    (endings(15, 15, 3), endings(20, 9, 4)),  # the rest of 46: 16 and then 17
    (crossed(20, 3, 4), crossed(26, 3, 3)),  # beside those from inside: 7 and then 6
]
LARGE_BEHIND = [
    (endings(15, 15, 3), endings(20, 10, 4)),
    (endings(15, 15, 3), endings(21, 15, 3)),
    (crossed(20, 3, 4), crossed(26, 3, 4)),
]


@pytest.mark.parametrize("was, now", SMALL_BEHIND)
def test_what_stands_behind_the_marks_of_a_sum_takes_no_small_step(was: Tally, now: Tally) -> None:
    with pytest.raises(RevisionRefused) as refused:
        protect_again(now, first(was), was, Level.STANDARD)
    assert refused.value.why is Revision.SMALL_DIFFERENCE


@pytest.mark.parametrize("was, now", LARGE_BEHIND)
def test_what_stands_behind_the_marks_may_stay_or_take_a_large_step(was: Tally, now: Tally) -> None:
    assert protect_again(now, first(was), was, Level.STANDARD).report != first(was)


@pytest.mark.parametrize("was, now", SMALL_BEHIND)
def test_control_of_one_number_at_a_time_the_sum_behind_the_marks_changes_by_one(
    was: Tally, now: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(revised, "_together", lambda *_: 0)

    assert protect_again(now, first(was), was, Level.STANDARD).report != first(was)
