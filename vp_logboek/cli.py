"""The command line: opens the window, or does one job without a window.

Exit codes: 0 done, 1 the answer is no (damaged, refused, wrong passphrase), 2 wrong use. What was
asked for goes to standard output, messages in Dutch to standard error.
"""

import argparse
import getpass
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from vp_logboek import __version__
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.errors import (
    AlreadyExists,
    LogbookError,
    PassphraseProblem,
    PassphraseRefused,
    UnknownSubject,
    WrongPassphrase,
)
from vp_logboek.domain.organisation import FROM_THE_START, LevelChoice, Organisation
from vp_logboek.domain.subjects import MainClass
from vp_logboek.messages import told
from vp_logboek.services import example, import_table, safekeeping, yearly_report
from vp_logboek.store.logbook import Logbook
from vp_logboek.store.process import harden_process

DONE, NO, WRONG_USE = 0, 1, 2
CONCEPT_MARK = "CONCEPT, niet uitgebracht"


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments say and return the exit code."""
    harden_process()
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments or (arguments[0] not in VERBS and not arguments[0].startswith("-")):
        return _window(arguments)
    chosen = _parser().parse_args(arguments)
    try:
        code: int = chosen.job(chosen)
    except LogbookError as error:
        print(told(error), file=sys.stderr)
        return NO
    except KeyboardInterrupt:
        print("Gestopt. Er is niets half opgeslagen.", file=sys.stderr)
        return NO
    return code


def _window(arguments: list[str]) -> int:
    if len(arguments) > 1:
        _parser().error(f"unrecognized arguments: {' '.join(arguments[1:])}")
    from vp_logboek import app

    return app.run(sys.argv[:1], Path(arguments[0]) if arguments else None)


# --- the jobs ---------------------------------------------------------------------------------


def _new(chosen: argparse.Namespace) -> int:
    tree = safekeeping.default_tree()
    columns = []
    for text in chosen.kolom:
        leaf = tree.find(text)
        if leaf is None:
            raise UnknownSubject(text)
        columns.append(leaf.code)
    organisation = Organisation(
        name=chosen.organisatie,
        start_month=chosen.begin_maand,
        columns=tuple(columns),
        levels=(LevelChoice(FROM_THE_START, chosen.niveau, chosen.reden),),
    )
    organisation.check()
    if chosen.bestand.exists():
        raise AlreadyExists(chosen.bestand.name)
    safekeeping.make_logbook(chosen.bestand, _new_passphrase(chosen), organisation).close()
    _say(f"Het logboek is gemaakt: {chosen.bestand}")
    return DONE


def _import(chosen: argparse.Namespace) -> int:
    table = import_table.read_table(chosen.tabel)
    fields = import_table.recognise_fields(table.headers, dict(chosen.veld))
    with _opened(chosen) as logbook:
        plan = import_table.plan_import(
            table,
            fields,
            logbook.subjects.tree(),
            logbook.organisations.all(),
            date.today(),
            chosen.organisatie,
            chosen.hoofdgroep,
        )
        _say(*plan.notices)
        if chosen.proef:
            _print_rows(import_table.plan_rows(plan))
            _say(f"Dit was een proef: {plan.summary()} Er is niets overgenomen.")
            return NO if plan.refused else DONE
        result = import_table.run_import(logbook, plan, date.today(), chosen.tabel.name)
    _say(result.summary())
    return DONE


def _tally(chosen: argparse.Namespace) -> int:
    with _opened(chosen) as logbook:
        organisation = yearly_report.choose_organisation(logbook, chosen.organisatie)
        tally = yearly_report.year_tally(logbook, organisation, chosen.jaar)
    _print_table(yearly_report.tally_rows(tally))
    return DONE


def _overview(chosen: argparse.Namespace) -> int:
    with _opened(chosen) as logbook:
        organisation = yearly_report.choose_organisation(logbook, chosen.organisatie)
        if chosen.pdf is not None:
            return _issue(logbook, organisation, chosen.jaar, chosen.pdf)
        report = yearly_report.year_overview(logbook, organisation, chosen.jaar).report
    _say(f"{CONCEPT_MARK}: {report.organisation}, {report.year}")
    _print_table(yearly_report.report_rows(report))
    return DONE


def _issue(logbook: Logbook, organisation: Organisation, year: int, target: Path) -> int:
    yearly_report.issue_overview(logbook, organisation, year, target, date.today())
    _say(f"Het jaaroverzicht is uitgebracht: {target}")
    return DONE


def _check(chosen: argparse.Namespace) -> int:
    findings = safekeeping.check_file(chosen.bestand, _passphrase(chosen))
    if findings:
        _say("Het logboek is beschadigd. Het is niet veranderd. Zet een reservekopie terug.")
        return NO
    _say("Het logboek is heel: elke bladzijde is gelezen en klopt.")
    return DONE


def _example(chosen: argparse.Namespace) -> int:
    with _example_logbook(chosen.bestand) as logbook:
        organisation = logbook.organisations.all()[0]
        if chosen.pdf is not None:
            _issue(logbook, organisation, example.YEARS[-1], chosen.pdf)
    _say(
        f"Het voorbeeld staat in {chosen.bestand}. Alles erin is verzonnen.",
        f"De wachtzin is: {example.PASSPHRASE}",
    )
    return DONE


@contextmanager
def _example_logbook(path: Path) -> Iterator[Logbook]:
    """The example at this path, made when it is not there. Another logbook is left alone."""
    if not path.exists():
        logbook = example.make_example(path)
    else:
        try:
            logbook = safekeeping.open_logbook(path, example.PASSPHRASE)
        except WrongPassphrase:
            raise AlreadyExists(path.name) from None
    try:
        if not yearly_report.is_example(logbook):
            raise AlreadyExists(path.name)
        yield logbook
    finally:
        logbook.close()


# --- passphrase and printing ------------------------------------------------------------------


@contextmanager
def _opened(chosen: argparse.Namespace) -> Iterator[Logbook]:
    safekeeping.recognise(chosen.bestand)
    logbook = safekeeping.open_logbook(chosen.bestand, _passphrase(chosen))
    try:
        yield logbook
    finally:
        logbook.close()


def _passphrase(chosen: argparse.Namespace) -> str:
    return _line_of_input() if chosen.wachtzin_stdin else _asked("Wachtzin: ")


def _new_passphrase(chosen: argparse.Namespace) -> str:
    if chosen.wachtzin_stdin:
        return _line_of_input()
    passphrase = _asked("Nieuwe wachtzin: ")
    if _asked("Nog een keer: ") != passphrase:
        raise PassphraseRefused(PassphraseProblem.NOT_THE_SAME)
    return passphrase


def _line_of_input() -> str:
    """The first line of standard input as UTF-8, exactly as it is but for the end of the line."""
    line = sys.stdin.buffer.readline().decode("utf-8", errors="surrogateescape")
    return line.removesuffix("\n").removesuffix("\r")


def _asked(prompt: str) -> str:
    """Ask without showing what is typed. Without a terminal that is not possible: wrong use."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(prompt)
        except (getpass.GetPassWarning, EOFError):
            _parser().error("the following arguments are required: --wachtzin-stdin")


def _say(*lines: str) -> None:
    for line in lines:
        print(line, file=sys.stderr)


def _print_rows(rows: Iterable[Sequence[str]]) -> None:
    for row in rows:
        print("\t".join(" ".join(cell.split()) for cell in row))


def _print_table(rows: Iterable[Sequence[str]]) -> None:
    _print_rows([("tabel", "rij", "kolom", "eenheid", "aantal"), *rows])


# --- the arguments ----------------------------------------------------------------------------


class _DutchFormatter(argparse.HelpFormatter):
    def add_usage(
        self, usage: Any, actions: Any, groups: Any, prefix: str | None = "gebruik: "
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or "gebruik: ")


class _DutchParser(argparse.ArgumentParser):
    """argparse in Dutch: help, headings and what is said of wrong use."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=_DutchFormatter, add_help=False, **options)
        self._positionals.title = "wat"
        self._optionals.title = "keuzes"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def error(self, message: str) -> NoReturn:
        """Told in three parts. ``message`` is argparse's own English: only its names are used."""
        subject, _, rest = message.partition(": ")
        if subject.endswith("required"):
            what = f"Er ontbreekt nog iets: {rest}."
        elif subject.startswith("unrecognized"):
            what = f"Dit hoort er niet bij: {rest}."
        else:
            what = f"Dit klopt niet: {subject.removeprefix('argument ')}."
        print(f"{what} Er is niets veranderd. Kijk hieronder hoe het wel moet.", file=sys.stderr)
        self.print_usage(sys.stderr)
        sys.exit(WRONG_USE)


Job = Callable[[argparse.Namespace], int]

VERBS = ("nieuw", "importeer", "telling", "jaaroverzicht", "controleer", "voorbeeld")


def _parser() -> _DutchParser:
    parser = _DutchParser(
        prog="vp-logboek",
        description="Een logboek voor vertrouwenspersonen. Zonder opdracht opent het venster.",
    )
    parser.add_argument(
        "--version", action="version", version=f"VP Logboek {__version__}", help="toon de versie"
    )
    verbs = parser.add_subparsers(
        title="opdrachten", metavar="opdracht", required=True, parser_class=_DutchParser
    )
    for add in (_add_new, _add_import, _add_tally, _add_overview, _add_check, _add_example):
        add(verbs)
    return parser


def _verb(verbs: Any, name: str, job: Job, words: str, passphrase: bool = True) -> _DutchParser:
    parser: _DutchParser = verbs.add_parser(name, help=words, description=words)
    parser.set_defaults(job=job)
    if passphrase:
        parser.add_argument("bestand", type=Path, metavar="BESTAND", help="het logboek")
        parser.add_argument(
            "--wachtzin-stdin", action="store_true", help="lees de wachtzin van standaardinvoer"
        )
    return parser


def _organisation_option(parser: _DutchParser) -> None:
    parser.add_argument("--organisatie", metavar="NAAM", help="welke organisatie, als er meer zijn")


def _year_option(parser: _DutchParser) -> None:
    parser.add_argument(
        "--jaar", type=int, required=True, metavar="JAAR", help="het jaar waarin het begint"
    )


def _add_new(verbs: Any) -> None:
    parser = _verb(verbs, "nieuw", _new, "Maak een nieuw logboek.")
    parser.add_argument("--organisatie", default="Mijn organisatie", metavar="NAAM", help="de naam")
    parser.add_argument(
        "--niveau", type=Level, default=Level.STANDARD, metavar="NIVEAU",
        help="ruim, standaard, streng of zonder-drempel",
    )  # fmt: skip
    parser.add_argument("--reden", default="", metavar="TEKST", help="nodig bij zonder-drempel")
    parser.add_argument(
        "--begin-maand",
        type=_month,
        default=1,
        metavar="MAAND",
        help="begin van het jaar: 1 tot 12",
    )
    parser.add_argument(
        "--kolom", action="append", default=[], metavar="ONDERWERP",
        help="een onderwerp met een eigen kolom (mag vaker)",
    )  # fmt: skip


def _add_import(verbs: Any) -> None:
    parser = _verb(verbs, "importeer", _import, "Neem een lijst over uit Excel of een csv-bestand.")
    parser.add_argument("tabel", type=Path, metavar="TABEL", help=".xlsx, .xls, .ods of .csv")
    parser.add_argument("--proef", action="store_true", help="zeg alleen wat er zou gebeuren")
    _organisation_option(parser)
    parser.add_argument(
        "--veld", action="append", default=[], type=_field, metavar='VELD="KOLOM"',
        help='welke kolom een veld bevat, zoals datum="Datum gesprek"; leeg: sla over (mag vaker)',
    )  # fmt: skip
    parser.add_argument(
        "--hoofdgroep", type=MainClass, metavar="GROEP",
        help="hoofdgroep voor onderwerpen die nog niet bestaan",
    )  # fmt: skip


def _add_tally(verbs: Any) -> None:
    parser = _verb(verbs, "telling", _tally, "Toon de precieze tellingen van een jaar, voor uzelf.")
    _year_option(parser)
    _organisation_option(parser)


def _add_overview(verbs: Any) -> None:
    parser = _verb(verbs, "jaaroverzicht", _overview, "Breng het jaaroverzicht uit als PDF.")
    _year_option(parser)
    _organisation_option(parser)
    form = parser.add_mutually_exclusive_group(required=True)
    form.add_argument("--pdf", type=Path, metavar="UIT.pdf", help="breng uit in dit bestand")
    form.add_argument("--tabel", action="store_true", help="toon alleen wat erin zou staan")


def _add_check(verbs: Any) -> None:
    _verb(verbs, "controleer", _check, "Kijk of een logboek heel is.")


def _add_example(verbs: Any) -> None:
    words = "Maak een voorbeeldlogboek met verzonnen gesprekken."
    parser = _verb(verbs, "voorbeeld", _example, words, passphrase=False)
    parser.add_argument(
        "bestand", type=Path, nargs="?", default=Path("voorbeeld.vplogboek"), metavar="BESTAND",
        help="waar het voorbeeld komt (voorbeeld.vplogboek)",
    )  # fmt: skip
    parser.add_argument("--pdf", type=Path, metavar="UIT.pdf", help="maak ook het jaaroverzicht")


def _month(text: str) -> int:
    month = int(text)
    if not 1 <= month <= 12:
        raise ValueError(text)
    return month


def _field(text: str) -> tuple[str, str]:
    field, equals, column = text.partition("=")
    if not (field and equals):
        raise ValueError(text)
    return field.strip(), column.strip()
