"""argparse in Dutch: help, headings and what is said of wrong use."""

import argparse
import sys
from typing import Any, NoReturn

DONE, NO, WRONG_USE = 0, 1, 2
"""Exit codes: done; the answer is no; wrong use."""


class _DutchFormatter(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Without a prefix it is ours; an empty one is argparse building a verb's name."""
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


class DutchParser(argparse.ArgumentParser):
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
