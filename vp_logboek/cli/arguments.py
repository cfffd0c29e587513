"""The verbs and their options."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from vp_logboek import __version__
from vp_logboek.cli import jobs, keeping, overview, released
from vp_logboek.cli.dutch import DutchParser
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.subjects import MainClass

Job = Callable[[argparse.Namespace], int]

FIRST_YEAR, LAST_YEAR = 1990, 2200
VERBS = (
    "nieuw", "importeer", "telling", "jaaroverzicht", "uitgegeven", "controleer", "reservekopie",
    "zet-terug", "red", "voorbeeld",
)  # fmt: skip


def parser_of_verbs() -> DutchParser:
    """What understands the command line; its ``job`` is one of ``jobs``, its ``parser`` tells of
    wrong use that only the job can see.
    """
    parser = DutchParser(
        prog="vp-logboek",
        description="Een logboek voor vertrouwenspersonen. Zonder opdracht opent het venster.",
    )
    parser.add_argument(
        "--version", action="version", version=f"VP Logboek {__version__}", help="toon de versie"
    )
    verbs = parser.add_subparsers(
        title="opdrachten", metavar="opdracht", required=True, parser_class=DutchParser
    )
    for add in (
        _add_new, _add_import, _add_tally, _add_overview, _add_released, _add_check,
        _add_keeping, _add_example,
    ):  # fmt: skip
        add(verbs)
    return parser


def _verb(
    verbs: Any, name: str, job: Job, words: str, passphrase: bool = True, metavar: str = "BESTAND"
) -> DutchParser:
    parser: DutchParser = verbs.add_parser(name, help=words, description=words)
    parser.set_defaults(job=job, parser=parser)
    if passphrase:
        parser.add_argument("bestand", type=_path, metavar=metavar, help="het logboek")
        parser.add_argument(
            "--wachtzin-stdin", action="store_true", help="lees de wachtzin van standaardinvoer"
        )
    return parser


def _organisation_option(parser: DutchParser) -> None:
    parser.add_argument("--organisatie", metavar="NAAM", help="welke organisatie, als er meer zijn")


def _year_option(parser: DutchParser) -> None:
    parser.add_argument(
        "--jaar", type=_year, required=True, metavar="JAAR", help="het jaar waarin het begint"
    )


def _add_new(verbs: Any) -> None:
    parser = _verb(verbs, "nieuw", jobs.make, "Maak een nieuw logboek.")
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
    parser = _verb(
        verbs, "importeer", jobs.take_over, "Neem een lijst over uit Excel of een csv-bestand."
    )
    parser.add_argument("tabel", type=_path, metavar="TABEL", help=".xlsx, .xls, .ods of .csv")
    parser.add_argument("--proef", action="store_true", help="zeg alleen wat er zou gebeuren")
    _organisation_option(parser)
    parser.add_argument(
        "--veld", action="append", default=[], type=_field, metavar='VELD="KOLOM"',
        help='welke kolom een veld bevat, zoals datum="Datum gesprek"; leeg: sla over (mag vaker)',
    )  # fmt: skip
    parser.add_argument(
        "--hoofdgroep", type=MainClass, metavar="GROEP",
        help=f"voor onderwerpen die nog niet bestaan: {', '.join(MainClass)}",
    )  # fmt: skip


def _add_tally(verbs: Any) -> None:
    parser = _verb(
        verbs, "telling", jobs.tell_tally, "Toon de precieze tellingen van een jaar, voor uzelf."
    )
    _year_option(parser)
    _organisation_option(parser)


def _add_overview(verbs: Any) -> None:
    words = "Breng het jaaroverzicht uit als PDF. Een uitgebracht jaar geeft dezelfde PDF opnieuw."
    parser = _verb(verbs, "jaaroverzicht", overview.overview, words)
    about = parser.add_mutually_exclusive_group(required=True)
    about.add_argument("--jaar", type=_year, metavar="JAAR", help="het jaar waarin het begint")
    about.add_argument(
        "--jaren", type=_years, metavar="JAAR,JAAR,JAAR", help="3 tot 5 uitgebrachte jaren bijeen"
    )
    _organisation_option(parser)
    parser.add_argument(
        "--samen", action="store_true", help="alle organisaties samen, als elk al is uitgebracht"
    )
    form = parser.add_mutually_exclusive_group(required=True)
    form.add_argument("--pdf", type=_path, metavar="UIT.pdf", help="breng uit in dit bestand")
    form.add_argument("--tabel", action="store_true", help="toon alleen wat erin zou staan")
    parser.add_argument(
        "--herzien", action="store_true", help="breng een uitgebracht jaar opnieuw uit, herzien"
    )
    _add_answers(parser)


def _add_answers(parser: DutchParser) -> None:
    parser.add_argument(
        "--al-verstrekt", action="append", default=[], metavar="TABEL/RIJ=AANTAL",
        help='al verstrekt over dit jaar, zoals "kerncijfers/totaal=12" (mag vaker)',
    )  # fmt: skip
    parser.add_argument(
        "--niets-verstrekt", action="store_true", help="over dit jaar is nog niets verstrekt"
    )
    parser.add_argument(
        "--ook-uitgebracht", action="append", default=[], type=_year, metavar="JAAR",
        help="na de teruggezette kopie is dit jaar uitgebracht (mag vaker)",
    )  # fmt: skip
    parser.add_argument(
        "--niets-uitgebracht", action="store_true",
        help="na de teruggezette kopie is niets uitgebracht",
    )  # fmt: skip


def _add_released(verbs: Any) -> None:
    words = "Toon wat is uitgebracht, of geef een uitgebrachte PDF nog een keer."
    parser = _verb(verbs, "uitgegeven", released.released, words)
    parser.add_argument("--nummer", type=int, metavar="N", help="het nummer van een uitgave")
    parser.add_argument("--pdf", type=_path, metavar="UIT.pdf", help="bewaar haar in dit bestand")


def _add_check(verbs: Any) -> None:
    _verb(verbs, "controleer", keeping.check, "Kijk of een logboek heel is.")


def _add_keeping(verbs: Any) -> None:
    parser = _verb(verbs, "reservekopie", keeping.back_up, "Maak een reservekopie en lees haar na.")
    parser.add_argument("doel", type=_path, metavar="DOEL", help="een map, of een nieuwe naam")
    words = "Zet een reservekopie terug onder een nieuwe naam."
    parser = _verb(verbs, "zet-terug", keeping.put_back, words, metavar="KOPIE")
    parser.add_argument("doel", type=_path, metavar="DOEL", help="waar het logboek komt")
    words = "Red wat te lezen is van een beschadigd logboek in een nieuw."
    parser = _verb(verbs, "red", keeping.save_what_can_be_read, words)
    parser.add_argument("doel", type=_path, metavar="DOEL", help="waar het nieuwe logboek komt")
    parser.add_argument(
        "--kopie", type=_path, metavar="KOPIE",
        help="een reservekopie, als ook het begin van het logboek is beschadigd",
    )  # fmt: skip


def _add_example(verbs: Any) -> None:
    words = "Maak een voorbeeldlogboek met verzonnen gesprekken."
    parser = _verb(verbs, "voorbeeld", jobs.make_example, words, passphrase=False)
    parser.add_argument(
        "bestand", type=_path, nargs="?", default=Path("voorbeeld.vplogboek"), metavar="BESTAND",
        help="waar het voorbeeld komt (voorbeeld.vplogboek)",
    )  # fmt: skip
    parser.add_argument("--pdf", type=_path, metavar="UIT.pdf", help="maak ook het jaaroverzicht")


def _year(text: str) -> int:
    year = int(text)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(text)
    return year


def _years(text: str) -> tuple[int, ...]:
    return tuple(_year(part) for part in text.split(","))


def _path(text: str) -> Path:
    if not text:
        raise ValueError(text)
    return Path(text)


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
