"""Thinning of copies: many of late, few of long ago, and never the newest."""

import random
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vp_logboek.domain.thinning import LAST, MONTHS, WEEKS, kept

MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2026, 12, 31)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
COPIES = st.lists(MOMENTS, max_size=120)
NOW = datetime(2026, 11, 22, 14, 3)


def test_a_year_of_daily_copies_leaves_the_last_seven_eight_weeks_and_twelve_months() -> None:
    daily = [NOW - timedelta(days=day) for day in range(365)]

    left = sorted(kept(daily), reverse=True)

    assert left[:LAST] == daily[:7]
    assert [f"{moment:%a %d-%m}" for moment in left[7:14]] == [
        "Sun 15-11", "Sun 08-11", "Sun 01-11", "Sat 31-10", "Sun 25-10", "Sun 18-10", "Sun 11-10",
    ]  # fmt: skip
    assert [moment.strftime("%Y-%m-%d") for moment in left[-10:]] == [
        "2026-09-30", "2026-08-31", "2026-07-31", "2026-06-30", "2026-05-31", "2026-04-30",
        "2026-03-31", "2026-02-28", "2026-01-31", "2025-12-31",
    ]  # fmt: skip


@given(COPIES)
def test_the_newest_seven_are_always_kept(made: list[datetime]) -> None:
    assert set(sorted(set(made))[-LAST:]) <= kept(made) <= set(made)


@given(st.lists(MOMENTS, max_size=LAST))
def test_seven_copies_or_fewer_are_all_kept(made: list[datetime]) -> None:
    assert kept(made) == set(made)


@given(COPIES)
def test_thinning_twice_is_thinning_once(made: list[datetime]) -> None:
    assert kept(kept(made)) == kept(made)


@given(COPIES, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(made: list[datetime], chance: random.Random) -> None:
    shuffled = made.copy()
    chance.shuffle(shuffled)

    assert kept(shuffled) == kept(made)


@given(COPIES)
def test_there_are_never_more_than_the_three_numbers_together(made: list[datetime]) -> None:
    assert len(kept(made)) <= LAST + WEEKS + MONTHS


@given(COPIES)
def test_nothing_older_than_the_weeks_is_kept_twice_a_month(made: list[datetime]) -> None:
    left = sorted(kept(made), reverse=True)
    weeks = list(dict.fromkeys(moment.isocalendar()[:2] for moment in sorted(set(made))[::-1]))
    recent = set(left[:LAST]) | {m for m in left if m.isocalendar()[:2] in weeks[:WEEKS]}
    older = [(moment.year, moment.month) for moment in left if moment not in recent]

    assert len(older) == len(set(older))


@given(COPIES, MOMENTS)
def test_a_copy_day_after_day_ends_where_thinning_at_once_would(
    made: list[datetime], later: datetime
) -> None:
    """Copies thinned after each new one lose no span that thinning at the end would have."""
    left: frozenset[datetime] = frozenset()
    for moment in sorted({*made, later}):
        left = kept({*left, moment})

    assert left == kept({*made, later})
