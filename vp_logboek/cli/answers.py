"""What a counsellor must say before an overview is issued: by an option, or at the prompt."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from datetime import date

from vp_logboek.cli.terminal import say
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.told import is_reckoned_with
from vp_logboek.domain.errors_release import UnknownFigure
from vp_logboek.domain.ledger import Scope
from vp_logboek.domain.outside import Outside
from vp_logboek.domain.tables import TableCode
from vp_logboek.domain.tally import Tally
from vp_logboek.messages import told
from vp_logboek.messages.releases import question_of
from vp_logboek.services import blocked
from vp_logboek.services.yearly_report import choose_organisation
from vp_logboek.store.logbook import Logbook

HOW_TO_ANSWER = "Antwoord met --niets-uitgebracht, of met --ook-uitgebracht JAAR (mag vaker)."
KEY_ROWS = ("totaal", "gesprekken", "dossiers")
_NO = {"", "n", "nee"}


# --- was anything handed out about this year? --------------------------------------------------


def handed_out(tally: Tally, level: Level, chosen: argparse.Namespace) -> tuple[Outside, ...]:
    """The figures that were handed out outside the program. Raises UnknownFigure."""
    if chosen.al_verstrekt:
        return figures(tally, level, chosen.al_verstrekt)
    if chosen.niets_verstrekt or chosen.pdf is None:
        return ()
    if not _can_ask(chosen):
        say("Er is aangenomen dat over dit jaar nog niets is verstrekt (--niets-verstrekt).")
        return ()
    return _asked_figures(tally, level)


def _asked_figures(tally: Tally, level: Level) -> tuple[Outside, ...]:
    while True:
        typed = _ask("Is over dit jaar al iets verstrekt? (nee, of: kerncijfers/totaal=12, …) ")
        if typed.casefold() in _NO:
            return ()
        try:
            return figures(tally, level, typed.split(","))
        except UnknownFigure as error:
            say(str(told(error)))


def figures(tally: Tally, level: Level, texts: Iterable[str]) -> tuple[Outside, ...]:
    """What was typed as ``tabel/rij=aantal``; a row by its code or its label.

    Raises UnknownFigure, also for a figure that a page at this level cannot reckon with.
    """
    typed = {text: _figure(tally, text) for text in texts}
    for text, told_ in typed.items():
        if level is not Level.NONE and not is_reckoned_with(tally, told_):
            raise UnknownFigure(text.strip())
    return tuple(typed.values())


def _figure(tally: Tally, text: str) -> Outside:
    place, equals, number = text.rpartition("=")
    table, slash, row = place.partition("/")
    number = number.strip()
    if not (equals and slash and number.isascii() and number.isdigit()):
        raise UnknownFigure(text.strip())
    try:
        code = TableCode(table.strip().casefold())
    except ValueError:
        raise UnknownFigure(text.strip()) from None
    return Outside(code, _row(tally, code, row.strip().casefold(), text), int(number))


def _row(tally: Tally, code: TableCode, row: str, text: str) -> str:
    if code is TableCode.KEY:
        if row in KEY_ROWS:
            return row
        raise UnknownFigure(text.strip())
    for line in tally.table(code).lines:
        if row in (line.code.casefold(), line.label.casefold()) and not line.outside:
            return line.code
    raise UnknownFigure(text.strip())


# --- was anything issued after the copy this logbook came from? ---------------------------------


def take(logbook: Logbook, chosen: argparse.Namespace) -> None:
    """Answer the question that a logbook asks which came from a copy. Raises UnknownOrganisation.

    A year is one of the organisation that is named, or of all of them and of their sum.
    """
    asked = blocked.question(logbook)
    if chosen.ook_uitgebracht:
        _answer(logbook, chosen, chosen.ook_uitgebracht)
    elif asked is not None and chosen.niets_uitgebracht:
        _answer(logbook, chosen, ())
    elif asked is not None and chosen.pdf is not None and _can_ask(chosen):
        _answer(logbook, chosen, _asked_years(question_of(asked.since)))


def _asked_years(question: str) -> tuple[int, ...]:
    while True:
        typed = _ask(f"{question} (nee, of de jaren: 2024, 2025) ")
        if typed.casefold() in _NO:
            return ()
        parts = [part.strip() for part in typed.split(",")]
        if all(part.isascii() and part.isdigit() for part in parts):
            return tuple(map(int, parts))


def _answer(logbook: Logbook, chosen: argparse.Namespace, years: Sequence[int]) -> None:
    if chosen.organisatie is None:
        ids = [blocked.TOGETHER, *(one.key for one in logbook.organisations.all())]
    else:
        ids = [choose_organisation(logbook, chosen.organisatie).key]
    blocked.answer(logbook, [Scope(id_, year) for id_ in ids for year in years], date.today())


def _can_ask(chosen: argparse.Namespace) -> bool:
    return not chosen.wachtzin_stdin and sys.stdin.isatty() and sys.stderr.isatty()


def _ask(question: str) -> str:
    """One line. The question goes to standard error: standard output is for what was asked for."""
    print(question, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        raise KeyboardInterrupt
    return line.strip()
