"""The marks around content: a tag with a number, or an artifact."""

from collections.abc import Sequence

from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.report.reread.values import Name, Value
from vp_logboek.report.selfcheck.drawing import Mark
from vp_logboek.report.selfcheck.keys import Rules, is_name, natural, only, whole

ARTIFACT = "Artifact"
_EDGES = {"Header": "Top", "Footer": "Bottom"}


def marked(operands: Sequence[Value], place: str) -> Mark:
    """The mark that BDC or BMC with these operands opens. Raises OverviewRefused."""
    match list(operands):
        case [Name() as tag] if tag == ARTIFACT:
            return Mark(ARTIFACT, None)
        case [Name() as tag, dict() as keys] if tag == ARTIFACT:
            return Mark(ARTIFACT, None, _edge(keys, place))
        case [Name() as tag, dict() as keys]:
            only(keys, {"MCID": natural}, place)
            return Mark(str(tag), whole(keys["MCID"], place))
    raise OverviewRefused(Fault.DRAWING, place)


def _edge(keys: dict[str, Value], place: str) -> str:
    """At which edge of every page an artifact stands."""
    rules: Rules = {
        "Type": is_name("Pagination"),
        "Subtype": is_name(*_EDGES),
        "Attached": lambda value: isinstance(value, list),
    }
    kind = str(only(keys, rules, place)["Subtype"])
    if keys["Attached"] != [_EDGES[kind]]:
        raise OverviewRefused(Fault.KEY, place)
    return kind
