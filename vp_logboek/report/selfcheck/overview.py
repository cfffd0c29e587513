"""The check of a finished overview."""

from dataclasses import dataclass

from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.report.reread.document import read
from vp_logboek.report.selfcheck import expected, sections
from vp_logboek.report.selfcheck.edges import check_edges
from vp_logboek.report.selfcheck.identity import check_identity
from vp_logboek.report.selfcheck.outlines import check_outlines
from vp_logboek.report.selfcheck.places import Places
from vp_logboek.report.selfcheck.reading import Reader
from vp_logboek.report.selfcheck.skeleton import skeleton
from vp_logboek.report.selfcheck.tree import tree


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read back and found right: pages, pieces of text, figures and marks, tables."""

    pages: int
    texts: int
    figures: int
    tables: int


def check(pdf: bytes, report: SafeReport, concept: bool, edition: int) -> Checked:
    """Read a finished overview back. Raises OverviewRefused unless every byte of it is accounted
    for, and all that it says is in the fixed texts, the names, the labels and the report.
    """
    bones = skeleton(read(pdf))
    root = tree(bones)
    title = expected.document_title(report, edition)
    marks = expected.marks(report, concept)
    check_identity(bones, title)
    places = Places(bones.drawings)
    check_outlines(bones, root, places)
    check_edges(bones, title, marks, set(sections.repeated(report)))
    reader = Reader(report, bones.drawings, places)
    reader.read(root, expected.opening(report, concept, edition))
    return Checked(
        len(bones.pages),
        sum(len(drawing.texts) for drawing in bones.drawings),
        reader.figures,
        len(expected.shown_tables(report)),
    )
