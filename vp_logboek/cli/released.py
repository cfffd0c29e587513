"""``uitgegeven``: what was issued from a logbook, and a stored PDF once more."""

import argparse
from collections.abc import Iterator

from vp_logboek.cli.dutch import DONE
from vp_logboek.cli.jobs import opened
from vp_logboek.cli.terminal import print_rows, say
from vp_logboek.domain.ledger import Release
from vp_logboek.messages import in_words
from vp_logboek.services import blocked, issuing
from vp_logboek.store.logbook import Logbook

HEADERS = ("nummer", "dag", "soort", "organisatie", "jaar", "uitgave", "niveau", "sha256")


def released(chosen: argparse.Namespace) -> int:
    """``uitgegeven``: list the ledger, or with ``--nummer`` and ``--pdf`` give a PDF again."""
    if (chosen.nummer is None) != (chosen.pdf is None):
        missing = "--nummer" if chosen.nummer is None else "--pdf"
        chosen.parser.error(f"the following arguments are required: {missing}")
    with opened(chosen) as logbook:
        if chosen.nummer is not None:
            release = issuing.issue_again(logbook, chosen.nummer, chosen.pdf)
            said = in_words(release.issued_on)
            say(f"Dezelfde PDF als die van {said}, nummer {release.number}: {chosen.pdf}")
            return DONE
        print_rows([HEADERS, *map(_row, issuing.releases(logbook))])
        say(*_blocked(logbook))
        issuing.check_ledger(logbook)
    return DONE


def _row(release: Release) -> tuple[str, ...]:
    return (
        str(release.number), release.issued_on.isoformat(), release.kind.value,
        release.report.organisation, release.report.year, str(release.edition),
        release.level.value, release.pdf_sha256,
    )  # fmt: skip


def _blocked(logbook: Logbook) -> Iterator[str]:
    """The years that were issued while this file does not know how."""
    for organisation in logbook.organisations.all():
        for year in sorted(blocked.blocked_years(logbook, organisation.key)):
            label = organisation.in_year(year).year(year).label
            yield f"{organisation.name}, {label}: al uitgebracht buiten dit bestand; de PDF geldt."
