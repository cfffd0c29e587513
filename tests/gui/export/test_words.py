"""What the export says."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.gui.year.views import view
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.price import Price
from vp_logboek.domain.disclosure.protector import Why
from vp_logboek.domain.ledger import ReleaseKind
from vp_logboek.domain.period import ReportingYear
from vp_logboek.domain.safe_report import ReportKind
from vp_logboek.domain.tables import TableCode
from vp_logboek.gui import printing
from vp_logboek.gui.export import (
    given,
    hidden_words,
    preview_words,
    price_words,
    printed_names,
    result_words,
    words,
)
from vp_logboek.gui.export.as_text import ABOUT_MARKS
from vp_logboek.gui.export.folder import NOT_OPENED
from vp_logboek.gui.export.saving import Issued
from vp_logboek.report.selfcheck.overview import Checked
from vp_logboek.services.remembered import Trouble

DAY = date(2026, 3, 4)
RIGHT = Checked(pages=4, texts=296, figures=95, tables=10)


@pytest.mark.parametrize(
    "label,name",
    [
        ("2026", "jaaroverzicht-vertrouwenspersoon-2026.pdf"),
        ("2026-2027", "jaaroverzicht-vertrouwenspersoon-2026-2027.pdf"),
        ("2023, 2024 en 2025", "jaaroverzicht-vertrouwenspersoon-2023-2024-2025.pdf"),
        ("2023, 2024, 2025", "jaaroverzicht-vertrouwenspersoon-2023-2024-2025.pdf"),
    ],
)
def test_the_name_of_the_file(label: str, name: str) -> None:
    assert words.default_name(label) == name


def test_the_name_of_the_file_tells_editions_and_organisations_apart() -> None:
    begin = "jaaroverzicht-vertrouwenspersoon-"
    assert words.default_name("2025", 2) == f"{begin}2025-herzien-2.pdf"
    assert words.default_name("2025", together=True, organisation="X") == f"{begin}2025-samen.pdf"
    named = words.default_name("2025", organisation="Coöperatie A/B & Co.")
    assert named == f"{begin}cooperatie-a-b-co-2025.pdf"


def test_a_school_year_is_told_in_days() -> None:
    assert words.days(ReportingYear(2026, 8)) == "1 augustus 2026 tot en met 31 juli 2027"


def test_too_few_melders_are_told_as_fewer_than() -> None:
    year = view({"pesten": 3})
    assert hidden_words.with_figures(year.report)[0] == "Aantal melders: minder dan 5"


def test_every_hidden_cell_has_a_reason_in_words() -> None:
    year = view({"pesten": 9, "met_collega": 6, "fysiek": 1, "procedurevraag": 2})
    told = dict(price_words.hidden_sections(year.report, year.protected.reasons))
    table = year.report.table(TableCode.SUBJECT)
    assert table is not None
    lines = " ".join(told[table.title])
    hidden = [row.label for row in table.rows if not isinstance(row.figures[0], int)]
    assert hidden
    assert all(label in lines for label in hidden)
    assert set(price_words.HEADINGS) == set(Why)


def test_the_price_is_told_in_numbers() -> None:
    year = view({"pesten": 9, "met_collega": 6})
    bare = list(price_words.costs(None, year.report))
    assert re.fullmatch(
        r"U laat \d+ aantal(len)? over melders zien. \d+ aantallen blijven verborgen.", bare[0]
    )
    assert len(bare) == 1
    told = " ".join(price_words.costs(Price(9, 4, 2, 3, 7), year.report))
    assert "Door loting verborgen: 2 aantallen." in told
    assert "kost dit jaar u 3 aantallen" in told
    assert "hoogstens 7 aantallen" in told


def test_what_it_costs_later_ones_is_told_with_it() -> None:
    few, exact = view({"pesten": 9, "fysiek": 1}), view({"pesten": 9}, Level.NONE)
    told = price_words.later_costs
    assert list(told(ReleaseKind.YEAR, few.report, False)) == [price_words.REVISED_LATER]
    assert price_words.TOGETHER_LATER in told(ReleaseKind.YEAR, few.report, True)
    assert list(told(ReleaseKind.YEARS, few.report, True)) == []
    assert list(told(ReleaseKind.YEAR, exact.report, True)) == []


def saved(number: int = 1, checked: Checked | None = RIGHT) -> Issued:
    return Issued("uit.pdf", Path("map"), True, number, DAY, checked=checked)


def lines(sections: tuple[words.Section, ...]) -> list[str]:
    return [line for _, told in sections for line in told]


def test_without_a_threshold_the_result_says_that_small_numbers_are_shown() -> None:
    year = view({"pesten": 1, "met_collega": 12}, Level.NONE)
    said = lines(result_words.result_sections(year.report, saved(), "2027"))
    assert words.ALL_SHOWN in said
    assert not [line for line in said if "uit te rekenen" in line]


def test_the_result_claims_the_audit_only_where_there_was_one() -> None:
    year = view({"pesten": 9, "met_collega": 6, "fysiek": 1, "procedurevraag": 2})
    said = " ".join(lines(result_words.result_sections(year.report, saved(), "2027")))
    assert "Geen enkel klein aantal is met zekerheid uit te rekenen." in said
    assert "Dan telt dat in 2027." in said
    side = result_words.audited(year.report, ReportKind.YEARS)
    assert "uit te rekenen" not in side


def test_the_result_tells_what_the_check_of_the_file_found() -> None:
    year = view({"pesten": 9, "met_collega": 6})
    (heading, told), (other, known) = result_words.result_sections(year.report, saved(), "2027")
    assert (heading, other) == ("Dit is nagekeken", "Goed om te weten")
    assert told[1].startswith("Alle 4 bladzijden zijn nagelezen. Elke tekst is een vaste tekst")
    assert told[2].startswith("Alle 10 tabellen zijn cel voor cel vergeleken")
    assert result_words.HOW_MADE not in told  # that is made, and not looked at
    assert result_words.HOW_MADE in known


def test_without_a_check_the_result_claims_none() -> None:
    year = view({"pesten": 9, "met_collega": 6})
    (_, told), _ = result_words.result_sections(year.report, saved(checked=None), "2027")
    assert not [line for line in told if "nagelezen" in line or "vergeleken" in line]


def test_a_revised_edition_says_what_it_replaces_and_what_stays() -> None:
    year = view({"pesten": 9})
    told = result_words.result_sections
    assert price_words.REVISED in lines(told(year.report, saved(2), "2027", True))
    assert price_words.REVISED not in lines(told(year.report, saved(), "2027"))
    assert list(price_words.revised(())) == [price_words.REVISED]
    together = list(price_words.revised({ReleaseKind.TOGETHER}))
    assert together[1:] == ["Het overzicht van alle organisaties samen verandert niet mee."]


def test_no_sentence_has_more_than_twenty_words() -> None:
    year = view({"pesten": 9, "met_collega": 6, "fysiek": 1, "procedurevraag": 2})
    few = view({"pesten": 3})
    fixed = [value for value in vars(words).values() if isinstance(value, str)]
    for module in (given, hidden_words, price_words):
        fixed += [value for value in vars(module).values() if isinstance(value, str)]
    said = [
        *(text for text in fixed if " " in text and not text.startswith("/")),
        words.not_over(ReportingYear(2026)), words.restored_question(DAY),
        price_words.final("2027"),
        words.issued_before("2025", DAY, 2), words.given_question("2025-2026"),
        *price_words.costs(Price(9, 4, 2, 3, 7), year.report), hidden_words.few(few.report),
        hidden_words.marks(year.report), *price_words.costs(None, few.report),
        result_words.audited(few.report, ReportKind.YEAR),
        *(line for kind in ReportKind for line in [result_words.audited(year.report, kind)]),
        *lines(result_words.result_sections(year.report, saved(), "2027", True)),
        *lines(result_words.again_sections(saved(3))),
        result_words.REFUSED.format("uit.pdf", 3, "tekst, P"),
        *lines(tuple(result_words.trouble_section(one) for one in Trouble)),
        printing.NO_PRINTER, printing.NO_PRINTER_CONCEPT, printing.REFUSED, printing.NOT_READ,
        printing.SENT, printing.SENT_CONCEPT, printing.ABOUT_CONCEPT,
        preview_words.about_pages(4), preview_words.ready(1), NOT_OPENED, ABOUT_MARKS,
        printed_names.warning(replace(year.report, organisation="Jan de Vries")),
    ]  # fmt: skip
    sentences = [one for text in said for one in re.split(r"(?<=[.!?:]) ", text)]
    assert len(sentences) > 30
    assert [one for one in sentences if len(one.split()) > 20] == []
