"""The overviews that must conform: real years at every level, and every kind of paper there is."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tests.draws import quiet_draw
from tests.report.conformance.any_report import Printing
from tests.report.several import side_by_side, together
from tests.report.years import eight, few, full_year, report_of, zuid_holland
from tests.services.test_published_figures import YEARS, imported
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.protector import protect
from vp_logboek.domain.recovery_sheet import Sheet, sheet_of
from vp_logboek.report import recovery_sheet
from vp_logboek.report.yearly import render
from vp_logboek.services import example, issuing, joined
from vp_logboek.services.prospect import Prospect
from vp_logboek.store.logbook import Logbook

SHARED_CASES = Path(__file__).parents[4] / "shared" / "cases"
"""Where whoever publishes figures hands them over; not every computer has them."""
FIVE_YEARS = ("2019", "2020", "2021", "2022", "2024")


def printed(printing: Printing) -> bytes:
    return render(printing.report, printing.concept, printing.edition)


def published(folder: Path) -> Iterator[Printing]:
    """Every year of every published case, at every level."""
    for case, years in YEARS.items():
        (folder / case).mkdir()
        tallies = imported(case, folder / case)
        for year in years:
            for level in Level:
                draw = quiet_draw(tallies[year], level)
                report = protect(tallies[year], level, draw).report
                yield Printing(f"{case} {year} {level.label}", report)


def made_up() -> Iterator[Printing]:
    """Every kind of overview, at every level where that changes it."""
    full = full_year()
    for level in Level:
        at = level.label
        yield Printing(f"a full year, {at}", report_of(full, level))
        yield Printing(f"together, {at}", together(level), edition=2)
        yield Printing(f"three years, {at}", side_by_side(level), concept=True)
        yield Printing(f"five years, {at}", side_by_side(level, FIVE_YEARS))
    yield Printing("too few", few())
    yield Printing("eight", eight())
    yield Printing("a concept", zuid_holland(), concept=True)
    yield Printing("edition 2", zuid_holland(), edition=2)
    yield Printing("a concept of edition 13", zuid_holland(), concept=True, edition=13)
    invented = report_of(full, example=True)
    yield Printing("an example", invented)
    yield Printing("a concept of an example", invented, concept=True, edition=2)


def example_logbook(folder: Path) -> Iterator[tuple[str, bytes]]:
    """All that the example logbook has issued and can issue, as the program itself does it."""
    with example.make_example(folder / "voorbeeld.vplogboek") as logbook:
        organisations = logbook.organisations.all()
        for organisation in organisations:
            for year in example.YEARS:
                name = f"{organisation.name} {year}"
                prospect = issuing.prepare(logbook, organisation, year)
                yield name, _issued(logbook, prospect, folder)
        yield (
            "all years of the town",
            _issued(
                logbook, joined.prepare_years(logbook, organisations[0], example.YEARS), folder
            ),
        )


def _issued(logbook: Logbook, prospect: Prospect, folder: Path) -> bytes:
    target = folder / "overzicht.pdf"
    issuing.issue(logbook, prospect, target, date(2027, 2, 1))
    pdf = target.read_bytes()
    target.unlink()
    return pdf


def sheet() -> Sheet:
    return sheet_of(bytes(range(100, 132)), b"VPL1" + bytes(range(12)))


def recovery_page() -> bytes:
    return recovery_sheet.render(sheet())
