"""Nothing runs off the page or over something else, and bars are to scale."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings

from tests.pdf_text import pages_of
from tests.report.several import side_by_side, together
from tests.report.years import eight, few, full_year, report_of, reports, zuid_holland
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.errors_report import TooLongToPrint
from vp_logboek.domain.safe_report import Mark, SafeColumn, SafeReport, SafeRow, SafeTable
from vp_logboek.domain.tables import RowKind, TableCode, Unit
from vp_logboek.report import figures, fonts, style, wording
from vp_logboek.report.flow import Flow, Group, Space
from vp_logboek.report.paper import Paper
from vp_logboek.report.prose import Lines
from vp_logboek.report.style import TextStyle
from vp_logboek.report.yearly import render


@dataclass(frozen=True)
class Ink:
    """A text as it lies on its page."""

    page: int
    left: float
    right: float
    top: float
    bottom: float
    text: str

    def touches(self, other: "Ink") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def all_ink(
    report: SafeReport, monkeypatch: pytest.MonkeyPatch, concept: bool = False
) -> list[Ink]:
    """Every text that is set, where it is set."""
    found: list[Ink] = []
    page = 0
    set_text, turn = Paper.text, Paper.next_page

    def note_text(self: Paper, x: float, y: float, text: str, used: TextStyle) -> None:
        wide = fonts.width(text.rstrip(), used.face, used.size)
        found.append(Ink(page, x, x + wide, y - 0.7 * used.size, y + 0.2 * used.size, text))
        set_text(self, x, y, text, used)

    def note_page(self: Paper) -> None:
        nonlocal page
        page += 1
        turn(self)

    with monkeypatch.context() as patched:
        patched.setattr(Paper, "text", note_text)
        patched.setattr(Paper, "next_page", note_page)
        render(report, concept)
    return [ink for ink in found if ink.text]


def collisions(ink: list[Ink]) -> list[tuple[str, str]]:
    """Texts that lie over each other."""
    found = []
    ordered = sorted(ink, key=lambda i: (i.page, i.top))
    for position, one in enumerate(ordered):
        for other in ordered[position + 1 :]:
            if other.page != one.page or other.top >= one.bottom:
                break
            if one.touches(other):
                found.append((one.text, other.text))
    return found


def is_on_the_page(ink: Ink) -> bool:
    return (
        ink.left >= style.LEFT - 0.1
        and ink.right <= style.RIGHT + 0.1
        and ink.top > 0
        and ink.bottom < style.PAGE_HEIGHT - style.GRID
    )


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(report=reports())
def test_no_text_lies_over_another_or_off_the_page(
    report: SafeReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    ink = all_ink(report, monkeypatch, concept=True)

    assert [i for i in ink if not is_on_the_page(i)] == []
    assert collisions(ink) == []


def test_the_search_for_collisions_finds_one() -> None:
    ink = Ink(0, 10, 50, 100, 110, "een")

    assert collisions([ink, replace(ink, left=40, right=60, text="twee")]) == [("een", "twee")]
    assert collisions([ink, replace(ink, page=1)]) == []


PAGES = [
    (few(), 1),
    (eight(), 1),
    (zuid_holland(), 2),
    (zuid_holland(Level.NONE), 3),
    (report_of(full_year()), 4),
    (report_of(full_year(), Level.NONE), 5),
]


@pytest.mark.parametrize("report, most", PAGES)
def test_an_overview_is_a_few_pages(report: SafeReport, most: int) -> None:
    assert len(pages_of(render(report))) <= most


def test_a_very_long_name_still_fits_on_the_first_page(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "Gemeenschappelijke Regeling Regionale Uitvoeringsdienst Noordoost en Zuidwest 80"
    report = replace(zuid_holland(), organisation=name, year="2023-2024", example=True)
    ink = all_ink(report, monkeypatch, concept=True)

    assert len(pages_of(render(report))) == 2
    assert all(map(is_on_the_page, ink))


def test_a_name_of_hundreds_of_letters_stays_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    ink = all_ink(replace(zuid_holland(), organisation="Stichting Onderwijs " * 25), monkeypatch)

    assert all(map(is_on_the_page, ink))
    assert collisions(ink) == []


def test_a_title_of_a_school_year_is_one_line() -> None:
    first = pages_of(render(replace(zuid_holland(), year="2023-2024")))[0]

    assert "Jaaroverzicht vertrouwenspersoon 2023-2024" in first.splitlines()


# --- bars -------------------------------------------------------------------------------------


def _row(figure: int | Mark) -> SafeRow:
    return SafeRow("code", "Onderwerp", (figure,))


def test_bars_are_to_scale_with_what_is_printed() -> None:
    lengths = [bar.length for bar in figures.bars([_row(n) for n in (10, 5, 0, 20)])]

    assert lengths[3] == 2 * lengths[0] == 4 * lengths[1]
    assert lengths[2] == 0


def test_a_hidden_figure_has_no_bar_and_changes_no_other() -> None:
    shown = [_row(10), _row(5)]
    among_hidden = figures.bars([_row(Mark.HIDDEN), *shown, _row(Mark.OUTSIDE), _row(Mark.HIDDEN)])

    assert [b.length for b in among_hidden[1:3]] == [b.length for b in figures.bars(shown)]
    assert {b.length for b in among_hidden if isinstance(b.figure, Mark)} == {0.0}


def test_every_hidden_figure_has_the_same_stub_with_its_mark_beside_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stubs: list[tuple[float, float, float]] = []
    draw = Paper.stub

    def note_stub(self: Paper, x: float, y: float, width: float, height: float) -> None:
        stubs.append((x + width, y + height / 2, width))
        draw(self, x, y, width, height)

    monkeypatch.setattr(Paper, "stub", note_stub)
    ink = all_ink(zuid_holland(), monkeypatch)

    assert len({width for _, _, width in stubs}) == 1
    for end, middle, _ in stubs:
        right = [i for i in ink if i.page == 0 and i.top < middle < i.bottom and i.left > end]
        mark = min(right, key=lambda i: i.left)
        assert (mark.text, mark.left - end < style.GRID + 0.1) == ("•", True)


def test_bars_keep_the_order_of_the_subjects_whatever_their_figures() -> None:
    first = pages_of(render(zuid_holland(Level.NONE)))[0]
    labels = ("Integriteit", "Ongewenste", "Arbeidsconflict", "Onveiligheid", "Advies algemeen")

    assert all(first.index(a) < first.index(b) for a, b in pairwise(labels))


# --- columns ----------------------------------------------------------------------------------


def test_a_long_table_is_split_between_rows_with_its_heading_repeated() -> None:
    head, again = Space(20), Space(21)
    rows = tuple(Space(15.0) for _ in range(100))
    flow = Flow()
    flow.columns([Group((head,), rows, (Space(10),), (again,))])

    assert flow.pages == 2
    tops = [p for p in flow.placed if p.y == style.TOP]
    assert [p.part for p in tops] == [head, again, again]
    assert sum(p.part.height == 15.0 for p in flow.placed) == 100
    assert all(p.y + p.part.height <= style.BOTTOM + 0.01 for p in flow.placed)
    for above, below in pairwise(flow.placed):
        if (above.page, above.x) == (below.page, below.x):
            assert below.y == pytest.approx(above.y + above.part.height)


def test_a_class_never_stands_last_without_its_parts() -> None:
    rows = tuple(Space(15.0 + n / 1000) for n in range(80))
    group = Group((Space(20),), rows, openers=frozenset(range(80)) - {10, 40})
    halves = group.split(600)
    assert halves is not None

    assert halves[0].rows[-1] is rows[10]
    assert 40 - 11 not in halves[1].openers


def test_a_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    flow = Flow()
    flow.full(Group(head=(Space(style.BOTTOM - style.TOP - 30),)))
    flow.section(Group(head=(Space(25),)), [Group(head=(Space(40),))])

    assert [p.page for p in flow.placed] == [0, 1, 1]


@pytest.mark.parametrize("place", [Flow.full, lambda flow, group: flow.columns([group])])
def test_a_part_higher_than_a_page_is_refused(place: Callable[[Flow, Group], None]) -> None:
    high = Lines(("tekst",) * 100, style.BODY)

    with pytest.raises(TooLongToPrint):
        place(Flow(), Group(head=(high,)))


def test_a_table_with_many_columns_stands_over_the_whole_width(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    report = zuid_holland()
    columns = tuple(SafeColumn(f"Kantoor-Noord {n}", Unit.ACTIVITIES) for n in range(4))
    rows = (SafeRow("code", "Een lang opschrift van een rij", (1, 2, 3, 4)),)
    wide = SafeTable(TableCode.CHANNEL, columns, rows)
    ink = all_ink(replace(report, tables=(*report.tables, wide)), monkeypatch)

    assert [i for i in ink if not is_on_the_page(i)] == []
    assert collisions(ink) == []
    (label,) = [i for i in ink if i.text.startswith("Een lang opschrift")]
    assert label.text == "Een lang opschrift van een rij"


# --- words --------------------------------------------------------------------------


@pytest.mark.parametrize("level", list(Level))
def test_every_sentence_of_the_account_is_short_and_plain(level: Level) -> None:
    about = (zuid_holland(level), together(level), side_by_side(level))
    passages = [p for r in about for p in (*wording.account(r), *wording.on_factsheet(r))]
    said = [text for _, texts in passages for text in texts]

    for sentence in " ".join(said).replace("? ", ". ").split(". "):
        assert len(sentence.split()) <= 20, sentence
        assert not {"u", "uw", "dader", "ongeldig", "privacy"} & set(sentence.casefold().split())


@pytest.mark.parametrize("level", list(Level))
def test_that_an_issued_year_does_not_change_is_always_said(level: Level) -> None:
    for report in (zuid_holland(level), together(level), side_by_side(level)):
        said = [p for _, passages in wording.account(report) for p in passages]

        assert said.count(wording.FROZEN) == 1


def test_who_is_kept_out_is_said_as_far_as_it_is_true() -> None:
    said = {level: str(wording.account(zuid_holland(level))) for level in Level}

    assert {level for level in Level if wording.INSIDER in said[level]} == {
        Level.STANDARD,
        Level.STRICT,
    }
    assert "uit te rekenen" not in said[Level.NONE]


@pytest.mark.parametrize("label", ["Eigen kolom", "Een eigen kolom met een heel lang opschrift"])
@pytest.mark.parametrize("number", [6, 14, 30, 70])
def test_any_number_of_bars_stays_on_the_page(
    number: int, label: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = zuid_holland()
    rows = tuple(
        SafeRow("code", f"{label} {n}", (n + 1,), RowKind.OWN_COLUMN) for n in range(number)
    )
    table = replace(report.tables[1], rows=rows)
    ink = all_ink(replace(report, tables=(report.tables[0], table)), monkeypatch)

    assert [i for i in ink if not is_on_the_page(i)] == []
    assert collisions(ink) == []
    assert {i.page for i in ink if i.text.startswith("Melders naar onderwerp")} >= {0}


@pytest.mark.parametrize(
    "report",
    [
        together(),
        replace(together(), parts=tuple(f"Organisatie met een lange naam {n}" for n in range(14))),
        zuid_holland(),
        report_of(full_year()),
    ],
)
def test_the_legend_stands_on_the_first_page(report: SafeReport) -> None:
    first = " ".join(pages_of(render(report))[0].split())

    assert wording.HIDDEN_ON_FACTSHEET in first


def test_that_an_own_column_is_not_in_its_class_stands_below_bars_and_table() -> None:
    report = zuid_holland()
    said = "Discriminatie staat apart en telt niet mee bij Ongewenste omgangsvormen."
    first, second = (" ".join(page.split()) for page in pages_of(render(report)))

    assert said in first
    assert said in second
    subjects = replace(report.tables[1], rows=tuple(
        row for row in report.tables[1].rows if row.kind is not RowKind.OWN_COLUMN
    ))  # fmt: skip
    without = render(replace(report, tables=(report.tables[0], subjects)))
    assert "staat apart" not in " ".join(" ".join(pages_of(without)).split())
