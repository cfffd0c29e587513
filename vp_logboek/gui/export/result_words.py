"""What is said after an overview was saved; without Qt."""

from datetime import date

from vp_logboek.domain.disclosure.price import hidden_numbers
from vp_logboek.domain.safe_report import ReportKind, SafeReport
from vp_logboek.gui.export.words import ALL_SHOWN, REVISED
from vp_logboek.messages import in_words
from vp_logboek.services.remembered import Trouble

_TROUBLE = {
    Trouble.BROKEN: "Wat deze computer van eerdere uitgaven had onthouden, was niet te lezen.",
    Trouble.UNWRITABLE: "Deze computer kan niet onthouden dat dit is uitgebracht.",
}


def trouble_line(trouble: Trouble) -> str:
    """That this computer may not remember it outside the logbook, and what that means."""
    return (
        f"{_TROUBLE[trouble]} Uw logboek weet het wel. Zet u later een reservekopie terug? Dan "
        "vraagt het programma wat u daarna uitbracht."
    )


def result_lines(
    report: SafeReport, issued_on: date, number: int, later: str, is_revised: bool = False
) -> tuple[str, ...]:
    """What was done and what was not. ``number`` is that of the release; ``later`` is the year in
    which counts what is entered from now on, empty where that says nothing.
    """
    hidden = hidden_numbers(report)
    marks = (
        f"{hidden} aantallen zijn verborgen. Op hun plaats staat •."
        if hidden != 1
        else "1 aantal is verborgen. Op die plaats staat •."
    )
    return tuple(
        line
        for line in (
            REVISED if is_revised else "",
            "De PDF is na het bewaren teruggelezen. Het bestand is precies wat het programma "
            "maakte.",
            ALL_SHOWN if report.exact else audited(report, report.kind),
            "" if report.exact else marks,
            f"In uw logboek staat dit als nummer {number}, van {in_words(issued_on)}. De PDF zelf "
            "staat er ook in. U vindt hem bij Uitgegeven.",
            f"Voert u later nog iets in over dit jaar? Dan telt dat in {later}." if later else "",
            "Niet nagekeken is wat u buiten dit programma hebt verteld en hier niet hebt ingevuld.",
        )
        if line
    )


def audited(report: SafeReport, kind: ReportKind) -> str:
    """What was tried before this was issued, and no more than that."""
    if kind is ReportKind.YEARS:
        return "Elk aantal stond al in de uitgave van dat jaar, of is een optelling daarvan."
    if not hidden_numbers(report):
        return "Er was niets verborgen, dus er was ook niets uit te rekenen."
    return (
        "Het programma heeft geprobeerd elk verborgen aantal te achterhalen, ook met alles wat u "
        "eerder uitbracht. Geen enkel klein aantal is met zekerheid uit te rekenen."
    )


def again_lines(issued_on: date, number: int) -> tuple[str, ...]:
    """What was done when an issued PDF was given again."""
    return (
        "De PDF is na het bewaren teruggelezen. Het bestand is precies de PDF die in uw logboek "
        "staat.",
        f"Het is nummer {number}, uitgebracht op {in_words(issued_on)}. Er is niets nieuws "
        "uitgebracht.",
    )
