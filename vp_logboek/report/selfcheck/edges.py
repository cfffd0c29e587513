"""What stands at the edges of every page and means nothing: marks, footers and repeated heads."""

from collections.abc import Set

from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.report import style, wording, wrap
from vp_logboek.report.selfcheck.skeleton import Skeleton

_CUT = " …"
_LINES, _ROOM = 2, style.WIDTH - 10 * style.GRID


def check_edges(bones: Skeleton, title: str, marks: str, repeated: Set[str]) -> None:
    """Raises OverviewRefused unless every page has its marks and its footer, and no artifact says
    anything else but a head that is repeated.
    """
    for page, drawing in enumerate(bones.drawings):
        place = f"pagina {page + 1}"
        said: dict[str, list[list[str]]] = {"Header": [], "Footer": [], "": []}
        for artifact in drawing.artifacts:
            said[artifact.kind].append(artifact.texts)
        if said["Header"] != ([[marks]] if marks and page else []):
            raise OverviewRefused(Fault.TEXT, place)
        if any("".join(texts) not in repeated for texts in said[""] if texts):
            raise OverviewRefused(Fault.TEXT, place)
        number = wording.page_of(page + 1, len(bones.pages))
        match said["Footer"]:
            case [[*lines, last]] if last == number and "".join(lines) == _footer(title):
                continue
        raise OverviewRefused(Fault.TEXT, place)


def _footer(title: str) -> str:
    """The title, or as much of it as two lines beside the number of the page can say."""
    lines = wrap.lines(title, style.FOOT, _ROOM)
    return title if len(lines) <= _LINES else "".join(lines[:_LINES]) + _CUT
