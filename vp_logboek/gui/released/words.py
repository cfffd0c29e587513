"""What the place *Uitgegeven* says; without Qt."""

from collections.abc import Sequence

from vp_logboek.domain.ledger import Release
from vp_logboek.domain.safe_report import Mark, ReportKind, printed
from vp_logboek.domain.tables import TableCode, Unit
from vp_logboek.gui.released.work import Unknown
from vp_logboek.messages import in_words

INTRO = (
    "Hier staat elk overzicht dat u uitbracht. Daar verandert niets meer aan. Bewaart u een PDF "
    "nog een keer, dan is het precies dezelfde."
)
FILE_NAME = "Voorgestelde naam van de PDF: {0}"
NOTHING = "Hier komt te staan wat u uitbrengt. U kunt dezelfde PDF dan altijd weer bewaren."
CHOOSE_FIRST = "Kies eerst een overzicht uit de lijst."
UNKNOWN = "Deze jaren zijn ook al uitgebracht, maar die PDF staat niet in dit logboek: {0}."
NOT_SAME = (
    "De PDF is bewaard als “{0}”, maar was niet goed terug te lezen. Gebruik dit bestand niet. "
    "Bewaar de PDF nog eens, op een andere plek."
)
SAVED = "De PDF is bewaard als “{0}”. Hij is teruggelezen en precies zoals hij is uitgebracht."


def unknown(years: Sequence[Unknown], with_names: bool) -> str:
    """Which years were issued elsewhere; empty for none."""
    if not years:
        return ""
    told = [f"{one.organisation} {one.label}" if with_names else one.label for one in years]
    return UNKNOWN.format(", ".join(told))


def edition(number: int, is_replaced: bool = False) -> str:
    """The edition in a few letters: the second and later ones are revised."""
    name = "eerste" if number == 1 else f"{number}e, herzien"
    return f"{name}, vervangen" if is_replaced else name


def replaced(releases: Sequence[Release]) -> frozenset[int]:
    """The numbers of the releases whose place was taken by a revised edition."""
    newest: dict[tuple[object, object], int] = {}
    for one in releases:
        about = (one.kind, one.scopes)
        newest[about] = max(one.edition, newest.get(about, 0))
    return frozenset(one.number for one in releases if one.edition < newest[one.kind, one.scopes])


def summary(release: Release) -> str:
    """What HR got, in a line or two: the key figures as they stand in the PDF."""
    report = release.report
    table = report.table(TableCode.KEY)
    if table is None:
        return f"HR kreeg te zien: minder dan {report.fewer_than} melders."
    several = report.kind is ReportKind.YEARS
    shown, hidden = [], []
    for column, figure in zip(table.columns, table.rows[0].figures, strict=True):
        name = column.label if several else column.unit.label
        if figure is Mark.HIDDEN:
            hidden.append(name)
        else:
            shown.append(f"{name}: {printed(figure)}" if several else f"{printed(figure)} {name}")
    lead = f"HR kreeg te zien, in {Unit.MELDERS.label} per jaar" if several else "HR kreeg te zien"
    told = f"{lead}: {', '.join(shown)}." if shown else ""
    return f"{told} Verborgen: {', '.join(hidden)}.".strip() if hidden else told


def said(release: Release, is_replaced: bool = False) -> str:
    """Which release this is."""
    return (
        f"{release.report.organisation}, {release.report.year}. Nummer {release.number}, "
        f"uitgebracht op {in_words(release.issued_on)}. "
        f"Versie: {edition(release.edition, is_replaced)}."
    )
