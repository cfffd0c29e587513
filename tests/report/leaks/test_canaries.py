"""A word in every text of a logbook, and its days, numbers and secrets: none of them leaves it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.report.leaks.canary import SPELLINGS, found_in
from tests.report.leaks.surgery import Surgery
from tests.report.years import zuid_holland
from vp_logboek.domain.activity import Action, Activity, ActivityKind
from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.dossier import Dossier, DossierMelder, MelderKind
from vp_logboek.domain.organisation import FROM_THE_START, LevelChoice, Organisation
from vp_logboek.domain.subjects import MainClass
from vp_logboek.report.yearly import render
from vp_logboek.services import issuing
from vp_logboek.services.notebook import keep_draft, new_entry
from vp_logboek.services.safekeeping import make_logbook
from vp_logboek.store.logbook import CHEAPEST, Logbook

TODAY = date(2026, 11, 22)

FREE = {
    "setting.value", "draft.body", "import.label", "subject.label", "organisation.name",
    "organisation_level.reason", "dossier.consent_for", "conversation.note", "action.line",
    "activity.line", "ledger.body",
}  # fmt: skip
"""The columns that can hold any text. What the ledger holds of another release is among them."""
CODED = {
    "setting.key", "draft.key", "subject.code", "subject.main", "organisation.remit",
    "organisation_column.subject", "organisation_level.level", "dossier.number",
    "dossier.subject", "dossier.kind", "dossier.came_via", "dossier.handling", "dossier.outcome",
    "dossier.measure", "dossier.ending", "dossier_subject.subject", "dossier_melder.kind",
    "dossier_melder.role", "dossier_melder.relation", "conversation.subject", "conversation.kind",
    "conversation.channel", "conversation.interventions", "conversation.referrals",
    "activity.kind", "tally_row.body", "melder_counted.body", "ledger.previous", "ledger.hash",
    "blocked_year.why", "organisation_setup.remit", "organisation_setup.columns",
}  # fmt: skip
"""The columns that hold codes of the program, or numbers it gave."""
DAYS = {
    "draft.kept_at", "import.day", "dossier.opened", "dossier.closed", "dossier.handling_on",
    "dossier.outcome_on", "dossier.measure_on", "dossier.ending_on", "dossier.consent_on",
    "dossier.destroy_on", "conversation.held_on", "conversation.binned_on", "action.day",
    "action.done_on", "activity.day", "destruction.day", "ledger.issued_on", "blocked_year.day",
}  # fmt: skip
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip


def canary(column: str) -> str:
    return "Kanarie" + column.replace("_", "").replace(".", "")


@pytest.fixture(params=[Level.STANDARD, Level.NONE], ids=lambda level: level.value)
def issued(request: pytest.FixtureRequest, path: Path) -> Iterator[tuple[Logbook, bytes]]:
    """A logbook with a canary in every free column, and what was issued out of it."""
    level = request.param
    held = LevelChoice(FROM_THE_START, level, canary("organisation_level.reason"))
    own = Organisation("Gemeente Voorbeeld", levels=(held,))
    with make_logbook(path, PASSPHRASE, own, CHEAPEST) as logbook:
        with logbook.transaction():
            _fill(logbook, level)
        for number in (2, 1):
            target = path.with_name(f"{number}.pdf")
            one = logbook.organisations.get(number)
            issuing.issue(logbook, issuing.prepare(logbook, one, 2025), target, TODAY)
        yield logbook, target.read_bytes()


def _fill(logbook: Logbook, level: Level) -> None:
    name = canary("organisation.name") + canary("ledger.body")
    logbook.organisations.save(Organisation(name))
    tree, leaf = logbook.subjects.tree().with_custom(
        canary("subject.label"), MainClass("integriteit")
    )
    logbook.subjects.save(tree)
    subjects = ["pesten"] * 9 + ["met_collega"] * 5 + ["procedurevraag"] * 5
    subjects += ["misstand" if level is Level.NONE else leaf.code]
    for number, subject in enumerate(subjects):
        _matter(logbook, 1, number, subject)
        _matter(logbook, 2, number, "pesten")
    line = canary("activity.line")
    logbook.activities.save(Activity(1, date(2025, 3, 4), ActivityKind.INFORMATION, 2, line))
    logbook.settings.set("proef", canary("setting.value"))
    logbook.imports.begin(date(2025, 3, 5), canary("import.label"))
    entry = new_entry(logbook, TODAY)
    talk = replace(entry.conversation, note=canary("draft.body"))
    keep_draft(logbook, "nieuw", replace(entry, conversation=talk), "14:03")


def _matter(logbook: Logbook, organisation: int, number: int, subject: str) -> None:
    day = date(2025, 1 + number % 12, 1 + 3 * number % 28)
    dossier = logbook.dossiers.save(
        Dossier(
            organisation, day, subject, melders=(DossierMelder(kind=MelderKind.PERMANENT),),
            consent_on=day, consent_for=canary("dossier.consent_for"),
        )
    )  # fmt: skip
    note = canary("conversation.note")
    talk = Conversation(day, ConversationKind.FIRST, Channel.PHONE, dossier.id, note=note)
    logbook.conversations.save(talk)
    logbook.actions.save(Action(day, canary("action.line"), dossier.id))


def _columns(logbook: Logbook) -> set[str]:
    """Every column of text, by its table."""
    tables = logbook._connection.all("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {
        f"{table}.{column}"
        for (table,) in tables
        if not table.startswith(("sqlite_", "conversation_text"))
        for _, column, kind, *_ in logbook._connection.all(f"PRAGMA table_info({table})")
        if kind == "TEXT"
    }


def _values(logbook: Logbook, columns: set[str]) -> set[str]:
    found: set[str] = set()
    for each in columns:
        table, column = each.split(".")
        rows = logbook._connection.all(f'SELECT DISTINCT {column} FROM "{table}"')
        found |= {str(value) for (value,) in rows if value}
    return found


def test_no_word_day_number_or_secret_of_the_logbook_is_in_the_file(
    issued: tuple[Logbook, bytes],
) -> None:
    logbook, pdf = issued
    _every_column_has_its_canary(logbook)
    words = {column: canary(column) for column in FREE}
    words |= {day: day for day in _values(logbook, DAYS)}
    words |= {f"{day} in words": _in_words(day) for day in _values(logbook, DAYS) if "-" in day}
    words |= {number: number for number in _values(logbook, {"dossier.number"})}
    words |= {"passphrase": PASSPHRASE, "path": str(logbook.path), "file": logbook.path.name}

    assert found_in(pdf, words) == set()
    for secret in (logbook.key, logbook.salt, logbook.draw_key):
        assert not any(form in pdf for form in (secret, secret.hex().encode()))


def _every_column_has_its_canary(logbook: Logbook) -> None:
    """A new column of text must be given its place above, and a canary if it can hold one."""
    assert _columns(logbook) == FREE | CODED | DAYS
    for column in FREE:
        assert any(canary(column) in value for value in _values(logbook, {column})), column


def _in_words(day: str) -> str:
    year, month, number = map(int, day.split("-"))
    return f"{number} {MONTHS[month - 1]} {year}"


def test_control_a_word_is_found_however_it_is_spelled() -> None:
    word = canary("conversation.note")
    on = Surgery.on(render(zuid_holland()))
    for spell in SPELLINGS.values():
        on.stream(b"niets " + spell(word) + b" bijzonders\n")

    found = found_in(on.write(), {"note": word, "another": "Spreeuwenzwerm"})

    assert found == {("note", way) for way in SPELLINGS}


def test_control_the_name_of_the_organisation_is_found() -> None:
    named = replace(zuid_holland(), organisation=canary("organisation.name"))

    ways = {way for _, way in found_in(render(named), {"name": canary("organisation.name")})}

    assert "utf-8" in ways
