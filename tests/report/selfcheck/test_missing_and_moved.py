"""What is missing, moved or in another order is refused: mistakes of what draws, planted in it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from tests.report.years import full_year, report_of, zuid_holland
from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.report import frame, prose, rows, style, tables, wording, yearly
from vp_logboek.report.flow import Flow
from vp_logboek.report.paper import Paper

REPORT = zuid_holland()
INK = style.MAIN_COLOURS["advies"]
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
    def drawn(was: Any, paper: Paper, x: float, y: float, *size: Any) -> None:
        was(paper, x, y + 2 * (not y), *size)

    around(patch, Paper, "box", drawn)


def edges_beside_another_row(patch: Patch) -> None:
    def drawn(was: Any, paper: Paper, x: float, y: float, wide: float, *rest: Any) -> None:
        was(paper, x, y + 4 * (wide == rows._EDGE), wide, *rest)

    around(patch, Paper, "box", drawn)


def wider_edges(patch: Patch) -> None:
    patch.setattr(rows, "_EDGE", 3.5)


def edges_of_another_class(patch: Patch) -> None:
    patch.setattr(tables, "style", SimpleNamespace(**{**vars(style), "colour_of": lambda _: INK}))


def rules_drawn_twice(patch: Patch) -> None:
    def drawn(was: Any, *given: Any) -> None:
        was(*given)
        was(*given)

    around(patch, Paper, "rule", drawn)


def cards_beside_their_tiles(patch: Patch) -> None:
    around(patch, Paper, "card", lambda was, on, x, y, *size: was(on, x, y + 60, *size))


Plant = Callable[[Patch], None]
PLANTS: dict[Plant, Fault] = {
    without_a_legend: Fault.TEXT,
    passages_reversed: Fault.TEXT,
    tables_reversed: Fault.TABLE,
    tables_without_a_figure_first: Fault.TABLE,
    an_empty_section: Fault.TEXT,
    bookmarks_at_the_top: Fault.STRUCTURE,
    bookmarks_a_line_lower: Fault.STRUCTURE,
    a_footer_cut_short: Fault.TEXT,
    a_footer_without_its_end: Fault.TEXT,
    a_shape_at_the_foot: Fault.DRAWING,
    a_second_line_at_the_foot: Fault.DRAWING,
    no_band_above: Fault.DRAWING,
    edges_beside_another_row: Fault.DRAWING,
    wider_edges: Fault.DRAWING,
    edges_of_another_class: Fault.DRAWING,
    rules_drawn_twice: Fault.DRAWING,
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
