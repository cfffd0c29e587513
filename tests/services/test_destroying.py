"""Any logbook, any closed dossiers, in any order: every figure of every year stays as it was."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import PASSPHRASE
from tests.domain.test_remains import cells
from tests.services.keeping import LATER, a_matter, destroy, key, tallies
from vp_logboek.domain.conversation import (
    Channel,
    Conversation,
    ConversationKind,
    Intervention,
    Referral,
)
from vp_logboek.domain.dossier import (
    ContactKind,
    Dossier,
    DossierMelder,
    Ending,
    Finding,
    Handling,
    Known,
    Measure,
    MelderKind,
    Outcome,
    Relation,
)
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.tally import Tally
from vp_logboek.services import notebook
from vp_logboek.services.safekeeping import make_logbook
from vp_logboek.store.logbook import CHEAPEST, Logbook

LAST = date(2025, 2, 1)
# few days, on both sides of where a calendar year and a school year begin: much falls together
DAYS = st.sampled_from(
    [date(2024, 7, 31), date(2024, 8, 1), date(2024, 12, 31), date(2025, 1, 1), LAST]
)
YEARS = (2023, 2024, 2025)
SUBJECTS = st.sampled_from(("pesten", "stalking", "misstand", "procedurevraag"))


@dataclass(frozen=True)
class Matter:
    """One dossier with its talks; a talk is (talk, whether it lies in the bin)."""

    dossier: Dossier
    talks: tuple[tuple[Conversation, bool], ...]


def _known(kind: type[Finding]) -> st.SearchStrategy[Known[Finding] | None]:
    return st.none() | st.builds(Known, st.sampled_from([*kind][:3]), DAYS)


PEOPLE = st.lists(
    st.builds(
        DossierMelder,
        melder=st.integers(1, 3),
        kind=st.none() | st.sampled_from([*MelderKind][:3]),
        relation=st.none() | st.sampled_from([*Relation][:2]),
    ),
    max_size=2,
    unique_by=lambda m: m.melder,
).map(tuple)
TALKS = st.tuples(
    st.builds(
        Conversation,
        on=DAYS,
        kind=st.sampled_from([*ConversationKind][:3]),
        channel=st.sampled_from([*Channel][:3]),
        subject=st.none() | SUBJECTS,
        minutes=st.none() | st.integers(0, 90),
        interventions=st.frozensets(st.sampled_from([*Intervention][:3]), max_size=2),
        referrals=st.frozensets(st.sampled_from([*Referral][-3:]), max_size=2),
    ),
    st.integers(0, 4).map(lambda chance: chance == 0),
)
MATTERS = st.builds(
    Matter,
    st.builds(
        Dossier,
        organisation=st.sampled_from((1, 1, 2)),
        opened=DAYS,
        subject=SUBJECTS,
        kind=st.sampled_from(ContactKind),
        melders=PEOPLE,
        closed=DAYS | st.none(),
        handling=_known(Handling),
        outcome=_known(Outcome),
        measure=_known(Measure),
        ending=_known(Ending),
    ),
    st.lists(TALKS, min_size=1, max_size=4).map(tuple),
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Logbook]:
    """A logbook of two organisations, of which one has school years; left empty by every test."""
    path: Path = tmp_path_factory.mktemp("vernietigen") / "logboek.vplogboek"
    with make_logbook(path, PASSPHRASE, Organisation("Gemeente"), CHEAPEST) as logbook:
        logbook.organisations.save(Organisation("School", start_month=8))
        yield logbook


def _fill(logbook: Logbook, matters: list[Matter]) -> None:
    for matter in matters:
        dossier = logbook.dossiers.save(matter.dossier)
        for talk, binned in matter.talks:
            entered = logbook.conversations.save(_in(talk, dossier))
            if binned:
                logbook.conversations.bin(entered.id or 0, LAST)


def _in(talk: Conversation, dossier: Dossier) -> Conversation:
    return Conversation(
        talk.on, talk.kind, talk.channel, dossier.id, talk.subject, talk.minutes,
        talk.interventions, talk.referrals,
    )  # fmt: skip


def _assert_same(before: list[Tally], after: list[Tally]) -> None:
    for was, now in zip(before, after, strict=True):
        for old, new in zip(was.tables, now.tables, strict=True):
            for (code, one), (_, other) in zip(cells(old), cells(new), strict=True):
                place = (was.organisation, was.period.label, old.code.value, code)
                assert [c.number for c in one] == [c.number for c in other], place
                assert all(o.crowd >= n.crowd for o, n in zip(one, other, strict=True)), place


def _destroy_in_batches(
    logbook: Logbook, matters: list[Matter], batches: list[list[int]]
) -> Iterator[list[Tally]]:
    _fill(logbook, matters)
    listed = [row.id for row in notebook.dossier_rows(logbook) if row.closed is not None]
    yield tallies(logbook, YEARS)
    by_number = dict(enumerate(sorted(listed)))
    for batch in batches:
        chosen = {by_number.pop(number) for number in set(batch) if number in by_number}
        destroy(logbook, [logbook.dossiers.get(id_) for id_ in chosen])
        yield tallies(logbook, YEARS)


BATCHES = st.lists(st.lists(st.integers(0, 5), min_size=1, max_size=3), min_size=1, max_size=4)
FIXTURE = (HealthCheck.function_scoped_fixture, HealthCheck.too_slow)


@given(matters=st.lists(MATTERS, min_size=3, max_size=6), batches=BATCHES)
@settings(max_examples=10, deadline=None, suppress_health_check=FIXTURE)
def test_every_figure_of_every_year_stays(
    shared: Logbook, matters: list[Matter], batches: list[list[int]]
) -> None:
    with shared._connection.undone():
        before, *after = _destroy_in_batches(shared, matters, batches)
        for now in after:
            _assert_same(before, now)
        assert shared.check() == 0


@pytest.mark.campaign
@given(matters=st.lists(MATTERS, min_size=3, max_size=6), batches=BATCHES)
@settings(max_examples=300, deadline=None, suppress_health_check=FIXTURE)
def test_every_figure_stays_in_very_many_logbooks(
    shared: Logbook, matters: list[Matter], batches: list[list[int]]
) -> None:
    with shared._connection.undone():
        before, *after = _destroy_in_batches(shared, matters, batches)
        for now in after:
            _assert_same(before, now)


# --- what is in a row -------------------------------------------------------------------------


def _bodies(logbook: Logbook) -> list[str]:
    rows = logbook._connection.all("SELECT body FROM tally_row ORDER BY year, position")
    return [body for (body,) in rows]


def test_two_matters_that_count_the_same_leave_the_same_row(logbook: Logbook) -> None:
    """Other days, numbers and words; and the attributes of two talks the other way round."""
    channels = (Channel.PHONE, Channel.VIDEO)
    kinds = (ConversationKind.FIRST, ConversationKind.AFTERCARE)
    matters = []
    for place, order in enumerate((1, -1)):
        dossier = a_matter(logbook, date(2025, 2 + place, 3), closed=date(2025, 9, 1 + place),
                           consent_for=f"praten met {place}")  # fmt: skip
        (row,) = notebook.dossier_page(logbook, key(dossier)).talks
        logbook.conversations.bin(row.id, LATER)
        for kind, channel in zip(kinds, channels[::order], strict=True):
            logbook.conversations.save(
                Conversation(date(2025, 2, 3 + place), kind, channel, dossier.id, minutes=20)
            )
        matters.append(dossier)

    destroy(logbook, matters)

    one, other = _bodies(logbook)
    assert one == other


def test_a_row_holds_codes_and_counts_only(logbook: Logbook) -> None:
    matters = [
        a_matter(logbook, date(2025, 2, 3), date(2025, 4, 5), closed=date(2025, 6, 7),
                 consent_for="Jansen", ending=Known(Ending.LEFT, date(2025, 5, 6)))
        for _ in range(12)
    ]  # fmt: skip
    destroy(logbook, matters[3:])
    known = {"2025", *(matter.number for matter in matters)}

    for body in _bodies(logbook):
        assert not re.search(r"\d{4}|-\d|\d-|Jansen", body)
        assert [*_numbers(json.loads(body))] == [60]
        assert not any(number in body for number in known)


def _numbers(body: object) -> Iterator[int]:
    if isinstance(body, dict):
        for value in body.values():
            yield from _numbers(value)
    elif isinstance(body, list):
        for value in body:
            yield from _numbers(value)
    elif isinstance(body, int) and not isinstance(body, bool):
        yield body


def test_nothing_tells_which_rows_of_two_years_were_one_dossier_or_went_together(
    logbook: Logbook,
) -> None:
    """The same rows are left by one destruction and by several in another order."""

    def left(orders: list[list[int]]) -> list[tuple[object, ...]]:
        with logbook._connection.undone():
            matters = [
                a_matter(logbook, date(2024, 5, 1), *[date(2025, 5, 1)] * talks,
                         closed=date(2025, 6, 1))
                for talks in (1, 2, 3)
            ]  # fmt: skip
            for order in orders:
                destroy(logbook, [matters[place] for place in order])
            return logbook._connection.all("SELECT * FROM tally_row")

    assert left([[0, 1, 2]]) == left([[2], [0], [1]]) == left([[1, 2], [0]])
