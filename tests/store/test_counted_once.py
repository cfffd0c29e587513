"""Whatever happens in whatever order: everything counts in one year, and issued years stand."""

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.test_ledger import issue
from vp_logboek.domain.activity import Activity, ActivityKind
from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.dossier import Dossier, DossierMelder
from vp_logboek.domain.ledger import Release
from vp_logboek.domain.organisation import Organisation
from vp_logboek.services.destroying import destroy_dossiers
from vp_logboek.store import counted
from vp_logboek.store.logbook import Logbook

YEARS = range(2023, 2030)
"""Everything below lies in 2024 to 2026; a late talk can end up somewhat later."""
HOMES = 3
_names = itertools.count()


@dataclass
class Thing:
    """A talk or an activity as the model knows it. ``year`` is where it was counted."""

    on: date
    home: int = 0
    binned: bool = False
    year: int | None = None


@dataclass
class Model:
    """What must count where, told by the rule alone: no query, no column, no mark."""

    logbook: Logbook
    own: Organisation
    homes: list[int | None]
    talks: dict[int, Thing] = field(default_factory=dict)
    activities: dict[int, Thing] = field(default_factory=dict)
    gone: Counter[int] = field(default_factory=Counter)
    issued: dict[int, tuple[Release, frozenset[int]]] = field(default_factory=dict)
    blocked: set[int] = field(default_factory=set)

    def year_of(self, one: Thing) -> int | None:
        """The year in which it counts; None where that is none."""
        if one.binned:
            return None
        if one.year is not None:
            return one.year
        year = self.own.year_of(one.on).year
        while year in self.blocked or year in self.issued:
            year += 1
        return year

    def expected(self, year: int) -> frozenset[int]:
        return frozenset(id_ for id_, one in self.talks.items() if self.year_of(one) == year)

    def found(self, year: int) -> frozenset[int]:
        """The talks a year counts that are still there; each is known by its minutes."""
        facts = self.logbook.facts(self.own, self.own.year(year))
        there = [talk.minutes for talk in facts.talks if talk.dossier > 0]
        assert len(there) == len(set(there))
        assert len(facts.talks) - len(there) == self.gone[year], year
        hours = sorted(one.hours for one in facts.activities)
        assert hours == sorted(n for n, one in self.activities.items() if self.year_of(one) == year)
        return frozenset(there)

    def check(self) -> None:
        by_year = {year: self.found(year) for year in YEARS}
        assert by_year == {year: self.expected(year) for year in YEARS}
        assert sum(map(len, by_year.values())) == len(frozenset().union(*by_year.values()))
        for year, (release, counted_ever) in self.issued.items():
            assert self.logbook.ledger.of(self.own.key, year) == release
            assert by_year[year] <= counted_ever
        assert self.logbook.ledger.check_chain() is None

    # --- what can happen ------------------------------------------------------------------------

    def talk(self, home: int, on: date) -> None:
        id_ = next(n for n in itertools.count(1) if n not in self.talks)
        if (dossier := self.homes[home]) is None:
            return
        saved = self.logbook.conversations.save(
            Conversation(on, ConversationKind.FIRST, Channel.PHONE, dossier, minutes=id_)
        )
        self.talks[id_] = Thing(on, home)
        self.ids[id_] = saved.id or 0

    ids: dict[int, int] = field(default_factory=dict)

    def activity(self, _: int, on: date) -> None:
        id_ = len(self.activities) + 1
        self.logbook.activities.save(Activity(self.own.key, on, ActivityKind.ADVICE, id_))
        self.activities[id_] = Thing(on)

    def redate(self, which: int, on: date) -> None:
        if id_ := self._some(which):
            talk = self.logbook.conversations.get(self.ids[id_])
            self.logbook.conversations.save(replace(talk, on=on))
            self.talks[id_].on = on

    def move(self, which: int, on: date) -> None:
        home = on.month % HOMES
        if (id_ := self._some(which)) and self.homes[home] is not None:
            talk = self.logbook.conversations.get(self.ids[id_])
            self.logbook.conversations.save(replace(talk, dossier=self.homes[home]))
            self.talks[id_].home = home

    def bin(self, which: int, on: date) -> None:
        if id_ := self._some(which):
            one = self.talks[id_]
            one.binned = not one.binned
            if one.binned:
                self.logbook.conversations.bin(self.ids[id_], on)
            else:
                self.logbook.conversations.restore(self.ids[id_])

    def destroy(self, which: int, _: date) -> None:
        home = which % HOMES
        dossier = self.homes[home]
        if dossier is None:
            return
        with self.logbook.transaction():
            destroy_dossiers(self.logbook, {dossier})
        self.homes[home] = None
        for id_ in [n for n, one in self.talks.items() if one.home == home]:
            year = self.year_of(self.talks.pop(id_))
            if year is not None:
                self.gone[year] += 1

    def issue(self, _: int, on: date) -> None:
        year = on.year
        if year in self.blocked:
            return
        counted_now = self.expected(year)
        for one in (*self.talks.values(), *self.activities.values()):
            if self.year_of(one) == year:
                one.year = year
        edition, counted_before = 1, frozenset[int]()
        if year in self.issued:
            edition, counted_before = self.issued[year][0].edition + 1, self.issued[year][1]
        release = issue(self.logbook, year, edition, self.own.key)
        self.issued[year] = release, counted_now | counted_before

    def block(self, _: int, on: date) -> None:
        if on.year in self.issued or on.year in self.blocked:
            return
        for one in (*self.talks.values(), *self.activities.values()):
            if self.year_of(one) == on.year:
                one.year = on.year
        self.logbook.ledger.block(self.own.key, on.year, "gezegd", on)
        self.blocked.add(on.year)

    def begin(self, which: int, _: date) -> None:
        month = (1, 8, 9)[which % 3]
        self.own = self.logbook.organisations.save(replace(self.own, start_month=month))

    def _some(self, which: int) -> int | None:
        return sorted(self.talks)[which % len(self.talks)] if self.talks else None


VERBS = ("talk", "talk", "talk", "activity", "redate", "move", "bin", "destroy", "issue", "issue",
         "block", "begin")  # fmt: skip
DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))
HAPPENINGS = st.tuples(st.sampled_from(VERBS), st.integers(0, 11), DAYS)


def _model(logbook: Logbook) -> Model:
    own = logbook.organisations.save(Organisation(f"Organisatie {next(_names)}"))
    homes: list[int | None] = [
        logbook.dossiers.save(
            Dossier(own.key, date(2024, 1, 1), "pesten", melders=(DossierMelder(),))
        ).id
        for _ in range(HOMES)
    ]
    return Model(logbook, own, homes)


def _all_happens(logbook: Logbook, happenings: list[tuple[str, int, date]]) -> None:
    with logbook._connection.undone():
        model = _model(logbook)
        for verb, which, day in happenings:
            getattr(model, verb)(which if verb != "talk" else which % HOMES, day)
            model.check()


_SHARED = {"suppress_health_check": [HealthCheck.function_scoped_fixture]}


@given(st.lists(HAPPENINGS, min_size=6, max_size=9))
@settings(max_examples=8, **_SHARED)  # type: ignore[arg-type]
def test_everything_counts_in_one_year_whatever_happens(
    logbook: Logbook, happenings: list[tuple[str, int, date]]
) -> None:
    _all_happens(logbook, happenings)


@pytest.mark.campaign
@given(st.lists(HAPPENINGS, min_size=10, max_size=30))
@settings(max_examples=60, **_SHARED)  # type: ignore[arg-type]
def test_everything_counts_in_one_year_in_very_many_lives(
    logbook: Logbook, happenings: list[tuple[str, int, date]]
) -> None:
    _all_happens(logbook, happenings)


def _a_life() -> Iterator[tuple[str, int, date]]:
    """Two talks, the year is issued, one comes late, another day, the bin during an edition and
    out of it again, destroyed.
    """
    yield "talk", 0, date(2024, 2, 1)
    yield "talk", 1, date(2024, 3, 1)
    yield "activity", 0, date(2024, 3, 1)
    yield "issue", 0, date(2024, 1, 1)
    yield "talk", 2, date(2024, 3, 2)
    yield "activity", 0, date(2024, 4, 1)
    yield "redate", 0, date(2025, 3, 1)
    yield "bin", 1, date(2025, 3, 1)
    yield "issue", 0, date(2024, 1, 1)
    yield "bin", 1, date(2025, 3, 1)
    yield "issue", 0, date(2024, 1, 1)
    yield "destroy", 0, date(2025, 1, 1)
    yield "begin", 1, date(2025, 1, 1)
    yield "issue", 0, date(2025, 1, 1)
    yield "talk", 1, date(2024, 6, 1)


def test_a_life_in_which_everything_happens(logbook: Logbook) -> None:
    _all_happens(logbook, list(_a_life()))


def test_control_without_freezing_a_talk_counts_in_two_years(
    logbook: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counted, "freeze", lambda *_: None)

    with pytest.raises(AssertionError):
        _all_happens(logbook, list(_a_life()))


def test_control_by_its_newest_edition_alone_what_left_the_bin_counts_nowhere(
    logbook: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks_of = counted.marks_of
    monkeypatch.setattr(counted, "marks_of", lambda *of: marks_of(*of)[-1:])

    with pytest.raises(AssertionError):
        _all_happens(logbook, list(_a_life()))


def test_control_by_the_day_alone_an_issued_year_would_grow(
    logbook: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "vp_logboek.store.facts.membership",
        lambda _, own, year: counted.by_day(own, own.year(year)),
    )

    with pytest.raises(AssertionError):
        _all_happens(logbook, list(_a_life()))
