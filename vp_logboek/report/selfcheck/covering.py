"""That nothing which is drawn lies over a text."""

from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.report.selfcheck.drawing import GROUNDS, Drawing


def nothing_covered(drawing: Drawing, place: str) -> None:
    """Raises OverviewRefused for a text on a dark ground, or below what is drawn after it."""
    for box in drawing.boxes:
        for text in drawing.texts:
            hidden = box.colour not in GROUNDS or box.order > text.order
            if hidden and box.box.meets(text.box):
                raise OverviewRefused(Fault.DRAWING, place)
