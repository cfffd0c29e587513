"""Commands as a user types them, and what each answers. A test file imports ``command`` to use
``run``.
"""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from vp_logboek import cli

PASSPHRASE = "vijf groene fietsen bij zee"


@dataclass(frozen=True)
class Said:
    """What one command answered."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[list[str]]:
        return [line.split("\t") for line in self.out.splitlines()]

    def figures(self, table: str) -> dict[str, str]:
        return {row[1]: row[4] for row in self.rows[1:] if row[0] == table}


Run = Callable[..., Said]


@pytest.fixture(name="run")
def command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], cheap_program: None
) -> Run:
    """Run one command; the passphrase goes in by standard input where the verb takes one."""

    def run(*arguments: object, passphrase: str = PASSPHRASE) -> Said:
        words = [str(argument) for argument in arguments]
        if words[0] not in {"voorbeeld", "--help"}:
            words.append("--wachtzin-stdin")
        typed = io.TextIOWrapper(io.BytesIO(f"{passphrase}\n".encode()), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", typed)
        try:
            code = cli.main(words)
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run
