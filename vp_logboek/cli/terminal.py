"""Asking for the passphrase and printing: results to standard output, messages to error."""

import argparse
import getpass
import io
import os
import sys
import warnings
from collections.abc import Iterable, Sequence

from vp_logboek.cli.dutch import DutchParser
from vp_logboek.domain.errors import OutputFailed, PassphraseProblem, PassphraseRefused


def passphrase(chosen: argparse.Namespace) -> str:
    """The passphrase of an existing logbook, from where the user wants it read."""
    return _line_of_input() if chosen.wachtzin_stdin else _asked("Wachtzin: ")


def new_passphrase(chosen: argparse.Namespace) -> str:
    """A passphrase for a new logbook; at a prompt it is asked twice. Raises PassphraseRefused."""
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
            DutchParser(prog="vp-logboek").error(
                "the following arguments are required: --wachtzin-stdin"
            )


def speak_utf8() -> None:
    """Every • and – can be printed, whatever the computer thinks its alphabet is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def say(*lines: str) -> None:
    """Messages, to standard error."""
    for line in lines:
        print(line, file=sys.stderr)


def print_rows(rows: Iterable[Sequence[str]]) -> None:
    """Rows with tabs between their cells, to standard output. Raises OutputFailed."""
    try:
        for row in rows:
            print("\t".join(" ".join(cell.split()) for cell in row))
        sys.stdout.flush()
    except OSError as error:
        # what could not be written must not be tried again when Python ends
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
        raise OutputFailed from error


def print_table(rows: Iterable[Sequence[str]]) -> None:
    """The tables of a year under one header."""
    print_rows([("tabel", "rij", "kolom", "eenheid", "aantal"), *rows])
