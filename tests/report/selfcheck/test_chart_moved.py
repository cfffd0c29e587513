"""A chart of which a part stands elsewhere is refused: mistakes planted in what draws it."""

from itertools import count
from typing import Any

import pytest

from tests.report.selfcheck.test_missing_and_moved import REPORT, Patch, Plant, around
from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.report import figures, style, yearly
from vp_logboek.report.paper import Paper


def bars_beside_another_label(patch: Patch) -> None:
    around(
        patch, figures.Bar, "_draw_bar", lambda was, bar, paper, x, y: was(bar, paper, x, y - 20)
    )


def bars_off_the_axis(patch: Patch) -> None:
    """With their figures, so that nothing else is amiss."""
    around(
        patch, figures.Bar, "_draw_bar", lambda was, bar, *at: was(bar, at[0], at[1] + 4, at[2]) + 4
    )


def figures_beside_another_bar(patch: Patch) -> None:
    def drawn(was: Any, bar: figures.Bar, paper: Paper, x: float, y: float) -> None:
        around(inner := pytest.MonkeyPatch(), Paper, "text", shifted)
        try:
            was(bar, paper, x, y)
        finally:
            inner.undo()

    def shifted(was: Any, paper: Paper, x: float, y: float, text: str, how: Any) -> None:
        was(paper, x, y - 12 * (how == style.BAR_FIGURE), text, how)

    around(patch, figures.Bar, "draw", drawn)


def edges_over_more_rows(patch: Patch) -> None:
    def drawn(was: Any, on: Paper, x: float, y: float, wide: float, high: float, how: str) -> None:
        more = 20 * (wide == figures._EDGE)
        was(on, x, y - more, wide, high + 2 * more, how)

    around(patch, Paper, "box", drawn)


def figures_far_from_their_bars(patch: Patch) -> None:
    def drawn(was: Any, on: Paper, x: float, y: float, text: str, how: Any) -> None:
        was(on, x + 9 * (how == style.BAR_FIGURE), y, text, how)

    around(patch, Paper, "text", drawn)


def a_label_over_the_axis(patch: Patch) -> None:
    """That of a hidden number: others would be covered by their bar."""

    def drawn(was: Any, on: Paper, x: float, y: float, text: str, how: Any) -> None:
        was(on, x + 150 * (how == style.BAR_LABEL and text == "Integriteit"), y, text, how)

    around(patch, Paper, "text", drawn)


def axes_apart(patch: Patch) -> None:
    """The line at which the bars begin has gaps."""
    around(patch, Paper, "upright", lambda was, paper, x, y, high: was(paper, x, y + 1, high - 2))


def a_gap_in_the_axis(patch: Patch) -> None:
    calls = count()

    def drawn(was: Any, paper: Paper, x: float, y: float, high: float) -> None:
        gap = next(calls) == 1
        was(paper, x, y + gap, high - 2 * gap)

    around(patch, Paper, "upright", drawn)


def a_row_that_is_shifted(patch: Patch) -> None:
    """Its axis, its bar and its figure, all together."""
    calls, start = count(), figures._BAR_START

    def drawn(was: Any, *given: Any) -> None:
        patch.setattr(figures, "_BAR_START", start + 4 * (next(calls) == 1))
        was(*given)

    around(patch, figures.Bar, "draw", drawn)


def an_edge_that_is_shifted(patch: Patch) -> None:
    calls = count()

    def drawn(was: Any, paper: Paper, x: float, y: float, wide: float, *rest: Any) -> None:
        was(paper, x + (wide == figures._EDGE and next(calls) == 1), y, wide, *rest)

    around(patch, Paper, "box", drawn)


def a_chart_that_is_all_of_the_page(patch: Patch) -> None:
    patch.setattr(figures, "place", lambda *_at: (0.0, 0.0, style.PAGE_WIDTH, style.PAGE_HEIGHT))


def a_chart_a_little_to_the_right(patch: Patch) -> None:
    around(patch, figures, "place", lambda was, x, y, *size: was(x + 0.07, y, *size))


PLANTS: tuple[Plant, ...] = (
    bars_beside_another_label,
    bars_off_the_axis,
    figures_beside_another_bar,
    edges_over_more_rows,
    figures_far_from_their_bars,
    a_label_over_the_axis,
    axes_apart,
    a_gap_in_the_axis,
    a_row_that_is_shifted,
    an_edge_that_is_shifted,
    a_chart_that_is_all_of_the_page,
    a_chart_a_little_to_the_right,
)


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.__name__)
def test_it_is_refused(plant: Plant, monkeypatch: Patch) -> None:
    plant(monkeypatch)

    with pytest.raises(OverviewRefused) as refused:
        yearly.render(REPORT)
    assert refused.value == OverviewRefused(Fault.TABLE, "Figure")


def test_control_the_chart_as_it_is_leaves() -> None:
    assert yearly.render(REPORT)
