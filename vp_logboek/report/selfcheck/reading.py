"""Reading the overview from top to bottom: every text is the one that must stand there."""

from collections.abc import Sequence

from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.domain.safe_report import ReportKind, SafeReport
from vp_logboek.report import table_words, wording
from vp_logboek.report.selfcheck import expected, sections
from vp_logboek.report.selfcheck.chart import check_chart
from vp_logboek.report.selfcheck.decor import Decor
from vp_logboek.report.selfcheck.drawing import Drawing
from vp_logboek.report.selfcheck.element import Node
from vp_logboek.report.selfcheck.expected import Said
from vp_logboek.report.selfcheck.places import Places
from vp_logboek.report.selfcheck.tabular import check_table, spoken


class Reader:
    """What was read so far of one overview, and what of its report is still to come."""

    def __init__(self, report: SafeReport, drawings: Sequence[Drawing], places: Places) -> None:
        self.figures = 0
        self._report, self._drawings, self._places = report, drawings, places
        self._decor = Decor(drawings, places)
        self._tables = expected.shown_tables(report)
        self._order: list[tuple[bool, int]] = []
        self._headings = sections.headings(report)
        self._silent = expected.not_shown(report)
        self._passages = sections.passages(report)
        self._chart = expected.chart_table(report)
        self._tiles = expected.tiles(report)

    def read(self, root: Node, opening: Sequence[Said]) -> None:
        """Read all of it. Raises OverviewRefused for what is too much, too little or not there."""
        kids = list(root.kids)
        begin, kids = kids[: len(opening)], kids[len(opening) :]
        if _said(begin) != list(opening):
            raise OverviewRefused(Fault.TEXT, "opening")
        loose = [kid for kid in kids if kid.tag != "Sect"]
        if [kid.tag for kid in kids[: len(loose)]] != [kid.tag for kid in loose]:
            raise OverviewRefused(Fault.STRUCTURE, "Document")
        self._before_sections(loose)
        if [kid.kids[0].text for kid in kids[len(loose) :]] != self._headings:
            raise OverviewRefused(Fault.TEXT, "Document")
        for kid in kids[len(loose) :]:
            self._section(kid)
        if self._tables or self._silent or self._chart is not None or self._tiles:
            raise OverviewRefused(Fault.TABLE, "Document")
        if self._order != sorted(self._order):
            raise OverviewRefused(Fault.TABLE, "Document")
        self._decor.check_all()

    def _before_sections(self, nodes: Sequence[Node]) -> None:
        """The tiles, and where there is no chart what is said instead, with any tables."""
        if nodes and nodes[0].tag == "L":
            self._read_tiles(nodes[0])
            nodes = nodes[1:]
        instead = expected.instead_of_chart(self._report)
        if _said(nodes[: len(instead)]) != instead:
            raise OverviewRefused(Fault.TEXT, "Document")
        self._read_tables(nodes[len(instead) :])

    def _section(self, node: Node) -> None:
        """A heading with all that stands below it."""
        head, *below = node.kids
        if head.tag != "H2":
            raise OverviewRefused(Fault.STRUCTURE, "Sect")
        if head.text in (wording.TABLES_HEADING, wording.YEARS_HEADING):
            self._read_tables(below)
        elif self._chart is not None and head.text == expected.chart_title(self._chart):
            self._read_chart(below)
        elif _said(below) != self._passages.get(head.text):
            raise OverviewRefused(Fault.TEXT, "Sect")

    def _read_tiles(self, node: Node) -> None:
        found = []
        for item in node.kids:
            match item.kids:
                case [Node(tag="Lbl") as label, Node(tag="LBody") as body]:
                    text, instead = spoken(body)
                    found.append((label.text, text))
                    self._decor.behind(item)
                case _:
                    raise OverviewRefused(Fault.STRUCTURE, "LI")
            if instead != table_words.SPOKEN.get(text):
                raise OverviewRefused(Fault.TEXT, "LBody")
        if found != self._tiles:
            raise OverviewRefused(Fault.TABLE, "L")
        self.figures += len(found)
        self._tiles = []

    def _read_chart(self, nodes: Sequence[Node]) -> None:
        figures = [node for node in nodes if node.tag == "Figure"]
        if self._chart is None or list(nodes[: len(figures)]) != figures:
            raise OverviewRefused(Fault.STRUCTURE, "Figure")
        self.figures += check_chart(figures, self._chart, self._drawings)
        if _said(nodes[len(figures) :]) != expected.below_chart(self._chart):
            raise OverviewRefused(Fault.TEXT, "Figure")
        self._chart = None

    def _read_tables(self, nodes: Sequence[Node]) -> None:
        """Tables, each with its notes, and the one sentence about those without a figure. What is
        a column wide comes first, then what is as wide as the page, each in the report's order.
        """
        while nodes:
            if nodes[0].tag == "Table":
                nodes = nodes[1 + self._read_table(nodes[0], nodes[1:]) :]
            elif self._silent and _said(nodes[:1]) == self._silent:
                self._silent, nodes = [], nodes[1:]
                is_last = self._report.kind is ReportKind.YEARS
                self._order.append((is_last, len(self._report.tables)))
            else:
                raise OverviewRefused(Fault.TEXT, "Table")

    def _read_table(self, node: Node, below: Sequence[Node]) -> int:
        """One table of those still to come; how many notes stand below it."""
        table = self._tables.pop(node.kids[0].text if node.kids else "", None)
        if table is None:
            raise OverviewRefused(Fault.TABLE, "Table")
        self.figures += check_table(node, table)
        self._order.append((self._places.is_wide(node.kids[1]), self._report.tables.index(table)))
        for line, row in zip(node.kids[2].kids, table.rows, strict=False):
            self._decor.beside(line.kids[0], row.main)
        notes = expected.notes(table)
        if _said(below[: len(notes)]) != notes:
            raise OverviewRefused(Fault.TEXT, table.code.value)
        return len(notes)


def _said(nodes: Sequence[Node]) -> list[Said]:
    """The tags and texts of elements that hold nothing else. Raises OverviewRefused."""
    if any(node.kids for node in nodes):
        raise OverviewRefused(Fault.STRUCTURE, "P")
    return [(node.tag, node.text) for node in nodes]
