"""Real published figures: entered as registrations, they come back in the tally and on the page."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.draws import quiet_draw
from tests.pdf_text import lines_of, rows_under, squeezed
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.protector import protect
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.safe_report import SafeReport, printed
from vp_logboek.domain.subjects import MainClass
from vp_logboek.domain.tables import RowKind, TableCode
from vp_logboek.domain.tally import Tally
from vp_logboek.services.import_table import plan_import, read_table, recognise_fields, run_import
from vp_logboek.services.safekeeping import make_logbook
from vp_logboek.services.yearly_report import (
    YearView,
    overview_pdf,
    report_rows,
    tally_rows,
    year_tally,
)
from vp_logboek.store.logbook import CHEAPEST

CASES = Path(__file__).parents[1] / "data" / "cases"
GOLDEN = Path(__file__).parents[1] / "data" / "published"
TODAY = date(2026, 11, 21)

SUBJECT = "Melders naar onderwerp"
Year = Callable[[str, Level, int], YearView]


@pytest.fixture(name="year_of", scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Year:
    """The year of a published case at a level, from a logbook its table was imported in.

    It is drawn under the first test key that hides nothing by itself (``quiet_draw``).
    """
    known: dict[str, dict[int, Tally]] = {}

    @cache
    def view(case: str, level: Level, year: int) -> YearView:
        if case not in known:
            known[case] = imported(case, tmp_path_factory.mktemp(case))
        tally = known[case][year]
        return YearView(tally, protect(tally, level, quiet_draw(tally, level)))

    return view


def imported(case: str, folder: Path) -> dict[int, Tally]:
    """The counts of every year of a published case, imported in a logbook."""
    organisation = Organisation("Verzonnen organisatie", columns=("discriminatie",))
    with make_logbook(folder / "een.vplogboek", PASSPHRASE, organisation, CHEAPEST) as logbook:
        table = read_table(CASES / f"{case}.csv")
        plan = plan_import(
            table,
            recognise_fields(table.headers),
            logbook.subjects.tree(),
            logbook.organisations.all(),
            TODAY,
            None,
            MainClass.INTEGRITY,
        )
        run_import(logbook, plan, TODAY, case)
        (saved,) = logbook.organisations.all()
        return {year: year_tally(logbook, saved, year) for year in YEARS[case]}


def exact(view: YearView, code: TableCode) -> dict[str, int]:
    return {line.label: line.number for line in view.tally.table(code).lines if line.number}


def page(view: YearView) -> bytes:
    return overview_pdf(view.report)


def test_zuid_holland_without_threshold_is_the_published_table(year_of: Year) -> None:
    pdf = page(year_of("zuid-holland-2019", Level.NONE, 2019))

    assert rows_under(pdf, "Gesprekken naar onderwerp") == {
        "Integriteit": ("2",), "Ongewensteomgangsvormen": ("9",), "Discriminatie": ("0",),
        "Arbeidsconflict": ("5",), "Onveiligheid": ("4",), "Adviesalgemeen": ("5",),
        "Totaal": ("25",),
    }  # fmt: skip
    assert "* 0 keer: discriminatie" in lines_of(pdf)
    assert "Totaal 25 gesprekken" in lines_of(pdf)


def test_zuid_holland_at_standaard_hides_integriteit_and_discriminatie(year_of: Year) -> None:
    pdf = page(year_of("zuid-holland-2019", Level.STANDARD, 2019))

    assert rows_under(pdf, SUBJECT) == {
        "Integriteit": ("•",), "Ongewensteomgangsvormen": ("9",), "Discriminatie": ("•",),
        "Arbeidsconflict": ("5",), "Onveiligheid": ("4",), "Adviesalgemeen": ("5",),
        "Totaal": ("25",),
    }  # fmt: skip
    assert "Totaal 25 melders" in lines_of(pdf)


ALMERE = "almere-2019-2021"


@pytest.mark.parametrize("year,intern,extern", [(2019, 8, 2), (2020, 12, 6), (2021, 3, 2)])
def test_almere_counts_meldingen_intern_and_extern(
    year_of: Year, year: int, intern: int, extern: int
) -> None:
    view = year_of(ALMERE, Level.NONE, year)
    row = view.tally.table(TableCode.CONTACT_ORIGIN).line("melding")

    assert [count.number for count in row.counts] == [intern, extern, 0]
    printed = rows_under(page(view), "Nieuwe dossiers naar aard: intern en extern")
    assert printed["melding"][:2] == (str(intern), str(extern))


def test_almere_2021_has_twelve_talks_of_which_five_a_melding_of_five_kinds(year_of: Year) -> None:
    view = year_of(ALMERE, Level.NONE, 2021)
    kinds = (
        "Ongepaste uitlating op social media", "Favoritisme", "Werkverzuim",
        "Misbruik positie/belangenverstrengeling", "Gebruik verdovende middelen tijdens werktijd",
    )  # fmt: skip
    printed = rows_under(page(view), SUBJECT)

    assert exact(view, TableCode.CONTACT) == {"melding": 5, "adviesvraag": 7}
    assert [printed[squeezed(kind)] for kind in kinds] == [("1",)] * 5
    assert printed["Totaal"] == ("12",)
    assert "Totaal 12 gesprekken" in lines_of(page(view))


def test_almere_2021_prints_its_measures(year_of: Year) -> None:
    view = year_of(ALMERE, Level.NONE, 2021)
    pdf = page(view)

    assert exact(view, TableCode.MEASURE) == {"waarschuwing": 2, "gesprek met leidinggevende": 1}
    assert rows_under(pdf, "Uitkomst die dit jaar bekend werd")["ongegrond"] == ("2",)
    measures = rows_under(pdf, "Maatregel die dit jaar bekend werd")
    assert measures["waarschuwing"] == ("2",)
    assert measures[squeezed("gesprek met leidinggevende")] == ("1",)


@pytest.mark.parametrize("year,persons", [(2018, 21), (2019, 8), (2020, 3)])
def test_huizen_counts_persons_and_not_talks(year_of: Year, year: int, persons: int) -> None:
    view = year_of("huizen-2018-2020", Level.NONE, year)

    assert view.tally.melders == persons
    assert rows_under(page(view), SUBJECT)["Totaal"] == (str(persons),)


def test_leidschendam_voorburg_has_thirteen_melders_and_one_investigation(year_of: Year) -> None:
    view = year_of("leidschendam-voorburg-2020", Level.NONE, 2020)
    pdf = page(view)

    assert view.tally.melders == 13
    assert rows_under(pdf, SUBJECT)["Totaal"] == ("13",)
    handled = rows_under(pdf, "Afhandeling die dit jaar bekend werd")
    assert handled["feitenonderzoek"] == ("1",)


def test_den_haag_prints_its_funnel(year_of: Year) -> None:
    view = year_of("den-haag-2021-h1", Level.NONE, 2021)
    pdf = page(view)
    funnel = rows_under(pdf, "Afhandeling die dit jaar bekend werd")

    assert view.tally.melders == 58
    assert [funnel[squeezed(row)] for row in (
        "geen vermoeden of onvoldoende concreet", "in de lijn besproken", "vooronderzoek",
        "feitenonderzoek",
    )] == [("26",), ("19",), ("4",), ("9",)]  # fmt: skip
    outcome = rows_under(pdf, "Uitkomst die dit jaar bekend werd")
    assert outcome[squeezed("schending vastgesteld")] == ("3",)
    measures = rows_under(pdf, "Maatregel die dit jaar bekend werd")
    assert measures["waarschuwing"] == ("3",)


def test_huizen_with_three_persons_says_fewer_than_five(year_of: Year) -> None:
    lines = lines_of(page(year_of("huizen-2018-2020", Level.STANDARD, 2020)))

    assert any("minder dan 5 melders" in line for line in lines)
    assert not any(line.startswith("Melders naar") for line in lines)


YEARS = {
    "zuid-holland-2019": (2019,), ALMERE: (2019, 2020, 2021),
    "huizen-2018-2020": (2018, 2019, 2020), "leidschendam-voorburg-2020": (2020,),
    "den-haag-2021-h1": (2021,),
}  # fmt: skip


@pytest.mark.parametrize("case", sorted(YEARS))
@pytest.mark.parametrize("level", list(Level))
def test_every_cell_of_the_report_is_read_back_from_the_page(
    year_of: Year, case: str, level: Level
) -> None:
    for year in YEARS[case][-1:]:
        view = year_of(case, level, year)
        text = squeezed("".join(lines_of(page(view))))
        for table in view.report.tables:
            if table.shows_nothing or table.code is TableCode.KEY:
                assert squeezed(table.title) in text or table.code is TableCode.KEY
                continue
            for row in table.rows:
                figures = "".join(str(f) if isinstance(f, int) else f.value for f in row.figures)
                assert squeezed(f"{row.label} {figures}") in text, (table.title, row.label)


@pytest.mark.parametrize("case", sorted(YEARS))
def test_without_threshold_the_page_says_what_the_tally_says(year_of: Year, case: str) -> None:
    view = year_of(case, Level.NONE, YEARS[case][0])
    told = set(tally_rows(view.tally))

    assert set(report_rows(view.report)) <= told


# --- golden text ------------------------------------------------------------------------------


@pytest.mark.parametrize("case, year", [(c, y) for c in sorted(YEARS) for y in YEARS[c]])
@pytest.mark.parametrize("level", list(Level))
def test_the_published_years_stay_as_they_are(
    year_of: Year, case: str, year: int, level: Level
) -> None:
    """Delete a file to have it written anew, and look at what changed."""
    path = GOLDEN / f"{case}-{year}-{level.value}.txt"
    text = "\n".join(golden_lines(year_of(case, level, year).report)) + "\n"
    if not path.exists():
        path.write_text(text, encoding="utf-8")
        pytest.fail(f"written anew: {path.name}")

    assert path.read_text(encoding="utf-8") == text


def golden_lines(report: SafeReport) -> Iterator[str]:
    """A report as lines, a table without any figure as one."""
    yield f"{report.year}, niveau {report.level}"
    if report.fewer_than is not None:
        yield f"minder dan {report.fewer_than} melders"
    for table in report.tables:
        if table.shows_nothing:
            yield f"{table.title}: •"
            continue
        yield f"{table.title} ({', '.join(column.unit.label for column in table.columns)})"
        for row in table.rows:
            inside = row.kind in (RowKind.LEAF, RowKind.REST)
            figures = " ".join(printed(figure) for figure in row.figures)
            yield f"{'    ' if inside else '  '}{row.label}: {figures}"
        if table.total is not None:
            yield f"  Totaal: {' '.join(printed(figure) for figure in table.total)}"
        if table.together is not None:
            yield f"  • samen: {table.together}"
