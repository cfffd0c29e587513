"""What stands at the edges of every page and means nothing: marks, footers and repeated heads."""

from collections.abc import Set

from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.report import wording
from vp_logboek.report.selfcheck.skeleton import Skeleton

_CUT = " …"


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
            case [[*lines, last]] if last == number and _is_title("".join(lines), title):
                continue
        raise OverviewRefused(Fault.TEXT, place)


def _is_title(said: str, title: str) -> bool:
    """Whether a footer says the title, or the beginning of one that is too long for it."""
    if said.endswith(_CUT):
        return title.startswith(said.removesuffix(_CUT).rstrip())
    return said == title
