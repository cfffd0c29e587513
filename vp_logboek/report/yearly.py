"""The yearly overview: a SafeReport in, the bytes of a PDF out, always the same bytes.

The story is placed first, so that every page can say how many there are, and drawn after that.
"""

from collections.abc import Iterator, Sequence

from vp_logboek.domain.safe_report import Mark, ReportKind, SafeReport, SafeTable, printed
from vp_logboek.domain.tables import TableCode, Unit
from vp_logboek.report import figures, fonts, prose, style, table_words, tables, wording
from vp_logboek.report.flow import Flow, Group, Part, Space
from vp_logboek.report.frame import Frame
from vp_logboek.report.paper import Paper
from vp_logboek.report.selfcheck.overview import check
from vp_logboek.report.style import GRID, WIDTH

_FACTS_ONLY = frozenset({TableCode.KEY, TableCode.ACTIVITIES})


def render(report: SafeReport, concept: bool = False, edition: int = 1) -> bytes:
    """The overview as a PDF; ``concept`` marks every page as not issued. An ``edition`` above 1
    takes the place of an earlier one and says so on its first page and in every footer.

    Raises GlyphMissing when a name or label has a character that the fonts do not have,
    TooLongToPrint for one that no page has room for, and OverviewRefused when the finished file
    does not hold exactly what it should.
    """
    flow = _story(report, edition)
    title = _document_title(report, edition)
    paper = Paper(title)
    frame = Frame.of(report, title, concept, flow.pages)
    for page in range(flow.pages):
        frame.draw_above(paper)
        for placed in flow.placed:
            if placed.page == page:
                placed.part.draw(paper, placed.x, placed.y)
        frame.draw_below(paper)
        paper.next_page()
    pdf = paper.finished()
    check(pdf, report, concept, edition)
    return pdf


def _document_title(report: SafeReport, edition: int) -> str:
    said = fonts.clean(f"{wording.title(report)} – {report.organisation}")
    return ", ".join(filter(None, (said, wording.revised(edition).lower())))


def _story(report: SafeReport, edition: int) -> Flow:
    """Everything there is, at its place."""
    flow = Flow()
    flow.full(_title(report, edition))
    if report.kind is ReportKind.YEARS:
        _side_by_side(report, flow)
    else:
        _one_year(report, flow)
    account = [group for said in wording.account(report) for group in prose.passage(*said)]
    flow.section(_section(wording.ACCOUNT_HEADING), account, whole=True)
    return flow


def _one_year(report: SafeReport, flow: Flow) -> None:
    legend = _legend(report) if _has_details(report) else ()
    for group in _factsheet(report, flow.room - max((g.height for g in legend), default=0.0)):
        flow.full(group)
    if _has_details(report):
        flow.columns(legend)
        flow.new_page()
        flow.section(_section(wording.TABLES_HEADING), tuple(_tables(report)))
    else:
        flow.columns(tuple(_tables(report)))
    for group in _wide(report):
        flow.full(group)


def _legend(report: SafeReport) -> tuple[Group, ...]:
    """What a reader of the first page alone must know."""
    return tuple(_beside(*passage) for passage in wording.on_factsheet(report))


def _side_by_side(report: SafeReport, flow: Flow) -> None:
    """Years beside each other: no tiles and no bars, every table over the whole width."""
    flow.columns(_legend(report))
    flow.full(Group(head=(Space(2 * GRID),)))
    flow.full(_section(wording.YEARS_HEADING))
    silent = [table for table in report.tables if table.shows_nothing]
    for table in report.tables:
        if table not in silent:
            flow.full(tables.table_group(table, WIDTH))
    if silent:
        flow.full(tables.not_shown(silent, WIDTH))


def _section(title: str) -> Group:
    head = prose.heading(title, style.SECTION, WIDTH, prose.SECTION, GRID)
    return Group(head=(head,))


# --- factsheet --------------------------------------------------------------------------------


def _title(report: SafeReport, edition: int) -> Group:
    """What it is and of whom. The line of a revised edition hangs on its number alone."""
    below = (
        (report.organisation, style.SUBTITLE),
        (wording.organisations(report), style.BODY),
        (wording.revised(edition), style.BAR_FIGURE),
    )
    return Group(
        head=(
            prose.heading(wording.title(report), style.TITLE, WIDTH, prose.TITLE, 2),
            *(prose.set_text(text, how, WIDTH, 2) for text, how in below if fonts.clean(text)),
            Space(3 * GRID - 2),
        )
    )


def _factsheet(report: SafeReport, room: float) -> Iterator[Group]:
    """Tiles and bars; ``room`` is the height they have where the legend is to fit below them."""
    tiles = Group(head=(figures.Tiles(_tiles(report)), Space(4 * GRID)))
    yield tiles
    chart = _chart_table(report)
    if chart is None:
        said = wording.TOTAL_HIDDEN if _total_is_hidden(report) else wording.TOO_FEW
        yield Group(head=(prose.set_text(said, style.BODY, WIDTH, 3 * GRID),))
    else:
        yield from _chart(chart, room - tiles.height)


def _total_is_hidden(report: SafeReport) -> bool:
    key = report.table(TableCode.KEY)
    if key is None:
        return report.fewer_than is None
    return key.rows[0].figures[0] is Mark.HIDDEN


def _tiles(report: SafeReport) -> tuple[tuple[str, str], ...]:
    key = report.table(TableCode.KEY)
    if key is None and report.fewer_than is None:
        return ((Mark.HIDDEN.value, Unit.MELDERS.label),)
    if key is None:
        return ((wording.fewer_than(report.fewer_than or 0), wording.IN_THIS_YEAR),)
    row = key.rows[0]
    return tuple(
        (printed(figure), column.unit.label)
        for figure, column in zip(row.figures, key.columns, strict=True)
    )


def _chart_table(report: SafeReport) -> SafeTable | None:
    talks = report.table(TableCode.TALK_SUBJECT) if report.exact else None
    return talks if talks is not None else report.table(TableCode.SUBJECT)


def _chart(table: SafeTable, room: float) -> Iterator[Group]:
    """The bars below their heading, more of them than fit on one page in parts."""
    is_talks = table.code is TableCode.TALK_SUBJECT
    title = wording.TALK_CHART if is_talks else table.title
    heading = prose.heading(title, style.HEADING, WIDTH, prose.SECTION, GRID)
    below = Group(head=(*_below_chart(table), Space(3 * GRID)))
    charts = figures.charts(table, title, room - heading.height - below.height)
    for number, chart in enumerate(charts):
        yield Group(head=(chart,) if number else (heading, chart))
    yield below


def _below_chart(table: SafeTable) -> Iterator[Part]:
    unit = table.columns[0].unit.label
    yield Space(GRID)
    for row in figures.none_in_chart(table):
        yield prose.set_text(wording.none_of(row.label), style.BODY, WIDTH)
    if table.total is not None:
        total = wording.chart_total(printed(table.total[0]), unit)
        yield prose.set_text(total, style.BAR_FIGURE, WIDTH)
    if table.together is not None:
        yield prose.set_text(table_words.together(table.together, unit), style.BODY, WIDTH)
    for sentence in table_words.apart(table):
        yield prose.set_text(sentence, style.BODY, WIDTH)


def _beside(title: str, paragraphs: Sequence[str]) -> Group:
    """A short passage in one column of the first page."""
    head = prose.heading(title, style.TABLE_TITLE, style.COLUMN, prose.SECTION, 2)
    return Group(
        head=(head, *(prose.set_text(text, style.BODY, style.COLUMN, GRID) for text in paragraphs))
    )


# --- tables -----------------------------------------------------------------------------------


def _has_details(report: SafeReport) -> bool:
    return any(table.code not in _FACTS_ONLY for table in report.tables)


def _tables(report: SafeReport) -> Iterator[Group]:
    """Every table that fits in half the width; then those of which no figure may be shown."""
    for table in _printed(report):
        if not tables.needs_the_width(table):
            yield tables.table_group(table)
    silent = [table for table in report.tables if table.shows_nothing]
    if silent:
        yield tables.not_shown(silent)


def _wide(report: SafeReport) -> Iterator[Group]:
    """Tables with so many columns that they stand over the whole width, below the others."""
    for table in _printed(report):
        if tables.needs_the_width(table):
            yield tables.table_group(table, WIDTH)


def _printed(report: SafeReport) -> Iterator[SafeTable]:
    """The tables with figures; where the tiles stand on the same page they are not repeated."""
    with_key = _has_details(report)
    for table in report.tables:
        if not table.shows_nothing and (with_key or table.code is not TableCode.KEY):
            yield table
