"""What is missing, moved or in another order is refused: mistakes of what draws, planted in it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.report.years import full_year, report_of, zuid_holland
from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.report import figures, frame, prose, rows, style, wording, yearly
from vp_logboek.report.flow import Flow
from vp_logboek.report.paper import Paper

REPORT = zuid_holland()
Patch = pytest.MonkeyPatch


def around(patch: Patch, owner: Any, name: str, way: Callable[..., Any]) -> None:
    """``way`` gets what was there as its first argument."""
    was = getattr(owner, name)
    patch.setattr(owner, name, lambda *given, **named: way(was, *given, **named))


def without_a_legend(patch: Patch) -> None:
    """The passages of the first page are not placed."""

    def placed(was: Any, flow: Flow, groups: Any) -> None:
        head = groups[0].head[0]
        if not (isinstance(head, prose.Heading) and head.text.tag == "H2"):
            was(flow, groups)

    around(patch, Flow, "columns", placed)


def passages_reversed(patch: Patch) -> None:
    def placed(was: Any, flow: Flow, groups: Any) -> None:
        head = groups[0].head[0]
        swap = isinstance(head, prose.Heading) and head.text.tag == "H2"
        was(flow, groups[::-1] if swap else groups)

    around(patch, Flow, "columns", placed)


def tables_reversed(patch: Patch) -> None:
    around(patch, yearly, "_tables", lambda was, report: reversed(list(was(report))))


def tables_without_a_figure_first(patch: Patch) -> None:
    def placed(was: Any, report: SafeReport) -> Iterator[Any]:
        *tables, silent = was(report)
        return iter((silent, *tables))

    around(patch, yearly, "_tables", placed)


def an_empty_section(patch: Patch) -> None:
    def placed(was: Any, report: SafeReport, flow: Flow) -> None:
        was(report, flow)
        flow.full(yearly._section(wording.TABLES_HEADING))

    around(patch, yearly, "_one_year", placed)


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


def a_chart_that_is_all_of_the_page(patch: Patch) -> None:
    patch.setattr(figures, "place", lambda *_at: (0.0, 0.0, style.PAGE_WIDTH, style.PAGE_HEIGHT))


def a_chart_a_little_to_the_right(patch: Patch) -> None:
    around(patch, figures, "place", lambda was, x, y, *size: was(x + 0.07, y, *size))


def bookmarks_at_the_top(patch: Patch) -> None:
    around(patch, Paper, "bookmark", lambda was, on, title, _y, deep: was(on, title, 5, deep))


def bookmarks_a_line_lower(patch: Patch) -> None:
    around(
        patch,
        Paper,
        "bookmark",
        lambda was, on, title, y, deep: was(on, title, y + 11, deep),
    )


def a_footer_cut_short(patch: Patch) -> None:
    patch.setattr(frame, "_at_most_two", lambda _lines: ("J …",))


def a_footer_without_its_end(patch: Patch) -> None:
    """As if the title were too long, which it is not."""
    patch.setattr(frame, "_at_most_two", lambda lines: (lines[0][:-3] + " …",))


def a_shape_at_the_foot(patch: Patch) -> None:
    def drawn(was: Any, of: frame.Frame, paper: Paper) -> None:
        was(of, paper)
        with paper.artifact():
            paper.box(60, style.PAGE_HEIGHT - 31, 7, 7, style.ACCENT)

    around(patch, frame.Frame, "draw_below", drawn)


def a_second_line_at_the_foot(patch: Patch) -> None:
    def drawn(was: Any, of: frame.Frame, paper: Paper) -> None:
        was(of, paper)
        with paper.artifact():
            paper.rule(60, 700, 7)

    around(patch, frame.Frame, "draw_below", drawn)


def no_band_above(patch: Patch) -> None:
    def drawn(was: Any, paper: Paper, x: float, *size: Any) -> None:
        was(paper, x + (not x), *size)

    around(patch, Paper, "box", drawn)


def edges_beside_another_row(patch: Patch) -> None:
    def drawn(was: Any, paper: Paper, x: float, y: float, wide: float, *rest: Any) -> None:
        was(paper, x, y + 12 * (wide == rows._EDGE), wide, *rest)

    around(patch, Paper, "box", drawn)


def cards_beside_their_tiles(patch: Patch) -> None:
    around(patch, Paper, "card", lambda was, on, x, y, *size: was(on, x, y + 60, *size))


Plant = Callable[[Patch], None]
PLANTS: dict[Plant, Fault] = {
    without_a_legend: Fault.TEXT,
    passages_reversed: Fault.TEXT,
    tables_reversed: Fault.TABLE,
    tables_without_a_figure_first: Fault.TABLE,
    an_empty_section: Fault.TEXT,
    bars_beside_another_label: Fault.TABLE,
    bars_off_the_axis: Fault.TABLE,
    figures_beside_another_bar: Fault.TABLE,
    edges_over_more_rows: Fault.TABLE,
    figures_far_from_their_bars: Fault.TABLE,
    a_label_over_the_axis: Fault.TABLE,
    axes_apart: Fault.TABLE,
    a_chart_that_is_all_of_the_page: Fault.TABLE,
    a_chart_a_little_to_the_right: Fault.TABLE,
    bookmarks_at_the_top: Fault.STRUCTURE,
    bookmarks_a_line_lower: Fault.STRUCTURE,
    a_footer_cut_short: Fault.TEXT,
    a_footer_without_its_end: Fault.TEXT,
    a_shape_at_the_foot: Fault.DRAWING,
    a_second_line_at_the_foot: Fault.DRAWING,
    no_band_above: Fault.DRAWING,
    edges_beside_another_row: Fault.DRAWING,
    cards_beside_their_tiles: Fault.DRAWING,
}


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.__name__)
def test_it_is_refused(plant: Plant, monkeypatch: Patch) -> None:
    plant(monkeypatch)

    with pytest.raises(OverviewRefused) as refused:
        yearly.render(REPORT)
    assert refused.value.fault is PLANTS[plant]


def test_control_a_title_that_is_too_long_for_two_lines_may_be_cut() -> None:
    assert yearly.render(replace(REPORT, organisation="Stichting voor Voorbeelden " * 12))


def test_control_without_any_of_these_it_leaves() -> None:
    assert yearly.render(REPORT)
    assert yearly.render(report_of(full_year()))
