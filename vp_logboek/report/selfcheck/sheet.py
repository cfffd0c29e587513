"""The check of a finished recovery sheet: its structure, and every text in its order."""

from collections.abc import Iterable, Sequence

from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.report.reread.document import read
from vp_logboek.report.selfcheck.drawing import STYLES, looks
from vp_logboek.report.selfcheck.expected import Said
from vp_logboek.report.selfcheck.identity import check_identity
from vp_logboek.report.selfcheck.outlines import check_outlines
from vp_logboek.report.selfcheck.places import Places
from vp_logboek.report.selfcheck.skeleton import skeleton
from vp_logboek.report.selfcheck.tree import tree
from vp_logboek.report.style import TextStyle


def check_sheet(pdf: bytes, title: str, said: Sequence[Said], styles: Iterable[TextStyle]) -> None:
    """Read a finished sheet back. Raises OverviewRefused unless every byte of it is accounted for
    and it says this, each text with its tag, in this order. ``styles`` are those of its own.
    """
    bones = skeleton(read(pdf), STYLES | looks(styles))
    root = tree(bones)
    check_identity(bones, title)
    check_outlines(bones, root, Places(bones.drawings))
    if any(artifact.texts for drawing in bones.drawings for artifact in drawing.artifacts):
        raise OverviewRefused(Fault.TEXT, "herstelblad")
    found = [(node.tag, node.text) for node in root.walk() if node.pieces]
    if found != list(said):
        raise OverviewRefused(Fault.TEXT, "herstelblad")
