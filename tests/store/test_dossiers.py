"""Dossiers: numbers, melders, links, and their list."""

from dataclasses import replace
from datetime import date

import pytest

from tests.store.making import DAY, a_dossier, a_talk
from vp_logboek.domain.dossier import (
    CameVia,
    ContactKind,
    Dossier,
    DossierMelder,
    Ending,
    Handling,
    Known,
    Measure,
    MelderKind,
    Outcome,
    Relation,
    Role,
)
from vp_logboek.domain.errors import Gone
from vp_logboek.domain.listing import DossierQuery, DossierRow
from vp_logboek.store.logbook import Logbook


def _full(related: tuple[int, ...]) -> Dossier:
    return Dossier(
        organisation=1,
        opened=DAY,
        subject="pesten",
        kind=ContactKind.SIGNAL,
        melders=(DossierMelder(None, MelderKind.HIRED, Role.WITNESS, Relation.GROUP),
                 DossierMelder()),
        further_subjects=("stalking", "fysiek"),
        closed=date(2026, 5, 1),
        came_via=CameVia.HR,
        handling=Known(Handling.IN_LINE, DAY),
        outcome=Known(Outcome.UNFOUNDED, date(2026, 4, 1)),
        measure=Known(Measure.NONE, date(2026, 4, 2)),
        ending=Known(Ending.LEFT, date(2026, 4, 3)),
        consent_on=DAY,
        consent_for="HR één keer bellen",
        elsewhere=True,
        related=related,
        destroy_on=date(2028, 5, 1),
    )  # fmt: skip


def test_what_comes_back_from_a_save_is_what_is_in_the_file(logbook: Logbook) -> None:
    others = tuple(a_dossier(logbook).id or 0 for _ in range(2))

    saved = logbook.dossiers.save(_full(others[::-1]))

    assert saved.id is not None
    assert logbook.dossiers.get(saved.id) == saved
    emptied = replace(saved, melders=(), further_subjects=(), related=(), outcome=None, closed=None)
    assert logbook.dossiers.save(emptied) == logbook.dossiers.get(saved.id) == emptied


def test_numbers_count_per_year_of_opening_and_are_never_given_again(logbook: Logbook) -> None:
    first = a_dossier(logbook, date(2026, 1, 1))
    second = a_dossier(logbook, date(2026, 12, 31))
    other = a_dossier(logbook, date(2025, 8, 1))
    logbook.dossiers.remove(second.id or 0)
    third = a_dossier(logbook, date(2026, 6, 1))

    numbers = [each.number for each in (first, second, other, third)]
    assert numbers == ["2026-001", "2026-002", "2025-001", "2026-003"]


def test_a_number_stays_whatever_happens_to_the_dossier(logbook: Logbook) -> None:
    saved = a_dossier(logbook)
    changed = logbook.dossiers.save(replace(saved, opened=date(2024, 1, 1), number="2024-009"))

    assert changed.number == saved.number


def test_after_the_999th_of_a_year_comes_the_1000th(logbook: Logbook) -> None:
    logbook._connection.run("INSERT INTO dossier_number VALUES (2026, 999)")

    assert a_dossier(logbook).number == "2026-1000"


def test_a_new_melder_gets_a_number_of_its_own_and_a_known_one_keeps_it(logbook: Logbook) -> None:
    one = a_dossier(logbook, melders=2)
    numbers = [melder.melder for melder in one.melders]
    two = logbook.dossiers.save(Dossier(1, DAY, "pesten", melders=(one.melders[1],)))

    assert len(set(numbers)) == 2
    assert two.melders[0].melder == numbers[1]


def test_the_number_of_a_removed_melder_is_not_given_to_somebody_else(logbook: Logbook) -> None:
    one = a_dossier(logbook)
    gone = one.melders[0].melder
    logbook.dossiers.save(replace(one, melders=()))

    assert a_dossier(logbook).melders[0].melder != gone
    assert (gone,) not in logbook._connection.all("SELECT id FROM melder")


def test_a_link_holds_in_both_directions(logbook: Logbook) -> None:
    one, two = a_dossier(logbook), a_dossier(logbook)
    assert one.id is not None
    assert two.id is not None
    logbook.dossiers.save(replace(two, related=(one.id, two.id, one.id)))

    assert logbook.dossiers.get(one.id).related == (two.id,)
    assert logbook.dossiers.get(two.id).related == (one.id,)
    logbook.dossiers.save(replace(one, related=()))
    assert logbook.dossiers.get(two.id).related == ()


def test_rows_tell_the_talks_outside_the_bin_and_come_in_order_of_the_last(
    logbook: Logbook,
) -> None:
    old, new = a_dossier(logbook, date(2025, 1, 1)), a_dossier(logbook, date(2026, 1, 1))
    a_talk(logbook, new, on=date(2026, 1, 1))
    a_talk(logbook, old, on=date(2025, 1, 1))
    a_talk(logbook, old, on=date(2026, 2, 2))
    binned = a_talk(logbook, old, on=date(2026, 3, 3))
    logbook.conversations.bin(binned.id or 0, DAY)

    rows = logbook.dossiers.rows(DossierQuery())

    assert rows[0] == DossierRow(
        id=old.id or 0,
        number="2025-001",
        subject="pesten",
        kind=ContactKind.MELDING,
        opened=date(2025, 1, 1),
        closed=None,
        talks=2,
        last_talk=date(2026, 2, 2),
        organisation=1,
    )
    assert [row.id for row in rows] == [old.id, new.id]
    assert [row.id for row in logbook.dossiers.rows(DossierQuery(limit=1))] == [old.id]


def test_rows_leave_out_what_a_query_does_not_ask_and_what_lies_in_the_bin(
    logbook: Logbook,
) -> None:
    empty, closed, binned = (a_dossier(logbook) for _ in range(3))
    logbook.dossiers.save(replace(closed, closed=DAY))
    talk = a_talk(logbook, binned)
    logbook.conversations.bin(talk.id or 0, DAY)

    def found(query: DossierQuery) -> set[int]:
        return {row.id for row in logbook.dossiers.rows(query)}

    assert found(DossierQuery()) == {empty.id, closed.id}
    assert found(DossierQuery(open_only=True)) == {empty.id}
    assert found(DossierQuery(organisation=2)) == set()
    logbook.conversations.restore(talk.id or 0)
    assert binned.id in found(DossierQuery())


def test_a_dossier_that_is_gone_is_told(logbook: Logbook) -> None:
    saved = a_dossier(logbook)
    assert saved.id is not None
    logbook.dossiers.remove(saved.id)

    with pytest.raises(Gone):
        logbook.dossiers.get(saved.id)
    with pytest.raises(Gone):
        logbook.dossiers.save(saved)
