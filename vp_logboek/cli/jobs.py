"""The jobs that need no window: each takes the arguments and returns the exit code."""

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from vp_logboek.cli.dutch import DONE, NO
from vp_logboek.cli.terminal import new_passphrase, passphrase, print_rows, print_table, say
from vp_logboek.domain.errors import AlreadyExists, UnknownSubject, WrongPassphrase
from vp_logboek.domain.organisation import FROM_THE_START, LevelChoice, Organisation
from vp_logboek.domain.subjects import rest_of
from vp_logboek.services import example, import_table, notebook, safekeeping, yearly_report
from vp_logboek.store.logbook import Logbook


def make(chosen: argparse.Namespace) -> int:
    """``nieuw``: make a logbook."""
    tree = safekeeping.default_tree()
    columns = []
    for text in chosen.kolom:
        leaf = tree.find(text)
        if leaf is None or leaf.code == rest_of(leaf.main):
            raise UnknownSubject(text)
        columns.append(leaf.code)
    organisation = Organisation(
        name=" ".join(chosen.organisatie.split()),
        start_month=chosen.begin_maand,
        columns=tuple(columns),
        levels=(LevelChoice(FROM_THE_START, chosen.niveau, chosen.reden),),
    )
    organisation.check()
    if os.path.lexists(chosen.bestand):
        raise AlreadyExists(chosen.bestand.name)
    safekeeping.make_logbook(chosen.bestand, new_passphrase(chosen), organisation).close()
    say(f"Het logboek is gemaakt: {chosen.bestand}")
    return DONE


def take_over(chosen: argparse.Namespace) -> int:
    """``importeer``: take over a registration, or with ``--proef`` tell what that would do."""
    table = import_table.read_table(chosen.tabel)
    fields = import_table.recognise_fields(table.headers, dict(chosen.veld))
    with opened(chosen) as logbook:
        plan = import_table.plan_import(
            table,
            fields,
            logbook.subjects.tree(),
            logbook.organisations.all(),
            date.today(),
            chosen.organisatie,
            chosen.hoofdgroep,
        )
        say(*plan.notices)
        if chosen.proef:
            print_rows(import_table.plan_rows(plan))
            say(f"Dit was een proef: {plan.summary()} Er is niets overgenomen.")
            return NO if plan.refused else DONE
        result = import_table.run_import(logbook, plan, date.today(), chosen.tabel.name)
    say(result.summary())
    return DONE


def tell_tally(chosen: argparse.Namespace) -> int:
    """``telling``: print the exact tables of a year; of an issued one those of then."""
    with opened(chosen) as logbook:
        organisation = yearly_report.choose_organisation(logbook, chosen.organisatie)
        tally = yearly_report.year_tally(logbook, organisation, chosen.jaar)
        if chosen.jaar in logbook.issued_years(organisation.key):
            say("Dit jaar is uitgebracht. Dit zijn de tellingen zoals ze toen waren.")
    print_table(yearly_report.tally_rows(tally))
    return DONE


def make_example(chosen: argparse.Namespace) -> int:
    """``voorbeeld``: make the invented example, and with ``--pdf`` its last overview."""
    with _example_logbook(chosen.bestand) as logbook:
        if chosen.pdf is not None:
            organisation = logbook.organisations.all()[0]
            year, today = example.YEARS[-1], date.today()
            yearly_report.issue_overview(logbook, organisation, year, chosen.pdf, today)
            say(f"Het jaaroverzicht is uitgebracht: {chosen.pdf}")
    say(
        f"Het voorbeeld staat in {chosen.bestand}. Alles erin is verzonnen.",
        f"De wachtzin is: {example.PASSPHRASE}",
    )
    return DONE


@contextmanager
def _example_logbook(path: Path) -> Iterator[Logbook]:
    """The example at this path, made when it is not there. Another logbook is left alone."""
    if not os.path.lexists(path):
        logbook = example.make_example(path)
    else:
        try:
            logbook = example.open_example(path)
        except WrongPassphrase:
            raise AlreadyExists(path.name) from None
    try:
        if not notebook.is_example(logbook):
            raise AlreadyExists(path.name)
        yield logbook
    finally:
        logbook.close()


@contextmanager
def opened(chosen: argparse.Namespace) -> Iterator[Logbook]:
    """The logbook of a job, until the block ends. What it is comes before the passphrase."""
    safekeeping.recognise(chosen.bestand)
    logbook = safekeeping.open_logbook(chosen.bestand, passphrase(chosen))
    try:
        yield logbook
    finally:
        logbook.close()
