"""What is said after an overview was saved; without Qt."""

from collections.abc import Iterator

from vp_logboek.domain.disclosure.price import hidden_numbers
from vp_logboek.domain.safe_report import ReportKind, SafeReport
from vp_logboek.gui.export.hidden_words import marks
from vp_logboek.gui.export.price_words import REVISED
from vp_logboek.gui.export.saving import Issued
from vp_logboek.gui.export.words import ALL_SHOWN, Section
from vp_logboek.messages import in_words
from vp_logboek.report.selfcheck.overview import Checked
from vp_logboek.services.remembered import Trouble

_TROUBLE = {
    Trouble.BROKEN: "Wat deze computer van eerdere uitgaven had onthouden, was niet te lezen.",
    Trouble.UNWRITABLE: "Deze computer kan niet onthouden dat dit is uitgebracht.",
}


CHECKED = "Dit is nagekeken"
GOOD_TO_KNOW = "Goed om te weten"
SAME_AS_MADE = (
    "De PDF is na het bewaren teruggelezen. Het bestand is precies wat het programma maakte."
)
SAME_AS_ISSUED = (
    "De PDF is na het bewaren teruggelezen. Het bestand is precies de PDF die in uw logboek staat."
)
HOW_MADE = (
    "De PDF is gemaakt voor iedereen, ook voor wie hem laat voorlezen. En hij blijft leesbaar, ook "
    "over jaren."
)
REFUSED = (
    "De PDF is bewaard als “{0}”, en daarna nagekeken en afgekeurd. Gebruik dit bestand niet. In "
    "uw logboek staat dat het is uitgebracht, als nummer {1}. Meld de code aan de makers: {2}. In "
    "de code staat niets uit uw logboek."
)
NOT_CHECKED = (
    "Niet nagekeken is wat u buiten dit programma hebt verteld en hier niet hebt ingevuld."
)


def trouble_section(trouble: Trouble) -> Section:
    """That this computer may not remember it outside the logbook, and what that means."""
    told = (
        f"{_TROUBLE[trouble]} Uw logboek weet het wel. Zet u later een reservekopie terug? Dan "
        "vraagt het programma wat u daarna uitbracht."
    )
    return "Let op", (told,)


def result_sections(
    report: SafeReport, issued: Issued, later: str, is_revised: bool = False
) -> tuple[Section, ...]:
    """What was checked and what must be known. ``later`` is the year in which counts what is
    entered from now on, empty where that says nothing.
    """
    return (
        (CHECKED, tuple(_found_right(report, issued.checked))),
        (GOOD_TO_KNOW, tuple(_known(report, issued, later, is_revised))),
    )


def _found_right(report: SafeReport, checked: Checked | None) -> Iterator[str]:
    """What was checked before and after it was saved, and no more than that."""
    yield SAME_AS_MADE
    if checked is not None:
        yield texts_checked(checked.pages)
        yield figures_checked(checked.tables)
    if not report.exact:
        yield audited(report, report.kind)


def texts_checked(pages: int) -> str:
    """That nothing stands in the PDF but what may."""
    read = "De bladzijde is nagelezen" if pages == 1 else f"Alle {pages} bladzijden zijn nagelezen"
    return (
        f"{read}. Elke tekst is een vaste tekst, de naam van een organisatie, een onderwerp of een "
        "beschermd aantal."
    )


def figures_checked(tables: int) -> str:
    """That every figure in the PDF was held against the report."""
    if tables < 2:
        return "Elk aantal is vergeleken met de beschermde aantallen."
    return f"Alle {tables} tabellen zijn cel voor cel vergeleken met de beschermde aantallen."


def _known(report: SafeReport, issued: Issued, later: str, is_revised: bool) -> Iterator[str]:
    if is_revised:
        yield REVISED
    yield ALL_SHOWN if report.exact else marks(report)
    yield (
        f"In uw logboek staat dit als nummer {issued.number}, van {in_words(issued.on)}. De PDF "
        "zelf staat er ook in. U vindt hem bij Uitgegeven."
    )
    if later:
        yield f"Voert u later nog iets in over dit jaar? Dan telt dat in {later}."
    yield HOW_MADE
    yield NOT_CHECKED


def audited(report: SafeReport, kind: ReportKind) -> str:
    """What was tried before this was issued, and no more than that."""
    if kind is ReportKind.YEARS:
        return "Elk aantal stond al in de uitgave van dat jaar, of is een optelling daarvan."
    if report.fewer_than is not None:
        return f"Er staat geen enkel aantal over melders in, alleen minder dan {report.fewer_than}."
    if not hidden_numbers(report):
        return "Er was niets verborgen, dus er was ook niets uit te rekenen."
    return (
        "Het programma heeft geprobeerd elk verborgen aantal te achterhalen, ook met alles wat u "
        "eerder uitbracht. Geen enkel klein aantal is met zekerheid uit te rekenen."
    )


def again_sections(issued: Issued) -> tuple[Section, ...]:
    """What was done when an issued PDF was given again."""
    known = (
        f"Het is nummer {issued.number}, uitgebracht op {in_words(issued.on)}. Er is niets nieuws "
        "uitgebracht."
    )
    return ((CHECKED, (SAME_AS_ISSUED,)), (GOOD_TO_KNOW, (known,)))
