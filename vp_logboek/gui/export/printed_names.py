"""Which texts that the counsellor typed will be printed and look like the name of a person."""

from collections.abc import Iterator

from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.services.names import looks_like_a_name

_ON_THE_PAGE = "Op de bladzijde komt “{0}” te staan. Dat lijkt op de naam van een persoon. "
_MEANT = "Is dat de bedoeling, dan kunt u verdergaan."
_ELSE = "Is dat niet de bedoeling? Kies dan Stoppen en pas het eerst aan bij Instellingen."


def warning(report: SafeReport) -> str:
    """What to say of the organisations and the subjects; empty where nothing looks like a name."""
    found = list(dict.fromkeys(text for text in _typed(report) if looks_like_a_name(text)))
    if not found:
        return ""
    return _ON_THE_PAGE.format("”, “".join(found)) + f"{_MEANT} {_ELSE}"


def _typed(report: SafeReport) -> Iterator[str]:
    """Every text that can be the counsellor's own. Of the fixed ones none looks like a name."""
    yield report.organisation
    yield from report.parts
    yield from (row.label for table in report.tables for row in table.rows)
