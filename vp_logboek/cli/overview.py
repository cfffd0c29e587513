"""``jaaroverzicht``: issue an overview, give an issued one again, or show what it would be."""

import argparse
from datetime import date

from vp_logboek.cli import answers
from vp_logboek.cli.dutch import DONE
from vp_logboek.cli.jobs import opened
from vp_logboek.cli.terminal import print_rows, print_table, say
from vp_logboek.domain.errors_release import AlreadyIssued, AnswerNeeded
from vp_logboek.domain.ledger import Release
from vp_logboek.domain.organisation import Organisation
from vp_logboek.messages import in_words
from vp_logboek.services import blocked, issuing, yearly_report
from vp_logboek.services.issuing import Prospect
from vp_logboek.services.remembered import Trouble
from vp_logboek.store.logbook import Logbook

CONCEPT_MARK = "CONCEPT, niet uitgebracht"

_TROUBLE = {
    Trouble.BROKEN: "Wat deze computer van eerdere uitgaven had onthouden, was niet te lezen.",
    Trouble.UNWRITABLE: "Deze computer kan niet onthouden dat dit is uitgebracht.",
}


def overview(chosen: argparse.Namespace) -> int:
    """``jaaroverzicht``: issue the PDF, or with ``--tabel`` print what it would show."""
    _check_use(chosen)
    with opened(chosen) as logbook:
        answers.take(logbook, chosen)
        prospect = _prospect(logbook, chosen)
        if chosen.pdf is None:
            _print(prospect)
            return DONE
        return _issue(logbook, prospect, chosen)


def _check_use(chosen: argparse.Namespace) -> None:
    """Options that do not go together are wrong use, before the passphrase is asked for."""
    handed = bool(chosen.al_verstrekt or chosen.niets_verstrekt)
    refused = (
        (chosen.herzien, chosen.samen or chosen.jaren, "--herzien"),
        (chosen.organisatie is not None, chosen.samen, "--organisatie"),
        (handed, chosen.samen or chosen.jaren or chosen.herzien, "--al-verstrekt"),
        (chosen.al_verstrekt, chosen.niets_verstrekt, "--niets-verstrekt"),
        (chosen.ook_uitgebracht, chosen.niets_uitgebracht, "--niets-uitgebracht"),
    )
    for given, other, name in refused:
        if given and other:
            chosen.parser.error(f"unrecognized arguments: {name}")


def _prospect(logbook: Logbook, chosen: argparse.Namespace) -> Prospect:
    if chosen.samen:
        if chosen.jaren:
            return issuing.prepare_years(logbook, None, chosen.jaren)
        return issuing.prepare_together(logbook, chosen.jaar)
    organisation = yearly_report.choose_organisation(logbook, chosen.organisatie)
    if chosen.jaren:
        return issuing.prepare_years(logbook, organisation, chosen.jaren)
    if chosen.herzien:
        return issuing.prepare_revised(logbook, organisation, chosen.jaar)
    return _of_year(logbook, organisation, chosen)


def _of_year(logbook: Logbook, organisation: Organisation, chosen: argparse.Namespace) -> Prospect:
    year = chosen.jaar
    if logbook.ledger.of(organisation.key, year) is not None:
        if chosen.al_verstrekt:
            raise AlreadyIssued(organisation.in_year(year).year(year).label)
        return issuing.prepare(logbook, organisation, year)
    tally = yearly_report.year_tally(logbook, organisation, year)
    outside = answers.handed_out(tally, organisation.level_in(year), chosen)
    return issuing.prepare(logbook, organisation, year, outside)


def _print(prospect: Prospect) -> None:
    """What would be on the page; of an issued overview what is on it."""
    report = prospect.report
    if prospect.is_issued and prospect.before is not None:
        say(f"Uitgebracht op {in_words(prospect.before.issued_on)}: {_named(prospect)}")
    else:
        say(f"{CONCEPT_MARK}: {_named(prospect)}")
        print_rows([(CONCEPT_MARK,)])
    print_table(yearly_report.report_rows(report))


def _named(prospect: Prospect) -> str:
    return f"{prospect.report.organisation}, {prospect.report.year}"


def _issue(logbook: Logbook, prospect: Prospect, chosen: argparse.Namespace) -> int:
    try:
        release = issuing.issue(logbook, prospect, chosen.pdf, date.today())
    except AnswerNeeded:
        say(answers.HOW_TO_ANSWER)
        raise
    if prospect.is_issued:
        say(f"Dit was al uitgebracht op {in_words(release.issued_on)}. Dezelfde PDF: {chosen.pdf}")
        return DONE
    say(f"Het jaaroverzicht is uitgebracht als nummer {release.number}: {chosen.pdf}")
    _say_what_follows(logbook, prospect, release)
    return DONE


def _say_what_follows(logbook: Logbook, prospect: Prospect, release: Release) -> None:
    if prospect.late_year is not None:
        say(f"Dit jaar verandert niet meer. Wat u later invoert, telt in {prospect.late_year}.")
    trouble = blocked.trouble_to_tell(logbook)
    if trouble is not None:
        say(
            f"{_TROUBLE[trouble]} Uw logboek weet het wel: nummer {release.number} staat erin.",
            "Let op als u een oudere reservekopie terugzet: zeg dan wat er is uitgebracht.",
        )
